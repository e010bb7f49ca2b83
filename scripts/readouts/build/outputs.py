"""Where pages go: folders with a file for every page, written only where they changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from readouts.archive.fingerprints import fingerprint
from readouts.build.files import PAGE_FOLDERS, inside, read, remove, replace_bytes
from readouts.model.wording import count

if TYPE_CHECKING:
    from readouts.render.blocks import Page

Made: TypeAlias = tuple[int, int, int]
"""What is known of a file that was written: the fingerprint of its bytes, its size in bytes, and its time in nanoseconds."""

NO_FILE = (0, 0, 0)
"""Of a page that has no file."""


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
class Output:
    """A folder with a file for every page."""

    folder: Path
    name: Callable[[str], str]
    """Path of a page below `docs/` → path of its file below the folder."""
    text: Callable[[Page], str]
    """What the file of a page holds; a page for which that is nothing has no file."""
    shape: int = 0
    """A fingerprint of everything that shapes all files alike."""
    made: dict[str, Made] = field(default_factory=dict)
    """Path of a page → what is known of its file."""
    looked: bool = False
    """Whether its files were looked at since this process began."""
    home: Path | None = None
    """Where the folder will stand, if it is elsewhere until all is written."""

    def file(self, path: str) -> str:
        """Where the file of a page is."""
        return f"{self.folder}/{self.name(path)}"

    def has(self, path: str) -> bool:
        """Whether the file of a page was written and, where others may have been at it, is still the one that was."""
        return path in self.made and (self.looked or self.whole(path))

    def whole(self, path: str) -> bool:
        """Whether the file on disk is the one that was written."""
        known = self.made[path]
        try:
            stat = os.stat(self.file(path))  # noqa: PTH116  # for every page of every build: pathlib would double its time
        except OSError:
            return known == NO_FILE
        return (stat.st_size, stat.st_mtime_ns) == known[1:]

    def all_whole(self) -> bool:
        """Whether all files on disk are those that were written."""
        return all(map(self.whole, self.made))

    def write(self, page: Page) -> tuple[Made, bool]:
        """Write the file of a page, if it does not say the same already; what is known of it then, and whether it changed."""
        return self.put(page.path, self.text(page).encode())

    def put(self, page: str, data: bytes) -> tuple[Made, bool]:
        """As `write`, for the bytes of a file."""
        path = self.file(page)
        before = read(path)
        changed = (before or b"") != data
        if not data:
            if before is not None:  # else its folder would go, in which another process is about to write
                remove(path, self.folder)
            return NO_FILE, changed
        if changed:
            replace_bytes(path, data)
        stat = os.stat(path)  # noqa: PTH116  # the path is a string here, and it runs for every page
        return (fingerprint(data), stat.st_size, stat.st_mtime_ns), changed

    def sweep(self, pages: Iterable[str]) -> None:
        """Remove the files in folders of generated pages that are those of no page. Other formats keep to folders of their own."""
        for path in set(inside(self.folder, PAGE_FOLDERS)) - set(map(self.name, pages)):
            remove(f"{self.folder}/{path}", self.folder)

    def keep_only(self, paths: Iterable[str]) -> int:
        """Remove the files of all other pages; how many."""
        over = self.made.keys() - set(paths)
        for path in over:
            remove(self.file(path), self.folder)
            del self.made[path]
        return len(over)
