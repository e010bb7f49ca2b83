"""YAML files as text with places: the strict reader.

YAML 1.1 would turn `NO` (Norway) into false and `10:25` into 625. Here nothing is turned into anything: the reader walks
libyaml's event stream, keeps each scalar as it is written, and refuses what a record never needs. It reports all it
refuses in a file, never raises on bad input, and never recurses on a document's depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from sys import intern
from typing import TYPE_CHECKING, TypeAlias

import yaml
from yaml._yaml import CParser

from readouts.problems import Problem

if TYPE_CHECKING:
    from pathlib import PurePosixPath

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
"""What a file holds: text, lists and mappings, nothing else."""

Loc: TypeAlias = tuple[str | int, ...]
"""The way to a value in a file: keys and list positions counted from 0, as in `("delegations", 0, "for")`."""

Place: TypeAlias = tuple[int, int]
"""A line and a column, both counted from 1."""

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 32

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates (Unicode TR 9)
    "\u2028\u2029"  # line and paragraph separators, which YAML 1.1 takes for line breaks
    "\ufdd0-\ufdef\ufeff\ufffe\uffff]"  # noncharacters and a byte order mark inside the text
)


_CONFLICT = ("<<<<<<< ", "=======", ">>>>>>> ")
_COMMENT = re.compile(r"[ ]+#")
_UNUSUAL = re.compile(r"^[^#\n]*[^#\s][^#\n]*[ ]#|^(?:<<<<<<<|=======|>>>>>>>)", re.MULTILINE)
"""A comment behind a value, or a mark of an unfinished merge."""


@dataclass(slots=True)
class Document:
    """One file as read with care: its data, where each value and key stands, and what was refused."""

    path: PurePosixPath
    data: Data = field(default_factory=dict)
    values: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, loc: Loc, *, key: bool = False) -> Place:
        """Where a value stands (or its key), or else the nearest thing around it that is in the file."""
        first = self.keys if key else self.values
        for length in range(len(loc), -1, -1):
            for places in (first, self.values):
                if place := places.get(loc[:length]):
                    return place
        return (1, 1)

    def refuse(self, place: Place, code: str, message: str, hint: str) -> None:
        """Add a problem of this file."""
        self.problems.append(Problem(self.path, *place, code, message, hint))


def data_of(raw: bytes) -> Data | None:
    """The data of a file that has nothing to refuse; None where `parse` must say what is wrong with it.

    Nearly all files are right, and finding out takes a third of the time that it takes to note the place of every value.
    """
    if len(raw) > MAX_BYTES or b"\t" in raw:
        return None
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
        return None if _FORBIDDEN.search(text.replace("\r\n", "\n")) or _UNUSUAL.search(text) else _plain(text)
    except (UnicodeDecodeError, yaml.YAMLError):
        return None


def _plain(text: str) -> Data | None:  # noqa: C901, PLR0912  # one loop over the events: calls would cost a third
    root: Data | None = None
    stack: list[list[Data] | dict[str, Data]] = []
    keys: list[str | None] = []
    documents = 0
    for event in _events(text):
        value: Data
        if isinstance(event, yaml.ScalarEvent):
            text = event.value
            if not text.strip() or (event.style == '"' and _FORBIDDEN.search(text)):
                return None
            value = text if " " in text else intern(text)  # ids and keys occur in thousands of records
        elif isinstance(event, yaml.MappingStartEvent):
            value = {}
        elif isinstance(event, yaml.SequenceStartEvent):
            value = []
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
            keys.pop()
            continue
        elif isinstance(event, yaml.DocumentStartEvent) and not documents:
            documents += 1
            continue
        elif isinstance(event, (yaml.AliasEvent, yaml.DocumentStartEvent)):
            return None
        else:
            continue
        if event.anchor or event.tag or len(stack) > MAX_DEPTH:
            return None
        if not stack:
            root = value
        elif isinstance(into := stack[-1], list):
            into.append(value)
        elif (key := keys[-1]) is None:
            if not isinstance(value, str) or value in into:
                return None
            keys[-1] = value
            continue
        else:
            into[key] = value
            keys[-1] = None
        if not isinstance(value, str):
            stack.append(value)
            keys.append(None)
    return root


def parse(path: PurePosixPath, raw: bytes) -> Document:
    """Read the bytes of a file; `path` is only the name it goes by in problems."""
    document = Document(path)
    if len(raw) > MAX_BYTES:
        document.refuse((1, 1), "file-size", f"the file has {len(raw):,} bytes", "a record stays under 1 MiB; split it")
        return document
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        hint = "save the file as UTF-8 in your editor"
        document.refuse(_end_of(before), "file-encoding", f"byte 0x{raw[error.start]:02X} is not UTF-8 text", hint)
        return document
    _refuse_characters(document, text)
    if not document.problems:
        _Builder(document).build(text)
    return document


def _end_of(text: str) -> Place:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _refuse_characters(document: Document, text: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith(_CONFLICT):
            hint = (
                "two changes were not merged: keep the right lines and delete those that begin with <<<<<<<, ======= or >>>>>>>"
            )
            document.refuse((number, 1), "merge-conflict", "a mark of an unfinished merge stands here", hint)
        if "\t" in line:
            hint = "indent with two spaces"
            document.refuse((number, line.index("\t") + 1), "yaml-tab", "a tab stands here", hint)
        if found := _FORBIDDEN.search(line.removesuffix("\r")):
            where = (number, found.start() + 1)
            document.refuse(where, "yaml-character", _named(found[0]), "delete the character; it cannot be seen")


def _named(character: str) -> str:
    return f"the invisible character U+{ord(character):04X} stands here"


@dataclass(slots=True)
class _Frame:
    """An open list or mapping; `key` is the mapping's key that waits for its value."""

    into: list[Data] | dict[str, Data]
    key: str | None = None
    duplicate: bool = False


class _Builder:
    """Turns the events of one document into its data."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.stack: list[_Frame] = []
        self.documents = 0
        self.lines: list[str] = []

    def build(self, text: str) -> None:
        """Fill the document, as far as its YAML can be understood."""
        self.lines = re.split("\r\n|\r|\n", text)
        try:
            for event in _events(text):
                if not self._take(event):
                    return
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            where = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            what = ", ".join(part for part in (error.context, error.problem) if part)
            hint = (
                "check quotes, brackets and indentation here and in the lines above; put a text in quotes "
                "that has `: ` in it or begins with one of @ % ` & * ! | > [ { - ?"
            )
            self.document.refuse(where, "yaml-syntax", f"this is not YAML: {what}", hint)
        except yaml.YAMLError as error:
            self.document.refuse((1, 1), "yaml-syntax", f"this is not YAML: {error}", "check the file's text")
        else:
            if not self.documents:
                self.document.refuse((1, 1), "yaml-empty", "the file holds no record", "write `key: value` lines")

    def _take(self, event: yaml.Event) -> bool:
        """Handle one event; false where nothing after it could be trusted."""
        mark = event.start_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    hint = "one file holds one record; delete the line `---` and what follows it"
                    self.document.refuse(place, "yaml-documents", "a second document begins here", hint)
                    return False
            case yaml.AliasEvent():
                hint = "write the text again instead of pointing to it; put a text that begins with `*` in quotes"
                self.document.refuse(place, "yaml-alias", f"the alias *{event.anchor} is not allowed", hint)
                self._put("", place)
            case yaml.ScalarEvent():
                self._refuse_marks(event.anchor, event.tag, place)
                self._scalar(event, place)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._refuse_marks(event.anchor, event.tag, place)
                return self._open([] if isinstance(event, yaml.SequenceStartEvent) else {}, place)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self.stack.pop()
                if self.stack:
                    self.stack[-1].key = None
        return True

    def _refuse_marks(self, anchor: str | None, tag: str | None, place: Place) -> None:
        if anchor:
            hint = "delete it; put a text that begins with `&` in quotes"
            self.document.refuse(place, "yaml-anchor", f"the anchor &{anchor} is not allowed", hint)
        if tag:
            hint = "delete it; put a text that begins with `!` in quotes"
            self.document.refuse(place, "yaml-tag", f"the tag {tag} is not allowed", hint)

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> None:
        if found := _FORBIDDEN.search(event.value):  # an escape such as "\u202e" in quotes
            self.document.refuse(place, "yaml-character", _named(found[0]), "delete the escape that makes it")
        elif self._cut_short(event):
            hint = "put the text in quotes, or the comment on a line of its own"
            self.document.refuse(place, "yaml-comment", "what follows ` #` is a comment and is lost", hint)
        elif not event.value.strip() and not self._expects_key():
            hint = "give a value, or delete the line: a key without a value is never needed"
            self.document.refuse(place, "yaml-no-value", "a value is missing here", hint)
        self._put(event.value, place)

    def _cut_short(self, event: yaml.ScalarEvent) -> bool:
        """Whether a comment cuts off a sentence: somebody may have meant the sign as part of it."""
        if event.style or " " not in event.value or self._expects_key() or event.end_mark is None:
            return False
        return _COMMENT.match(self.lines[event.end_mark.line], event.end_mark.column) is not None

    def _expects_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].into, dict) and self.stack[-1].key is None

    def _open(self, value: list[Data] | dict[str, Data], place: Place) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            hint = "records are a few levels deep; check the brackets and the indentation"
            self.document.refuse(place, "yaml-depth", f"more than {MAX_DEPTH} levels of nesting", hint)
            return False
        if self._expects_key():
            hint = "write `key: value`; put a text that begins with `{` or `[` in quotes"
            self.document.refuse(place, "yaml-key", "a key must be a single word", hint)
            return False
        self._put(value, place)
        self.stack.append(_Frame(value))
        return True

    def _put(self, value: Data, place: Place) -> None:
        """Give a value to whatever waits for it: the file, a list, or a mapping's key."""
        if not self.stack:
            self.document.data = value
            self.document.values[()] = place
            return
        frame = self.stack[-1]
        if isinstance(frame.into, list):
            frame.into.append(value)
            self.document.values[self._loc()] = place
        elif frame.key is None:
            self._key(frame, str(value), place)
        else:
            if not frame.duplicate:
                frame.into[frame.key] = value
            self.document.values.setdefault(self._loc(), place)
            # A list or mapping keeps its key until it ends: the places inside it need it.
            frame.key = None if isinstance(value, str) else frame.key

    def _key(self, frame: _Frame, key: str, place: Place) -> None:
        frame.key = key
        frame.duplicate = key in frame.into
        loc = self._loc()
        if frame.duplicate:
            line = self.document.keys.get(loc, (0, 0))[0]
            hint = "keep one of the two; a list of several things is written with `- ` under one key"
            self.document.refuse(place, "yaml-duplicate-key", f"“{key}” already stands in line {line}", hint)
        self.document.keys.setdefault(loc, place)

    def _loc(self) -> Loc:
        return tuple(frame.key if isinstance(frame.into, dict) else len(frame.into) - 1 for frame in self.stack)  # type: ignore[misc]  # a mapping's frame has its key here


def _events(text: str) -> Iterator[yaml.Event]:
    parser = CParser(text)
    try:
        while event := parser.get_event():
            yield event
    finally:
        parser.dispose()
