"""The records of an archive, and the lists of meetings that its questions are answered from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import TypeAlias, TypeVar

from readouts.archive.answers import Asked, fact
from readouts.archive.summaries import MeetingSummary
from readouts.model import Meeting, Occasion, Organization, Person, Place, Relation, Topic
from readouts.model.collections import MEETINGS, OCCASIONS, ORGANIZATIONS, PEOPLE, PLACES, RELATIONS, TOPICS
from readouts.model.slugs import slug
from readouts.model.values import COUNTRIES
from readouts.model.vocabulary import Status

Pair: TypeAlias = tuple[str, str]
"""Two parties, ordered by their English names."""

K = TypeVar("K", bound="str | int | Pair")
Summaries: TypeAlias = tuple[MeetingSummary, ...]

TWO = 2
"""Parties of a pair."""

PARTIES = "parties"
"""Stands for a collection: parties are countries and organizations."""


class Indexed(Asked):
    """Every record by collection and id; meetings by what they have to do with."""

    # Records

    @property
    def meetings(self) -> Mapping[str, Meeting]:
        """Meetings in the order of time."""
        return self.of_kind(MEETINGS)

    @property
    def people(self) -> Mapping[str, Person]:
        """People."""
        return self.of_kind(PEOPLE)

    @property
    def relations(self) -> Mapping[str, Relation]:
        """Relations."""
        return self.of_kind(RELATIONS)

    @property
    def occasions(self) -> Mapping[str, Occasion]:
        """Occasions."""
        return self.of_kind(OCCASIONS)

    @property
    def organizations(self) -> Mapping[str, Organization]:
        """Organizations."""
        return self.of_kind(ORGANIZATIONS)

    @property
    def places(self) -> Mapping[str, Place]:
        """Places."""
        return self.of_kind(PLACES)

    @property
    def topics(self) -> Mapping[str, Topic]:
        """Topics."""
        return self.of_kind(TOPICS)

    # Parties

    def party_name(self, party: str) -> str:
        """English name of a country or organization; what is neither stays as it is."""
        if party in COUNTRIES:
            return COUNTRIES[party]
        organization = self.organizations.get(party)
        return organization.name if organization else party

    def side_of(self, speaker: str) -> str | None:
        """The party a speaker speaks for: a person's country or organization, or the side itself."""
        person = self.people.get(speaker)
        return (person.country or person.organization) if person else speaker

    def pair(self, first: str, second: str) -> Pair:
        """Two parties ordered by their English names."""
        return (first, second) if self.party_name(first) <= self.party_name(second) else (second, first)

    def pairs_of(self, parties: Iterable[str]) -> tuple[Pair, ...]:
        """All pairs of some parties."""
        return tuple(self.pair(first, second) for first, second in combinations(parties, TWO))

    def pair_id(self, pair: Pair) -> str:
        """The id of the pair's page: `japan-peru`."""
        return slug(f"{self.party_name(pair[0])} {self.party_name(pair[1])}")

    def relation(self, pair: Pair) -> Relation | None:
        """The pair's relation record, if there is one."""
        return self.relations.get(self.pair_id(pair))

    # Meetings, in the order of time

    @property
    @fact
    def _held(self) -> Summaries:
        return tuple(meeting for meeting in self.summaries.values() if meeting.status is Status.HELD)

    @property
    @fact
    def _not_held(self) -> Mapping[tuple[str, str], Summaries]:
        """Collection (`parties` for those) and id → meetings that were declined or cancelled."""
        found = [meeting for meeting in self.summaries.values() if meeting.status is not Status.HELD]
        return _index((key, meeting) for meeting in found for key in sorted(set(self._concerned(meeting))))

    def _concerned(self, meeting: MeetingSummary) -> Iterator[tuple[str, str]]:
        yield from ((RELATIONS.id, self.pair_id(pair)) for pair in self.pairs_of(meeting.parties))
        yield from ((PARTIES, party) for party in meeting.parties)
        yield from ((PEOPLE.id, person) for person in meeting.people)
        yield from ((PLACES.id, place) for place in meeting.places)
        yield from ((OCCASIONS.id, occasion) for occasion in (meeting.occasion,) if occasion)

    @property
    @fact
    def _by_year(self) -> Mapping[int, Summaries]:
        return _index((meeting.date.year, meeting) for meeting in self._held)

    @property
    @fact
    def _by_party(self) -> Mapping[str, Summaries]:
        return _index((party, meeting) for meeting in self._held for party in meeting.parties)

    @property
    @fact
    def _by_person(self) -> Mapping[str, Summaries]:
        return _index((person, meeting) for meeting in self._held for person in meeting.people)

    @property
    @fact
    def _by_topic(self) -> Mapping[str, Summaries]:
        broader = {topic.id: topic.broader for topic in self.topics.values()}
        around = {occasion.id: occasion.topics for occasion in self.occasions.values()}
        return _index(
            (topic, meeting)
            for meeting in self._held
            for own in (*meeting.topics, *around.get(meeting.occasion or "", ()))
            for topic in (own, broader.get(own))
            if topic
        )

    @property
    @fact
    def _by_occasion(self) -> Mapping[str, Summaries]:
        return _index((meeting.occasion, meeting) for meeting in self._held if meeting.occasion)

    @property
    @fact
    def _by_place(self) -> Mapping[str, Summaries]:
        return _index((place, meeting) for meeting in self._held for place in meeting.places)

    @property
    @fact
    def _by_publisher(self) -> Mapping[str, Summaries]:
        return _index((each.publisher, meeting) for meeting in self._held for each in meeting.accounts)

    @property
    @fact
    def _by_day(self) -> Mapping[str, Summaries]:
        return _index((f"{day:%m-%d}", meeting) for meeting in self._held if (day := meeting.date.day))

    @property
    @fact
    def _by_pair(self) -> Mapping[Pair, Summaries]:
        every = self._held
        alone = {self.pair(*meeting.parties) for meeting in every if len(meeting.parties) == TWO}
        pairs = alone | {self.pair(*relation.parties) for relation in self.relations.values()}
        met = ((pair, meeting) for meeting in every for pair in self.pairs_of(meeting.parties) if pair in pairs)
        found = _index(met)
        return {pair: found.get(pair, ()) for pair in sorted(pairs, key=self.pair_id)}


def _index(pairs: Iterable[tuple[K, MeetingSummary]]) -> Mapping[K, Summaries]:
    """Key → meetings in the order of time, each once. The pairs of one meeting must follow one another."""
    found: defaultdict[K, list[MeetingSummary]] = defaultdict(list)
    for key, meeting in pairs:
        meetings = found[key]
        if not meetings or meetings[-1] is not meeting:
            meetings.append(meeting)
    return {key: tuple(found[key]) for key in sorted(found)}
