"""What is kept from one build to the next, in `.cache/`. Deleting it is always right.

It is data and nothing else: an SQLite database of JSON and numbers, which becomes records only through the model. It is used only if
it was kept by the same code with the same libraries, and each part only if its fingerprint is right. SQLite's transactions see to it
that nothing is kept by half, and that two builds may share it.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from readouts.archive.dependents import DependentsData
from readouts.archive.fingerprints import fingerprint
from readouts.archive.records import Loaded, Record
from readouts.build.formats import Known
from readouts.build.outputs import Made
from readouts.pages.published import Published
from readouts.problems import Problem

if TYPE_CHECKING:
    from readouts.archive.load import Seen

T = TypeVar("T")

PATIENCE = 10.0
"""Seconds to wait for another build that is keeping something."""

_TABLES = {
    "code": "code integer",
    "parts": "name text primary key, seal integer, value blob",
    "files": "path text primary key, size integer, time integer, digest integer",
    "records": "file text, collection text, id text, fingerprint integer, names blob, formerly blob, summary blob, data blob, digest text, seal integer",
}


class _DamagedError(Exception):
    """What was kept is not what was written."""


@dataclass(frozen=True, slots=True)
class Built:
    """What is known of a build that was done: enough to find that there is nothing to do."""

    records: int
    """A fingerprint of the files and the version that it was made of."""
    published: Published
    """The addresses that the pages were made with."""
    outputs: dict[str, tuple[int, dict[str, Made]]]
    """Folder of an output, from the project’s → its shape and its files."""
    formats: Known
    """What is known of the files of other formats."""
    warnings: list[Problem]


@dataclass(frozen=True, slots=True)
class Dependencies:
    """What was made of which answers."""

    pages: DependentsData
    rules: DependentsData
    formats: DependentsData


class Store:
    """A database with the records that were read, and what is known of the last build."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "state.sqlite"
        self._unfinished = folder / "unfinished"
        self.notes: list[str] = []
        """What could not be used, for the log."""

    def built(self) -> Built | None:
        """What is known of the last build; None where nothing that fits was kept."""
        return self._read(lambda database: _part(database, Built))

    def dependencies(self) -> Dependencies | None:
        """What it made of which answers."""
        return self._read(lambda database: _part(database, Dependencies))

    def seen(self) -> dict[str, Seen]:
        """The files that were read: path below `records/` → stamp and digest."""
        return self._read(_seen) or {}

    def files(self) -> dict[str, Loaded]:
        """What those files held."""

        def find(database: sqlite3.Connection) -> dict[str, Loaded]:
            seen = _seen(database)
            held: dict[str, list[Record]] = {path: [] for path in seen}
            for file, *columns, seal in database.execute("select * from records order by rowid"):
                if seal != fingerprint(file, *columns):
                    raise _DamagedError
                collection, key, number, names, formerly, summary, data, digest = columns
                found = tuple((tuple(to), name) for to, name in from_json(names))
                held[file].append(Record(collection, key, number, found, tuple(from_json(formerly)), summary, data, digest))
            return {path: Loaded(stamp, digest, tuple(held[path])) for path, (stamp, digest) in seen.items()}

        return self._read(find) or {}

    def keep_files(self, files: Mapping[str, Loaded], gone: Iterable[str]) -> None:
        """Keep what files hold that changed, as it was read, and forget those that are gone."""

        def write(database: sqlite3.Connection) -> None:
            held = dict(database.execute("select path, digest from files"))
            for path in gone:
                database.execute("delete from files where path = ?", (path,))
                database.execute("delete from records where file = ?", (path,))
            for path, file in files.items():
                database.execute("insert or replace into files values (?, ?, ?, ?)", (path, *file.stamp, file.digest))
                if held.get(path) == file.digest:
                    continue  # only its stamp is new, and its records may have forgotten their data
                database.execute("delete from records where file = ?", (path,))
                if all(record.whole for record in file.records):
                    rows = [_row(path, record) for record in file.records]
                    database.executemany("insert into records values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
                else:  # somebody deleted the cache of a running process
                    database.execute("delete from files where path = ?", (path,))

        self._write(write)

    def begin(self) -> bool:
        """Say that files are about to change, until `keep`; whether an earlier build said so and never came to its end."""
        try:
            self._unfinished.parent.mkdir(parents=True, exist_ok=True)
            self._unfinished.touch(exist_ok=False)
        except FileExistsError:
            return True
        except OSError as error:
            self.notes.append(f"{self._unfinished} cannot be written: {error.strerror}")
        return False

    def keep(self, built: Built, dependencies: Dependencies) -> None:
        """Keep what is known of a build."""

        def write(database: sqlite3.Connection) -> None:
            for part in (built, dependencies):
                data = TypeAdapter(type(part)).dump_json(part)
                row = (type(part).__name__, fingerprint(data), data)
                database.execute("insert or replace into parts values (?, ?, ?)", row)

        if self._write(write):
            with suppress(OSError):
                self._unfinished.unlink()

    def _read(self, find: Callable[[sqlite3.Connection], T]) -> T | None:
        """What is found in the database; None where there is none of this code."""
        if not self.path.exists():
            return None
        return self._with(lambda database: find(database) if self._fits(database) else None)

    def _write(self, write: Callable[[sqlite3.Connection], object]) -> bool:
        """Change the database; what other code kept goes, tables and all. Whether it could be done."""

        def fitting(database: sqlite3.Connection) -> bool:
            database.execute("begin immediate")
            if not self._fits(database):
                for name, columns in _TABLES.items():
                    database.execute(f"drop table if exists {name}")
                    database.execute(f"create table {name} ({columns})")
                database.execute("create index records_of_a_file on records (file)")
                database.execute("insert into code values (?)", (code(),))
            write(database)
            return True

        return bool(self._with(fitting))

    def _with(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """Work in one transaction. What is damaged is noted and removed."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=PATIENCE)) as database, database:
                return work(database)
        except (sqlite3.OperationalError, OSError) as error:
            self.notes.append(f"{self.path} cannot be used now: {error}")
        except (sqlite3.DatabaseError, _DamagedError, ValueError, KeyError, TypeError):
            self.notes.append(f"{self.path} is damaged and is made anew")
            self.path.unlink(missing_ok=True)
        return None

    @staticmethod
    def _fits(database: sqlite3.Connection) -> bool:
        if not database.execute("select 1 from sqlite_master where name = 'code'").fetchone():
            return False
        return bool(database.execute("select 1 from code where code = ?", (code(),)).fetchone())


def _part(database: sqlite3.Connection, kind: type[T]) -> T | None:
    found = database.execute("select seal, value from parts where name = ?", (kind.__name__,)).fetchone()
    if found is None:
        return None
    if fingerprint(found[1]) != found[0]:
        raise _DamagedError
    return TypeAdapter(kind).validate_json(found[1])


def _seen(database: sqlite3.Connection) -> dict[str, Seen]:
    rows = database.execute("select path, size, time, digest from files")
    return {path: ((size, time), digest) for path, size, time, digest in rows}


def _row(file: str, record: Record) -> tuple[str | int | bytes, ...]:
    names, formerly = to_json(record.names), to_json(record.formerly)
    known = (file, record.collection, record.id, record.fingerprint, names, formerly)
    found = (*known, record.summary_data, record.data, record.digest)
    return (*found, fingerprint(*found))


@cache
def code() -> int:
    """A fingerprint of everything that shapes a page apart from the records: this package and all that is installed beside it."""
    package = Path(__file__).parents[1]
    files = sorted((*package.rglob("*.py"), *package.rglob("*.json")))
    installed = sorted({each.name for folder in sys.path for each in Path(folder).glob("*.dist-info")})  # name and version
    return fingerprint(sys.version, installed, [(path.relative_to(package).as_posix(), path.read_bytes()) for path in files])
