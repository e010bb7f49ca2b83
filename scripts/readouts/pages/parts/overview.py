"""The page that lists everything of a kind, with the number of meetings of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from readouts.pages.parts.meeting_lists import entry
from readouts.render.blocks import Block, Heading, Inlines, Items, Link, Page, Paragraph

Counted: TypeAlias = "Sequence[tuple[Link | Inlines, int]]"
"""What an overview lists, and how many meetings each has."""


def overview(path: str, title: str, about: str, counted: Counted, picture: Iterable[Block] = ()) -> Page:
    """The page."""
    items = tuple(entry(what, meetings) for what, meetings in counted)
    body: list[Block] = [Heading(1, (title,)), Paragraph((about,), cls="ro-lead"), *picture]
    body.append(Items(items) if items else Paragraph(("Nothing on record yet.",)))
    return Page(path, title, about, "records/", tuple(body))
