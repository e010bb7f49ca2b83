"""Changing a few values of a file and nothing else of it: not its layout, no comment, not its line ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from readouts.editing.entries import read_entries
from readouts.editing.fmt import comments, formatted, is_laid_out
from readouts.problems import BrokenRecordsError, Loc, Problem
from readouts.source import Data, Document, parse
from readouts.source.spans import Span, read_spans

FORMERLY = "formerly"
"""The key of a record's earlier ids."""

_MARK = "\ufeff"


@dataclass(slots=True)
class Rewriting:
    """A file, and what is to change in it."""

    path: PurePosixPath
    """What it is called in problems."""
    raw: bytes
    document: Document = field(init=False)
    text: str = field(init=False)
    spans: dict[Loc, Span] = field(init=False)
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    """Begin, end, and what stands there instead."""
    entry: tuple[str, str] | None = None
    """The key of a record in a file of several, as it was and as it is to be."""
    said: Data = field(init=False)
    """What the file is to say."""

    def __post_init__(self) -> None:
        self.document = parse(self.path, self.raw)
        if self.document.problems:
            raise BrokenRecordsError(self.document.problems)
        self.text = self.raw.decode().removeprefix(_MARK)
        self.spans = read_spans(self.text)
        self.said = _copy(self.document.data)

    def replace(self, loc: Loc, old: str, new: str) -> None:
        """Put an id in the place of another, in the quotes or the block that it stands in."""
        loc = self._written(loc)
        span = self.spans[loc]
        self._put(span.start, span.end, old, new)
        *way, last = loc
        _set(_at(self.said, way), last, new)

    def add_id(self, loc: Loc, anchor: str) -> None:
        """Give a part of a record an `id`, which it does not have."""
        loc = self._written(loc)
        said = _at(self.said, loc)
        if not isinstance(said, dict):
            raise TypeError(loc)
        said["id"] = anchor
        self._add_key(loc, f"id: {anchor}")

    def rename_entry(self, old: str, new: str) -> None:
        """Give a record in a file of several another key. It keeps its place, unless the file is in alphabetical order."""
        self._put(*self.spans[old,].key, old, new)
        self.entry = old, new

    def add_formerly(self, record: Loc, old: str) -> None:
        """Add an earlier id to those of a record."""
        said = _at(self.said, record)
        if not isinstance(said, dict):
            raise TypeError(record)
        listed = self.spans.get((*record, FORMERLY))
        former = said.setdefault(FORMERLY, [])
        if not isinstance(former, list):
            raise TypeError(record)
        if listed is None:
            self._add_key(record, f"{FORMERLY}: [{old}]")
        elif not listed.brackets:
            last = self.spans[*record, FORMERLY, len(former) - 1]
            self._insert_below(last.end, listed.column, f"- {old}")
        elif former:
            last = self.spans[*record, FORMERLY, len(former) - 1]
            self.edits.append((last.end, last.end, f", {old}"))
        else:
            self.edits.append((listed.start + 1, listed.start + 1, old))
        former.append(old)

    def done(self) -> bytes:
        """What the file is to hold. A file in the one layout has it afterwards, too; any other keeps its own.

        Raises:
            BrokenRecordsError: where something would be lost or said otherwise.
        """
        laid_out = is_laid_out(self.path, self.raw)
        text = self.text
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        if self.entry:
            text = self._moved(text, *self.entry)
        raw = text.encode()
        if laid_out:
            raw = formatted(self.path, raw)
        elif self.raw.startswith(_MARK.encode()):
            raw = _MARK.encode() + raw
        after = parse(self.path, raw)
        if after.problems or after.data != self.said or comments(after) != comments(self.document):
            hint = "bring it into the one layout with `readouts fmt`, and try again"
            raise BrokenRecordsError([Problem(self.path, 1, 1, "rename", "something in this file would be lost", hint)])
        return raw

    def _put(self, start: int, end: int, old: str, new: str) -> None:
        before, found, after = self.text[start:end].rpartition(old)
        self.edits.append((start, end, f"{before}{new}{after}" if found else f'"{new}"'))  # else it has escapes

    def _written(self, loc: Loc) -> Loc:
        """The way to a value as the file has it: a list of one may be written as that one alone."""
        way: Loc = ()
        for step in loc:
            if (*way, step) in self.spans or step != 0:
                way = (*way, step)
        return way

    def _add_key(self, record: Loc, line: str) -> None:
        span = self.spans[record]
        if span.brackets:
            self.edits.append((span.start + 1, span.start + 1, f"{line}, "))
        else:
            self._insert_below(span.end, span.column, line)

    def _insert_below(self, end: int, column: int, line: str) -> None:
        """Put a line in below a value, and below the comments that belong to what ends there."""
        at = self._line_end(end)
        for start, stop in self._lines_from(at):
            below = self.text[start:stop]
            if below.strip() and not (below.lstrip(" ").startswith("#") and len(below) - len(below.lstrip(" ")) > column):
                break
            at = stop if below.strip() else at
        line_end = "\r\n" if "\r\n" in self.text else "\n"
        self.edits.append((at, at, f"{line_end}{' ' * column}{line}"))

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        return end - self.text[at:end].endswith("\r")

    def _lines_from(self, at: int) -> Iterator[tuple[int, int]]:
        while (at := self.text.find("\n", at) + 1) > 0:
            at, start = self._line_end(at), at
            yield start, at

    def _moved(self, text: str, old: str, new: str) -> str:
        """The text with a renamed record at its place in the alphabetical order, if that is the order of the file."""
        if not isinstance(self.said, dict):
            raise TypeError(self.path)
        self.said[new] = self.said.pop(old)
        before, entries = read_entries(self.text), read_entries(text)
        if before is None or entries is None or not before.in_order:
            return text
        entries.move(new)
        return entries.text


def _copy(data: Data) -> Data:
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    return [_copy(item) for item in data] if isinstance(data, list) else data


def _at(data: Data, way: Loc | list[str | int]) -> Data:
    for step in way:
        if isinstance(data, dict):
            data = data[str(step)]
        elif isinstance(data, list):
            data = data[int(step)]
    return data


def _set(into: Data, step: str | int, value: str) -> None:
    if isinstance(into, dict):
        into[str(step)] = value
    elif isinstance(into, list):
        into[int(step)] = value
