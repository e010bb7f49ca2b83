"""A file as somebody laid it out: its texts, lists and mappings, each with the comments that belong to it.

Which comment belongs where: one at the end of a line to what stands there, one on a line of its own to what follows it, unless
it is indented as the list or mapping that ends above it. A comment at the top of a file belongs to the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

import yaml

from readouts.source.document import Data
from readouts.source.reader import events

Value: TypeAlias = "str | list[Node] | dict[str, Node]"


@dataclass(slots=True)
class Node:
    """A text, a list or a mapping. Blank lines stand among the comments as empty texts."""

    value: Value
    above: list[str] = field(default_factory=list)
    """The lines before it, or before its key."""
    beside: str = ""
    """The comment at the end of its line, or of the line that opens it."""
    below: list[str] = field(default_factory=list)
    """The lines behind the last item of a list or mapping."""
    one_line: bool = False
    """Whether a mapping stands on one line where it fits."""
    typed: bool = False
    """Whether a text means a number, or true or false: quotes would make it a text for editors."""

    @property
    def data(self) -> Data:
        """What the strict reader makes of it."""
        if isinstance(self.value, dict):
            return {key: node.data for key, node in self.value.items()}
        return [node.data for node in self.value] if isinstance(self.value, list) else self.value

    @property
    def parts(self) -> Iterator[Node]:
        """The items of a list, or the values of a mapping."""
        if not isinstance(self.value, str):
            yield from self.value.values() if isinstance(self.value, dict) else self.value

    @property
    def commented(self) -> bool:
        """Whether a comment belongs to it or to anything in it."""
        own = self.beside or any(self.above) or any(self.below)
        return bool(own) or any(part.commented for part in self.parts)

    def add_beside(self, comment: str) -> None:
        """Give it a comment at the end of its line; where one stands already, that one goes above."""
        if comment:
            self.above += [self.beside] if self.beside else []
            self.beside = comment


def read_nodes(text: str) -> Node:
    """The nodes of a text that the strict reader takes (`characters.text_of` gives it); what it refuses, is not understood."""
    return _Builder(text).root


class _Line(NamedTuple):
    """A line between two values: where its comment begins, and the comment; nothing where it is blank."""

    column: int
    text: str


class _Open(NamedTuple):
    """A list or mapping that is being read."""

    node: Node
    column: int
    flow: bool


class _Builder:
    """Walks over the events of a text, and over what stands between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Node("")
        self.stack: list[_Open] = []
        self.closed: list[_Open] = []
        """What was closed by indentation since the last value, the innermost first."""
        self.key: Node | None = None
        """Holds a mapping's key and its comments until the value comes; `last` is it then, too."""
        self.last: Node | None = None
        """What a comment at the end of the line belongs to."""
        self.end = 0
        """Where the last value ends, or the last bracket."""
        self.carried: list[_Line] = []
        """Lines above the first item of a list or mapping that was just opened."""
        for event in events(text):
            self._take(event)

    def _take(self, event: yaml.Event) -> None:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, start.index, end.index)
        elif isinstance(event, yaml.CollectionStartEvent):
            node = Node([] if isinstance(event, yaml.SequenceStartEvent) else {})
            self._place(node, start.index, block=not event.flow_style)
            self.stack.append(_Open(node, start.column, bool(event.flow_style)))
            self.end, self.last = (end.index, node) if event.flow_style else (start.index, None)
        elif isinstance(event, yaml.CollectionEndEvent):
            ended = self.stack.pop()
            if ended.flow:
                self._close(ended.node, start.index, end.index)
            else:
                self.closed.append(ended)
        elif isinstance(event, yaml.StreamEndEvent):
            self.root.below += _texts(self._own(self._between(len(self.text))))

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> None:
        node = Node(event.value)
        self._place(node, start)
        self.end, self.last = end, node
        if event.style in ("|", ">"):
            head = self.text[start : self.text.find("\n", start)]
            self.end = start + len(self.text[start:end].rstrip(" \n"))
            node.add_beside(_comment(head).text)

    def _close(self, node: Node, start: int, end: int) -> None:
        """End a list or mapping in brackets."""
        inside = [line.text for line in self._between(start) if line.text]
        (node.below if node.value else node.above).extend(inside)
        self.end, self.last = end, node

    def _place(self, node: Node, start: int, *, block: bool = False) -> None:
        """Put a value, or a key, where it belongs, with the lines above it."""
        lines = self._between(start)
        if not self.stack:
            self.root = node
            node.above, self.carried = _of_the_file(lines, block=block)
            return
        into, key = self.stack[-1].node.value, self.key
        if isinstance(into, list):
            node.above += _texts(self._own(lines))
            into.append(node)
        elif key is None:
            node.above += _texts(self._own(lines))
            self.key = node
        elif isinstance(into, dict):
            node.above += key.above
            if block:
                self.carried = lines
            else:
                node.above += [line.text for line in lines if line.text]
            node.add_beside(key.beside)
            into[str(key.value)] = node
            self.key = None

    def _between(self, start: int) -> list[_Line]:
        """The lines between the last value and the next; the comment beside the last value goes to it."""
        first, *rest = self.text[self.end : start].split("\n")
        lines, self.carried = self.carried, []
        beside = _comment(first)
        if self.last:
            self.last.add_beside(beside.text)
        elif beside.text:
            lines.append(beside)
        for number, line in enumerate(rest, start=1):
            comment = _comment(line)
            # The last of the lines is the beginning of that of the next value, unless the text ends there.
            if comment.text or (not line.strip() and number < len(rest)):
                lines.append(comment)
        return lines

    def _own(self, lines: list[_Line]) -> list[_Line]:
        """What of the lines belongs to the next value; the others go to the lists and mappings that end above it."""
        closed, self.closed = self.closed, []
        outside = self.stack[-1].column if self.stack else -1
        begin, comments = 0, [number for number, line in enumerate(lines) if line.text]
        for number in comments:
            # Where two begin in one column, the comment belongs to the outer of them.
            while (
                closed
                and not max(outside, *(each.column for each in closed[1:]), -1) < closed[0].column <= lines[number].column
            ):
                closed.pop(0)
            if not closed:
                break
            closed[0].node.below += _texts(lines[begin : number + 1])
            begin = number + 1
        return lines[begin:]


def _comment(line: str) -> _Line:
    """The comment of a line in which no text stands; in no column where signs of YAML are before it."""
    before, sign, after = line.partition("#")
    return _Line(-1 if before.strip() else len(before), f"{sign}{after}".rstrip())


def _texts(lines: list[_Line]) -> list[str]:
    return [line.text for line in lines]


def _of_the_file(lines: list[_Line], *, block: bool) -> tuple[list[str], list[_Line]]:
    """What of the lines at the top belongs to the file, and what to its first key: that behind a blank line."""
    cut = next((number for number in range(len(lines), 0, -1) if not lines[number - 1].text), 0)
    if block and any(_texts(lines[:cut])):
        return _texts(lines[:cut]), lines[cut:]
    return _texts(lines), []
