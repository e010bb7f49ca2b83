"""From text to data: one walk over libyaml's events that refuses what a record never needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import intern
from typing import TYPE_CHECKING

import yaml
from yaml._yaml import CParser
from yaml._yaml import Mark as CMark

from readouts.problems.lookalikes import named, plain
from readouts.source.characters import hidden, text_of
from readouts.source.comments import Comments
from readouts.source.document import Data, Document, Spots, position_of
from readouts.source.quoting import spaced, unspaced_dash
from readouts.source.scalars import NOTHING
from readouts.source.syntax import explained

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from readouts.problems import Position
    from readouts.source.document import Mark

MAX_DEPTH = 32
"""Lists and mappings inside each other."""

_ESCAPED = "delete the escape that makes it; a text with a backslash goes in single quotes"
_WIDE_BRACKETS = re.compile("［.*］|｛.*｝")
_ITEM_BELOW = re.compile(r":?\s*\n( *)(- +[^:{\[\n]+)(?:\n|$)")
"""Behind a key, in the next line: an item of a list that has no keys."""
_START: Mark = CMark("", 0, 0, 0, None, None)


def parse(path: PurePosixPath, raw: bytes) -> Document:
    """Read the bytes of a file; `path` is only the name it goes by in problems. Problems are collected, never raised."""
    document = Document(path)
    text = text_of(document, raw)
    if text is not None:
        document.text = text
        _Walk(document, text).go()
    return document


class _Frame:
    """An open list or mapping: what stands in it and where, and how far its lines are indented."""

    __slots__ = ("indent", "into", "key", "mark", "repeats", "spots")

    def __init__(self, into: list[Data] | dict[str, Data], spots: Spots, indent: int) -> None:
        self.into = into
        self.spots = spots
        self.indent = indent
        self.key: str | None = None
        """The key of a mapping that waits for its value, and where it stands."""
        self.mark = _START
        self.repeats = False
        """Whether the key before stood there already."""


class _Walk:
    """Turns the events of a text into the data of its document."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.text = text
        self.comments = Comments(document, text)
        self.stack: list[_Frame] = []
        self.last: yaml.Event | None = None
        self.documents = 0
        self.unindented = False
        """Whether a text that begins below its key was not indented; then its lines are taken for keys."""

    def go(self) -> None:
        """Fill the document, as far as its YAML can be understood."""
        try:
            for event in events(self.text):
                if not self._take(event):
                    return
                self.last = event
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except UnicodeDecodeError:  # libyaml takes the escapes of a tag for UTF-8 that Python does not
            self._refuse_tag(self._after_last("!"), "with such escapes")
        else:
            if self.documents:
                self.document.whole = True
            else:
                self.document.refuse((1, 1), "yaml-empty", "the file holds no record", "write `key: value` lines")

    def _take(self, event: yaml.Event) -> bool:
        """Handle one event; false where nothing after it could be trusted."""
        mark = event.start_mark or _START
        if self.comments.sign < mark.index:
            self._pass_comments(mark.index)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, mark)
        elif isinstance(event, yaml.CollectionStartEvent):
            return self._open(event, mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                hint = "one file holds one record; delete the line `---`, and if another record follows it, put that into a file of its own"
                self.document.refuse(position_of(mark), "yaml-documents", "a second document begins here", hint)
                return False
        elif isinstance(event, yaml.AliasEvent):
            hint = "write the text again instead of pointing to it; put a text that begins with `*` in quotes"
            self.document.refuse(position_of(mark), "yaml-alias", f"the alias *{event.anchor} is not allowed", hint)
            self._put("", mark, {})
        return True

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> None:
        text = event.value
        if event.anchor or event.tag:
            self._refuse_marks(event.anchor, event.tag, mark)
            text = text or "!"  # so that it is not refused once more
        if self.comments.sign < (event.end_mark or mark).index:
            if event.style in ("|", ">"):
                self._pass_comments(self.text.find("\n", mark.index))
            self.comments.leave((event.end_mark or mark).index)
        if event.style == '"' and (found := hidden(text)):
            self.document.refuse(position_of(mark), "yaml-character", found, _ESCAPED)
        elif not event.style and _WIDE_BRACKETS.fullmatch(text):
            hint = f"write `{text[0]}` and `{text[-1]}` as `{plain(text[0])}` and `{plain(text[-1])}`"
            message = f"{named(text[0])} stands where YAML has “{plain(text[0])}”"
            self.document.refuse(position_of(mark), "yaml-syntax", message, hint)
        elif not text and event.style in ("|", ">") and not self._expects_key():
            hint = "indent the lines of the text deeper than the key above them, or delete the key"
            self.document.refuse(position_of(mark), "yaml-no-value", f"no indented text follows this `{event.style}`", hint)
            self.unindented = True
        elif not text or text.isspace():
            self._refuse_nothing(mark)
        elif text in NOTHING and not event.style and not self._expects_key():
            hint = f'delete the line if there is no value; a name that is spelt so goes in quotes: "{text}"'
            self.document.refuse(position_of(mark), "yaml-no-value", f"`{text}` means in YAML that there is no value", hint)
        self._put(text if " " in text else intern(text), mark, {})  # ids and keys occur in thousands of records

    def _open(self, event: yaml.CollectionStartEvent, mark: Mark) -> bool:
        if event.anchor or event.tag:
            self._refuse_marks(event.anchor, event.tag, mark)
        if len(self.stack) >= MAX_DEPTH:
            hint = "records are a few levels deep; check the brackets and the indentation"
            self.document.refuse(position_of(mark), "yaml-depth", f"more than {MAX_DEPTH} levels of nesting", hint)
            return False
        if self._expects_key():
            hint = "write `key: value`; put a text that begins with `{` or `[` in quotes"
            self.document.refuse(position_of(mark), "yaml-key", "a key must be a single word", hint)
            return False
        value: list[Data] | dict[str, Data] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        spots: Spots = {}
        self._put(value, mark, spots)
        # Lines inside brackets may begin anywhere.
        indent = self.stack[-1].indent if event.flow_style and self.stack else mark.column
        self.stack.append(_Frame(value, spots, indent))
        return True

    def _put(self, value: Data, mark: Mark, spots: Spots) -> None:
        """Give a value to whatever waits for it: the file, a list, or a mapping's key."""
        if not self.stack:
            self.document.data, self.document.root, self.document.spots = value, position_of(mark), spots
            return
        frame = self.stack[-1]
        into, key = frame.into, frame.key
        if isinstance(into, list):
            frame.spots[len(into)] = (mark, mark, spots)
            into.append(value)
        elif key is None:
            if str(value).startswith("-") and (right := unspaced_dash(self._rest(mark))):
                self.document.refuse(position_of(mark), "yaml-syntax", "a space is missing behind the dash", f"write `{right}`")
            frame.key, frame.mark = str(value), mark
        else:
            if key in into:
                line = frame.spots[key][0].line + 1
                hint = "keep one of the two; where another item of a list begins here, write `- ` before it"
                position = position_of(frame.mark)
                if not frame.repeats:  # one missing dash makes a second one of every key of its item
                    self.document.refuse(position, "yaml-duplicate-key", f"“{key}” already stands in line {line}", hint)
                frame.repeats = True
            else:
                frame.repeats = False
                into[key] = value
                frame.spots[key] = (frame.mark, mark, spots)
            frame.key = None

    def _rest(self, mark: Mark) -> str:
        end = self.text.find("\n", mark.index)
        return self.text[mark.index : end if end >= 0 else None]

    def _expects_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].into, dict) and self.stack[-1].key is None

    def _refuse_marks(self, anchor: str | None, tag: str | None, mark: Mark) -> None:
        if anchor:
            hint = "delete it; put a text that begins with `&` in quotes"
            self.document.refuse(position_of(mark), "yaml-anchor", f"the anchor &{anchor} is not allowed", hint)
        if tag:
            self._refuse_tag(position_of(mark), tag)

    def _refuse_tag(self, position: Position, tag: str) -> None:
        hint = "delete it; put a text that begins with `!` in quotes"
        self.document.refuse(position, "yaml-tag", f"the tag {tag} is not allowed", hint)

    def _refuse_nothing(self, mark: Mark) -> None:
        position = position_of(mark)
        frame = self.stack[-1] if self.stack else None
        if frame and frame.key and (right := spaced(frame.key, 0)):
            hint = f"put one behind it, as in `{right}`"
            self.document.refuse(position_of(frame.mark), "yaml-syntax", "a space is missing behind the colon", hint)
            return
        if self._expects_key():
            self.document.refuse(position, "yaml-key", "a key is missing here", "write `key: value`")
            return
        if frame and frame.key and self.text[mark.index : mark.index + 1] in ("}", ","):
            hint = (
                f"a list stands between square brackets, as in `[{frame.key}]`; a text that begins with a brace goes in quotes"
            )
            self.document.refuse(position, "yaml-no-value", f"“{frame.key}” has no value", hint)
            return
        below = _ITEM_BELOW.match(self.text, mark.index)
        if frame and frame.key and below and len(below[1]) < frame.mark.column:
            hint = (
                f"indent `{below[2].rstrip()}` and the items below it to column {frame.mark.column + 1}, where the key begins"
            )
            self.document.refuse(position, "yaml-no-value", f"the items of “{frame.key}” stand too far out", hint)
            self.unindented = True
            return
        before = len(self.document.problems)
        end = self.text.find("\n", mark.index)
        self._pass_comments(end if end >= 0 else len(self.text))
        if len(self.document.problems) == before:  # otherwise the value is what looks like a comment
            hint = "give a value, or delete the line: a key without a value is never needed"
            self.document.refuse(position, "yaml-no-value", "a value is missing here", hint)

    def _pass_comments(self, end: int) -> None:
        self.comments.pass_to(end, self.last, self.stack[-1].indent if self.stack else -1)

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        """Say what is wrong, unless something on the same line that was refused before explains it."""
        before = len(self.document.problems)
        if self.unindented:
            return
        if error.problem_mark:
            self._pass_comments(error.problem_mark.index)
        if len(self.document.problems) > before:
            return
        position, message, hint = explained(self.text, error, self.last)
        if all(problem.line != position[0] or problem.code == "yaml-no-value" for problem in self.document.problems):
            self.document.refuse(position, "yaml-syntax", message, hint)

    def _after_last(self, sign: str) -> Position:
        start = self.last.end_mark.index if self.last and self.last.end_mark else 0
        found = max(self.text.find(sign, start), 0)
        return self.text.count("\n", 0, found) + 1, found - self.text.rfind("\n", 0, found)


def events(text: str) -> Iterator[yaml.Event]:
    """What libyaml finds in a text, in its order."""
    parser = CParser(text)
    try:
        while event := parser.get_event():
            yield event
    finally:
        parser.dispose()
