"""Where every value of a text stands, from its first sign to its last: for changing some of them and leaving the rest as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from readouts.problems import Loc
from readouts.source.reader import events


@dataclass(slots=True)
class Span:
    """A value in a text."""

    loc: Loc
    start: int
    """Where it begins: an offset in the text."""
    end: int
    """Where it ends, without the line breaks behind a block of lines."""
    column: int
    """How far the first line of a list or mapping without brackets is indented."""
    brackets: bool = False
    """Whether a list or mapping stands in brackets."""
    key: tuple[int, int] = (0, 0)
    """Where the key of a value begins and ends, in a mapping."""


def read_spans(text: str) -> dict[Loc, Span]:
    """The values of a text that the strict reader takes, by their way; line ends may be those of Windows."""
    return {span.loc: span for span in _Walk(text).go()}


class _Walk:
    """Follows libyaml's events and counts where each stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[tuple[Span, bool]] = []
        """Lists and mappings that are open, and whether each is a mapping."""
        self.count: list[int] = []
        """How many items each has."""
        self.key: list[tuple[str, int, int] | None] = []
        """The key that waits for its value in each."""
        self.end = 0
        """Where the last value ends."""

    def go(self) -> Iterator[Span]:
        """Every value, before what it holds."""
        for event in events(self.text):
            if event.start_mark is None or event.end_mark is None:
                continue
            start, end = event.start_mark.index, event.end_mark.index
            if isinstance(event, yaml.ScalarEvent):
                self.end = start + len(self.text[start:end].rstrip())
                if self.open and self.open[-1][1] and self.key[-1] is None:
                    self.key[-1] = (event.value, start, self.end)
                else:
                    yield self._span(start, event.start_mark.column)
            elif isinstance(event, yaml.CollectionStartEvent):
                span = self._span(start, event.start_mark.column, brackets=bool(event.flow_style))
                self.open.append((span, isinstance(event, yaml.MappingStartEvent)))
                self.count.append(0)
                self.key.append(None)
                yield span
            elif isinstance(event, yaml.CollectionEndEvent):
                span, _ = self.open.pop()
                self.count.pop()
                self.key.pop()
                self.end = end if span.brackets else self.end
                span.end = self.end

    def _span(self, start: int, column: int, *, brackets: bool = False) -> Span:
        if not self.open:
            return Span((), start, self.end, column, brackets)
        parent, mapping = self.open[-1]
        key = self.key[-1]
        if mapping and key:
            self.key[-1] = None
            return Span((*parent.loc, key[0]), start, self.end, column, brackets, key[1:])
        self.count[-1] += 1
        return Span((*parent.loc, self.count[-1] - 1), start, self.end, column, brackets)
