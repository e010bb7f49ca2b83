"""From drafts to the files that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from readouts.archive.records import Key, Records, named
from readouts.archive.todo import TODO
from readouts.editing.entries import read_entries
from readouts.editing.fmt import formatted
from readouts.editing.refusal import RefusedError
from readouts.model.collections import BY_ID, COLLECTIONS
from readouts.problems import BrokenRecordsError, Problem
from readouts.source import Data, Node, parse, write

if TYPE_CHECKING:
    from readouts.problems import Position


def files_of(records: Records, drafts: Mapping[Key, dict[str, Data]]) -> dict[str, bytes]:
    """What the files are to hold in which new records go: file below the records → bytes.

    A record in a file of several goes to its place in the alphabetical order, or to the end of a file that has none. Nothing else
    in that file changes.

    Raises:
        BrokenRecordsError: where a record cannot be put in.
    """
    files: dict[str, bytes] = {}
    for (name, key), data in drafts.items():
        collection = BY_ID[name]
        file = collection.file(key)
        path = named(records.folder, file)
        entry = formatted(path, write(_node({key: data} if collection.one_file else data)).encode())
        so_far = files.get(file, (records.folder / file).read_bytes() if file in records.files else b"")
        files[file] = _put_in(path, so_far, key, entry) if so_far else entry
    return files


def _put_in(path: PurePosixPath, raw: bytes, key: str, entry: bytes) -> bytes:
    """A file of several records with one more."""
    before = parse(path, raw)
    if before.problems:
        raise BrokenRecordsError(before.problems)
    text = raw.decode()
    entries = read_entries(text.removeprefix("\ufeff"))
    said = before.data
    if entries is not None and isinstance(said, dict):
        entries.put(key, entry.decode().replace("\n", "\r\n" if "\r\n" in text else "\n"))
        new = (text[: len(text) - len(text.removeprefix("\ufeff"))] + entries.text).encode()
        after = parse(path, new)
        new_one = parse(path, entry).data
        if isinstance(new_one, dict) and not after.problems and after.data == said | new_one:
            return new
    hint = "bring it into the one layout with `readouts fmt`, and try again"
    raise BrokenRecordsError([Problem(path, 1, 1, "new", f"{key} cannot be put into this file", hint)])


def _node(data: Data) -> Node:
    if isinstance(data, dict):
        return Node({key: _node(value) for key, value in data.items()})
    return Node([_node(item) for item in data] if isinstance(data, list) else data)


def is_todo(text: str, position: Position) -> bool:
    """Whether a `TODO` stands at a place of a file."""
    line, column = position
    return text.split("\n")[line - 1][column - 1 :].startswith(TODO)


def described(path: PurePosixPath, text: str) -> tuple[Key, dict[str, Data]]:
    """A record that is described in a line: `places/trujillo: {name: Trujillo, country: PE}`.

    Raises:
        BrokenRecordsError: where it is no YAML.
        RefusedError: where it is not in that form.
    """
    document = parse(path, text.encode())
    if document.problems:
        raise BrokenRecordsError(document.problems)
    match document.data:
        case dict(found) if len(found) == 1:
            ((key, data),) = found.items()
            name, _, own = key.partition("/")
            if name in BY_ID and own and isinstance(data, dict):
                return (name, own), data
    kinds = ", ".join(each.id for each in COLLECTIONS)
    hint = f"write it as in `places/trujillo: {{name: Trujillo, country: PE}}`; the kinds are {kinds}"
    raise RefusedError(f"“{text}” describes no record", hint)
