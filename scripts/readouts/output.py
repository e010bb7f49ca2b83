"""Pages on disk: written only where they changed, all or nothing for each file, never over what people wrote by hand."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from readouts.problems import BrokenRecordsError, Problem, count

FOLDERS = (
    "meetings",
    "relations",
    "countries",
    "people",
    "topics",
    "occasions",
    "organizations",
    "places",
    "reference",
    "schema",
)
"""Folders of `docs/` that hold generated pages only; git ignores them."""

FILES = ("index.md",)
"""Generated files outside those folders."""

MARK = "# Generated from "
"""What the front matter of every generated page begins with: the pages that may be written over or removed."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the pages on disk."""

    written: int
    removed: int
    kept: int

    def __str__(self) -> str:
        """`3 pages written, 1 removed, 204 unchanged`."""
        return f"{count(self.written, 'page')} written, {self.removed:,} removed, {self.kept:,} unchanged"


def write(docs: Path, pages: Mapping[str, str]) -> Written:
    """Bring the generated part of `docs` into the state of `pages` (path below `docs` → text).

    Raises:
        BrokenRecordsError: where a hand-written file stands in the place of a page; then nothing is written.
    """
    stale = [path for path in _generated(docs) if path.relative_to(docs).as_posix() not in pages]
    changed = {docs / path: text for path, text in pages.items() if _read(docs / path) != text}
    _refuse_handwritten(docs, [*changed, *stale])
    for path, text in changed.items():
        replace(path, text)
    for path in stale:
        path.unlink()
        _prune(path.parent, docs)
    return Written(len(changed), len(stale), len(pages) - len(changed))


def replace(path: Path, text: str) -> None:
    """Write a file under a temporary name and rename it, so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def handwritten(docs: Path) -> list[Path]:
    """What stands in `docs` beside the generated pages: the files and folders that people edit."""
    return sorted(path for path in docs.iterdir() if path.name not in (*FOLDERS, *FILES) and not path.name.startswith("."))


def _generated(docs: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        yield from (path for path in (docs / folder).rglob("*") if path.is_file() and not path.name.startswith("."))


def _refuse_handwritten(docs: Path, paths: list[Path]) -> None:
    problems = []
    for path in sorted(paths):
        text = _read(path)
        if text is not None and MARK not in text[:200]:
            name = PurePosixPath(docs.name) / path.relative_to(docs).as_posix()
            hint = f"move it to a folder of its own; {', '.join(FOLDERS)} and {', '.join(FILES)} are written by the build"
            problems.append(
                Problem(name, 1, 1, "not-generated", "this file was not written by the build and is in its way", hint)
            )
    if problems:
        raise BrokenRecordsError(problems)


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError):
        return ""


def _prune(folder: Path, docs: Path) -> None:
    while folder != docs and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
