"""The table that tells which state of the data the others are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.exports.data.columns import Column, Row, Table

if TYPE_CHECKING:
    from readouts.archive.archive import Archive


def _rows(archive: Archive) -> Iterator[Row]:
    yield {"digest": archive.digest, "version": archive.version or None}


RELEASE = Table(
    "release",
    "The state of the data, in one row.",
    ("digest",),
    (
        Column("digest", "SHA-256 of all records; another one whenever anything in them is.", needed=True),
        Column("version", "Version of the latest release; what is here may be newer, which the digest tells."),
    ),
    _rows,
)
