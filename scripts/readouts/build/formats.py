"""The files of other formats on disk: below `docs/`, and in the cache the parts of some. Only what changed is made and written."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from readouts import exports
from readouts.archive.dependents import Dependents, DependentsData
from readouts.archive.fingerprints import fingerprint
from readouts.build.files import inside, read, remove, replace_bytes
from readouts.build.outputs import Made, Output
from readouts.build.workers import spread

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.fingerprints import Question
    from readouts.build.options import Options
    from readouts.exports.keyed import Keyed


LISTING = ".written"
"""A hidden file beside files that were put together, which names them."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the files of formats between builds."""

    files: dict[str, Made] = field(default_factory=dict)
    """Path below `docs/` → what is known of the file."""
    parts: dict[str, Made] = field(default_factory=dict)
    """Path of a part below its folder → what is known of it."""
    joined: dict[str, tuple[int, list[str]]] = field(default_factory=dict)
    """Format → a fingerprint of the parts that its files were made of, and the paths of these."""


class Formats:
    """All files of all formats of one project."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self.docs = Output(options.docs, lambda path: path, lambda _: "")
        self.parts = Output(options.cache / "parts", lambda path: path, lambda _: "")
        self._joined: dict[str, tuple[int, list[str]]] = {}
        self._asked = Dependents()
        self._done: Archive | None = None

    def known(self) -> Known:
        """What to keep for the next build."""
        return Known(self.docs.made, self.parts.made, self._joined)

    def dependencies(self) -> DependentsData:
        """What was made of which answers."""
        return self._asked.data()

    def remember(self, known: Known) -> None:
        """What an earlier process left."""
        self.docs.made, self.parts.made, self._joined = dict(known.files), dict(known.parts), dict(known.joined)

    def recall(self, asked: DependentsData) -> None:
        """What an earlier process made of which answers."""
        self._asked = Dependents.of_data(asked)

    def whole(self) -> bool:
        """Whether all files on disk are those that were written."""
        return self.docs.all_whole()

    def write(self, archive: Archive, *, join: bool) -> None:
        """Bring the files up to date, once for every state of the archive.

        Args:
            archive: Everything there is.
            join: Whether files are made of their parts, too: that takes as long as there is much of them.
        """
        if self._done is not archive:
            self._done = archive
            at_once = {path: self.docs.put(path, text.encode())[0] for path, text in exports.files(archive)}
            paths = [*at_once, *self._keyed(archive), *(path for _, joined in self._joined.values() for path in joined)]
            self.docs.made |= at_once
            self.docs.keep_only(paths)
        if join:
            self._join()

    def _keyed(self, archive: Archive) -> list[str]:
        """Make the files of keys that changed; the paths of all that are published."""
        jobs = [(path, key, each) for each in exports.KEYED.values() for path, key in each.files(archive)]
        paths = [path for path, _, _ in jobs]
        stale = set(self._asked.stale(archive, paths))
        self._asked.keep_only(paths)
        again = [job for job in jobs if job[0] in stale or not self._output(job[2]).has(job[0])]

        def make(job: tuple[str, str, Keyed]) -> tuple[set[Question], Made]:
            path, key, each = job
            asked: set[Question] = set()
            text = each.make(archive.watched(asked), key, self._options.base)
            return asked, self._output(each).put(path, text.encode())[0]

        for (path, _, each), (asked, made) in zip(again, spread(make, again), strict=True):
            self._asked.note(archive, path, asked)
            self._output(each).made[path] = made
        self.docs.looked = self.parts.looked = True
        self.parts.keep_only(path for path, _, each in jobs if each.join)
        return [path for path, _, each in jobs if not each.join]

    def _output(self, each: Keyed) -> Output:
        return self.parts if each.join else self.docs

    def _join(self) -> None:
        for name, each in exports.KEYED.items():
            parts = [path for path in self.parts.made if path.startswith(f"{name}/")]
            asked = [option for option in each.on_request if option in self._options.switches]
            made_of = fingerprint(self._options.base, asked, [(path, self.parts.made[path][0]) for path in sorted(parts)])
            known, paths = self._joined.get(name, (0, []))
            if each.join and (known != made_of or not all(path in self.docs.made and self.docs.whole(path) for path in paths)):
                with TemporaryDirectory(prefix=".joined-", dir=self.parts.folder) as folder:
                    for join in (each.join, *(each.on_request[option] for option in asked)):
                        join([self.parts.folder / path for path in sorted(parts)], Path(folder), self._options.base)
                    made = {path: self._place(path, Path(folder) / path) for path in sorted(inside(Path(folder), [name]))}
                self.docs.made |= made
                for path in {*paths, *self._listed(name)} - made.keys():
                    remove(self.docs.file(path), self.docs.folder)
                    self.docs.made.pop(path, None)
                self._list(name, made)
                self._joined[name] = made_of, list(made)

    def _listed(self, name: str) -> list[str]:
        """The files that were put together before, whatever version of the code did: they bear no mark of their own."""
        raw = read(self.docs.folder / name / LISTING) or b""
        return [f"{name}/{Path(each).name}" for each in raw.decode("utf-8", "replace").splitlines()]

    def _list(self, name: str, paths: Iterable[str]) -> None:
        text = "".join(f"{Path(path).name}\n" for path in sorted(paths)).encode()
        if read(self.docs.folder / name / LISTING) != text:
            replace_bytes(self.docs.folder / name / LISTING, text)

    def _place(self, path: str, new: Path) -> Made:
        """Put a file in its place, if it says anything new; what is known of it then."""
        file = Path(self.docs.file(path))
        if not file.exists() or not filecmp.cmp(new, file, shallow=False):
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(new, file)
        stat = file.stat()
        return fingerprint(path, stat.st_size, stat.st_mtime_ns), stat.st_size, stat.st_mtime_ns


def mirror(docs: Path, site: Path, paths: list[str]) -> None:
    """Have the same files of formats in the site as in `docs/`; only what differs is copied."""
    for path in paths:
        stat = os.stat(docs / path)  # noqa: PTH116  # for every file of every build: pathlib would double its time
        try:
            there = os.stat(site / path)  # noqa: PTH116  # as above
            same = (there.st_size, there.st_mtime_ns) == (stat.st_size, stat.st_mtime_ns)
        except OSError:
            same = False
        if not same:
            replace_bytes(site / path, (docs / path).read_bytes())
            os.utime(site / path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    for path in _over(site, set(paths)):
        remove(f"{site}/{path}", site)


def _over(site: Path, paths: set[str]) -> list[str]:
    found: Iterator[str] = inside(site, exports.FOLDERS)
    return [path for path in found if path not in paths]
