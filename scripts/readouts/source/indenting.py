"""Lines that begin in a column where nothing is open."""

from __future__ import annotations

import re

from readouts.source.quoting import beginning, indentation
from readouts.source.stops import Slip, Spot, Stop

_STEP = 2
"""Columns of a dash and its space."""

_HEAD = re.compile(r"[\w-]+:(?=\s*$)")
"""A key with all that it has below it."""


def _above(stop: Stop) -> int:
    """The line above that is neither blank nor a comment; the first where there is none."""
    for number in range(stop.at.line - 1, -1, -1):
        if (line := stop.lines[number].strip()) and not line.startswith("#"):
            return number
    return 0


def shifted_dash(stop: Stop) -> Slip | None:
    """A dash a space too far in, or out, above lines that stand together."""
    first, number = indentation(stop.line), _above(stop)
    start, text = indentation(stop.lines[number]), beginning(stop.lines[number])
    if stop.problem != "did not find expected '-' indicator" or stop.at.column != first or not start < first < text:
        return None
    below = stop.lines[stop.at.line + 1]
    if first < _STEP or indentation(below) != first or not below.strip():
        return None
    hint = f"begin it in column {first - 1}, so that the lines below it stand under its first key"
    return Spot(number, start).said("this dash is not where the lines below it need it", hint)


def misplaced_line(stop: Stop) -> Slip | None:
    """A line that begins where nothing is open."""
    first = indentation(stop.line)
    if stop.problem not in ("did not find expected key", "did not find expected '-' indicator") or stop.at.column != first:
        return None
    if stop.line[first:].startswith(":"):
        return stop.at.said("a key is missing before the colon", "write `key: value`")
    dash, items = stop.line[first:].startswith("-"), "collection" in stop.context
    return _mixed(stop, dash=dash, items=items) or _of_no_column(stop, dash=dash, items=items)


def _mixed(stop: Stop, *, dash: bool, items: bool) -> Slip | None:
    """A key among the items of a list, or an item among keys."""
    first = indentation(stop.line)
    if first != stop.opened.column or dash == items:
        return None
    if dash:
        hint = "put all items of a list together under a key of their own; what begins in this column is a key, without a dash"
        return stop.at.said("an item of a list stands among keys", hint)
    if not first and ":" in stop.lines[stop.opened.line]:
        hint = "delete the dash and the space behind it"
        return stop.opened.said("a record is no list, so that its first key has no dash", hint)
    hint = "indent it to belong to the item above, or begin it with `- `"
    return stop.at.said("a key stands among the items of a list", hint)


def _of_no_column(stop: Stop, *, dash: bool, items: bool) -> Slip | None:
    """A line that begins in a column where none above does."""
    above = stop.lines[_above(stop)]
    column = indentation(above) if dash else beginning(above)
    if column == indentation(stop.line):
        return None
    hint = f"begin it in column {_columns(stop, column, even=dash == items)}"
    return stop.at.said("no line above begins in this column", hint)


def _columns(stop: Stop, column: int, *, even: bool) -> str:
    """Where a line may begin: like the line above, or further out where what stands there is of its kind."""
    out, first = stop.opened.column, indentation(stop.line)
    above = f"{column + 1} like the line above"
    beside = next((head[0] for line in reversed(stop.lines[: stop.at.line]) if (head := _HEAD.match(line))), "")
    if not out and beside and _HEAD.match(stop.line.strip()) and first <= abs(first - column):
        return f"1 to stand beside `{beside}`, or in column {above}"
    return f"{above}{f', or in column {out + 1} to stand further out' if even and out != column else ''}"
