"""Lists of meetings that stay short: a long one is told apart by decades, and a long decade by years, each on a page of its own.

The addresses of these pages stay when the lists grow: a decade that becomes long keeps its page, which then leads to its years.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from readouts.pages.draft import Draft, key
from readouts.problems import count
from readouts.render.blocks import Block, Heading, Item, Items, Link, Page, Paragraph, Span, Target

if TYPE_CHECKING:
    from readouts.model import Meeting
    from readouts.pages.site import Site

LONG = 100
"""More meetings than this are told apart."""

LATEST = 20
"""So many stand on the page all the same."""

Found: TypeAlias = "tuple[Meeting, ...]"

Parts: TypeAlias = "Mapping[str, Found]"
"""Decade (“2010s”) or year (“2014”) → its meetings."""

Listing: TypeAlias = "Callable[[tuple[Meeting, ...]], Iterable[Block]]"
"""How meetings are listed: in the order of time, blocks of the latest first."""


@dataclass(frozen=True, slots=True)
class MeetingList:
    """The meetings of a page."""

    path: str
    """The page's."""
    title: str
    source: str
    meetings: Found
    listing: Listing | None = None

    def blocks(self, site: Site) -> Iterator[Block]:
        """All meetings, or the latest and a link for each decade."""
        show = self.listing or site.by_year
        if len(self.meetings) <= LONG:
            yield from show(self.meetings)
            return
        yield from show(self.meetings[-LATEST:])
        yield Heading(3, ("All by decade",), "all-by-decade")
        yield self._links(self._decades(site))

    def drafts(self, site: Site) -> Iterator[Draft]:
        """The pages of the decades of a long list, and of the years of a long decade."""
        if len(self.meetings) <= LONG:
            return
        for decade, found in self._decades(site).items():
            years = site.archive.split(self._path(decade), found, 1) if len(found) > LONG else {}
            yield self._draft(site, decade, found, self.path, years)
            for year, those in years.items():
                yield self._draft(site, year, those, self._path(decade), {})

    def _draft(self, site: Site, name: str, found: Found, above: str, parts: Parts) -> Draft:
        return Draft(
            self._path(name),
            key(self.title, site.states(found) if self.listing else site.outlines(found)),
            partial(self._page, site, name, found, above, parts),
        )

    def _page(self, site: Site, name: str, found: Found, above: str, parts: Parts) -> Page:
        title = f"{self.title}, {name}"
        body = (self._links(parts),) if parts else (self.listing or site.by_year)(found)
        to = self.title if above == self.path else title.replace(name, f"{name[:3]}0s")
        back = Paragraph((Link((f"Back to {to}",), Target(above)),), cls="ro-back")
        about = f"{title}: {count(len(found), 'meeting')} on record"
        return Page(self._path(name), title, about, self.source, (back, Heading(1, (title,)), *body))

    def _links(self, parts: Parts) -> Items:
        entries = [
            Item(
                (Link((name,), Target(self._path(name))), " ", Span((count(len(found), "meeting"),), "ro-count")),
                cls="ro-entry",
            )
            for name, found in parts.items()
        ]
        return Items(tuple(reversed(entries)))

    def _decades(self, site: Site) -> Parts:
        return site.archive.split(self.path, self.meetings, 10)

    def _path(self, name: str) -> str:
        return f"{self.path.removesuffix('.md')}/{name}.md"
