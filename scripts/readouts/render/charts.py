"""Pictures as data: what they show, each mark with its name and the page that it leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.render.blocks import Target


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of a picture, which is a link."""

    at: float
    """How far it is from the left edge, as a share of the width."""
    label: str
    to: Target
    shape: str = ""
    """`milestone` for one; nothing for a meeting."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of marks, and the spans of time behind them."""

    name: str
    marks: tuple[Mark, ...]
    spans: tuple[tuple[float, float], ...] = ()
    """Beginnings and ends, as shares of the width."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Marks in rows over the years."""

    caption: str
    years: tuple[tuple[float, str], ...]
    """The years that are named, and where they begin."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A number, and what it leads to."""

    number: int
    label: str = ""
    to: Target | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """A table of numbers that are drawn as bars."""

    caption: str
    head: tuple[str, ...]
    """What the rows are of, and the names of the columns of numbers."""
    rows: tuple[tuple[tuple[str, Target | None], tuple[Bar, ...]], ...]
    most: int
    """The number that is as wide as there is room."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on a map. Coordinates and radii are pixels of the map."""

    x: float
    y: float
    radius: float
    inner: float
    """The radius of the part that is filled."""
    label: str
    to: Target
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two places, which is a link."""

    ends: tuple[float, float, float, float]
    label: str
    to: Target


@dataclass(frozen=True, slots=True)
class Name:
    """A name on a map, for wide screens or for narrow ones."""

    x: float
    y: float
    text: str
    narrow: bool
    before: bool = False
    """Whether it ends at the point instead of beginning there."""


@dataclass(frozen=True, slots=True)
class Map:
    """A map of the world."""

    caption: str
    size: tuple[int, int]
    land: str
    """An SVG path."""
    lines: tuple[Line, ...]
    dots: tuple[Dot, ...]
    names: tuple[Name, ...]
