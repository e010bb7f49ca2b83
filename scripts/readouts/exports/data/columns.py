"""What a table is: its columns with their types and meanings, stated once for CSV, its description and SQLite."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from readouts.model.base import Part, fields

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.exports.data.walked import Walked

Value: TypeAlias = str | int | float | bool | None
Row: TypeAlias = Mapping[str, Value]
Type: TypeAlias = Literal["string", "integer", "number", "boolean", "date"]


COMPRESSED = ".gz"
"""The ending of a file that is compressed with gzip, which what reads tables opens as it is."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    meaning: str
    type: Type = "string"
    to: str = ""
    """The table whose rows it names by their key."""
    needed: bool = False
    """Whether every row has a value in it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Its rows come from the archive at once, or from each meeting."""

    name: str
    meaning: str
    """What one row is."""
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[Archive], Iterator[Row]] | None = None
    of_meeting: Callable[[Walked], Iterator[Row]] | None = None
    of_statements: bool = False
    """Whether it has rows for each statement: such tables are long."""

    indexed: bool = True
    """Whether the database has indexes for what its rows name; not where it is read as a whole, and other tables say the same."""

    @property
    def file(self) -> str:
        """What it is called as CSV; a long table is compressed (RFC 1952)."""
        return f"{self.name}.csv{COMPRESSED if self.of_statements else ''}"

    def values(self, row: Row) -> list[Value]:
        """The values of a row in the order of the columns.

        Raises:
            ValueError: where the row has more or fewer columns than are described.
            KeyError: where it lacks one.
        """
        if len(row) != len(self.columns):
            raise ValueError(f"a row of {self.name} has {', '.join(row)}")
        return [row[each.name] for each in self.columns]


def column(kind: type[Part], field: str, of: Type = "string", *, to: str = "", needed: bool = False) -> Column:
    """A column that is a field of the model, with the meaning that it has there."""
    return Column(field, fields(kind)[field].description or "", of, to, needed)


def listed(values: tuple[str, ...]) -> str | None:
    """Ids in one cell, with spaces between them; none where there are none."""
    return " ".join(values) or None
