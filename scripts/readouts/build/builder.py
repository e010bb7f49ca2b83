"""The way through the house: records → archive → pages on disk, again and again, doing only what changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.archive.archive import Archive
from readouts.archive.load import Loaded, load, unchanged
from readouts.build.outputs import Made, Tree, Written, refuse_handwritten, sweep, update, write_if_changed
from readouts.build.state import Cache
from readouts.build.workers import uncollected
from readouts.checks import check
from readouts.exports.json_schema import schemas
from readouts.pages import Drafts
from readouts.problems import BrokenRecordsError, Problem, errors
from readouts.render.markdown import document

if TYPE_CHECKING:
    from readouts.archive.load import Seen
    from readouts.pages.draft import Draft


@dataclass(frozen=True, slots=True)
class Kept:
    """What tells the next build that it has nothing to do."""

    files: Mapping[str, Seen]
    base: str
    """The site's address that the pages were made with."""
    sound: set[int]
    """States of meetings without a problem."""
    warnings: list[Problem]
    made: Mapping[str, tuple[int, dict[str, Made]]]
    """Folder of a tree → its salt and its files."""


class Builder:
    """One project: what is known of its records and pages, from the last build of this process or of an earlier one."""

    def __init__(self, records: Path, docs: Path, cache: Cache | None = None, base: str = "") -> None:
        self.records = records
        self.docs = Tree(docs, lambda path: path, document)
        self.cache = cache
        self.archive: Archive | None = None
        self.warnings: list[Problem] = []
        self.paths: list[str] = []
        """Every page there is, once it was opened or found to be as it was."""
        self._kept: Kept | None = cache.load("state") if cache else None
        self._files: dict[str, Loaded] = {}
        self._sound: set[int] = set()
        self._stored: dict[str, dict[str, Seen]] = {}
        """Shelf of the cache → the files it holds."""
        self._drafts: list[Draft] = []
        self._base = base
        self._drafting = Drafts(base)

    @property
    def notes(self) -> list[str]:
        """What whoever builds may want to know about the cache."""
        return self.cache.notes if self.cache else []

    def prepare(self) -> None:
        """Find out which pages there are, and write the schemas.

        Raises:
            BrokenRecordsError: as `open` does, and where a hand-written file stands in the place of a page.
        """
        if not self._as_it_was():
            archive = self.open()
            with uncollected():
                self._draft(archive)
            self._remember(self.docs)
            refuse_handwritten(self.docs.folder, (path for path in self.paths if path not in self.docs.made))
        for path, text in schemas():
            write_if_changed(self.docs.folder / path, text)

    def _as_it_was(self) -> bool:
        """Whether neither the records nor the Markdown pages changed since an earlier process built them."""
        kept = self._kept
        if self.archive or kept is None or kept.base != self._base or not unchanged(self.records, kept.files):
            return False
        self._remember(self.docs)
        if not self.docs.made or not all(self.docs.whole(path, made) for path, made in self.docs.made.items()):
            return False
        self.warnings, self.paths = kept.warnings, list(self.docs.made)
        return True

    def open(self) -> Archive:
        """Read and check the records.

        Raises:
            BrokenRecordsError: with every problem of every file, where at least one of them is an error.
        """
        with uncollected():
            if self.cache and not self._files:
                self._recall(self.cache)
            records = load(self.records, self._files)
            self._files = dict(records.files)
            archive = Archive.of(records, self.archive)
            problems = records.problems + check(records, archive, self._sound)
            self._sound &= set(archive.all_states.values())
        self._drafts = []
        if errors(problems):
            raise BrokenRecordsError(problems)
        self.archive, self.warnings = archive, sorted(problems)
        return archive

    def write(self, *others: Tree, tell: Callable[[int, int], None] | None = None) -> Written:
        """Write the pages as Markdown, and into other trees.

        Raises:
            BrokenRecordsError: where a hand-written file stands in the place of a page.
        """
        trees = [self.docs, *others]
        if self.archive is None and self._nothing_to_do(others):
            return Written(0, 0, len(self.paths))
        if self.archive is None:
            self.prepare()
        archive = self.archive or self.open()
        with uncollected():
            found = self._drafts or self._draft(archive)
            look = not all(tree.seen for tree in trees)
            if look:
                for tree in trees:
                    self._remember(tree)
            written = update(found, trees, look=look, tell=tell)
        if look:
            swept = sweep(self.docs.folder, (*self.paths, *(path for path, _ in schemas())))
            written = replace(written, removed=written.removed + len(swept))
            for tree in trees:
                tree.seen = True
            self._keep(trees)
        self._drafts = []
        return written

    def _draft(self, archive: Archive) -> list[Draft]:
        self._drafts = self._drafting.of(archive)
        self.paths = [draft.path for draft in self._drafts]
        return self._drafts

    def _nothing_to_do(self, others: tuple[Tree, ...]) -> bool:
        for tree in others:
            self._remember(tree)
        return bool(self.paths) and all(
            tree.made.keys() == self.docs.made.keys() and all(tree.whole(path, made) for path, made in tree.made.items())
            for tree in others
        )

    def _remember(self, tree: Tree) -> None:
        """What an earlier process made of a tree, if it would make the same now."""
        salt, made = self._kept.made.get(str(tree.folder.resolve()), (None, {})) if self._kept else (None, {})
        if not tree.made and salt == tree.salt:
            tree.made.update(made)

    def _keep(self, trees: list[Tree]) -> None:
        if self.cache is None:
            return
        before = dict(self._kept.made) if self._kept else {}
        made = before | {str(tree.folder.resolve()): (tree.salt, tree.made) for tree in trees}
        self._store(self.cache)
        files = {path: seen for shelf in self._stored.values() for path, seen in shelf.items()}
        self._kept = Kept(files, self._base, self._sound, self.warnings, made)
        self.cache.save("state", self._kept)

    def _recall(self, cache: Cache) -> None:
        """What files held when an earlier process read them: a shelf for each folder, so that a change costs one shelf."""
        for shelf in cache.names("records"):
            files: dict[str, Loaded] = cache.load(shelf) or {}
            self._files |= files
            self._stored[shelf] = _seen(files)
        self._sound = set(self._kept.sound) if self._kept else set()

    def _store(self, cache: Cache) -> None:
        shelves: dict[str, dict[str, Loaded]] = {}
        for path, file in self._files.items():
            shelves.setdefault(f"records/{path.rpartition('/')[0].replace('/', '-') or 'others'}", {})[path] = file
        for shelf in self._stored.keys() - shelves.keys():
            cache.remove(shelf)
            del self._stored[shelf]
        for shelf, files in shelves.items():
            if self._stored.get(shelf) != (seen := _seen(files)):
                cache.save(shelf, files)
                self._stored[shelf] = seen


def _seen(files: Mapping[str, Loaded]) -> dict[str, Seen]:
    return {path: (file.stamp, file.digest) for path, file in files.items()}


def address(settings: Path) -> str:
    """The site's own address as `mkdocs.yml` states it, with a slash at the end; empty where it states none.

    MkDocs is not asked: while serving, it puts the address of the dev server in its place.
    """
    text = settings.read_text(encoding="utf-8") if settings.exists() else ""
    found = re.search(r"^site_url:\s*['\"]?(https?://[^\s'\"#]+)", text, re.MULTILINE)
    return f"{found[1].rstrip('/')}/" if found else ""


def open_archive(records: Path) -> Archive:
    """Read and check everything below `records`, once.

    Raises:
        BrokenRecordsError: with every problem of every file, where at least one of them is an error.
    """
    return Builder(records, records.parent / "docs").open()
