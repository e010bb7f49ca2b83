"""The way through the house: records → archive → pages on disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.archive import Archive
from readouts.checks import check
from readouts.load import load
from readouts.markdown import document
from readouts.output import Written, write
from readouts.pages import all_pages
from readouts.problems import BrokenRecordsError, Problem, errors
from readouts.schema import schemas

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Opened:
    """An archive without errors, and the warnings it came with."""

    archive: Archive
    warnings: list[Problem]


def open_archive(records: Path) -> Opened:
    """Read and check everything below `records`.

    Raises:
        BrokenRecordsError: with every problem of every file, where at least one of them is an error.
    """
    loaded = load(records)
    archive = Archive.of(loaded)
    problems = loaded.problems + check(loaded, archive)
    if errors(problems):
        raise BrokenRecordsError(problems)
    return Opened(archive, sorted(problems))


def write_pages(archive: Archive, docs: Path) -> Written:
    """Write the archive's pages and the schemas below `docs`: only what changed, and nothing that people wrote by hand.

    Raises:
        BrokenRecordsError: where a hand-written file stands in the place of a page.
    """
    return write(docs, {page.path: document(page) for page in all_pages(archive)} | dict(schemas()))
