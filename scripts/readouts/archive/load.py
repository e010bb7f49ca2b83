"""From files to records: reads a tree of records and validates every file, reporting all problems of all files."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from stat import S_ISDIR
from typing import TYPE_CHECKING, TypeAlias

from pydantic import ValidationError
from pydantic_core import to_json

from readouts.archive.explain import ask_for_values, explain, to_be_done
from readouts.archive.fingerprints import fingerprint
from readouts.archive.placing import astray, misnamed, misplaced, own_id, refusal
from readouts.archive.records import EVERY, Key, Loaded, Record, Records, Stamp, named
from readouts.archive.release import digest_of, version_beside
from readouts.archive.summaries import MeetingSummary, summary_of
from readouts.archive.todo import todos
from readouts.model import Entry, Meeting
from readouts.model.base import adapter
from readouts.model.collections import BY_ID, MEETINGS, Collection, collection_of
from readouts.model.describe import keys
from readouts.model.references import names_of
from readouts.model.slugs import slug
from readouts.problems import Loc, Problem
from readouts.problems.lookalikes import odd
from readouts.source import Data, Document, parse

if TYPE_CHECKING:
    from typing import Any, Protocol, TypeVar

    T = TypeVar("T")
    R = TypeVar("R")

    class Spread(Protocol):
        """`map`, perhaps on several processors."""

        def __call__(self, work: Callable[[T], R], things: Iterable[T], /) -> Iterable[R]:
            """The results in the order of the things."""

    from collections.abc import Callable, Iterable

Seen: TypeAlias = tuple[Stamp, int]
"""A file's stamp and the digest of its bytes."""

_LEFTOVER = re.compile(r"\..*|~\$.*|.*[~#]|.*\.(?:md|swp|tmp)|.*___jb_\w+|4913|sed\w{6}")
"""Names of hidden files, of notes, and of what editors and tools put beside a file while they write it."""

SETTLED = 2 * 10**9
"""Nanoseconds after which the time of a file's last change tells its state from a later one; sooner, its bytes are compared."""


def load(folder: Path, known: Mapping[str, Loaded] | None = None, spread: Spread = map) -> Records:
    """Read every record below `folder` (the project's `records/`). Problems are collected, never raised.

    Args:
        folder: The tree.
        known: What files held when they were read before; a file that has not changed is not read again.
        spread: How the others are read: one after another, or on several processors.
    """
    before = known or {}
    files: dict[str, Loaded | None] = {}
    changed: list[tuple[Path, str, Stamp]] = []
    stamps, refused = record_files(folder)
    for path, stamp in stamps.items():
        old = before.get(path)
        if old and stamp[1] and old.stamp == stamp:
            files[path] = old
        elif old and old.digest == _digest(folder / path):
            files[path] = replace(old, stamp=stamp)
        else:
            files[path] = None
            changed.append((folder, path, stamp))
    files.update(zip((path for _, path, _ in changed), spread(_read, changed), strict=True))
    if not files and not refused:
        hint = f"write the first one, as in {named(folder, MEETINGS.file(MEETINGS.example))}"
        refused[""] = Problem(named(folder, ""), 1, 1, "no-records", "there are no records here", hint)
    others = tuple(_unread(inside, (0, 0), 0, problem) for inside, problem in refused.items())
    return Records(folder, {path: file for path, file in files.items() if file}, others, version_beside(folder))


def unchanged(folder: Path, seen: Mapping[str, Seen]) -> bool:
    """Whether the tree holds the same files as when these were seen."""
    found, refused = record_files(folder)
    if refused or found.keys() != seen.keys():
        return False
    for path, stamp in found.items():
        old, digest = seen[path]
        if not (stamp[1] and old == stamp) and digest != _digest(folder / path):
            return False
    return True


def record_files(folder: Path) -> tuple[dict[str, Stamp], dict[str, Problem]]:
    """Every file that looks like a record, in the order of paths, and what cannot be read, each by its path below the folder."""
    waiting, settled = [""], time.time_ns() - SETTLED
    stamps: dict[str, Stamp] = {}
    refused: dict[str, Problem] = {}

    while waiting:
        inside = waiting.pop()
        try:
            found = list(_entries(folder, inside))
        except OSError as error:
            if not (inside and isinstance(error, FileNotFoundError)):  # else it has just gone
                message = f"the folder cannot be read: {error.strerror}"
                hint = "records lie in a folder that exists and may be read"
                refused[inside] = Problem(named(folder, inside), 1, 1, "unreadable", message, hint, unread=True)
            continue
        for path, stat in found:
            if found_wrong := refusal(folder, path, stat.st_mode):
                refused[path] = Problem(named(folder, path), 1, 1, *found_wrong, unread=True)
            elif S_ISDIR(stat.st_mode):
                waiting.append(f"{path}/")
            else:
                stamps[path] = (stat.st_size, changed if (changed := _changed(stat)) < settled else 0)
    return dict(sorted(stamps.items())), refused


def _entries(folder: Path, inside: str) -> Iterator[tuple[str, os.stat_result]]:
    """Everything in one folder of the tree but notes (`.md`). What an editor leaves behind there, or has just taken away, is passed over."""
    for each in list(os.scandir(folder / inside)):
        if not _LEFTOVER.fullmatch(each.name):
            with suppress(FileNotFoundError):
                yield f"{inside}{each.name}", each.stat(follow_symlinks=False)


def _changed(stat: os.stat_result) -> int:
    """When a file changed last, in nanoseconds: the time that no tool sets back, as copies and archives do with the other one."""
    return stat.st_mtime_ns if os.name == "nt" else stat.st_ctime_ns


def _digest(path: Path) -> int:
    """Of a file's bytes; of none, where it has just gone."""
    try:
        return fingerprint(path.read_bytes())
    except OSError:
        return fingerprint(b"")


def _read(job: tuple[Path, str, Stamp]) -> Loaded | None:
    """What one file holds; None where it has just gone."""
    folder, inside, stamp = job
    document = Document(named(folder, inside))
    try:
        raw = (folder / inside).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message, hint = f"the file cannot be read: {error.strerror}", "see that it may be read"
        return _unread(inside, stamp, 0, Problem(document.path, 1, 1, "unreadable", message, hint, unread=True))
    digest = fingerprint(raw)
    collection = collection_of(inside)
    if collection is None:
        problem = Problem(document.path, 1, 1, *astray(folder, inside))
        return _unread(inside, stamp, digest, problem)
    document = parse(document.path, raw)
    ask_for_values(document, collection.type, of_several=collection.one_file)
    own = own_id(collection, document.data)
    wrong = None if collection.one_file else misnamed(folder, inside, own)
    if not (wrong or collection.one_file or document.problems) and isinstance(document.data, dict):
        wrong = misplaced(folder, collection, inside, document.data)
    if wrong:
        file = _unread(inside, stamp, digest, Problem(document.path, 1, 1, *wrong, unread=True))
        return replace(file, perhaps=(*file.perhaps, (collection.id, own))) if own else file
    return _held(collection, inside, stamp, digest, document)


def _unread(inside: str, stamp: Stamp, digest: int, problem: Problem) -> Loaded:
    """What is known of a file, or a folder, that was not read: which records it seems to be for."""
    path = PurePosixPath(inside)
    collection = BY_ID.get(path.parts[0].removesuffix(path.suffix)) if path.parts else None
    if collection is None:
        return Loaded(stamp, digest, (), (problem,))
    if collection.one_file or path.suffix not in (".yaml", ".yml"):
        return Loaded(stamp, digest, (), (problem,), perhaps=((collection.id, EVERY),))
    return Loaded(stamp, digest, (), (problem,), perhaps=((collection.id, slug(path.stem)),))


def _held(collection: Collection[Any], inside: str, stamp: Stamp, digest: int, document: Document) -> Loaded:
    """The records of a file that are right, and all that is wrong with it."""
    document.problems = [replace(problem, unread=True) for problem in document.problems]
    if collection.one_file and not document.whole:
        return Loaded(stamp, digest, (), tuple(document.problems), perhaps=((collection.id, EVERY),))
    unread = bool(document.problems)
    records: list[Record] = []
    broken: list[Key] = []
    outdented: list[str] = []
    for key, data, loc in _parts(collection, inside, document):
        if not loc and (document.problems or not isinstance(data, dict)):
            if not document.problems:
                strange = f": {found}" if isinstance(data, str) and (found := odd(data)) else ""
                message = f"a record is a mapping{strange}"
                draft = "; of a published text `readouts import` makes a draft"
                hint = f"write `key: value` lines{draft if collection is MEETINGS and not strange else ''}"
                document.refuse(document.position(()), "not-a-record", message, hint)
        elif not isinstance(data, dict):
            _no_record(document, collection, key, loc, outdented)
        else:
            if "id" in data:
                hint = "delete the line; the id is the name of the file, or the key in a file of several"
                at = document.position((*loc, "id"), key=True)
                document.refuse(at, "unknown-key", "a record does not state its own id", hint)
            unfinished = _unfinished(document, collection.type, key, loc, data)
            try:
                record = _record(collection, key, data)
                if not unfinished:
                    records.append(record)
                    continue
            except ValidationError as error:
                explain(document, collection.type, loc, error, unfinished)
                if loc and isinstance(data, dict):
                    broken += [(collection.id, inner) for inner in _swallowed(collection, data)]
        broken.append((collection.id, key))
    problems = (replace(problem, unread=unread) for problem in document.problems)
    # A key that is no id is told; what is named by the id that it should be follows from that.
    perhaps = tuple((name, slug(key)) for name, key in broken if slug(key) != key)
    return Loaded(stamp, digest, tuple(records), tuple(problems), tuple(broken), perhaps)


def _no_record(document: Document, collection: Collection[Any], key: str, loc: Loc, outdented: list[str]) -> None:
    """Say what stands where a record of a file of several should; of keys that are not indented below theirs, of the first only."""
    position = document.position(loc, key=True)
    above = [name for name in document.spots if document.position((name,), key=True) < position]
    if key in keys(collection.type) and above:
        empty = document.position((above[-1],), key=True)[0]
        if not outdented and all(problem.line != empty for problem in document.problems):
            hint = f"indent it and the keys below it by two spaces, to belong to `{above[-1]}:`"
            document.refuse(position, "not-a-record", f"“{key}” is a key of a record and stands where a record begins", hint)
        outdented.append(key)
    elif all(problem.line != position[0] for problem in document.problems):
        document.refuse(document.position(loc), "not-a-record", f"“{key}” is no mapping", "indent `key: value` lines below")


def _unfinished(document: Document, kind: type[Entry], key: str, loc: Loc, data: dict[str, Data]) -> dict[Loc, str]:
    """What of a record is still to be done, which is refused: its way in the record, and what may be meant."""
    found = dict(todos(data))
    for inside, proposal in found.items():
        name = next((step for step in reversed(inside) if isinstance(step, str)), key)
        hint = f"write what it is; perhaps `{proposal}`" if proposal else to_be_done(kind, inside)
        document.refuse(document.position((*loc, *inside)), "todo", f"“{name}” is still to be done", hint)
    return found


def _swallowed(collection: Collection[Any], data: dict[str, Data]) -> Iterator[str]:
    """The keys of a record that are records themselves, indented too deep."""
    known = keys(collection.type)
    return (key for key, value in data.items() if key not in known and isinstance(value, dict))


def _parts(collection: Collection[Any], inside: str, document: Document) -> Iterator[tuple[str, Data, Loc]]:
    """Id, data and place of every record in a file."""
    if not collection.one_file:
        yield PurePosixPath(inside).stem, document.data, ()
    elif isinstance(document.data, dict):
        for key, data in document.data.items():
            yield key, data, (key,)
    else:
        document.refuse(
            document.position(()), "not-a-record", "the file maps ids to records", "write `id:` and indent its record"
        )


def _record(collection: Collection[Any], key: str, data: dict[str, Data]) -> Record:
    kind: type[Entry] = collection.type
    entry = adapter(kind).validate_python({**data, "id": key})
    raw = to_json(data)
    summary = (
        adapter(MeetingSummary).dump_json(summary_of(entry), by_alias=True, exclude_defaults=True)
        if isinstance(entry, Meeting)
        else b""
    )
    names = tuple(sorted(names_of(entry)))
    return Record(
        collection.id, key, fingerprint(collection.id, key, raw), names, entry.formerly, summary, raw, digest_of(entry)
    )
