"""What all pages share: where each record's page is, how it is linked, and how meetings are listed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from readouts.archive.archive import Archive, Pair, order
from readouts.model import wording
from readouts.model.values import COUNTRIES
from readouts.model.vocabulary import Capacity, Mode, Term
from readouts.pages.draft import key
from readouts.render.blocks import (
    Block,
    Choices,
    Heading,
    Inline,
    Inlines,
    Item,
    Items,
    Link,
    Page,
    Span,
    Target,
    joined,
    text_of,
    texts,
)

if TYPE_CHECKING:
    from readouts.model import Delegate, Meeting, OtherName, Topic

REFERENCE = "reference"
_MODES = {Mode.IN_PERSON: "", Mode.TELEPHONE: " (telephone)", Mode.VIDEO: " (video conference)"}
_MANY_PARTIES = 3


class Site:
    """The archive as a site: paths, titles, links and lists."""

    def __init__(self, archive: Archive, base: str = "") -> None:
        self.archive = archive
        self.base = base
        """The site's own address, if it is known."""

    # Paths (below `docs/`)

    def meeting_path(self, meeting: Meeting) -> str:
        """`meetings/2014/2014-11-10-japan-peru.md`."""
        return f"meetings/{meeting.date.year:04}/{meeting.id}.md"

    def party_path(self, party: str) -> str:
        """`countries/jp.md` or `organizations/un.md`."""
        return f"countries/{party.lower()}.md" if party in COUNTRIES else f"organizations/{party}.md"

    def pair_path(self, pair: Pair) -> str:
        """`relations/japan-peru.md`."""
        return f"relations/{self.archive.pair_id(pair)}.md"

    def topic_path(self, topic: str) -> str:
        """`topics/tpp.md`."""
        return f"topics/{topic}.md"

    def year_path(self, year: int) -> str:
        """`meetings/2014/index.md`."""
        return f"meetings/{year:04}/index.md"

    # Titles

    def meeting_title(self, meeting: Meeting) -> str:
        """“Japan–Peru summit meeting”: parties in alphabetical order, and the kind."""
        if meeting.title:
            return meeting.title
        parties = sorted(self.archive.party_name(party) for party in meeting.parties)
        who = "–".join(parties) if len(parties) <= _MANY_PARTIES else f"{parties[0]} and {len(parties) - 1} others:"
        return f"{who} {meeting.kind.label}{_MODES[meeting.mode]}"

    def full_title(self, meeting: Meeting) -> str:
        """“Japan–Peru summit meeting, Beijing, 10 November 2014”."""
        parts = [self.meeting_title(meeting), self.place_name(meeting), wording.dated(meeting.date)]
        return ", ".join(part for part in parts if part)

    def place_name(self, meeting: Meeting) -> str:
        """The meeting's city, or nothing."""
        return self.archive.places[meeting.place].name if meeting.place else ""

    def pair_title(self, pair: Pair) -> str:
        """“Japan–Peru relations”."""
        return f"{'–'.join(self.archive.party_name(party) for party in pair)} relations"

    def topic_title(self, topic: str) -> str:
        """“Trans-Pacific Partnership (TPP)”."""
        each = self.archive.topics[topic]
        return f"{each.name} ({each.abbreviation})" if each.abbreviation else each.name

    def speaker_name(self, speaker: str) -> str:
        """The name of a person, or of a side that speaks as a whole."""
        person = self.archive.people.get(speaker)
        return person.name.full if person else self.archive.party_name(speaker)

    def side_of(self, speaker: str) -> str | None:
        """The party a speaker speaks for: a person's country or organization, or the side itself."""
        person = self.archive.people.get(speaker)
        return (person.country or person.organization) if person else speaker

    def surname(self, person: str) -> str:
        """The name a person is called by in a list."""
        name = self.archive.people[person].name
        return name.family or name.full

    # Links

    def meeting(self, meeting: Meeting, text: str = "", anchor: str = "") -> Link:
        """A link to a meeting's page or to a part of it."""
        return Link((text or self.full_title(meeting),), Target(self.meeting_path(meeting), anchor))

    def person(self, person: str) -> Link:
        """A link to a person's page."""
        return Link((self.archive.people[person].name.full,), Target(f"people/{person}.md"))

    def party(self, party: str) -> Link:
        """A link to the page of a country or an organization."""
        return Link((self.archive.party_name(party),), Target(self.party_path(party)))

    def speaker(self, speaker: str) -> Link:
        """A link to a person, or to a side that speaks as a whole."""
        return self.person(speaker) if speaker in self.archive.people else self.party(speaker)

    def place(self, place: str) -> Link:
        """A link to a place's page."""
        return Link((self.archive.places[place].name,), Target(f"places/{place}.md"))

    def occasion(self, occasion: str) -> Link:
        """A link to an occasion's page."""
        return Link((self.archive.occasions[occasion].name,), Target(f"occasions/{occasion}.md"))

    def topic(self, topic: str, cls: str = "") -> Link:
        """A link to a topic's page, by its abbreviation where it has one."""
        entry = self.archive.topics[topic]
        return Link((entry.abbreviation or entry.name,), Target(self.topic_path(topic)), cls)

    def pair(self, pair: Pair, text: str = "") -> Link:
        """A link to a relation page."""
        return Link((text or self.pair_title(pair),), Target(self.pair_path(pair)))

    def year(self, year: int) -> Link:
        """A link to a year's page."""
        return Link((f"{year}",), Target(self.year_path(year)))

    def term(self, term: Term, cls: str = "") -> Link:
        """A link to the definition of a word of a controlled list."""
        anchor = f"{wording.slug(type(term).__name__)}-{term.value}"
        return Link((term.label,), Target(f"{REFERENCE}/vocabulary.md", anchor), cls)

    # What tells whether a page changed

    @cached_property
    def common(self) -> int:
        """A number that changes with what any page may show: the site's address and the short forms."""
        return key(self.base, sorted((short, long) for short, (long, _) in self.short_forms.items()))

    def states(self, meetings: Iterable[Meeting]) -> int:
        """A number that changes with anything these meetings' records say, for a page that shows what was said."""
        known = self.archive.all_states
        return hash(tuple([known[meeting.id] for meeting in meetings]))

    def outlines(self, meetings: Iterable[Meeting]) -> int:
        """A number that changes with the outlines of these meetings, for a page that lists them."""
        known = self.archive.all_outlines
        return hash(tuple([known[meeting.id] for meeting in meetings]))

    # Lists

    def meetings(self, meetings: Iterable[Meeting], *, with_year: bool = False, marked: bool = False) -> Items:
        """A list of meetings: date, title, and who met where. Under a heading that names the year it is left out."""
        items = []
        for each in meetings:
            marks = " ".join(["ro-meeting", *(self.marks(each) if marked else ())])
            items.append(Item(self._listed(each, with_year=with_year), cls=marks))
        return Items(tuple(items))

    def marks(self, meeting: Meeting) -> Iterator[str]:
        """What a list of meetings can be narrowed down by, as classes: kind, decade, people and topics."""
        yield f"k-{meeting.kind.value}"
        yield f"d-{meeting.date.year // 10}0s"
        yield from (f"p-{person}" for person in meeting.people)
        yield from (f"t-{topic}" for topic in meeting.topics)

    def choices(self, meetings: Iterable[Meeting]) -> Choices:
        """A form that narrows down a list of these meetings by those marks."""
        each = list(meetings)
        kinds = {f"k-{one.kind.value}": one.kind.label for one in each}
        decades = {f"d-{one.date.year // 10}0s": f"{one.date.year // 10}0s" for one in each}
        people = {f"p-{person}": self.archive.people[person].name.full for one in each for person in one.people}
        topics = {f"t-{topic}": self.archive.topics[topic].name for one in each for topic in one.topics}
        fields = (
            ("kind", "Kind", kinds),
            ("decade", "Decade", decades),
            ("person", "Person", people),
            ("topic", "Topic", topics),
        )
        return Choices(
            "Narrow down the meetings",
            tuple(
                (name, label, tuple(sorted(found.items(), key=lambda one: one[1].casefold()))) for name, label, found in fields
            ),
        )

    def by_year(self, meetings: Iterable[Meeting], *, marked: bool = False) -> tuple[Block, ...]:
        """Meetings under a heading for each year, the latest first; with marks where they can be narrowed down."""
        found: list[Block] = []
        newest_first = sorted(meetings, key=order, reverse=True)
        for year, group in groupby(newest_first, key=lambda each: each.date.year):
            found += [Heading(3, (self.year(year),), f"y{year}", "ro-year"), self.meetings(group, marked=marked)]
        return tuple(found)

    def _listed(self, meeting: Meeting, *, with_year: bool) -> Inlines:
        when = wording.short_day(meeting.date.day, with_year=with_year) if meeting.date.day else wording.dated(meeting.date)
        people = " – ".join(self.surname(d.head.person) for d in meeting.delegations if d.head and d.head.person)
        about = [part for part in (people, self.place_name(meeting)) if part]
        return (
            Span((when,), "ro-when"),
            " ",
            self.meeting(meeting, self.meeting_title(meeting)),
            " ",
            Span((" · ".join(about),), "ro-about"),
        )

    def topics(self, topics: Iterable[str], cls: str = "ro-topic") -> Inlines:
        """Topics one after another, by name."""
        links = sorted((self.topic(topic, cls) for topic in topics), key=lambda link: text_of(link.content).casefold())
        return joined(links, " ")

    def office(self, delegate: Delegate) -> Inlines:
        """The office of the day with the capacity and style it came with: “President-elect”, “former Prime Minister”."""
        office = delegate.office or ""
        match delegate.capacity:
            case Capacity.ELECT if not office.lower().endswith("elect"):
                office = f"{office}-elect"
            case Capacity.FORMER | Capacity.ACTING if delegate.capacity not in office.lower():
                office = f"{delegate.capacity.label} {office}"
            case Capacity.SPECIAL_ENVOY | Capacity.CHAIR if delegate.capacity.label not in office.lower():
                office = ", ".join(part for part in (office, delegate.capacity.label) if part)
        if delegate.represents:
            office = f"{office}, for the {delegate.represents}".removeprefix(", ")
        return (office[:1].upper() + office[1:],) if office else ()

    def forms(self, also: Iterable[OtherName]) -> tuple[Inlines, ...]:
        """Other forms of a name, each marked with its language."""
        return tuple((Span((each.text,), lang=each.language) if each.language else each.text,) for each in also)

    def note(self, note: str | None) -> tuple[Inline, ...]:
        """A remark of the archive, set apart from what an account says."""
        return (" ", Span(("Note: ", note), "ro-note")) if note else ()

    # Abbreviations

    @cached_property
    def short_forms(self) -> dict[str, tuple[str, Link]]:
        """Abbreviation → what it means, and where more is said about it."""
        found: dict[str, tuple[str, Link]] = {}
        for organization in self.archive.organizations.values():
            if organization.abbreviation:
                found[organization.abbreviation] = (organization.name, self.party(organization.id))
        for topic in self.archive.topics.values():
            if topic.abbreviation:
                found[topic.abbreviation] = (topic.name, _named(self.topic(topic.id), topic))
        return found

    @cached_property
    def _short_form(self) -> re.Pattern[str]:
        longest_first = sorted(self.short_forms, key=lambda each: (-len(each), each))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)" if longest_first else r"(?!)")

    def abbreviations(self, text: str) -> list[str]:
        """The short forms that occur in a text, in alphabetical order."""
        return sorted(set(self._short_form.findall(text)))

    def explained(self, page: Page) -> Page:
        """The page with the meaning of the short forms that occur in it."""
        short = tuple((each, self.short_forms[each][0]) for each in self.abbreviations("\n".join(texts(page.blocks))))
        return replace(page, abbreviations=short)


def _named(link: Link, topic: Topic) -> Link:
    return replace(link, content=(topic.name,))
