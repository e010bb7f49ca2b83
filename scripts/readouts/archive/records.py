"""What was read: a record with what is known of it without looking inside, the files, and the whole tree of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from pydantic_core import from_json

from readouts.archive.fingerprints import fingerprint
from readouts.archive.meant import Meant
from readouts.archive.names_for_ids import NameForId
from readouts.archive.summaries import MeetingSummary
from readouts.model.base import Entry, adapter
from readouts.model.collections import BY_ID
from readouts.problems import Loc, Position, Problem
from readouts.source import parse

if TYPE_CHECKING:
    from readouts.model.references import Named
    from readouts.source import Document

Key: TypeAlias = tuple[str, str]
"""Collection and id of a record."""

EVERY = "*"
"""In the place of an id: a whole collection."""

Stamp: TypeAlias = tuple[int, int]
"""A file's size in bytes and the time of its last change in nanoseconds; 0 where that is too fresh to tell it from a later state."""


@dataclass(slots=True)
class Record:
    """One record: its data as JSON, typed only when it is asked for."""

    collection: str
    id: str
    fingerprint: int
    """Of everything the record says."""
    names: tuple[Named, ...]
    """The records it names, each once."""
    formerly: tuple[str, ...]
    """Its earlier ids."""
    summary_data: bytes
    """The summary of a meeting as JSON, forgotten once it is typed; empty for other records."""
    data: bytes
    """What stands in the file, as JSON; forgotten once it is typed."""
    digest: str
    """Of what it says, however that is written (`release.digest_of`)."""
    summary_fingerprint: int = field(init=False)
    """Of what lists show of a meeting."""
    _entry: Entry | None = None
    _summary: MeetingSummary | None = None

    def __post_init__(self) -> None:
        self.summary_fingerprint = fingerprint(self.summary_data)

    @property
    def whole(self) -> bool:
        """Whether it still has the data that it was read from."""
        return bool(self.data) and (self._summary is None or bool(self.summary_data))

    @property
    def entry(self) -> Entry:
        """The typed record."""
        if self._entry is None:
            found = from_json(self.data)
            kind: type[Entry] = BY_ID[self.collection].type
            self._entry = adapter(kind).validate_python({**found, "id": self.id})
            self.data = b""
        return self._entry

    @property
    def summary(self) -> MeetingSummary:
        """The summary, of a meeting."""
        if self._summary is None:
            self._summary = adapter(MeetingSummary).validate_json(self.summary_data)
            self.summary_data = b""
        return self._summary


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one file holds: its records, or what is wrong with it."""

    stamp: Stamp
    digest: int
    """Of the file's bytes."""
    records: tuple[Record, ...]
    problems: tuple[Problem, ...] = ()
    broken: tuple[Key, ...] = ()
    """Records that exist but could not be read; references to them are no problem of their own."""
    perhaps: tuple[Key, ...] = ()
    """Records that it seems to hold, where it could not be read as a file of records; with the id `EVERY`, any of a collection."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What exists in the files but could not be read: nothing can be said of it, nor of what needs it."""

    keys: frozenset[Key]
    """The records; with the id `EVERY`, any of a collection."""

    def has(self, collection: str, key: str) -> bool:
        """Whether a record that is not there may exist; of `EVERY`, whether any of a collection may."""
        if key == EVERY:
            return any(collection == each for each, _ in self.keys)
        return not self.keys.isdisjoint({(collection, key), (collection, EVERY)})


@dataclass(slots=True)
class Records:
    """All records of a tree by collection and id, and the files they came from."""

    folder: Path
    files: Mapping[str, Loaded]
    """Path below the folder → what the file holds, in the order of paths."""
    others: tuple[Loaded, ...] = ()
    """What stands among the files and could not be read as one at all."""
    version: str = ""
    """The version of the data; empty where none is stated beside the folder."""
    by_collection: dict[str, dict[str, Record]] = field(default_factory=lambda: {name: {} for name in BY_ID})
    homes: dict[Key, str] = field(default_factory=dict)
    """The file a record came from, below the folder."""
    _twice: list[Problem] = field(default_factory=list)
    """Files of an id that another file has: meetings lie in folders by year."""
    _documents: dict[str, Document] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path, file in self.files.items():
            here = {(record.collection, record.id): record for record in file.records}
            for key in (*here, *file.broken):
                if home := self.homes.get(key):
                    message = f"{named(self.folder, home)} is of the same id"
                    hint = "delete one of the two, or give one a name of its own"
                    self._twice.append(Problem(named(self.folder, path), 1, 1, "same-id", message, hint))
                    continue
                self.homes[key] = path
                if key in here:
                    self.by_collection[key[0]][key[1]] = here[key]

    def __iter__(self) -> Iterator[Record]:
        """Every record."""
        for found in self.by_collection.values():
            yield from found.values()

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the files, before any rule."""
        found = [*self._twice, *(problem for file in self._every for problem in file.problems)]
        if any(isinstance(each, NameForId) for each in found):
            return list(map(Meant(self).tell, found))
        return found

    @property
    def broken(self) -> tuple[Key, ...]:
        """Records that exist but could not be read."""
        return tuple(key for file in self.files.values() for key in file.broken)

    @property
    def missing(self) -> Missing:
        """What exists but could not be read."""
        return Missing(frozenset(key for file in self._every for key in (*file.broken, *file.perhaps)))

    @property
    def _every(self) -> Iterator[Loaded]:
        yield from self.others
        yield from self.files.values()

    def position(self, collection: str, key: str, loc: Loc) -> tuple[PurePosixPath, Position]:
        """The file and the place in it of a part of a record. Reads the file again: places are only kept of what is wrong."""
        inside = self.homes[collection, key]
        if inside not in self._documents:
            self._documents[inside] = parse(named(self.folder, inside), (self.folder / inside).read_bytes())
        document = self._documents[inside]
        return document.path, document.position((key, *loc) if BY_ID[collection].one_file else loc)


def named(folder: Path, inside: str) -> PurePosixPath:
    """What a file of a tree is called in problems."""
    return PurePosixPath(folder.name) / inside
