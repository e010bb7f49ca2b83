"""What a change of the records means: two trees of typed records, compared by their ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from readouts.archive.archive import Archive
from readouts.editing.diff_parts import PartsDiff, Renames
from readouts.editing.differences import Became, Difference, Line, RecordChange
from readouts.model.collections import COLLECTIONS, RELATIONS, WITHDRAWN, Collection
from readouts.model.describe import spoken
from readouts.render.urls import url

if TYPE_CHECKING:
    from readouts.archive.records import Record, Records


def difference(old: Records, new: Records) -> Difference:
    """What changed from one tree of records to another. What could not be read in one of them is not compared.

    Args:
        old: The older tree, as it was loaded; it may have problems.
        new: The newer one, which may have some, too.
    """
    across = _Across(dict(_renames(old, new)), Archive.of(new))
    changes: list[RecordChange] = []
    for collection in COLLECTIONS:
        changes += _Collection(collection, old, new, across).changes()
    every = tuple(_with_references(change, across.moved) for change in changes)
    return Difference(every, tuple(_layout(old, new)), tuple(_uncompared(old, new)))


def _renames(old: Records, new: Records) -> Iterator[tuple[tuple[str, str], str]]:
    for collection in COLLECTIONS:
        before, after = old.by_collection[collection.id], new.by_collection[collection.id]
        for record in after.values():
            for former in record.formerly:
                if former in before and former not in after:
                    yield (collection.type.__name__, former), record.id


@dataclass(frozen=True, slots=True)
class _Across:
    """What is known of records of every kind."""

    renames: Renames
    archive: Archive
    """Of the newer tree."""
    moved: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Kind and old id of renamed records → how often the new id stands in the place of the old one, so far."""


class _Collection:
    """The records of one kind in both trees."""

    def __init__(self, collection: Collection[Any], old: Records, new: Records, across: _Across) -> None:
        self._collection = collection
        self._old, self._new = old, new
        self._before, self._after = old.by_collection[collection.id], new.by_collection[collection.id]
        self._renames, self._moved, self._archive = across.renames, across.moved, across.archive
        self._kind = spoken(collection.type)

    def changes(self) -> Iterator[RecordChange]:
        """What became of each, in the order of ids: of the older tree, then those that are new."""
        heirs: set[str] = set()
        for key in sorted(self._before):
            to = self._renames.get((self._collection.type.__name__, key), key)
            if to not in self._after:
                if not self._new.missing.has(self._collection.id, key):
                    yield RecordChange(self._kind, key, Became.REMOVED, "", tuple(self._gone(key)))
            elif to == key:
                yield from self._changed(key, key, Became.CHANGED)
            elif to in self._before or to in heirs:
                yield RecordChange(self._kind, key, Became.MERGED, to, (self._leads(key, to),))
            else:
                heirs.add(to)
                yield from self._changed(key, to, Became.RENAMED)
        for key in sorted(self._after.keys() - self._before.keys() - heirs):
            if not self._old.missing.has(self._collection.id, key):
                yield RecordChange(self._kind, key, Became.ADDED)

    def _changed(self, key: str, to: str, became: Became) -> Iterator[RecordChange]:
        old, new = self._before[key], self._after[to]
        lines = [self._leads(key, to)] if to != key else []
        if old.fingerprint != new.fingerprint:
            parts = PartsDiff(old.entry, new.entry, self._renames)
            self._moved.update(parts.moved)
            lines += [*parts.lines, *self._lost(old, new)]
        if lines:
            yield RecordChange(self._kind, key, became, to if to != key else "", tuple(lines))

    def _leads(self, key: str, to: str) -> Line:
        return Line(f"the address {self._address(key)} leads to {self._address(to)}")

    def _lost(self, old: Record, new: Record) -> Iterator[Line]:
        """Former addresses that no record has any more."""
        kept = {each for record in self._after.values() for each in (record.id, *record.formerly)}
        for former in old.formerly:
            if former not in kept:
                yield Line(
                    f"the former address {self._address(former)} no longer leads to {self._address(new.id)}", warning=True
                )
        for former in new.formerly:
            if former not in old.formerly and former not in self._before:
                yield Line(f"the address {self._address(former)} leads here")

    def _gone(self, key: str) -> Iterator[Line]:
        if self._collection is WITHDRAWN or (self._collection is RELATIONS and key in self._archive.pairs_by_id):
            return  # nothing had that address; whoever met has a page, with a record or without
        told = {(kind, gone) for kind, gone, _ in self._archive.withdrawn}
        for each in (key, *self._before[key].formerly):
            known = (self._collection.id, each) in told
            why = f"as {WITHDRAWN.file(key)} tells" if known else f"and {WITHDRAWN.file(key)} does not tell why"
            yield Line(f"the address {self._address(each)} is gone, {why}", warning=True, untold=not known)

    def _address(self, key: str) -> str:
        return url(self._collection.page(key))


def _with_references(change: RecordChange, moved: Counter[tuple[str, str]]) -> RecordChange:
    """A renamed or merged record, with how many references name its new id."""
    kinds = {spoken(each.type): each.type.__name__ for each in COLLECTIONS}
    if not (change.to and (number := moved[kinds[change.kind], change.id])):
        return change
    line = Line(f"{number:,} reference{'s' * (number > 1)} to it name{'s' * (number == 1)} {change.to} now")
    return replace(change, lines=(*change.lines, line))


def _layout(old: Records, new: Records) -> Iterator[str]:
    """Files with other bytes that hold the same records."""
    for path, file in new.files.items():
        before = old.files.get(path)
        if before is None or before.digest == file.digest or before.problems or file.problems:
            continue
        was, now = ({each.id: each for each in state.records} for state in (before, file))
        if was.keys() == now.keys() and all(
            each.fingerprint == now[key].fingerprint or each.entry == now[key].entry for key, each in was.items()
        ):
            yield f"{new.folder.name}/{path}"


def _uncompared(old: Records, new: Records) -> Iterator[str]:
    for which, records in (("older", old), ("newer", new)):
        files = {str(problem.path): problem for problem in records.problems}
        for path in sorted(files):
            yield f"{path} (not all of it could be read in the {which} records)"
