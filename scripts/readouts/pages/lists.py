"""Lists of meetings that stay short: a long one is told apart by years, each on a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from readouts.blocks import Block, Heading, Item, Items, Link, Page, Paragraph, Span, Target
from readouts.pages.draft import Draft, key
from readouts.problems import count

if TYPE_CHECKING:
    from readouts.model import Meeting
    from readouts.pages.site import Site

LONG = 100
"""More meetings than this are told apart by years."""

LATEST = 20
"""So many stand on the page all the same."""

Listing: TypeAlias = "Callable[[tuple[Meeting, ...]], Iterable[Block]]"
"""How meetings are listed: in the order of time, blocks of the latest first."""


@dataclass(frozen=True, slots=True)
class MeetingList:
    """The meetings of a page."""

    path: str
    """The page's."""
    title: str
    source: str
    meetings: tuple[Meeting, ...]
    listing: Listing | None = None

    def blocks(self, site: Site) -> Iterator[Block]:
        """All meetings, or the latest and a link for each year."""
        show = self.listing or site.by_year
        if len(self.meetings) <= LONG:
            yield from show(self.meetings)
            return
        yield from show(self.meetings[-LATEST:])
        yield Heading(3, ("All by year",), "all-by-year")
        entries = [
            Item(
                (Link((f"{year}",), Target(self._path(year))), " ", Span((count(len(found), "meeting"),), "ro-count")),
                "",
                "ro-entry",
            )
            for year, found in self._years()
        ]
        yield Items(tuple(reversed(entries)))

    def drafts(self, site: Site) -> Iterator[Draft]:
        """The pages of the years of a long list."""
        if len(self.meetings) > LONG:
            for year, found in self._years():
                yield Draft(self._path(year), key(self.title, site.states(found)), partial(self._page, site, year, found))

    def _years(self) -> Iterator[tuple[int, tuple[Meeting, ...]]]:
        for year, group in groupby(self.meetings, key=lambda each: each.date.year):
            yield year, tuple(group)

    def _page(self, site: Site, year: int, meetings: tuple[Meeting, ...]) -> Page:
        name = f"{self.title}, {year}"
        body = self.listing(meetings) if self.listing else (site.meetings(meetings[::-1]),)
        back = Paragraph((Link((f"Back to {self.title}",), Target(self.path)),), cls="ro-back")
        about = f"{name}: {count(len(meetings), 'meeting')} on record"
        return Page(self._path(year), name, about, self.source, (back, Heading(1, (name,)), *body))

    def _path(self, year: int) -> str:
        return f"{self.path.removesuffix('.md')}/{year:04}.md"
