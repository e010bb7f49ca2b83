"""The page that lists everything of a kind, with the number of meetings of each.

Whatever has to do with no meeting is told there in a line, and its own address leads to that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from readouts.pages.parts.meeting_lists import entry
from readouts.render.blocks import (
    Block,
    Heading,
    Inline,
    Inlines,
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
    from readouts.pages.parts.facts import Rows
    from readouts.render.search_entry import SearchEntry

Counted: TypeAlias = "Sequence[tuple[Link | Inlines, int]]"
"""What an overview lists, and how many meetings each has."""


def overview(path: str, title: str, about: str, counted: Counted, picture: Iterable[Block] = ()) -> Page:
    """The page."""
    items = tuple(entry(what, meetings) for what, meetings in counted)
    body: list[Block] = [Heading(1, (title,)), Paragraph((about,), cls="ro-lead"), *picture]
    body.append(Items(items) if items else Paragraph(("Nothing on record yet.",)))
    return Page(path, title, about, "records/", tuple(body))


def followed(page: Page, others: Sequence[Item]) -> Page:
    """The page with what has to do with no meeting below."""
    if not others:
        return page
    heading = Heading(2, ("No meetings on record",), "without-meetings")
    return replace(page, blocks=(*page.blocks, heading, Items(tuple(others))))


def in_a_line(name: str, rows: Rows, anchor: str) -> Item:
    """All there is to be told of something that has to do with no meeting."""
    told: list[Inline] = []
    for term, values in rows:
        told += [f" · {term}: ", *joined(values, "; ")]
    return Item((Strong(name), Span(tuple(told), "ro-about")), anchor, "ro-entry")


def leads_on(path: str, title: str, list_of: tuple[str, str, str], entry: SearchEntry) -> Page:
    """The page at the address of something that is told in a line of a list: path and name of that, and the anchor of the line."""
    index, name, anchor = list_of
    to = Target(index, anchor)
    body = Paragraph(("What is on record of it stands in the list “", Link((name,), to), "”."))
    return Page(path, title, f"{title}: see {name}", "records/", (Heading(1, (title,)), body), moved_to=to, indexed=entry)
