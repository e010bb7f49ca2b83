"""What a search finds of a page: its names, its facets, and the passages that a hit leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Facet: TypeAlias = Literal[
    "type",
    "kind",
    "coverage",
    "mode",
    "region",
    "country",
    "pair",
    "person",
    "speaker",
    "act",
    "topic",
    "place",
    "publisher",
    "language",
]
"""What pages can be narrowed down by; `type` is the kind of page."""

Meta: TypeAlias = Literal["shown", "names", "type", "about", "url"]
"""What the index knows of a page beside its text: its title, its other names, its kind; when and where it was, in words to be found;
and where to go instead of it, below the site.
"""

Values: TypeAlias = tuple[tuple[Facet, str], ...]
"""Facets, each with a value."""

SEPARATOR = " · "
"""Between the parts of a title or of a facet's value."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a page with an address of its own."""

    anchor: str
    title: str
    """What a hit is called; its parts stand between `SEPARATOR`s."""
    text: str
    said: Values = ()
    """Of a statement: who spoke, the act, the topics. They are held against one statement, not against the page."""


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
    facets: Values = ()
    """What the page can be narrowed down by, each pair once."""
    date: str = ""
    """The day of a meeting, to sort by: `20141110`."""
    about: str = ""
    """When and where, in words that count more than those of the text."""
