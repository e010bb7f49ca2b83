"""A site that is built beside the one that is published, and takes its place at once when it is whole.

MkDocs empties the folder of the site before it builds: whatever ends a build half-way (a full disk, somebody who cuts it off) would leave
a site without most of its pages. So MkDocs is given another folder. Pages that did not change are linked into it, not written
again; the file system keeps one copy of them.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from readouts.build.search_index import BUNDLE
from readouts.pages import FILES, FOLDERS
from readouts.render.urls import file as file_in_site

GENERATED = (*FOLDERS, *map(file_in_site, FILES), BUNDLE)
"""Generated folders and files at the top of the site."""

_UNFINISHED = ".unfinished"
"""A file in a site that is not whole yet: nothing in it belongs to anybody."""

_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux."""


class BusyError(Exception):
    """Another build is writing the same site; the text says so."""


class Beside:
    """The folder in which a site is built, beside its own."""

    def __init__(self, site: Path) -> None:
        self.site = site.resolve()  # a link stays one: what it leads to is replaced
        self.folder = self.site.with_name(f".{self.site.name}.new")
        self._old = self.site.with_name(f".{self.site.name}.old")
        self._lock: TextIO | None = None

    def begin(self, lock: Path) -> None:
        """Make room, and clear away what a build left that was cut off.

        Args:
            lock: A file that says who builds this site; the system gives it free when a process ends, however that ends.

        Raises:
            BusyError: where another build is writing this site.
        """
        self.end()
        self._lock = _locked(lock)
        if self._old.exists() and not self.site.exists():  # cut off between two renames
            self._old.rename(self.site)
        self._clear()
        self.folder.mkdir(parents=True)
        (self.folder / _UNFINISHED).touch()

    def take_over(self, written: Callable[[str], bool]) -> None:
        """Link the generated files of the site that is published into the one that is built.

        Args:
            written: Whether MkDocs itself writes the file of a path: it writes into the file that is there, so that a link would
                change the published one, too.
        """
        for path in _files(self.site, GENERATED):
            if not written(path):
                _link(self.site / path, self.folder / path)

    def publish(self) -> None:
        """Put the new site in the place of the one that is published."""
        (self.folder / _UNFINISHED).unlink()
        if not self.site.exists():
            self.folder.rename(self.site)
        elif not _exchanged(self.folder, self.site):
            self.site.rename(self._old)
            self.folder.rename(self.site)
        self._clear()

    def end(self) -> None:
        """Leave the site as it is; nothing stays beside it."""
        if self._lock:
            self._clear()
            self._lock.close()
            self._lock = None

    def _clear(self) -> None:
        """Remove what stands beside the site. Hidden files of one that was published, which MkDocs leaves alone, belong to who put them there."""
        for folder in (self._old, self.folder):
            published = self.site.exists() and not (folder / _UNFINISHED).exists()
            for hidden in folder.glob(".*") if published else ():
                if not (self.site / hidden.name).exists():
                    hidden.rename(self.site / hidden.name)
            shutil.rmtree(folder, ignore_errors=True)


def _locked(path: Path) -> TextIO | None:
    """A file that no other process can lock until this one closes it; None on Windows, where two builds are not kept apart."""
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415  # not on Windows

    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("a", encoding="utf-8")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise BusyError("another build is writing this site; wait for its end") from None
    return file


def _files(root: Path, tops: tuple[str, ...]) -> Iterator[str]:
    """Paths below `root` of all files in some of its folders, and of those files themselves."""
    waiting = [top for top in tops if (root / top).exists()]
    while waiting:
        path = waiting.pop()
        if os.path.isdir(f"{root}/{path}"):  # noqa: PTH112  # for every file of every build: pathlib would double its time
            waiting += [f"{path}/{each}" for each in os.listdir(f"{root}/{path}")]  # noqa: PTH208  # as above
        else:
            yield path


def _link(path: Path, to: Path) -> None:
    """Have a file in two places, or a copy of it where the file system has no links."""
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, to)
    except OSError:
        shutil.copy2(path, to)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places at once, where the system can do that."""
    with suppress(AttributeError, OSError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2  # glibc 2.28 and Linux 3.15
        return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
    return False
