"""From files to typed records: reads a tree of records and validates every file, reporting all problems of all files."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias, TypeVar

from pydantic import ValidationError

from readouts.archive.explain import explain
from readouts.build.workers import spread
from readouts.model import COLLECTIONS, Entry, Meeting, Named, named
from readouts.model.base import adapter
from readouts.model.pickling import pickled_quickly
from readouts.problems import Problem
from readouts.source import Data, Document, Loc, Place, data_of, parse

E_ = TypeVar("E_", bound=Entry)
Key: TypeAlias = tuple[str, str]
"""Collection and id of a record."""

Stamp: TypeAlias = tuple[int, int]
"""A file's size in bytes and the time of its last change in nanoseconds; 0 where that is too fresh to tell it from a later state."""

Seen: TypeAlias = tuple[Stamp, bytes]
"""A file's stamp and the digest of its bytes."""

SETTLED = 2 * 10**9
"""Nanoseconds after which the time of a file's last change tells its state from a later one; sooner, its bytes are compared."""


@pickled_quickly
@dataclass(frozen=True, slots=True)
class Record:
    """A typed record and what is known of it without looking inside."""

    entry: Entry
    digest: int
    """Of everything the record says; it changes with every change."""
    names: tuple[Named, ...]
    """The ids it names, each once."""
    outline: int = 0
    """Of what lists and indexes hold of a meeting: all but the words of its accounts."""
    statements: int = 0
    """How many statements a meeting has."""


@pickled_quickly
@dataclass(frozen=True, slots=True)
class Loaded:
    """What one file holds: its typed records, or what is wrong with it."""

    stamp: Stamp
    digest: bytes
    """Of the file's bytes."""
    records: Mapping[Key, Record]
    problems: tuple[Problem, ...] = ()
    broken: tuple[Key, ...] = ()
    """Records that exist but could not be read; references to them are no problem of their own."""


@dataclass(slots=True)
class Records:
    """All records of a tree by collection and id, and the files they came from."""

    folder: Path
    files: Mapping[str, Loaded]
    """Path below the folder → what the file holds, in the order of paths."""
    by_key: dict[Key, Record] = field(default_factory=dict)
    homes: dict[Key, str] = field(default_factory=dict)
    """The file a record came from, below the folder."""
    entries: dict[str, dict[str, Entry]] = field(default_factory=lambda: {name: {} for name in COLLECTIONS})

    def __post_init__(self) -> None:
        for path, file in self.files.items():
            self.by_key.update(file.records)
            self.homes |= dict.fromkeys((*file.records, *file.broken), path)
        for (collection, key), record in self.by_key.items():
            self.entries[collection][key] = record.entry

    def of(self, kind: type[E_]) -> Mapping[str, E_]:
        """The records of one type by id, in the order of their ids."""
        name = next(name for name, each in COLLECTIONS.items() if each is kind)
        return {key: entry for key, entry in sorted(self.entries[name].items()) if isinstance(entry, kind)}

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with single files."""
        return [problem for file in self.files.values() for problem in file.problems]

    @property
    def broken(self) -> set[Key]:
        """Records that exist but could not be read."""
        return {key for file in self.files.values() for key in file.broken}

    def place(self, collection: str, key: str, loc: Loc) -> tuple[PurePosixPath, Place]:
        """The file and the place in it of a part of a record. Reads the file again: places are only kept of what is wrong."""
        inside = self.homes[collection, key]
        document = parse(_named(self.folder, inside), (self.folder / inside).read_bytes())
        return document.path, document.place(loc if "/" in inside else (key, *loc))


def load(folder: Path, known: Mapping[str, Loaded] | None = None) -> Records:
    """Read every record below `folder` (the project's `records/`). Problems are collected, never raised.

    Args:
        folder: The tree.
        known: What files held when they were read before; a file that has not changed is not read again.
    """
    before = known or {}
    files: dict[str, Loaded | None] = {}
    changed: list[tuple[Path, str, Stamp]] = []
    for path, stamp in sorted(_files(folder)):
        old = before.get(path)
        if old and stamp[1] and old.stamp == stamp:
            files[path] = old
        elif old and old.digest == _digest((folder / path).read_bytes()):
            files[path] = replace(old, stamp=stamp)
        else:
            files[path] = None
            changed.append((folder, path, stamp))
    files.update(zip((path for _, path, _ in changed), spread(_read, changed), strict=True))
    return Records(folder, {path: file for path, file in files.items() if file})


def unchanged(folder: Path, seen: Mapping[str, Seen]) -> bool:
    """Whether the tree holds the same files as when these were seen."""
    found = dict(_files(folder))
    if found.keys() != seen.keys():
        return False
    for path, stamp in found.items():
        old, digest = seen[path]
        if not (stamp[1] and old == stamp) and digest != _digest((folder / path).read_bytes()):
            return False
    return True


def _files(folder: Path) -> Iterator[tuple[str, Stamp]]:
    """Every file that looks like a record, and nothing that an editor leaves behind."""
    waiting, settled = [""], time.time_ns() - SETTLED
    while waiting:
        inside = waiting.pop()
        with os.scandir(folder / inside) as found:
            for each in found:
                if each.name.startswith((".", "~")):
                    continue
                if each.is_dir():
                    waiting.append(f"{inside}{each.name}/")
                elif each.name.endswith((".yaml", ".yml")):
                    stat = each.stat()
                    yield f"{inside}{each.name}", (stat.st_size, stat.st_mtime_ns if stat.st_mtime_ns < settled else 0)


def _named(folder: Path, inside: str) -> PurePosixPath:
    return PurePosixPath(folder.name) / inside


def _digest(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=8).digest()


def _read(job: tuple[Path, str, Stamp]) -> Loaded:
    """What one file holds."""
    folder, inside, stamp = job
    raw = (folder / inside).read_bytes()
    digest = _digest(raw)
    if expected := _expected(PurePosixPath(inside)):
        document = Document(_named(folder, inside))
        document.refuse((1, 1), "file-name", f"no record belongs at {inside}", expected)
        return Loaded(stamp, digest, {}, tuple(document.problems))
    try:
        return Loaded(stamp, digest, dict(_records(inside, data_of(raw))))
    except (ValidationError, _NoRecordError):
        return _explained(inside, stamp, digest, parse(_named(folder, inside), raw))


class _NoRecordError(Exception):
    """The data of a file are no record; reading it with care says why."""


def _records(inside: str, data: Data | None) -> Iterator[tuple[Key, Record]]:
    """The typed records of a file that is right."""
    if not isinstance(data, dict):
        raise _NoRecordError
    collection = _collection(inside)
    for key, record in data.items() if collection == inside.removesuffix(".yaml") else ((PurePosixPath(inside).stem, data),):
        if not isinstance(record, dict) or "id" in record:
            raise _NoRecordError
        yield (collection, key), _typed(collection, key, record)


def _collection(inside: str) -> str:
    return inside.partition("/")[0].removesuffix(".yaml")


def _typed(collection: str, key: str, data: dict[str, Any]) -> Record:
    entry = adapter(COLLECTIONS[collection]).validate_python({**data, "id": key})
    digest = int.from_bytes(_digest(repr((collection, key, data)).encode()), "big")
    names = tuple(sorted(named(entry)))
    if not isinstance(entry, Meeting):
        return Record(entry, digest, names)
    return Record(entry, digest, names, _outline(entry), len(entry.statements))


def _outline(meeting: Meeting) -> int:
    said = [
        (each.speakers, each.topics, each.about_meeting, [follow.meeting for follow in each.followed_by])
        for each in meeting.statements
    ]
    written = [each.topics for each in meeting.outcomes]
    held = [(each.start, each.place) for each in meeting.sessions]
    accounts = [(each.publisher, each.language, each.origin) for each in meeting.readouts]
    what = (
        meeting.id,
        meeting.kind,
        meeting.title,
        meeting.mode,
        meeting.date,
        meeting.place,
        meeting.occasion,
        meeting.formerly,
    )
    shown = (what, held, meeting.delegations, said, written, accounts)
    return int.from_bytes(_digest(repr(shown).encode()), "big")


def _explained(inside: str, stamp: Stamp, digest: bytes, document: Document) -> Loaded:
    """All that is wrong with a file, and the records in it that are right all the same."""
    collection = _collection(inside)
    records: dict[Key, Record] = {}
    broken: list[Key] = []
    for key, data, loc in _parts(inside, document):
        if not loc and (document.problems or not isinstance(data, dict)):
            if not document.problems:
                document.refuse(document.place(()), "not-a-record", "a record is a mapping", "write `key: value` lines")
        elif not isinstance(data, dict):
            document.refuse(document.place(loc), "not-a-record", f"“{key}” is no mapping", "indent `key: value` lines below")
        else:
            if "id" in data:
                hint = "delete the line; the id is the name of the file, or the key in a file of several"
                place = document.place((*loc, "id"), key=True)
                document.refuse(place, "unknown-key", "a record does not state its own id", hint)
            try:
                records[collection, key] = _typed(collection, key, data)
                continue
            except ValidationError as error:
                explain(document, COLLECTIONS[collection], loc, error)
        broken.append((collection, key))
    return Loaded(stamp, digest, records, tuple(document.problems), tuple(broken))


def _parts(inside: str, document: Document) -> Iterator[tuple[str, Data, Loc]]:
    """Id, data and place of every record in a file."""
    if "/" in inside:
        yield PurePosixPath(inside).stem, document.data, ()
    elif isinstance(document.data, dict):
        for key, data in document.data.items():
            yield key, data, (key,)
    else:
        document.refuse(document.place(()), "not-a-record", "the file maps ids to records", "write `id:` and indent its record")


def _expected(inside: PurePosixPath) -> str:
    """Where a file at this path should be instead; nothing where it is right."""
    if inside.suffix != ".yaml":
        return f"rename it to {inside.with_suffix('.yaml')}"
    folders = "meetings/2014/2014-11-10-japan-peru.yaml, people/abe-shinzo.yaml or relations/japan-peru.yaml"
    files = "occasions.yaml, organizations.yaml, places.yaml or topics.yaml"
    match inside.parts:
        case [_]:
            return "" if inside.stem in ("occasions", "organizations", "places", "topics") else f"use {files}; or {folders}"
        case ["meetings", year, _] if year.isdigit() and len(year) == 4:  # noqa: PLR2004  # a year has four digits
            return ""
        case ["people" | "relations", _]:
            return ""
    return f"use {folders}"
