"""What the archive reaches: whose official accounts there are of which meetings, what was added when, and what it can be asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from readouts.archive.answers import fact, question
from readouts.archive.indexes import Indexed, Pair, Summaries
from readouts.archive.summaries import MeetingSummary, order
from readouts.model.collections import COLLECTIONS, MEETINGS, RELATIONS
from readouts.model.vocabulary import Act, TopicKind

if TYPE_CHECKING:
    from readouts.model import Change

T = TypeVar("T")


class Told(NamedTuple):
    """How many meetings have official accounts of whom."""

    both: int = 0
    """Of both sides; where there are more than two, of all."""
    one: int = 0
    """Of some side, but not of all."""
    reported: int = 0
    """Of no side: reports of others alone."""

    @property
    def meetings(self) -> int:
        """All of them."""
        return self.both + self.one + self.reported


class Reach(NamedTuple):
    """What the archive covers."""

    first: int
    """The first year with a meeting."""
    last: int
    """The last one."""
    parties: int
    """Countries and organizations that were a side."""
    told: Told
    accounts: int
    complete: int
    """Accounts that were read to their end and are recorded whole."""


class Examples(NamedTuple):
    """What the archive has most to say to; nothing of an archive that says nothing of the sort."""

    pair: tuple[Pair, str] | None
    """Two parties and a topic of theirs."""
    person: tuple[str, str] | None
    """A person and a topic that the person spoke of; an agreement, if there is one."""
    asked: str | None
    """The party that asked for something at most meetings."""


class Changed(NamedTuple):
    """A change and the record that was changed."""

    collection: str
    record: str
    pair: Pair | None
    """The relation that it belongs to."""
    change: Change


class Reached(Indexed):
    """What the archive reaches."""

    def _told(self, meeting: MeetingSummary, sides: Iterable[str]) -> Told:
        """Of one meeting, and of some of its sides."""
        sides = set(sides)
        own = sides & {self._side(each.account_of, each.publisher) for each in meeting.accounts if each.official}
        return Told(1, 0, 0) if own == sides else Told(0, 1, 0) if own else Told(0, 0, 1)

    def _side(self, account_of: str | None, publisher: str) -> str:
        organization = self.organizations.get(publisher)
        return account_of or (organization.side if organization else None) or publisher

    @property
    @fact
    def reach(self) -> Reach | None:
        """What the archive covers; nothing where no meeting was held."""
        held = self._held
        if not held:
            return None
        accounts = [account for meeting in held for account in meeting.accounts]
        return Reach(
            held[0].date.year,
            held[-1].date.year,
            len(self._by_party),
            _sum(self._told(meeting, meeting.parties) for meeting in held),
            len(accounts),
            sum(account.complete for account in accounts),
        )

    @question
    def told_of(self, meeting: str) -> Told:
        """Whose official accounts there are of a meeting; of none where it is gone."""
        found = self.summaries.get(meeting)
        return self._told(found, found.parties) if found else Told()

    @question
    def coverage(self, pair: Pair) -> tuple[tuple[int, Told], ...]:
        """The years with meetings of a pair, and whose official accounts there are of these."""
        found: defaultdict[int, Told] = defaultdict(Told)
        for meeting in self._by_pair.get(pair, ()):
            found[meeting.date.year] = _sum((found[meeting.date.year], self._told(meeting, pair)))
        return tuple(sorted(found.items()))

    @question
    def latest_added(self, number: int) -> Summaries:
        """So many meetings that note when they were added, the latest added first, and of a day the latest held."""
        noted = [(each.added, order(each), each) for each in self._held if each.added]
        noted.sort(key=lambda one: (one[0].first, one[1]), reverse=True)
        return tuple(each for _, _, each in noted[:number])

    @property
    @fact
    def examples(self) -> Examples:
        """What the archive has most to say to: what is talked of often, and less elsewhere. Themes are too broad to be asked for."""
        kinds = {topic.id: topic.kind for topic in self.topics.values() if topic.kind is not TopicKind.THEME}
        of_pairs = Counter(
            (pair, topic)
            for pair, meetings in self._by_pair.items()
            for each in meetings
            for topic in each.topics
            if topic in kinds
        )
        of_people = Counter(said for each in self._held for said in each.spoke if said[0] in self.people and said[1] in kinds)
        on_agreements = Counter({said: n for said, n in of_people.items() if kinds[said[1]] is TopicKind.AGREEMENT})
        asked = Counter(
            side for each in self._held for side in {self.side_of(who) for who, act in each.acted if act is Act.REQUEST} if side
        )
        return Examples(self._telling(of_pairs), self._telling(on_agreements or of_people), _most(asked))

    def _telling(self, counted: Counter[tuple[T, str]]) -> tuple[T, str] | None:
        """The one that is counted most and has most of its topic: its square times its share."""
        return _most({one: number**3 / len(self._by_topic[one[1]]) for one, number in counted.items()})

    # Changes

    @property
    @fact
    def _by_week(self) -> Mapping[str, tuple[Changed, ...]]:
        """The Monday of each week in which a record was changed (ISO 8601), the latest first → its changes."""
        found: defaultdict[str, list[Changed]] = defaultdict(list)
        paired: dict[str, Pair] = {}
        for pair, meetings in self._by_pair.items():
            for meeting in meetings:
                paired.setdefault(meeting.id, pair)
        for meeting in reversed(tuple(self.summaries.values())):
            for change in meeting.changes:
                found[_monday(change.date.first)].append(Changed(MEETINGS.id, meeting.id, paired.get(meeting.id), change))
        for collection in COLLECTIONS:
            if collection is not MEETINGS:
                for record in self.of_kind(collection).values():
                    own = self.pair(*self.relations[record.id].parties) if collection is RELATIONS else None
                    for change in record.changes:
                        found[_monday(change.date.first)].append(Changed(collection.id, record.id, own, change))
        return {week: tuple(found[week]) for week in sorted(found, reverse=True)}

    @property
    @fact
    def weeks(self) -> tuple[tuple[str, int, int], ...]:
        """The Monday of each week in which a record was changed, the latest first; how many records were added and changes noted."""
        counted = ((week, sum(each.change.addition for each in found), len(found)) for week, found in self._by_week.items())
        return tuple((week, added, every - added) for week, added, every in counted)

    @question
    def changed_in(self, week: str) -> tuple[Changed, ...]:
        """The changes of a week, by its Monday (ISO 8601): those of meetings first, the latest held first."""
        return self._by_week.get(week, ())


def _sum(told: Iterable[Told]) -> Told:
    rows = tuple(told)
    return Told(sum(each.both for each in rows), sum(each.one for each in rows), sum(each.reported for each in rows))


def _most(counted: Mapping[T, float]) -> T | None:
    """What was counted most; of those counted as often the first."""
    return min(counted, key=lambda each: (-counted[each], str(each))) if counted else None


def _monday(day: date) -> str:
    return (day - timedelta(days=day.weekday())).isoformat()
