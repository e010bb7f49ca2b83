"""What a search finds of a page: its names, its facets, and the passages that a hit leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Facet: TypeAlias = Literal[
    "type", "kind", "month", "country", "pair", "person", "topic", "act", "who", "place", "publisher", "language"
]
"""What pages can be narrowed down by; `type` is the kind of page."""

Meta: TypeAlias = Literal["shown", "names", "type"]
"""What the browser is told of a page that was found: its title, its other names, its kind."""

SEPARATOR = " · "
"""Between the parts of a title or of a facet's value."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a page with an address of its own."""

    anchor: str
    title: str
    """What a hit is called; its parts stand between `SEPARATOR`s, so that facets can be held against them."""
    text: str


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page as the search sees it."""

    kind: str
    """What the page is about: “Meeting”, “Person”."""
    names: tuple[str, ...] = ()
    """What else the page may be looked for by: other forms and scripts of a name, short forms."""
    text: str = ""
    """What the page says outside its passages."""
    passages: tuple[Passage, ...] = ()
    facets: tuple[tuple[Facet, str], ...] = ()
    """Name and value of what the page can be narrowed down by, each pair once."""
    date: str = ""
    """The day of a meeting, to sort by: `20141110`."""
