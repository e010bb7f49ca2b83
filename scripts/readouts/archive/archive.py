"""The archive: all records, and everything that can be asked of them. Built once, never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from readouts.archive.answers import fact, question
from readouts.archive.coverage import Reached
from readouts.archive.indexes import Pair, Summaries
from readouts.archive.sequences import Sequenced
from readouts.archive.summaries import facing
from readouts.model import Meeting, Place, Session, Topic, clocks
from readouts.model.collections import OCCASIONS, PEOPLE, PLACES, TOPICS
from readouts.model.state_codes import StateCodes, state_codes
from readouts.model.vocabulary import Mode, Status

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


class ShortForm(NamedTuple):
    """An abbreviation and what it means."""

    short: str
    long: str
    id: str
    """The topic’s or organization’s."""
    of_topic: bool


class Totals(NamedTuple):
    """How much there is of everything."""

    meetings: int
    pairs: int
    people: int
    topics: int
    accounts: int
    statements: int


class Archive(Reached, Sequenced):
    """Every record by collection and id, and every question about them."""

    # Meetings by what they have to do with

    @question
    def in_year(self, year: int) -> Summaries:
        """Meetings whose first possible day is in a year."""
        return self._by_year.get(year, ())

    @question
    def years_beside(self, year: int) -> tuple[int, ...]:
        """The year with meetings before a year, and the one after it."""
        years = list(self._by_year)
        return (*[each for each in years if each < year][-1:], *[each for each in years if each > year][:1])

    @question
    def of_party(self, party: str) -> Summaries:
        """Meetings at which a country (its code) or an organization (its id) was a side."""
        return self._by_party.get(party, ())

    @question
    def of_person(self, person: str) -> Summaries:
        """Meetings that a person took part in."""
        return self._by_person.get(person, ())

    @question
    def on_topic(self, topic: str) -> Summaries:
        """Meetings with a statement or a document on a topic or on a narrower one, or held around an occasion of it."""
        return self._by_topic.get(topic, ())

    @question
    def around_occasion(self, occasion: str) -> Summaries:
        """Meetings held around an occasion."""
        return self._by_occasion.get(occasion, ())

    @question
    def at_place(self, place: str) -> Summaries:
        """Meetings held at a place, in whole or in part."""
        return self._by_place.get(place, ())

    @question
    def published_by(self, organization: str) -> Summaries:
        """Meetings of which an organization published an account."""
        return self._by_publisher.get(organization, ())

    @question
    def on_day(self, day: str) -> Summaries:
        """Meetings on a day of the year (`11-10`), in whatever year."""
        return self._by_day.get(day, ())

    @question
    def between(self, pair: Pair) -> Summaries:
        """Meetings of both parties of a pair."""
        return self._by_pair.get(pair, ())

    @question
    def active(self, organization: str) -> int:
        """At how many meetings an organization was a side or published an account."""
        return len({each.id for each in (*self.of_party(organization), *self.published_by(organization))})

    @question
    def first_around(self, occasion: str) -> str:
        """The first possible day of the first meeting around an occasion (ISO 8601); empty where there is none."""
        meetings = self.around_occasion(occasion)
        return meetings[0].date.first.isoformat() if meetings else ""

    @question
    def not_held(self, of: tuple[str, str]) -> Summaries:
        """Meetings that were declined or cancelled, of a record by collection and id: a relation, person, place or occasion, or of a
        party by `PARTIES` and its code or id.
        """
        return self._not_held.get(of, ())

    @question
    def counts(self, of: str) -> tuple[tuple[Any, int], ...]:
        """How many meetings there are by `year`, `day`, `party`, `person`, `topic`, `occasion`, `place`, `publisher` or `pair`.

        Keys in their order; pairs in the order of their ids.
        """
        index: Mapping[Any, Summaries] = getattr(self, f"_by_{of}")
        return tuple((key, len(meetings)) for key, meetings in index.items())

    @question
    def tells(self, record: tuple[str, str]) -> bool:
        """Whether there is more to be shown of a record, by collection (or `PARTIES`) and id, than an entry of a list can say: it has to do
        with a meeting; a place, an occasion and a topic that is part of another with several.
        """
        kind, key = record
        if self.not_held(record):
            return True
        match kind:
            case TOPICS.id:
                return len(self.on_topic(key)) > 1 or not self.topics[key].broader
            case PEOPLE.id:
                return bool(self.of_person(key))
            case PLACES.id:
                return len(self.at_place(key)) > 1
            case OCCASIONS.id:
                return len(self.around_occasion(key)) > 1
            case _:
                return bool(self.active(key) or self.pairs_with(key))

    @question
    def met_most(self, number: int) -> tuple[tuple[tuple[str, str], tuple[str, ...]], ...]:
        """So many pairs of people who sat on different sides most often, and at which meetings; only those who did so more than once."""
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for meeting in self._held:
            for person in meeting.people:
                for other in facing(meeting, person):
                    if person < other:
                        found[person, other].append(meeting.id)
        often = sorted((pair for pair in found if len(found[pair]) > 1), key=lambda pair: (-len(found[pair]), pair))
        return tuple((pair, tuple(found[pair])) for pair in often[:number])

    @question
    def places_in(self, country: str) -> tuple[str, ...]:
        """The places in a country at which meetings were held, by id."""
        return tuple(place for place in self._by_place if self.places[place].country == country)

    @question
    def hosted(self, place: str) -> int:
        """At how many of the meetings at a place the country that it lies in was a side."""
        country = self.places[place].country
        return sum(country in meeting.parties for meeting in self.at_place(place))

    @property
    @fact
    def calls(self) -> tuple[tuple[Pair, int], ...]:
        """How many calls there were between the parties of each pair that had any, by telephone or video."""
        found = ((pair, sum(each.mode is not Mode.IN_PERSON for each in meetings)) for pair, meetings in self._by_pair.items())
        return tuple((pair, number) for pair, number in found if number)

    @property
    @fact
    def totals(self) -> Totals:
        """How much there is of everything."""
        every = self._held
        return Totals(
            len(every),
            len(self._by_pair),
            len(self.people),
            len(self.topics),
            sum(len(meeting.accounts) for meeting in every),
            sum(meeting.statements for meeting in every),
        )

    @question
    def latest(self, number: int) -> Summaries:
        """So many meetings, the latest first."""
        return self._held[: -number - 1 : -1]

    @property
    @fact
    def held(self) -> Summaries:
        """Every meeting that was held, in the order of time."""
        return self._held

    @property
    @fact
    def never_held(self) -> Summaries:
        """Every meeting that was declined or cancelled, in the order of time."""
        return tuple(meeting for meeting in self.summaries.values() if meeting.status is not Status.HELD)

    # Parties, people, places

    @question
    def people_of(self, country: str) -> tuple[str, ...]:
        """The people who speak for a country, by id."""
        return tuple(person.id for person in self.people.values() if person.country == country)

    @question
    def occasions_at(self, place: str) -> tuple[str, ...]:
        """The occasions held at a place, by id."""
        return tuple(occasion.id for occasion in self.occasions.values() if occasion.place == place)

    @question
    def narrower(self, topic: str) -> tuple[Topic, ...]:
        """The narrower topics of a topic, by name."""
        return tuple(sorted((each for each in self.topics.values() if each.broader == topic), key=lambda each: each.name))

    @question
    def capital(self, party: str) -> Place | None:
        """The capital of a country, or the seat of an organization."""
        if organization := self.organizations.get(party):
            return self.places.get(organization.seat or "")
        own = (each for each in self.places.values() if (each.capital and each.country == party) or party in each.capital_of)
        return next(own, None)

    @staticmethod
    def state_codes(party: str) -> StateCodes:
        """The numbers of a country in the lists of Correlates of War and of Gleditsch and Ward.

        Both are none for an organization and for a country that is no state in either list.
        """
        return state_codes(party)

    # Clocks

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

    @property
    @fact
    def short_forms(self) -> tuple[ShortForm, ...]:
        """Every abbreviation once, in alphabetical order; where a topic and an organization have the same, it is the topic’s."""
        of_organizations = {
            each.abbreviation: ShortForm(each.abbreviation, each.name, each.id, of_topic=False)
            for each in self.organizations.values()
            if each.abbreviation
        }
        of_topics = {
            each.abbreviation: ShortForm(each.abbreviation, each.name, each.id, of_topic=True)
            for each in self.topics.values()
            if each.abbreviation
        }
        found = of_organizations | of_topics
        return tuple(found[short] for short in sorted(found))
