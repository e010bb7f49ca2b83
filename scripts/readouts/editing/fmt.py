"""The one layout of a record: its keys in the order of the model, and nothing written that is the rule anyway."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, get_args

from readouts.model.accounts import Atmosphere, Photo, Phrase
from readouts.model.authorities import Coordinates, PersonName
from readouts.model.base import Change, Part
from readouts.model.collections import Collection, collection_of, where
from readouts.model.describe import keys, part_of
from readouts.model.meeting import Delegate, Printed
from readouts.problems import BrokenRecordsError, Problem
from readouts.source import Document, Node, parse, read_nodes, write

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

SHORT: frozenset[type[Part]] = frozenset({Atmosphere, Change, Coordinates, Delegate, PersonName, Photo, Phrase, Printed})
"""Kinds of part that read as one value: they stand on one line, in brackets, where they fit. All others take a line for each key."""


def kind_of_file(path: PurePosixPath) -> Collection[Any] | None:
    """The collection of a file in any tree of records, by its name and its folders; None where no record has such a name."""
    ends = (path.parts[-length:] for length in (3, 2, 1))  # `meetings/2014/x.yaml`, `people/x.yaml`, `places.yaml`
    return next((found for end in ends if (found := collection_of("/".join(end)))), None)


def formatted(path: PurePosixPath, raw: bytes) -> bytes:
    """The bytes of a record's file in its layout: UTF-8 with line ends as in Unix, every comment and every value kept.

    Args:
        path: What the file is called in problems; its folders and its name say what kind of record it holds.
        raw: What stands in it.

    Raises:
        BrokenRecordsError: where the file holds no record that can be read, or something would be lost.
    """
    collection = kind_of_file(path)
    if collection is None:
        raise BrokenRecordsError([Problem(path, 1, 1, "file-name", f"no record belongs at {path}", where(path.name))])
    before = parse(path, raw)
    if before.problems:
        raise BrokenRecordsError(before.problems)
    root = read_nodes(before.text)
    same = root.data == before.data
    for record in root.parts if collection.one_file else (root,):
        _arrange(record, collection.type)
    text = write(root).encode()
    after = parse(path, text)
    # Two dictionaries are equal in any order of their keys, their texts are not.
    if not same or after.problems or repr(after.data) != repr(root.data) or comments(after) != comments(before):
        message, hint = "something in this file would be lost", "lay it out by hand, and report what it was"
        raise BrokenRecordsError([Problem(path, 1, 1, "format", message, hint)])
    return text


def is_laid_out(path: PurePosixPath, raw: bytes) -> bool:
    """Whether a record's file has its layout; not where it has none because something would be lost."""
    try:
        return formatted(path, raw) == raw
    except BrokenRecordsError:
        return False


def _arrange(node: Node, kind: type[Part]) -> None:
    """Put the keys of a part, or of each in a list of them, in their order, without those that say what is the rule."""
    if isinstance(node.value, list):
        for each in node.value:
            _arrange(each, kind)
    elif isinstance(node.value, dict):
        order = keys(kind)
        known = {key: node.value[key] for key in order if key in node.value}
        unknown = {key: value for key, value in node.value.items() if key not in known}
        told = {key: value for key, value in known.items() if value.commented or not _is_rule(order[key], value)}
        node.value = told | unknown or node.value
        node.one_line = kind in SHORT
        for key, value in told.items():
            for each in (value, *value.parts):
                each.typed = _is_typed(order[key].annotation)
            if inner := part_of(order[key].annotation):
                _arrange(value, inner)


def _is_rule(field: FieldInfo, node: Node) -> bool:
    """Whether a value is the one that a record has without it."""
    default = str(field.default).lower() if isinstance(field.default, bool) else field.default
    return not field.is_required() and node.value == (list(default) if isinstance(default, tuple) else default)


def _is_typed(annotation: object) -> bool:
    """Whether a field holds numbers, or true or false."""
    return annotation in (bool, int, float) or any(map(_is_typed, get_args(annotation)))


def comments(document: Document) -> list[str]:
    """What the comments say, in any order: with their keys they may change places."""
    return sorted(comment[1:].strip() for comment in document.comments)
