"""Files on disk: all or nothing for each file, never over what people wrote by hand."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from readouts import exports
from readouts.pages import FILES, FOLDERS
from readouts.problems import BrokenRecordsError, Problem
from readouts.render.markdown import MARK

PAGE_FOLDERS = tuple(folder for folder in FOLDERS if folder not in exports.FOLDERS)
"""Folders that hold generated pages and nothing else, in `docs/` and in the site."""


def write_aside(path: Path | str, *parts: bytes, keep_rights: bool = False) -> str:
    """Write what a file is to hold under a temporary name beside it, so that nobody ever sees half of it; that name.

    Args:
        path: The file; a folder that is not there is made.
        parts: What it is to hold, one part after another.
        keep_rights: Whether the rights are those of the file whose place this takes, as people may have set them.
    """
    folder, name = os.path.split(path)
    temporary = os.path.join(folder, f".{name}.{os.getpid()}.tmp")  # noqa: PTH118  # both are strings here, and it runs for every page
    try:
        try:
            file = open(temporary, "wb")  # noqa: PTH123, SIM115  # pathlib takes longer than the writing; closed by `with` below
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103  # the folder is a string here, as `os.path.split` gave it
            file = open(temporary, "wb")  # noqa: PTH123, SIM115  # the same file again, now that its folder is there
        with file:
            file.writelines(parts)
        if keep_rights:
            with suppress(FileNotFoundError):
                Path(temporary).chmod(Path(path).stat().st_mode)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return temporary


def replace_bytes(path: Path | str, *parts: bytes, keep_rights: bool = False) -> None:
    """Write a file, over the one of that name; arguments as for `write_aside`."""
    temporary = write_aside(path, *parts, keep_rights=keep_rights)
    try:
        os.replace(temporary, path)  # noqa: PTH105  # both are strings here, and it runs for every page
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def create_bytes(path: Path, content: bytes) -> None:
    """Write a new file.

    Raises:
        FileExistsError: where there is one of that name; it stays as it is.
    """
    temporary = write_aside(path, content)
    try:
        os.link(temporary, path)  # a rename would overwrite
    finally:
        Path(temporary).unlink(missing_ok=True)


def read(path: Path | str) -> bytes | None:
    """The bytes of a file; None where there is none, nothing where it cannot be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123  # the path is often a string, and it runs for every page
            return file.read()
    except FileNotFoundError:
        return None
    except OSError:
        return b""


def remove(file: str, root: Path) -> None:
    """Remove a file, and the folders that it leaves empty below the root."""
    path = Path(file)
    path.unlink(missing_ok=True)
    folder = path.parent
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def sweep(docs: Path, known: Iterable[str]) -> list[str]:
    """Remove generated files below `docs` that no build knows of.

    Raises:
        BrokenRecordsError: where a hand-written file stands in a folder of generated pages; then nothing is removed.
    """
    pages = set(known)
    over = [path for path in inside(docs, FOLDERS) if path not in pages]
    refuse_handwritten(docs, (path for path in over if not exports.unmarked(path)))
    for path in over:
        remove(f"{docs}/{path}", docs)
    return over


def refuse_handwritten(docs: Path, paths: Iterable[str]) -> None:
    """Raise BrokenRecordsError where one of the files exists and was not written by the build."""
    problems = []
    for path in sorted(paths):
        raw = read(docs / path)
        if raw is not None and MARK.encode() not in raw[:200]:
            name = PurePosixPath(docs.name) / path
            hint = f"move it to a folder of its own; {', '.join(FOLDERS)} and {', '.join(FILES)} are written by the build"
            message = "this file was not written by the build and is in its way"
            problems.append(Problem(name, 1, 1, "not-generated", message, hint))
    if problems:
        raise BrokenRecordsError(problems)


def refuse_shared(docs: Path, paths: Iterable[str]) -> None:
    """Raise BrokenRecordsError where two pages would have one file, also where names of files do not tell capitals from small letters."""
    over = sorted(path for path, number in Counter(map(str.lower, paths)).items() if number > 1)
    if over:
        message, hint = "two pages would be written here", "rename one of the two records"
        raise BrokenRecordsError(
            [Problem(PurePosixPath(docs.name) / path, 1, 1, "not-generated", message, hint) for path in over]
        )


def handwritten(docs: Path) -> list[Path]:
    """What stands in `docs` beside the generated pages: the files and folders that people edit."""
    return sorted(path for path in docs.iterdir() if path.name not in (*FOLDERS, *FILES) and not path.name.startswith("."))


def is_generated(path: str) -> bool:
    """Whether a path below `docs/` belongs to a generated page."""
    return path.endswith(".md") and (path in FILES or path.partition("/")[0] in FOLDERS)


def inside(root: Path, folders: Iterable[str]) -> Iterator[str]:
    """Paths below `root` of all files in some of its folders; hidden ones are left alone."""
    for folder in folders:
        for place, _, names in os.walk(root / folder):
            path = Path(place).relative_to(root).as_posix()
            yield from (f"{path}/{name}" for name in names if not name.startswith("."))
