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


class How(StrEnum):
    """What became of a part of a record, or of a field of one."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    REORDERED = "reordered"


@dataclass(frozen=True, slots=True)
class Delta:
    """A change inside a record, for programs."""

    how: How
    part: str
    """The kind of part that it is about, in words: “statement”; that of the record, where it is about no part of it."""
    address: str = ""
    """The address, on the page of the record, of the nearest part around it that readers can link to; of what is gone, the one it had."""
    field: str = ""
    """The key that has another value; empty where it is about a whole part."""
    old: object = None
    """What stood there, as JSON has it."""
    new: object = None
    """What stands there now."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that changed."""

    what: str
    warning: bool = False
    """Whether an address that readers may have kept no longer leads where it did."""
    untold: bool = False
    """Whether that is the address of a record that is gone without a word in `withdrawn.yaml`."""
    delta: Delta | None = None
    """The same for programs; none of what is about an address."""


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

    @property
    def untold(self) -> int:
        """How many addresses are gone without a word in `withdrawn.yaml`."""
        return sum(line.untold for record in self.records for line in record.lines)
