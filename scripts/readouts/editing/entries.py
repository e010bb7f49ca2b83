"""A file of several records as its lines: each with the comments above it, so that one can be put in or take another place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from readouts.source.spans import read_spans


@dataclass(slots=True)
class Entries:
    """The parts of a file of several records, of which the text is made again without a change."""

    head: str
    """What belongs to the file and stands above the first record."""
    keys: list[str]
    bodies: list[str]
    """Each record with the comments above it."""
    gaps: list[str]
    """The blank lines before each record; they stay in their places when records change theirs."""
    tail: str
    """What stands behind the last record and belongs to the file."""

    @property
    def text(self) -> str:
        """The text of the file."""
        records = "".join(gap + body for gap, body in zip(self.gaps, self.bodies, strict=True))
        return f"{self.head}{records}{self.tail}"

    @property
    def in_order(self) -> bool:
        """Whether the records are in alphabetical order."""
        return all(first < second for first, second in pairwise(self.keys))

    def put(self, key: str, body: str) -> None:
        """Put a record in: at its place in the alphabetical order, or at the end of a file that has none."""
        at = bisect_left(self.keys, key) if self.in_order else len(self.keys)
        between = self.gaps[1] if self.gaps[1:] else "\n"
        self.gaps.insert(max(at, 1) if self.keys else 0, between if self.keys else "")
        self.keys.insert(at, key)
        self.bodies.insert(at, body)

    def move(self, key: str) -> None:
        """Put a record at its place in the alphabetical order of the others."""
        at = self.keys.index(key)
        body = self.bodies.pop(at)
        del self.keys[at]
        at = bisect_left(self.keys, key)
        self.keys.insert(at, key)
        self.bodies.insert(at, body)


def read_entries(text: str) -> Entries | None:
    """The parts of a file; None where its records do not begin on lines of their own, because they stand in brackets."""
    spans = read_spans(text)
    root = spans[()]
    starts = [span.key[0] for span in spans.values() if len(span.loc) == 1]
    if root.brackets:
        return None
    lines = text.splitlines(keepends=True)
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    heads = [bisect_right(offsets, start) - 1 for start in starts]
    bounds = [_above(lines, head, root.column) for head in heads]
    bounds[0] += _of_the_file(lines[bounds[0] : heads[0]])
    tail = _above(lines, len(lines), root.column)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\r\n" if "\r\n" in text else "\n"
    gaps, bodies = [], []
    for first, after in pairwise([*bounds, tail]):
        blank = next(number for number in range(first, after) if lines[number].strip())
        gaps.append("".join(lines[first:blank]))
        bodies.append("".join(lines[blank:after]))
    keys = [str(span.loc[0]) for span in spans.values() if len(span.loc) == 1]
    return Entries("".join(lines[: bounds[0]]), keys, bodies, gaps, "".join(lines[tail:]))


def _above(lines: list[str], number: int, column: int) -> int:
    """The first of the blank lines and comments that stand directly above a line and are not part of the record before them."""
    while number and (
        not (line := lines[number - 1]).strip() or (line.lstrip(" ").startswith("#") and _indent(line) <= column)
    ):
        number -= 1
    return number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _of_the_file(lines: list[str]) -> int:
    """How many of the lines at the top belong to the file: those up to the last blank one, or all; as `source/nodes.py` has it."""
    blank = next((number for number in range(len(lines), 0, -1) if not lines[number - 1].strip()), 0)
    return blank if any(line.strip() for line in lines[:blank]) else len(lines)
