"""Links to the pages of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.archive.indexes import PARTIES
from readouts.model import wording
from readouts.model.collections import MEETINGS, OCCASIONS, ORGANIZATIONS, PEOPLE, PLACES, RELATIONS, TOPICS
from readouts.model.values import COUNTRIES
from readouts.model.vocabulary import TopicKind
from readouts.render.blocks import Inline, Inlines, Link, Target, joined, text_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from readouts.archive.archive import Archive
    from readouts.archive.indexes import Pair
    from readouts.archive.summaries import MeetingSummary
    from readouts.archive.titles import Met, Titles
    from readouts.model import Entry
    from readouts.model.collections import Collection
    from readouts.model.vocabulary import Term

VOCABULARY = "reference/vocabulary.md"
"""The page with the definitions of the controlled lists."""

_MATTERS = (TopicKind.THEME, TopicKind.ISSUE)

COUNTRY_PAGES = "countries"
"""The folder of the pages of countries, which have no record."""

COUNTRIES_INDEX = f"{COUNTRY_PAGES}/index.md"
"""The list of countries."""

ENTRIES = (PEOPLE, PLACES, OCCASIONS, ORGANIZATIONS, TOPICS)
"""The kinds of record whose lists tell all there is of a record that has to do with no meeting."""


def country_page(code: str) -> str:
    """`countries/jp.md`."""
    return f"{COUNTRY_PAGES}/{code.lower()}.md"


def year_page(year: int) -> str:
    """`meetings/2014/index.md`."""
    return f"{MEETINGS.id}/{year:04}/index.md"


class Links:
    """Links to the records of an archive."""

    def __init__(self, archive: Archive, titles: Titles, paged: Container[str]) -> None:
        self.archive = archive
        self.titles = titles
        self.paged = paged
        """Kinds of record, by the ids of their collections, that have pages."""

    def meeting(self, meeting: Met, text: str = "", anchor: str = "") -> Link:
        """To a meeting's page or to a part of it."""
        return Link((text or self.titles.full(meeting),), Target(MEETINGS.page(meeting.id), anchor))

    def record(self, kind: Collection[Entry], record: Entry | MeetingSummary) -> Inline:
        """To the page of any record; its name alone where records of its kind have none."""
        title = self.titles.entry(record)
        return Link((title,), self.to(kind, record.id)) if kind.id in self.paged else title

    def to(self, kind: Collection[Entry], key: str) -> Target:
        """A record's page, or its entry in the list of its kind where there is nothing more to be told of it."""
        if kind in ENTRIES and not self.archive.tells((PARTIES if kind is ORGANIZATIONS else kind.id, key)):
            return Target(kind.index, key)
        return Target(kind.page(key))

    def to_party(self, party: str) -> Target:
        """The same of a country or an organization."""
        if party not in COUNTRIES:
            return self.to(ORGANIZATIONS, party)
        return Target(country_page(party)) if self.archive.tells((PARTIES, party)) else Target(COUNTRIES_INDEX, party.lower())

    def person(self, person: str) -> Link:
        """To a person's page."""
        return Link((self.archive.people[person].name.full,), self.to(PEOPLE, person))

    def party(self, party: str) -> Link:
        """To the page of a country or an organization."""
        return Link((self.archive.party_name(party),), self.to_party(party))

    def speaker(self, speaker: str) -> Link:
        """To a person, or to a side that speaks as a whole."""
        return self.person(speaker) if speaker in self.archive.people else self.party(speaker)

    def place(self, place: str) -> Link:
        """To a place's page."""
        return Link((self.archive.places[place].name,), self.to(PLACES, place))

    def occasion(self, occasion: str) -> Link:
        """To an occasion's page."""
        return Link((self.archive.occasions[occasion].name,), self.to(OCCASIONS, occasion))

    def topic(self, topic: str, cls: str = "") -> Link:
        """To a topic's page, by its abbreviation where it is the name of something; a matter may be called otherwise by a source."""
        entry = self.archive.topics[topic]
        short = None if entry.kind in _MATTERS else entry.abbreviation
        return Link((short or entry.name,), self.to(TOPICS, topic), cls)

    def topics(self, topics: Iterable[str], cls: str = "ro-topic") -> Inlines:
        """To topics one after another, by name."""
        links = sorted((self.topic(topic, cls) for topic in topics), key=lambda link: text_of(link.content).casefold())
        return joined(links, " ")

    def pair(self, pair: Pair, text: str = "") -> Link:
        """To the page of a relation."""
        return Link((text or self.titles.pair(pair),), Target(self.pair_page(pair)))

    def pair_page(self, pair: Pair) -> str:
        """`relations/japan-peru.md`."""
        return RELATIONS.page(self.archive.pair_id(pair))

    def year(self, year: int) -> Link:
        """To a year's page."""
        return Link((f"{year}",), Target(year_page(year)))

    def term(self, term: Term, cls: str = "") -> Link:
        """To the definition of a word of a controlled list."""
        return Link((term.label,), Target(VOCABULARY, term.anchor), cls)

    def day(self, meeting: Met, anchor: str = "") -> Link:
        """To a meeting, by its date."""
        return self.meeting(meeting, wording.dated(meeting.date), anchor)
