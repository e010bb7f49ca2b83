"""What lists and indexes know of a meeting. They are given summaries and never meetings, so that what a list shows of a meeting
is what its fingerprint is made of.

To show more of a meeting in lists, add a field here and fill it in `summary_of`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from readouts.model.base import Change, Part, fields_of_a_record
from readouts.model.meeting import Delegation, parties_of, people_of
from readouts.model.values import Date, DateValue
from readouts.model.vocabulary import Act, Kind, Mode, Origin, Status

if TYPE_CHECKING:
    from readouts.model import Meeting, Outcome, Statement

T = TypeVar("T")


@fields_of_a_record
class AccountSummary(Part):
    """What is known of an account without reading it."""

    publisher: str
    """Organization."""
    language: str
    """BCP 47."""
    origin: Origin
    """How close the page is to the side whose account it gives."""
    account_of: str | None = None
    """The side whose account it gives, where that is not the publisher's own side."""
    complete: bool = False
    """Whether it was read to its end, and every point that was read is recorded."""

    @property
    def official(self) -> bool:
        """Whether it is a side's own, or a copy of that; a report of the press is not."""
        return self.origin is not Origin.PRESS


@fields_of_a_record
class MeetingSummary(Part):
    """A meeting without the words of its accounts. Ids stand for other records."""

    id: str
    """The meeting's."""
    kind: Kind
    """What sort of meeting it was."""
    title: str | None = None
    """A title of its own, where it has one."""
    status: Status = Status.HELD
    """Whether it was held."""
    mode: Mode
    """How the sides were brought together."""
    date: DateValue
    """The local date, as far as it is known."""
    start: int | None = None
    """Minutes since midnight at which the first session with a clock time began."""
    place: str | None = None
    """The city."""
    places: tuple[str, ...] = ()
    """The cities of the meeting and its sessions, each once."""
    occasion: str | None = None
    """What it was held around."""
    delegations: tuple[Delegation, ...]
    """The sides."""
    guests: tuple[Delegation, ...] = ()
    """Who took part in single sessions alone."""
    topics: tuple[str, ...] = ()
    """The topics of its statements and documents, in the order of their first mention."""
    spoke: tuple[tuple[str, str], ...] = ()
    """Speaker and topic of every statement, each pair once."""
    acted: tuple[tuple[str, Act], ...] = ()
    """Speaker and act of every statement, each pair once."""
    accounts: tuple[AccountSummary, ...]
    """Its accounts, in the order of the record."""
    statements: int
    """How many statements its accounts have."""
    followed_by: tuple[str, ...] = ()
    """The meetings that took up something said at this one."""
    phrased: tuple[str, ...] = ()
    """Topics for which it has a set phrase, each once."""
    changes: tuple[Change, ...] = ()
    """When it was added and what was corrected since."""

    @property
    def added(self) -> Date | None:
        """The day on which the record was added, where it notes that."""
        return next((change.date for change in self.changes if change.addition), None)

    @property
    def parties(self) -> tuple[str, ...]:
        """The sides in the order of the record, each once."""
        return parties_of(self.delegations)

    @property
    def people(self) -> tuple[str, ...]:
        """The persons who took part, heads of delegation first."""
        return people_of((*self.delegations, *self.guests))


def summary_of(meeting: Meeting) -> MeetingSummary:
    """The summary of a meeting."""
    said = meeting.statements
    worded: tuple[Statement | Outcome, ...] = (*said, *meeting.outcomes)
    places = (meeting.place, *(session.place for session in meeting.sessions))
    starts = (session.start.minutes for session in meeting.sessions if session.start)
    return MeetingSummary(
        id=meeting.id,
        kind=meeting.kind,
        title=meeting.title,
        status=meeting.status,
        mode=meeting.mode,
        date=meeting.date,
        start=next(starts, None),
        place=meeting.place,
        places=_once(place for place in places if place),
        occasion=meeting.occasion,
        delegations=meeting.delegations,
        guests=tuple(delegation for session in meeting.sessions for delegation in session.participants),
        topics=meeting.topics,
        spoke=_once((speaker, topic) for each in said for speaker in each.speakers for topic in each.topics),
        acted=_once((speaker, each.act) for each in said for speaker in each.speakers),
        accounts=tuple(
            AccountSummary(
                publisher=each.publisher,
                language=each.language,
                origin=each.origin,
                account_of=each.account_of,
                complete=each.complete,
            )
            for each in meeting.readouts
        ),
        statements=len(said),
        phrased=_once(topic for each in worded if each.formula for topic in each.topics),
        changes=meeting.changes,
        followed_by=_once(follow.meeting for each in said for follow in each.followed_by if follow.meeting),
    )


def facing(meeting: MeetingSummary, person: str) -> tuple[str, ...]:
    """Who sat on another side than a person, or took part in a session as a guest."""
    own = {
        each.person
        for side in meeting.delegations
        for each in side.delegates
        if person in {one.person for one in side.delegates}
    }
    return tuple(other for other in meeting.people if other != person and other not in own)


def _once(found: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found))


def order(meeting: MeetingSummary) -> tuple[Date, int, str]:
    """Sorts meetings by date, then by the hour of their first session, then by id."""
    return meeting.date, 24 * 60 if meeting.start is None else meeting.start, meeting.id
