"""The archive as tables: CSV with a Frictionless data package, and one SQLite database of the same tables.

`things`, `said` and `events` state the tables. Their rows are made in parts, a part for each year of meetings and one for all else, so
that a change of one meeting makes the rows of its year anew; the files are put together of the parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_core import to_json

from readouts.exports.data import database, package, parquet, said, things
from readouts.exports.data.release import RELEASE
from readouts.exports.data.walked import Walked
from readouts.exports.keyed import Keyed

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.exports.data.columns import Table

FOLDER = "data"
TABLES: tuple[Table, ...] = (*things.TABLES, *said.TABLES, RELEASE)
"""Every table, in an order in which each names earlier ones only, or itself."""

THINGS = "0000"
"""The part of all that is no meeting; it comes before the years."""

STATE = "release"
"""The part that is another one whenever a record is; it comes after the years."""


def files(archive: Archive) -> Iterator[tuple[str, str]]:
    """The parts."""
    for key in (THINGS, *archive.filed, STATE):
        yield f"{FOLDER}/{key}.json", key


def make(archive: Archive, key: str, _: str) -> str:
    """The rows of a part: table → rows."""
    alone = {THINGS: things.TABLES, STATE: (RELEASE,)}.get(key, ())
    found = {table.name: list(map(table.values, table.rows(archive))) for table in alone if table.rows}
    for meeting in map(archive.meetings.__getitem__, archive.filed_in(key)):
        walked = Walked(archive, meeting)
        for table in TABLES:
            if table.of_meeting:
                found.setdefault(table.name, []).extend(map(table.values, table.of_meeting(walked)))
    return to_json(found).decode()


def join(parts: Sequence[Path], folder: Path, base: str) -> None:
    """The published files, of the parts in their order."""
    (folder / FOLDER).mkdir()
    package.write(TABLES, parts, folder / FOLDER, base)
    database.write(TABLES, parts, folder / FOLDER / database.NAME)


def join_parquet(parts: Sequence[Path], folder: Path, _: str) -> None:
    """The same tables as Parquet, beside the others."""
    parquet.write(TABLES, parts, folder / FOLDER)


FORMAT = Keyed(files, make, join, {parquet.OPTION: join_parquet})
