"""What a search finds of a page: its names, its facets, and the passages that a hit leads to."""

from __future__ import annotations

from dataclasses import dataclass


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
    facets: tuple[tuple[str, str], ...] = ()
    """Name and value of what the page can be narrowed down by, each pair once."""
    date: str = ""
    """The day of a meeting, to sort by: `20141110`."""


SEPARATOR = " · "
