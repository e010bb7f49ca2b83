"""The page that lists everything of a kind, with the number of meetings of each.

Whatever has to do with no meeting is told there in a line, and a place or an occasion with one; its own address leads to that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from readouts.pages.words import lists as say
from readouts.pages.words import shared
from readouts.render.blocks import (
    Block,
    Heading,
    Inline,
    Item,
    Items,
    Link,
    Page,
    Paragraph,
    Span,
    Strong,
    Target,
    joined,
)

if TYPE_CHECKING:
    from readouts.archive.summaries import MeetingSummary
    from readouts.pages.parts.facts import Rows
    from readouts.pages.site import Site
    from readouts.render.search_entry import SearchEntry


def overview(path: str, title: str, about: str, items: Iterable[Item], picture: Iterable[Block] = ()) -> Page:
    """The page."""
    found = tuple(items)
    body: list[Block] = [Heading(1, (title,)), Paragraph((about,), cls="ro-lead"), *picture]
    body.append(Items(found) if found else Paragraph((say.NOTHING,)))
    return Page(path, title, about, "records/", tuple(body))


def followed(page: Page, others: Sequence[Item]) -> Page:
    """The page with what has to do with no meeting below."""
    if not others:
        return page
    heading = Heading(2, (shared.NO_MEETINGS,), "without-meetings")
    return replace(page, blocks=(*page.blocks, heading, Items(tuple(others))))


def in_a_line(name: str, rows: Rows, anchor: str) -> Item:
    """All there is to be told of something that has to do with no meeting, or with one."""
    told: list[Inline] = []
    for term, values in rows:
        told += [f" · {term}: ", *joined(values, "; ")]
    return Item((Strong(name), Span(tuple(told), "ro-about")), anchor, "ro-entry")


def at_one(site: Site, meeting: MeetingSummary) -> Rows:
    """The one meeting that something has to do with."""
    yield say.ONE_MEETING, ((site.link.meeting(meeting),),)


def leads_on(path: str, title: str, list_of: tuple[str, str, str], entry: SearchEntry) -> Page:
    """The page at the address of something that is told in a line of a list: path and name of that, and the anchor of the line."""
    index, name, anchor = list_of
    to = Target(index, anchor)
    body = Paragraph(shared.stands_in(Link((name,), to)))
    return Page(path, title, shared.see(title, name), "records/", (Heading(1, (title,)), body), moved_to=to, indexed=entry)
