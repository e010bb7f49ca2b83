"""A page as a tree of a few kinds of block: what a page says, without saying how it is written down.

Plain text in the tree is text: the writers (`markdown.py`) escape it. Nothing in a record can become markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from readouts.render.search_entry import SearchEntry

if TYPE_CHECKING:
    from readouts.render.charts import Bars, Map, Strip

Inline: TypeAlias = "str | Strong | Code | Link | Span"
Inlines: TypeAlias = "tuple[Inline, ...]"
Raw: TypeAlias = "Matrix | Grid | Choices | Strip | Bars | Map | Citations | Switch | Excerpt"
Block: TypeAlias = "Heading | Paragraph | Items | Facts | Table | Division | Fold | Raw"


@dataclass(frozen=True, slots=True)
class Strong:
    """Text that stands out."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Text as it is typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """Text of a class of its own, or in another language (BCP 47)."""

    content: Inlines
    cls: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A page of the site (path below `docs/`) and a part of it; without a page, a part of the same page."""

    page: str | None = None
    anchor: str = ""
    query: str = ""
    """What the page is asked for, as it stands in an address: `q=TPP&country=Peru`."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site or to another site; `label` is its name for screen readers, if not the text."""

    content: Inlines
    to: Target | str
    cls: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    content: Inlines
    anchor: str = ""
    cls: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    content: Inlines
    anchor: str = ""
    cls: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list."""

    content: Inlines
    anchor: str = ""
    cls: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms with one or several values each, at a glance."""

    rows: tuple[tuple[str, tuple[Inlines, ...]], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a line of column names."""

    head: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class Division:
    """Blocks that belong together and look alike."""

    cls: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that are seen when their summary, a plain text, is opened."""

    summary: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a matrix: a sign, and what it means."""

    sign: str = ""
    label: str = ""
    to: Target | None = None
    shade: int = 0
    """How dark it is, from 1 to 4; 0 for a cell that is not shaded."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a matrix."""

    group: str
    """Of columns of one group that stand side by side, it is printed once."""
    name: str
    label: str
    """The whole name, for screen readers."""
    to: Target


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table with names at both edges and signs inside."""

    caption: str
    corner: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[str, Target], tuple[Cell, ...]], ...]
    sure: tuple[bool, ...]
    """For each column, whether an empty cell means that there is nothing."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in the order of time with names at both edges and signs inside, which opens at its latest end."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str, Target], tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """A form that narrows down the list after it by the classes of its items; nothing is shown of it without scripts."""

    label: str
    fields: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    """Name, label and options of each choice; an option is a class and what it is called."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A text to be copied."""

    style: str
    """Name of the style or format."""
    text: str
    at: int = -1
    """Where in the text the locator of a part goes; nowhere in a citation of a whole page."""
    around: str = ""
    """How it stands there: the locator's place is an asterisk."""


@dataclass(frozen=True, slots=True)
class Citations:
    """How a page or an account on it is cited, in several styles and formats."""

    label: str
    address: str
    """The page's address as it stands in the citations; said once on a page, and empty elsewhere."""
    texts: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """A box to tick that shows or hides what the style sheet says; it works without scripts."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of a file as it stands there, and a line below it that points at one of its columns."""

    line: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site: where it goes, what it is called, and what it says."""

    path: str
    title: str
    description: str
    source: str
    """The file to edit instead of the page."""
    blocks: tuple[Block, ...]
    abbreviations: tuple[tuple[str, str], ...] = ()
    """Short forms that occur on the page, with what they mean."""
    moved_to: Target | None = None
    """Where to go instead, where this one only keeps an address."""
    head: str = ""
    """HTML for machines, in the page's head."""
    indexed: SearchEntry | None = None
    """What a search finds of it; nothing of a list that only leads elsewhere."""


def joined(parts: Iterable[Inline | Inlines], separator: str = ", ") -> Inlines:
    """The parts in a row with a separator between each two."""
    found: list[Inline] = []
    for part in parts:
        if found:
            found.append(separator)
        found.extend(part if isinstance(part, tuple) else (part,))
    return tuple(found)


def text_of(content: Iterable[Inline]) -> str:
    """The plain text of some inlines."""
    return "".join([each if isinstance(each, str) else _text(each) for each in content])


def _text(inline: Inline) -> str:
    match inline:
        case str():
            return inline
        case Strong() | Code():
            return inline.text
        case Link() | Span():
            return text_of(inline.content)


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The plain text of every line of some blocks, in reading order."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield text_of(block.content)
            case Items():
                yield from (text_of(item.content) for item in block.items)
            case Facts():
                for term, values in block.rows:
                    yield term
                    yield from map(text_of, values)
            case Table():
                yield from block.head
                yield from (text_of(cell) for row in block.rows for cell in row)
            case Division():
                yield from texts(block.blocks)
            case Fold():
                yield block.summary
                yield from texts(block.blocks)


def anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """The addresses of parts of a page that its blocks carry."""
    for block in blocks:
        match block:
            case Heading() | Paragraph() if block.anchor:
                yield block.anchor
            case Items():
                yield from (item.anchor for item in block.items if item.anchor)
            case Division() | Fold():
                yield from anchors(block.blocks)
            case _:
                pass
