"""Several files of records changed together: tried on a copy, then written all or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from readouts.archive.archive import Archive
from readouts.archive.dependents import Dependents
from readouts.archive.load import load
from readouts.build.files import read, remove, write_aside
from readouts.checks import check
from readouts.model.clocks import latest_day

if TYPE_CHECKING:
    from readouts.archive.records import Records
    from readouts.problems import Problem

Files = Mapping[str, bytes | None]
"""File below the records → what it is to hold; None for one that is to go."""


class ChangedError(Exception):
    """A file is no longer what it was when the change was worked out; the text names it."""


def checked(records: Records) -> list[Problem]:
    """Every problem of some records."""
    return records.problems + check(records, Archive.of(records), Dependents(), latest_day(os.environ))


def tried(records: Records, files: Files) -> list[Problem]:
    """The problems that there would be with the files as they are to be. Only a copy is changed."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / records.folder.name
        for path in records.files:
            if files.get(path, b"") is not None:
                (copy / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(records.folder / path, copy / path)
        for path, raw in files.items():
            if raw is not None:
                (copy / path).parent.mkdir(parents=True, exist_ok=True)
                (copy / path).write_bytes(raw)
        return checked(load(copy, records.files))


def write_together(folder: Path, files: Files, before: Files) -> None:
    """Write some files and remove others; where one cannot be, all are as they were.

    Args:
        folder: The records.
        files: What each is to hold.
        before: What each held when that was worked out; None for one that was not there.

    Raises:
        ChangedError: where a file holds something else by now.
        OSError: where a file cannot be written.
    """
    waiting: dict[str, str] = {}
    try:
        for path, raw in files.items():
            if raw is not None:
                waiting[path] = write_aside(folder / path, raw, keep_rights=True)
        _expect(folder, {path: before[path] for path in files})
        _swap(folder, files, before, waiting)
    finally:
        for temporary in waiting.values():
            remove(temporary, folder)  # and a folder that was made for nothing


def _expect(folder: Path, before: Files) -> None:
    for path, raw in before.items():
        if read(folder / path) != raw:
            raise ChangedError(f"{folder.name}/{path} was changed meanwhile; nothing was written")


def _swap(folder: Path, files: Files, before: Files, waiting: Mapping[str, str]) -> None:
    """Put what waits in its place; where one file cannot be written, those before it are brought back."""
    done: list[str] = []
    try:
        for path, raw in sorted(files.items(), key=lambda each: each[1] is None):  # what goes, goes last
            done.append(path)
            if raw is None:
                remove(str(folder / path), folder)
            elif before[path] is None:
                os.link(waiting[path], folder / path)  # which never takes the place of another file
            else:
                Path(waiting[path]).replace(folder / path)
    except BaseException:
        for path in done:
            _restore(folder, path, files[path], before[path])
        raise


def _restore(folder: Path, path: str, now: bytes | None, before: bytes | None) -> None:
    """Bring a file back to what it was, where it is what was just written."""
    if read(folder / path) != now:
        return
    if before is None:
        remove(str(folder / path), folder)
    else:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(before)
