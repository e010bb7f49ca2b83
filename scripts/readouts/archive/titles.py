"""What records and pairs are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from readouts.archive.summaries import MeetingSummary
from readouts.model import Meeting, Relation, wording
from readouts.model.vocabulary import Mode, Status

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.indexes import Pair
    from readouts.model import Entry

Met: TypeAlias = Meeting | MeetingSummary

_MODES = {Mode.IN_PERSON: "", Mode.TELEPHONE: " (telephone)", Mode.VIDEO: " (video conference)"}
_MANY_PARTIES = 3


class Titles:
    """The titles of an archive."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def meeting(self, meeting: Met) -> str:
        """“Japan–Peru summit meeting”: parties in alphabetical order, and the kind."""
        if meeting.title:
            return meeting.title
        parties = sorted(self.archive.party_name(party) for party in meeting.parties)
        who = "–".join(parties) if len(parties) <= _MANY_PARTIES else f"{parties[0]} and {len(parties) - 1} others:"
        return self._of(who, meeting)

    @staticmethod
    def _of(who: str, meeting: Met) -> str:
        became = "" if meeting.status is Status.HELD else f" ({meeting.status.label})"
        return f"{who} {meeting.kind.label}{_MODES[meeting.mode]}{became}"

    def talk(self, meeting: Met) -> str:
        """“Abe–Humala summit meeting”: the heads of delegation, where every side has one that is named, and the kind."""
        heads = [side.head.person for side in meeting.delegations if side.head and side.head.person]
        if meeting.title or len(heads) < len(meeting.delegations) or len(heads) > _MANY_PARTIES:
            return self.meeting(meeting)
        order = sorted(meeting.delegations, key=lambda side: self.archive.party_name(side.party))
        return self._of("–".join(self.surname(side.head.person) for side in order if side.head and side.head.person), meeting)

    def heading(self, meeting: Met) -> str:
        """“Abe–Humala summit meeting, Beijing, 10 November 2014”: what its page is called."""
        parts = [self.talk(meeting), self.city(meeting), wording.dated(meeting.date)]
        return ", ".join(part for part in parts if part)

    def full(self, meeting: Met) -> str:
        """“Japan–Peru summit meeting, Beijing, 10 November 2014”."""
        parts = [self.meeting(meeting), self.city(meeting), wording.dated(meeting.date)]
        return ", ".join(part for part in parts if part)

    def city(self, meeting: Met) -> str:
        """The meeting's city, or nothing."""
        return self.archive.places[meeting.place].name if meeting.place else ""

    def pair(self, pair: Pair) -> str:
        """“Japan–Peru relations”."""
        return f"{'–'.join(map(self.archive.party_name, pair))} relations"

    def topic(self, topic: str) -> str:
        """“Trans-Pacific Partnership (TPP)”."""
        each = self.archive.topics[topic]
        return f"{each.name} ({each.abbreviation})" if each.abbreviation else each.name

    def speaker(self, speaker: str) -> str:
        """The name of a person, or of a side that speaks as a whole."""
        person = self.archive.people.get(speaker)
        return person.name.full if person else self.archive.party_name(speaker)

    def publisher(self, organization: str) -> str:
        """The short form of an organization’s name, or else the name."""
        each = self.archive.organizations[organization]
        return each.abbreviation or each.name

    def surname(self, person: str) -> str:
        """The name a person is called by in a list."""
        name = self.archive.people[person].name
        return name.family or name.full

    def entry(self, entry: Entry | MeetingSummary) -> str:
        """What any record is called."""
        match entry:
            case Meeting() | MeetingSummary():
                return self.full(entry)
            case Relation():
                return self.pair(self.archive.pair(*entry.parties))
        return entry.label
