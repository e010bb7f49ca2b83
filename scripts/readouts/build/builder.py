"""The way through the house: records → archive → pages on disk, again and again, doing only what changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.archive.archive import Archive
from readouts.archive.dependents import Dependents
from readouts.archive.fingerprints import Question, fingerprint
from readouts.archive.load import load, unchanged
from readouts.archive.release import version_beside
from readouts.build.editor_schemas import EditorSchemas
from readouts.build.files import refuse_handwritten, refuse_shared, sweep
from readouts.build.formats import Formats
from readouts.build.outputs import Made, Output, Written
from readouts.build.state import Built, Dependencies, Store
from readouts.build.workers import spread, uncollected
from readouts.checks import check
from readouts.model.clocks import latest_day
from readouts.pages import OF_SIZES, all_jobs, page_of
from readouts.problems import BrokenRecordsError, Problem, errors
from readouts.render.markdown import document

if TYPE_CHECKING:
    from readouts.archive.load import Seen
    from readouts.archive.records import Loaded
    from readouts.build.options import Options
    from readouts.pages.kinds import Job


class Builder:
    """One project: what is known of its records and pages, from the last build of this process or of an earlier one."""

    def __init__(self, options: Options, *, keep: bool = True, today: Callable[[], date] | None = None) -> None:
        """For a project.

        Args:
            options: The project's.
            keep: Without it nothing is taken from an earlier process or left to a later one.
            today: Says after which day everything is in the future; else the clock does.
        """
        self._today = today or partial(latest_day, os.environ)
        self.options = options
        self.docs = Output(options.docs, lambda path: path, document)
        self._formats = Formats(options)
        self.archive: Archive | None = None
        self.warnings: list[Problem] = []
        self.paths: list[str] = []
        """Every page there is, once it was opened or found to be as it was."""
        self.linked: list[str] = []
        """Every page and every file of another format, to which pages may lead; another list whenever that may have changed."""
        self._jobs: list[Job] = []
        self._store = Store(options.cache) if keep else None
        self._editors = EditorSchemas(options.cache) if keep else None
        self._built = self._store.built() if self._store else None
        self._seen: dict[str, Seen] = self._store.seen() if self._store else {}
        """The files that the store holds."""
        self._files: dict[str, Loaded] = {}
        self._recalled = False
        self._rules = Dependents()
        self._pages = Dependents()
        self._changed: set[str] = set()
        """Pages that changed, which outputs of other runs still have as they were."""
        self._swept = 0
        """How many files were left over that no write has counted yet."""

    @property
    def exports(self) -> list[str]:
        """Paths below `docs/` of the files of other formats."""
        return list(self._formats.docs.made)

    @property
    def notes(self) -> list[str]:
        """What could not be used of what was kept, for the log."""
        return self._store.notes if self._store else []

    def open(self) -> Archive:
        """Read and check the records.

        Raises:
            BrokenRecordsError: with every problem of every file, where at least one of them is an error.
        """
        with uncollected():
            if self._store and not self._recalled:
                self._recall(self._store)
            records = load(self.options.records, self._files, spread)
            self._files = dict(records.files)
            self._keep_files()
            archive = Archive.of(records, self.archive)
            problems = records.problems + check(records, archive, self._rules, self._today())
            if self._store and self._editors and (note := self._editors.follow(records)):  # while records are broken, too
                self._store.notes.append(note)
        if errors(problems):
            raise BrokenRecordsError(problems)
        self.archive, self.warnings, self._jobs = archive, sorted(problems), []
        return archive

    def prepare(self) -> None:
        """Find out which pages there are, write the files of other formats whole, and remove what earlier builds left in `docs/`.

        Raises:
            BrokenRecordsError: as `open` does, and where a hand-written file stands in a folder of generated pages.
        """
        if not self._as_it_was():
            with uncollected():
                archive = self.open()
                self._list(archive)
                self._formats.write(archive, join=True)
        self.linked = [*self.paths, *self.exports]
        self._swept += len(sweep(self.options.docs, {*self.paths, *self.docs.made, *self.exports}))

    def write(self, *others: Output, tell: Callable[[int, int], None] | None = None) -> Written:
        """Write the pages as Markdown, and into other outputs.

        Args:
            others: Where else the pages go.
            tell: Is told how many pages of how many are done.

        Raises:
            BrokenRecordsError: where a hand-written file stands in the place of a page.
        """
        outputs = [self.docs, *others]
        if self.archive is None and not self.paths:
            self.prepare()
        if self.archive is None and self._nothing_to_do(others):
            swept, self._swept = self._swept, 0
            return Written(0, swept, len(self.paths))
        archive = self.archive or self.open()
        with uncollected():
            self._list(archive)
            self._formats.write(archive, join=False)
            self.linked = [*self.paths, *self.exports]
            look = not all(output.looked for output in outputs)
            for output in outputs if look else ():
                self._remember(output)
            unfinished = look and self._store is not None and self._store.begin()
            for output in others if look else ():
                if unfinished or not output.made:  # nothing is known of what is there
                    output.sweep(self.paths)
            written = self._update(archive, outputs, tell)
        if look:
            for output in outputs:
                output.looked = True
            self._keep(outputs, others_too=not unfinished)
        written, self._swept = replace(written, removed=written.removed + self._swept), 0
        return written

    def _list(self, archive: Archive) -> None:
        """Which pages there are; none in the place of a file that somebody wrote."""
        if not self._jobs:
            jobs = list(all_jobs(archive))
            self._remember(self.docs)
            refuse_shared(self.options.docs, (job.path for job in jobs))
            refuse_handwritten(self.options.docs, (job.path for job in jobs if job.path not in self.docs.made))
            self._jobs, self.paths = jobs, [job.path for job in jobs]

    def _update(self, archive: Archive, outputs: list[Output], tell: Callable[[int, int], None] | None) -> Written:
        """Bring outputs up to date: make the pages that changed, once for all outputs, and remove what is left over."""
        again = {*self._pages.stale(archive, self.paths), *OF_SIZES}
        self._changed |= again
        self._pages.keep_only(self.paths)
        stale = [
            (job, wrong)
            for job in self._jobs
            if (wrong := [n for n, output in enumerate(outputs) if job.path in again or not output.has(job.path)])
        ]
        published, sizes = self.options.published, {path: made[1] for path, made in self._formats.docs.made.items()}

        def make(job: tuple[Job, list[int]]) -> tuple[set[Question], list[tuple[int, Made, bool]]]:
            what, wrong = job
            page, asked = page_of(what, archive, published, sizes)
            return asked, [(number, *outputs[number].write(page)) for number in wrong]

        written = 0
        for done, ((job, _), (asked, results)) in enumerate(zip(stale, spread(make, stale), strict=True), start=1):
            self._pages.note(archive, job.path, asked)
            for number, made, _ in results:
                outputs[number].made[job.path] = made
            written += any(changed for _, _, changed in results)
            if tell:
                tell(done, len(stale))
        removed = max([output.keep_only(self.paths) for output in outputs])
        return Written(written, removed, len(self._jobs) - written)

    # From build to build

    def _as_it_was(self) -> bool:
        """Whether neither the records nor the Markdown pages changed since an earlier process built them."""
        built = self._built
        if self.archive or built is None or built.published != self.options.published or built.records != self._basis():
            return False
        if not unchanged(self.options.records, self._seen) or not (self._editors and self._editors.are_there()):
            return False
        self._remember(self.docs)
        self._formats.remember(built.formats)
        if not self.docs.made or not self.docs.all_whole() or not self._formats.whole():
            return False
        self.warnings, self.paths = built.warnings, list(self.docs.made)
        return True

    def _nothing_to_do(self, others: tuple[Output, ...]) -> bool:
        for output in others:
            self._remember(output)
        return bool(self.paths) and all(output.made.keys() == self.docs.made.keys() and output.all_whole() for output in others)

    def _remember(self, output: Output) -> None:
        """What an earlier process made of an output, if it would make the same now."""
        known = self._built.outputs.get(self._name(output)) if self._built else None
        if known and not output.made and known[0] == output.shape:
            output.made.update(known[1])

    def _name(self, output: Output) -> str:
        return Path(os.path.relpath(output.home or output.folder, self.options.project)).as_posix()

    def _recall(self, store: Store) -> None:
        """What files held when an earlier process read them, and what it made of that."""
        self._files, self._recalled = store.files(), True
        if (known := store.dependencies()) and self._built:
            self._rules = Dependents.of_data(known.rules)
            if self._built.published == self.options.published:
                self._pages = Dependents.of_data(known.pages)
                self._formats.remember(self._built.formats)
                self._formats.recall(known.formats)

    def _keep_files(self) -> None:
        now = {path: (file.stamp, file.digest) for path, file in self._files.items() if not file.problems}
        if self._store and now != self._seen:
            changed = {path: self._files[path] for path in now if now[path] != self._seen.get(path)}
            self._store.keep_files(changed, self._seen.keys() - now.keys())
            self._seen = now

    def _keep(self, outputs: list[Output], *, others_too: bool) -> None:
        """Keep what is known of outputs; of those of other runs only where none of these can have been killed."""
        if self._store is None:
            return
        before = self._built.outputs.items() if self._built and others_too else ()
        # The dev server serves from a folder that is gone afterwards.
        there = {
            name: (shape, {path: made for path, made in known.items() if path not in self._changed})
            for name, (shape, known) in before
            if (self.options.project / name).exists()
        }
        made = there | {self._name(output): (output.shape, output.made) for output in outputs}
        self._built = Built(self._basis(), self.options.published, made, self._formats.known(), self.warnings)
        self._store.keep(self._built, Dependencies(self._pages.data(), self._rules.data(), self._formats.dependencies()))

    def _basis(self) -> int:
        """A fingerprint of what everything is made of: the files by what they hold, the version beside them, and what is asked for."""
        files = [(path, digest) for path, (_, digest) in sorted(self._seen.items())]
        return fingerprint(version_beside(self.options.records), sorted(self.options.switches), files)
