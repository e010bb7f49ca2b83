"""The archive: all records with the indexes that pages and exports read. Built once, never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from readouts.model import Meeting, Occasion, Organization, Person, Place, Relation, Session, Topic, clocks
from readouts.model.values import COUNTRIES, Date
from readouts.model.wording import slug

if TYPE_CHECKING:
    from readouts.archive.load import Key, Record, Records

Pair: TypeAlias = tuple[str, str]
"""Two parties, ordered by their English names."""

K = TypeVar("K")


class Around(NamedTuple):
    """A meeting among those of a pair of parties."""

    pair: Pair
    previous: str
    """The id of the previous meeting; empty for the first."""
    next: str
    """The id of the next meeting; empty for the last."""


class Index(Mapping[K, tuple[Meeting, ...]]):
    """Key → meetings in the order of time. It holds ids, so that it stays right when only the words of a meeting change."""

    def __init__(self, ids: Mapping[K, tuple[str, ...]], meetings: Mapping[str, Meeting]) -> None:
        self.ids = ids
        self._meetings = meetings

    def __getitem__(self, key: K) -> tuple[Meeting, ...]:
        """The meetings of a key."""
        return tuple(map(self._meetings.__getitem__, self.ids[key]))

    def __contains__(self, key: object) -> bool:
        """Whether there is such a key."""
        return key in self.ids

    def __iter__(self) -> Iterator[K]:
        """The keys."""
        return iter(self.ids)

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self.ids)


@dataclass(frozen=True)
class Archive:
    """Every record by collection and id; meetings in the order of time."""

    meetings: Mapping[str, Meeting]
    people: Mapping[str, Person]
    relations: Mapping[str, Relation]
    occasions: Mapping[str, Occasion]
    organizations: Mapping[str, Organization]
    places: Mapping[str, Place]
    topics: Mapping[str, Topic]
    records: Mapping[Key, Record]
    """What is known of each record without looking inside."""
    states: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    """Meeting → its digest, its state and that of its outline, as far as somebody asked."""
    indexed: dict[str, Mapping[Any, tuple[Any, ...]]] = field(default_factory=dict)
    """What the indexes hold, by their names, as far as somebody asked."""

    @classmethod
    def of(cls, records: Records, before: Archive | None = None) -> Archive:
        """The archive of what was loaded; `before` is what it was, of which it keeps what still holds."""
        meetings = sorted(records.of(Meeting).values(), key=order)
        archive = cls(
            {meeting.id: meeting for meeting in meetings},
            records.of(Person),
            records.of(Relation),
            records.of(Occasion),
            records.of(Organization),
            records.of(Place),
            records.of(Topic),
            records.by_key,
        )
        if before and before.authorities == archive.authorities:
            archive.states.update(before.states)
            if before.all_outlines == archive.all_outlines:
                archive.indexed.update(before.indexed)
        return archive

    # States: what tells whether something has to be done again

    @cached_property
    def authorities(self) -> int:
        """A number that changes with every change of a record that is no meeting."""
        return hash(tuple(sorted((key, each.digest) for key, each in self.records.items() if key[0] != "meetings")))

    @cached_property
    def all_states(self) -> Mapping[str, int]:
        """Meeting → its state."""
        return {meeting.id: self.state(meeting) for meeting in self.meetings.values()}

    def digest(self, collection: str, key: str) -> int:
        """A number that changes with every change of a record; 0 where there is none."""
        found = self.records.get((collection, key))
        return found.digest if found else 0

    def state(self, meeting: Meeting) -> int:
        """A number that changes whenever the meeting does, or anything it names other than meetings, or a side's capital."""
        return self._states(meeting)[1]

    @cached_property
    def all_outlines(self) -> Mapping[str, int]:
        """Meeting → a number that changes whenever a list shows something else of it."""
        return {meeting.id: self._states(meeting)[2] for meeting in self.meetings.values()}

    def _states(self, meeting: Meeting) -> tuple[int, int, int]:
        record = self.records["meetings", meeting.id]
        known = self.states.get(meeting.id)
        if known is None or known[0] != record.digest:
            named = [self.digest(name, key) for to, key in record.names for name in to if name != "meetings"]
            capitals = [self.digest("places", place.id) for party in meeting.parties if (place := self.capital(party))]
            known = (record.digest, hash((record.digest, *named, 0, *capitals)), hash((record.outline, *named)))
            self.states[meeting.id] = known
        return known

    # Indexes: made of what is in the outlines alone

    def _index(self, name: str, pairs: Iterable[tuple[K, Meeting]]) -> Index[K]:
        """Key → meetings, each once. The pairs of one meeting must follow one another."""
        if name not in self.indexed:
            found: defaultdict[K, list[str]] = defaultdict(list)
            for key, meeting in pairs:
                ids = found[key]
                if not ids or ids[-1] != meeting.id:
                    ids.append(meeting.id)
            self.indexed[name] = {key: tuple(ids) for key, ids in found.items()}
        return Index(self.indexed[name], self.meetings)

    @cached_property
    def by_year(self) -> Index[int]:
        """Year of the meeting's first possible day → meetings."""
        return self._index("by_year", ((meeting.date.year, meeting) for meeting in self.meetings.values()))

    @cached_property
    def by_party(self) -> Index[str]:
        """Country code or organization id → meetings at which it was a side."""
        return self._index("by_party", ((party, meeting) for meeting in self.meetings.values() for party in meeting.parties))

    @cached_property
    def by_person(self) -> Index[str]:
        """Person → meetings the person took part in."""
        return self._index("by_person", ((person, meeting) for meeting in self.meetings.values() for person in meeting.people))

    @cached_property
    def by_topic(self) -> Index[str]:
        """Topic → meetings with a statement or a document on it or on a narrower topic, or held around an occasion of it."""
        broader = {topic.id: topic.broader for topic in self.topics.values()}
        around = {occasion.id: occasion.topics for occasion in self.occasions.values()}
        return self._index(
            "by_topic",
            (
                (topic, meeting)
                for meeting in self.meetings.values()
                for own in (*self.named(meeting, "topics"), *around.get(meeting.occasion or "", ()))
                for topic in (own, broader.get(own))
                if topic
            ),
        )

    @cached_property
    def by_occasion(self) -> Index[str]:
        """Occasion → meetings held around it."""
        return self._index(
            "by_occasion", ((meeting.occasion, meeting) for meeting in self.meetings.values() if meeting.occasion)
        )

    @cached_property
    def by_place(self) -> Index[str]:
        """Place → meetings held there, in whole or in part."""
        return self._index(
            "by_place", ((place, meeting) for meeting in self.meetings.values() for place in self.places_of(meeting))
        )

    @cached_property
    def by_pair(self) -> Index[Pair]:
        """Pair of parties → meetings of both.

        A pair counts where it has a relation record or met alone; a meeting of many does not make all of them pairs.
        """
        if "by_pair" not in self.indexed:
            alone = {self.pair(*meeting.parties) for meeting in self.meetings.values() if len(meeting.parties) == 2}  # noqa: PLR2004  # two sides
            pairs = alone | {self.pair(*relation.parties) for relation in self.relations.values()}
            met = ((pair, meeting) for meeting in self.meetings.values() for pair in self.pairs_of(meeting) if pair in pairs)
            found = self._index("by_pair", met).ids
            self.indexed["by_pair"] = {pair: found.get(pair, ()) for pair in sorted(pairs, key=self.pair_id)}
        return self._index("by_pair", ())

    @cached_property
    def by_publisher(self) -> Index[str]:
        """Organization → meetings of which it published an account."""
        return self._index(
            "by_publisher", ((readout.publisher, meeting) for meeting in self.meetings.values() for readout in meeting.readouts)
        )

    @cached_property
    def narrower(self) -> Mapping[str, tuple[Topic, ...]]:
        """Topic → its narrower topics."""
        found: defaultdict[str, list[Topic]] = defaultdict(list)
        for topic in self.topics.values():
            if topic.broader:
                found[topic.broader].append(topic)
        return {key: tuple(sorted(topics, key=lambda each: each.name)) for key, topics in found.items()}

    @cached_property
    def around(self) -> Mapping[str, tuple[Around, ...]]:
        """Meeting → where it stands in each of its relations."""
        if "around" not in self.indexed:
            found: defaultdict[str, tuple[Around, ...]] = defaultdict(tuple)
            for pair, ids in self.by_pair.ids.items():
                row = ["", *ids, ""]
                for before, here, after in zip(row, ids, row[2:], strict=False):
                    found[here] += (Around(pair, before, after),)
            self.indexed["around"] = found
        return self.indexed["around"]

    def split(self, name: str, meetings: Iterable[Meeting], years: int) -> Index[str]:
        """A named list of meetings by decades (“2010s”, `years` is 10) or years (“2014”)."""
        ending = "s" if years > 1 else ""
        return self._index(f"{name} by {years}", ((f"{each.date.year // years * years:04}{ending}", each) for each in meetings))

    # Relations between records

    def pair(self, first: str, second: str) -> Pair:
        """The two parties ordered by their English names."""
        return (first, second) if self.party_name(first) <= self.party_name(second) else (second, first)

    def pairs_of(self, meeting: Meeting) -> tuple[Pair, ...]:
        """All pairs of the meeting's parties."""
        return tuple(self.pair(first, second) for first, second in combinations(meeting.parties, 2))

    def pair_id(self, pair: Pair) -> str:
        """The id of the pair's page: `japan-peru`."""
        return slug(f"{self.party_name(pair[0])} {self.party_name(pair[1])}")

    def relation(self, pair: Pair) -> Relation | None:
        """The pair's relation record, if there is one."""
        return self.relations.get(self.pair_id(pair))

    def party_name(self, party: str) -> str:
        """English name of a country or organization."""
        if organization := self.organizations.get(party):
            return organization.name
        return COUNTRIES.get(party, party)

    def places_of(self, meeting: Meeting) -> tuple[str, ...]:
        """The places of a meeting and its sessions, each once."""
        places = [meeting.place, *(session.place for session in meeting.sessions)]
        return tuple(dict.fromkeys(place for place in places if place))

    @cached_property
    def _capitals(self) -> Mapping[str, Place]:
        return {place.country: place for place in self.places.values() if place.capital}

    def capital(self, party: str) -> Place | None:
        """The capital of a country, or the seat of an organization."""
        organization = self.organizations.get(party)
        return self.places.get(organization.seat or "") if organization else self._capitals.get(party)

    def clock_place(self, meeting: Meeting, session: Session | None = None) -> Place | None:
        """The place whose clock the times of a session are given in."""
        here = self.places.get((session and session.place) or meeting.place or "")
        return here or (self.capital(meeting.clock) if meeting.clock else None)

    def span(self, meeting: Meeting, session: Session) -> clocks.Span | None:
        """When a session was, on its local clock; None where day, zone or hour are not known."""
        here = self.clock_place(meeting, session)
        zone: ZoneInfo | None = clocks.zone(here.zone) if here else None
        day = (session.date or meeting.date).day
        if zone is None or day is None or session.start is None:
            return None
        return clocks.span(day, zone, session.start, session.end, session.duration)

    @cached_property
    def takes_up(self) -> Index[str]:
        """Meeting → earlier meetings with a statement that it took up."""
        return self._index(
            "takes_up",
            (
                (follow.meeting, meeting)
                for meeting in self.meetings.values()
                if any(True for _ in self.named(meeting, "meetings"))
                for statement in meeting.statements
                for follow in statement.followed_by
                if follow.meeting
            ),
        )

    def named(self, meeting: Meeting, collection: str) -> Iterator[str]:
        """The ids of a collection that a meeting names anywhere."""
        return (key for to, key in self.records["meetings", meeting.id].names if to == (collection,))


def order(meeting: Meeting) -> tuple[Date, int, str]:
    """Sorts meetings by date, then by the hour of their first session, then by id."""
    start = next((session.start.minutes for session in meeting.sessions if session.start), None)
    return meeting.date, 24 * 60 if start is None else start, meeting.id
