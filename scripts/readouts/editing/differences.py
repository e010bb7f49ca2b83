"""What a change of the records means: its parts, as they are told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Became(StrEnum):
    """What became of a record."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    """It has another id now, and the old one among its former ones."""
    MERGED = "merged"
    """Another record has its id among its former ones now."""
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that changed."""

    what: str
    warning: bool = False
    """Whether an address that readers may have kept no longer leads where it did."""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What changed of one record."""

    kind: str
    """In words: “meeting”."""
    id: str
    """Its id in the older tree, or the only one it has."""
    became: Became
    to: str = ""
    """The id it has now, where that is another."""
    lines: tuple[Line, ...] = ()

    @property
    def title(self) -> str:
        """“topic fish: renamed to sea-fish”."""
        to = f" to {self.to}" if self.became is Became.RENAMED else f" into {self.to}" if self.to else ""
        return f"{self.kind} {self.id}: {self.became}{to}"


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two trees of records."""

    records: tuple[RecordChange, ...] = ()
    layout: tuple[str, ...] = ()
    """Files that say what they said, in other words of YAML."""
    uncompared: tuple[str, ...] = ()
    """Files that could not be read in one of the trees, each with why."""

    @property
    def warnings(self) -> int:
        """How many addresses no longer lead where they did."""
        return sum(line.warning for record in self.records for line in record.lines)
