"""Lists of meetings, from their summaries alone. A long one is told apart by decades, and a long decade by years, each on a page of
its own.

The addresses of these pages stay when the lists grow: a decade that becomes long keeps its page, which then leads to its years.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from readouts.archive.summaries import MeetingSummary, order
from readouts.model import wording
from readouts.pages.words import lists as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Choices, Heading, Inlines, Item, Items, Link, Page, Paragraph, Span, Target

if TYPE_CHECKING:
    from readouts.archive.indexes import Summaries
    from readouts.pages.site import Site

LONG = 100
"""More meetings than this are told apart."""

LATEST = 20
"""So many stand on the page all the same."""

Listing: TypeAlias = "Callable[[Site, Summaries], Iterable[Block]]"
"""How meetings are listed: in the order of time, blocks of the latest first."""


def listed(site: Site, meetings: Iterable[MeetingSummary], *, with_year: bool = False, marked: bool = False) -> Items:
    """A list of meetings: date, title, and who met where. Under a heading that names the year it is left out."""
    items = []
    for each in meetings:
        classes = " ".join(["ro-meeting", *(_classes(each) if marked else ())])
        items.append(Item(_line(site, each, with_year=with_year), cls=classes))
    return Items(tuple(items))


def not_held(site: Site, meetings: Summaries) -> Iterator[Block]:
    """Meetings that were declined or cancelled, where there are any."""
    if meetings:
        yield Heading(2, (shared.NOT_HELD,), "not-held")
        yield listed(site, meetings, with_year=True)


def by_year(site: Site, meetings: Iterable[MeetingSummary], *, marked: bool = False) -> tuple[Block, ...]:
    """Meetings under a heading for each year, the latest first; marked where they can be narrowed down."""
    found: list[Block] = []
    newest_first = sorted(meetings, key=order, reverse=True)
    for year, group in groupby(newest_first, key=lambda each: each.date.year):
        found += [Heading(3, (site.link.year(year),), f"y{year}", "ro-year"), listed(site, group, marked=marked)]
    return tuple(found)


def briefly(site: Site, meetings: Summaries) -> Iterator[Block]:
    """As `by_year`, without who met where."""
    for year, group in groupby(reversed(meetings), key=lambda each: each.date.year):
        yield Heading(3, (site.link.year(year),), f"y{year}", "ro-year")
        yield Items(tuple(Item((site.link.day(each), " ", site.titles.meeting(each))) for each in group))


def to_narrow_down(site: Site, meetings: Iterable[MeetingSummary]) -> tuple[Block, ...]:
    """As `by_year`, for a form of `choices`."""
    return by_year(site, meetings, marked=True)


def choices(site: Site, meetings: Summaries) -> Choices:
    """A form that narrows down a list of these meetings."""
    archive = site.archive
    kinds = {f"k-{one.kind.value}": one.kind.label for one in meetings}
    decades = {f"d-{_decade(one)}": _decade(one) for one in meetings}
    people = {f"p-{person}": archive.people[person].name.full for one in meetings for person in one.people}
    topics = {f"t-{topic}": archive.topics[topic].name for one in meetings for topic in one.topics}
    fields = (
        ("kind", shared.KIND, kinds),
        ("decade", say.DECADE, decades),
        ("person", shared.PERSON, people),
        ("topic", shared.TOPIC, topics),
    )
    return Choices(
        say.NARROW,
        tuple((name, label, tuple(sorted(found.items(), key=lambda one: one[1].casefold()))) for name, label, found in fields),
    )


def _classes(meeting: MeetingSummary) -> Iterator[str]:
    """What a list of meetings can be narrowed down by, as classes: kind, decade, people and topics."""
    yield f"k-{meeting.kind.value}"
    yield f"d-{_decade(meeting)}"
    yield from (f"p-{person}" for person in meeting.people)
    yield from (f"t-{topic}" for topic in meeting.topics)


def _decade(meeting: MeetingSummary) -> str:
    return f"{meeting.date.year // 10:03}0s"


def _line(site: Site, meeting: MeetingSummary, *, with_year: bool) -> Inlines:
    day = meeting.date.day
    when = wording.short_day(day, with_year=with_year) if day else wording.dated(meeting.date)
    people = " – ".join(site.titles.surname(d.head.person) for d in meeting.delegations if d.head and d.head.person)
    about = [part for part in (people, site.titles.city(meeting)) if part]
    title = site.link.meeting(meeting, site.titles.meeting(meeting))
    return (Span((when,), "ro-when"), " ", title, " ", Span((" · ".join(about),), "ro-about"))


@dataclass(frozen=True, slots=True)
class MeetingList:
    """The meetings of a page."""

    path: str
    """The page's."""
    title: str
    source: str
    meetings: Summaries
    listing: Listing = by_year
    apart: Listing | None = None
    """How those of a decade or year are listed, if otherwise: what says more of each would weigh more than all else at scale."""
    not_held: Summaries = ()
    """Those that were declined or cancelled, which count nowhere."""

    def blocks(self, site: Site) -> Iterator[Block]:
        """All meetings, or the latest and a link for each decade."""
        if len(self.meetings) <= LONG:
            yield from self.listing(site, self.meetings)
            return
        yield from self.listing(site, self.meetings[-(LATEST // 2 if self.apart else LATEST) :])
        yield Heading(3, (say.ALL_BY_DECADE,), "all-by-decade")
        yield self._links(self._decades())

    def parts(self) -> Iterator[str]:
        """The decades of a long list, and the years of its long decades: those have pages of their own."""
        if len(self.meetings) > LONG:
            for decade, found in self._decades().items():
                yield decade
                if len(found) > LONG:
                    yield from _years(found)

    def part_path(self, part: str) -> str:
        """The page of a decade or year."""
        return f"{self.path.removesuffix('.md')}/{part}.md"

    def part_page(self, site: Site, part: str) -> Page:
        """The meetings of a decade or year, or links to the years of a decade that is long itself."""
        decade = f"{part[:3]}0s"
        of_decade = self._decades()[decade]
        found = of_decade if part == decade else _years(of_decade)[part]
        title = f"{self.title}, {part}"
        years = _years(found) if part == decade and len(found) > LONG else {}
        body = (self._links(years),) if years else (self.apart or self.listing)(site, found)
        above, name = (self.path, self.title) if part == decade else (self.part_path(decade), f"{self.title}, {decade}")
        back = Paragraph((Link((shared.back_to(name),), Target(above)),), cls="ro-back")
        about = shared.on_record(title, len(found))
        return Page(self.part_path(part), title, about, self.source, (back, Heading(1, (title,)), *body))

    def _links(self, parts: Mapping[str, Summaries]) -> Items:
        entries = [entry(Link((name,), Target(self.part_path(name))), len(found)) for name, found in parts.items()]
        return Items(tuple(reversed(entries)))

    def _decades(self) -> Mapping[str, Summaries]:
        return {decade: tuple(found) for decade, found in groupby(self.meetings, key=_decade)}


def part_target(path: str, counted: Iterable[tuple[int, int]], year: int) -> Target:
    """Where the meetings of a year stand on the page at a path, or on the pages that a long list is told apart on.

    Args:
        path: The page whose list it is.
        counted: How many meetings the list has in each year.
        year: One with meetings.
    """
    by_year = dict(counted)
    if sum(by_year.values()) <= LONG:
        return Target(path, f"y{year}")
    folder = path.removesuffix(".md")
    of_decade = sum(number for each, number in by_year.items() if each // 10 == year // 10)
    return Target(f"{folder}/{year:04}.md") if of_decade > LONG else Target(f"{folder}/{year // 10:03}0s.md", f"y{year}")


def _years(meetings: Summaries) -> Mapping[str, Summaries]:
    return {year: tuple(found) for year, found in groupby(meetings, key=lambda each: f"{each.date.year:04}")}


def entry(what: Link | Inlines, meetings: int) -> Item:
    """A line of a list of things that have meetings."""
    content = what if isinstance(what, tuple) else (what,)
    return Item((*content, " ", Span((shared.meetings(meetings),), "ro-count")), cls="ro-entry")
