"""Files on disk: written only where they changed, all or nothing for each file, never over what people wrote by hand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from readouts.build.workers import spread
from readouts.problems import BrokenRecordsError, Problem, count

if TYPE_CHECKING:
    from readouts.pages.draft import Draft
    from readouts.render.blocks import Page

FOLDERS = (
    "meetings",
    "relations",
    "countries",
    "people",
    "topics",
    "occasions",
    "organizations",
    "places",
    "calendar",
    "changes",
    "reference",
    "schema",
)
"""Folders of `docs/` that hold generated pages only; git ignores them."""

FILES = ("index.md",)
"""Generated files outside those folders."""

MARK = "# Generated from "
"""What the front matter of every generated page begins with: the pages that may be written over or removed."""

Made: TypeAlias = tuple[int, int, int]
"""What is known of a file that was written: the key of its page, its size in bytes, and its time in nanoseconds."""


NO_FILE = (0, 0)
"""Size and time where there is none."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the pages on disk."""

    written: int
    removed: int
    kept: int

    def __str__(self) -> str:
        """`3 pages written, 1 removed, 204 unchanged`."""
        return f"{count(self.written, 'page')} written, {self.removed:,} removed, {self.kept:,} unchanged"


@dataclass(slots=True)
class Tree:
    """A folder with a file for every page."""

    folder: Path
    name: Callable[[str], str]
    """Path of a page below `docs/` → path of its file below the folder."""
    text: Callable[[Page], str]
    """What the file of a page holds; a page for which that is nothing has no file."""
    salt: int = 0
    """A number that changes with everything that shapes all files alike."""
    made: dict[str, Made] = field(default_factory=dict)
    """Path of a page → what is known of its file."""
    seen: bool = False
    """Whether its files were looked at since this process began."""

    def file(self, path: str) -> str:
        """Where the file of a page is."""
        return f"{self.folder}/{self.name(path)}"

    def key(self, draft: Draft) -> int:
        """What the file's key must be."""
        return draft.key ^ self.salt

    def fits(self, draft: Draft, *, look: bool) -> bool:
        """Whether the file is what it should be; `look` looks at the disk, too, where others may have been."""
        known = self.made.get(draft.path)
        return known is not None and known[0] == self.key(draft) and (not look or self.whole(draft.path, known))

    def whole(self, path: str, known: Made) -> bool:
        """Whether the file on disk is the one that was written."""
        try:
            stat = os.stat(self.file(path))  # noqa: PTH116  # for every page of every build: pathlib would double its time
        except OSError:
            return known[1:] == NO_FILE
        return (stat.st_size, stat.st_mtime_ns) == known[1:]

    def write(self, draft: Draft, page: Page) -> tuple[Made, bool]:
        """Write the file of a page, if it does not say the same already; what is known of it then, and whether it changed."""
        path = self.file(draft.path)
        data = self.text(page).encode()
        changed = (_read(path) or b"") != data
        if not data:
            remove(path, self.folder)
            return (self.key(draft), *NO_FILE), changed
        if changed:
            replace_bytes(path, data)
        stat = os.stat(path)  # noqa: PTH116  # the path is a string here, and it runs for every page
        return (self.key(draft), stat.st_size, stat.st_mtime_ns), changed


def update(
    drafts: Sequence[Draft], trees: Sequence[Tree], *, look: bool = True, tell: Callable[[int, int], None] | None = None
) -> Written:
    """Bring trees into the state of the drafts: make the pages that changed, once for all trees, and remove what is left over.

    Args:
        drafts: All pages there should be.
        trees: Where they go. What is known of the files is brought up to date.
        look: Whether to look at every file on disk.
        tell: Is told how many pages of how many are done.
    """
    stale = [
        (draft, wrong)
        for draft in drafts
        if (wrong := [number for number, tree in enumerate(trees) if not tree.fits(draft, look=look)])
    ]

    def make(job: tuple[Draft, list[int]]) -> list[tuple[int, Made, bool]]:
        draft, wrong = job
        page = draft.make()
        return [(number, *trees[number].write(draft, page)) for number in wrong]

    written = 0
    for done, ((draft, _), results) in enumerate(zip(stale, spread(make, stale), strict=True), start=1):
        for number, made, _ in results:
            trees[number].made[draft.path] = made
        written += any(changed for _, _, changed in results)
        if tell:
            tell(done, len(stale))
    wanted = {draft.path for draft in drafts}
    removed = 0
    for tree in trees:
        over = [path for path in tree.made if path not in wanted]
        for path in over:
            remove(tree.file(path), tree.folder)
            del tree.made[path]
        removed = max(removed, len(over))
    return Written(written, removed, len(drafts) - written)


def sweep(docs: Path, known: Iterable[str]) -> list[str]:
    """Remove generated files below `docs` that no build knows of.

    Raises:
        BrokenRecordsError: where a hand-written file stands in a folder of generated pages; then nothing is removed.
    """
    pages = set(known)
    over = [path for path in _generated(docs) if path not in pages]
    refuse_handwritten(docs, over)
    for path in over:
        remove(f"{docs}/{path}", docs)
    return over


def refuse_handwritten(docs: Path, paths: Iterable[str]) -> None:
    """Raise BrokenRecordsError where one of the files exists and was not written by the build."""
    problems = []
    for path in sorted(paths):
        raw = _read(docs / path)
        if raw is not None and MARK.encode() not in raw[:200]:
            name = PurePosixPath(docs.name) / path
            hint = f"move it to a folder of its own; {', '.join(FOLDERS)} and {', '.join(FILES)} are written by the build"
            problems.append(
                Problem(name, 1, 1, "not-generated", "this file was not written by the build and is in its way", hint)
            )
    if problems:
        raise BrokenRecordsError(problems)


def replace_bytes(path: Path | str, *parts: bytes) -> None:
    """Write a file under a temporary name and rename it, so that nobody ever sees half of it."""
    folder, name = os.path.split(path)
    temporary = f"{folder}/.{name}.{os.getpid()}.tmp"
    try:
        try:
            file = open(temporary, "wb")  # noqa: PTH123, SIM115  # pathlib takes longer than the writing; closed by `with` below
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103  # the folder is a string here, as `os.path.split` gave it
            file = open(temporary, "wb")  # noqa: PTH123, SIM115  # the same file again, now that its folder is there
        with file:
            file.writelines(parts)
        os.replace(temporary, path)  # noqa: PTH105  # both are strings here, and it runs for every page
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def write_if_changed(path: Path, text: str) -> None:
    """Write a text file, if it does not say the same already."""
    if _read(path) != text.encode():
        replace_bytes(path, text.encode())


def remove(file: str, root: Path) -> None:
    """Remove a file, and the folders that it leaves empty below the root."""
    path = Path(file)
    path.unlink(missing_ok=True)
    folder = path.parent
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def handwritten(docs: Path) -> list[Path]:
    """What stands in `docs` beside the generated pages: the files and folders that people edit."""
    return sorted(path for path in docs.iterdir() if path.name not in (*FOLDERS, *FILES) and not path.name.startswith("."))


def is_generated(path: str) -> bool:
    """Whether a path below `docs/` belongs to a generated page."""
    return path.endswith(".md") and (path in FILES or path.partition("/")[0] in FOLDERS)


def _generated(docs: Path) -> Iterator[str]:
    for folder in FOLDERS:
        for root, _, names in os.walk(docs / folder):
            inside = Path(root).relative_to(docs).as_posix()
            yield from (f"{inside}/{name}" for name in names if not name.startswith("."))


def _read(path: Path | str) -> bytes | None:
    try:
        with open(path, "rb") as file:  # noqa: PTH123  # the path is often a string, and it runs for every page
            return file.read()
    except FileNotFoundError:
        return None
    except OSError:
        return b""
