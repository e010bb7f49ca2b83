"""Another id for a record: in every record that names it, and with a redirect from the old one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from readouts.archive.naming import is_meeting_id, meeting_id, relation_id
from readouts.archive.records import Key, Records, named
from readouts.editing.refusal import RefusedError
from readouts.editing.rewriting import FORMERLY, Rewriting
from readouts.editing.written import broken_records, written_references
from readouts.model import Meeting
from readouts.model.anchors import anchored
from readouts.model.base import ID_LENGTH, SPEAKERS, adapter, is_id
from readouts.model.collections import BY_ID, BY_TYPE, COLLECTIONS, MEETINGS, RELATIONS, Collection
from readouts.model.describe import spoken
from readouts.model.references import Reference, references
from readouts.model.slugs import slug
from readouts.problems import BrokenRecordsError, Loc, Problem
from readouts.problems.suggestions import nearest

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Entry
    from readouts.source import Data

ACCOUNT = 2
"""Steps of the way to an account: `readouts`, and its number."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a new id changes."""

    collection: Collection[Any]
    old: str
    new: str
    files: Mapping[str, bytes | None]
    """File below the records → what it is to hold; None for one that is to go."""
    places: tuple[str, ...]
    """Every place that changes: `records/places.yaml:12:3: kathmandu → katmandu`."""


def rename(records: Records, archive: Archive, old: str, new: str) -> Renaming:
    """Work out what changes where a record takes another id; nothing is written.

    Args:
        records: What was read.
        archive: The same.
        old: The record: `people/abe-shinzo`, or its id alone where only one record has it.
        new: Its new id, perhaps behind the name of its collection.

    Raises:
        RefusedError: where there is no such record, or several.
        BrokenRecordsError: where the record cannot take the new id, or a file is no YAML; says why.
    """
    broken = broken_records(records)
    collection, key = _record(records, old)
    *folders, to = PurePosixPath(new).parts or ("",)
    home = records.homes[collection.id, key]
    _Refusal(records, collection, key).unless_free(archive, collection.id if not folders else folders[0], to)
    work = _Work(records, key, to)
    for file, loc in _named_at(records, collection, key, broken):
        work.edit(file).replace(loc, key, to)
        work.note(file, loc, f"{key} → {to}")
    for record in records.by_collection[MEETINGS.id].values():
        if (file := records.homes[MEETINGS.id, record.id]) in work.edits:
            work.keep_addresses(file, record.entry)
    prefix: Loc = (key,) if collection.one_file else ()
    entry: Entry = records.by_collection[collection.id][key].entry
    if to in entry.formerly:
        work.edit(home).replace((*prefix, FORMERLY, entry.formerly.index(to)), to, key)
    else:
        work.edit(home).add_formerly(prefix, key)
    if collection.one_file:
        work.edit(home).rename_entry(key, to)
    target = home if collection.one_file else collection.file(to)
    work.note(home, prefix, f"{key} → {to}" if target == home else f"→ {named(records.folder, target)}", of_key=True)
    files: dict[str, bytes | None] = {target if file == home else file: each.done() for file, each in work.edits.items()}
    gone: dict[str, bytes | None] = {} if target == home else {home: None}
    places = tuple(f"{path}:{line}:{column}: {what}" for path, line, column, what in sorted(work.places))
    return Renaming(collection, key, to, files | gone, places)


@dataclass(slots=True)
class _Work:
    """The files that change, and where."""

    records: Records
    old: str
    new: str
    edits: dict[str, Rewriting] = field(default_factory=dict)
    places: list[tuple[PurePosixPath, int, int, str]] = field(default_factory=list)

    def edit(self, file: str) -> Rewriting:
        """The changes of a file."""
        if file not in self.edits:
            folder = self.records.folder
            self.edits[file] = Rewriting(named(folder, file), (folder / file).read_bytes())
        return self.edits[file]

    def note(self, file: str, loc: Loc, what: str, *, of_key: bool = False) -> None:
        """Note a place that changes."""
        document = self.edit(file).document
        self.places.append((document.path, *document.position(loc, key=of_key), what))

    def keep_addresses(self, file: str, before: Entry) -> None:
        """Give parts of a meeting's page an `id` where their address was made of the old id: accounts first, which others begin with."""
        if not isinstance(before, Meeting):
            return
        addresses = dict(anchored(before))
        for of_accounts in (True, False):
            said = self.edit(file).said
            after = adapter(Meeting).validate_python({**said, "id": before.id} if isinstance(said, dict) else said)
            for loc, anchor in anchored(after):
                if anchor != addresses[loc] and (len(loc) == ACCOUNT) is of_accounts:
                    self.edit(file).add_id(loc, addresses[loc])
                    self.note(file, loc, f"id: {addresses[loc]}, the address so far")


def _record(records: Records, text: str) -> tuple[Collection[Any], str]:
    """The record that was meant."""
    path = PurePosixPath(text)
    key = path.name.removesuffix(".yaml")
    kinds = [BY_ID[part] for part in path.parts[:-1] if part in BY_ID] or COLLECTIONS
    found = [each for each in kinds if key in records.by_collection[each.id]]
    if len(found) == 1:
        return found[0], key
    if found:
        where = " or ".join(f"{each.id}/{key}" for each in found)
        raise RefusedError(f"“{key}” is the id of several records", f"write {where}")
    if broken := [each.id for each in kinds if (each.id, key) in records.homes]:
        raise RefusedError(f"{broken[0]}/{key} has problems", "mend them first: `readouts check`")
    now = [f"{each.collection}/{each.id}" for each in records if BY_ID[each.collection] in kinds and key in each.formerly]
    every = {each for kind in kinds for each in records.by_collection[kind.id]}
    message = f"no record has the id “{text}”.{'' if now else nearest(key, every)}"
    raise RefusedError(message, f"it is {now[0]} now" if now else "write its kind and its id, as in people/abe-shinzo")


def _named_at(
    records: Records, collection: Collection[Any], key: str, broken: Mapping[Key, dict[str, Data]]
) -> list[tuple[str, Loc]]:
    """Where records name a record: the file, and the way to the id in it. A word that may mean several kinds means the first."""
    own = collection.type.__name__
    known = {(BY_ID[name].type.__name__, each) for name, each in records.homes}

    def means_it(to: tuple[str, ...], name: str) -> bool:
        return name == key and next((kind for kind in to if (kind, name) in known), "") == own

    every: dict[Key, Iterable[Reference]] = {
        each: written_references(BY_ID[each[0]].type, data) for each, data in broken.items()
    }
    for record in records:
        if any(means_it(*each) for each in record.names):
            every[record.collection, record.id] = references(record.entry)
    found: list[tuple[str, Loc]] = []
    for (name, holder), named_there in every.items():
        prefix: Loc = (holder,) if BY_ID[name].one_file else ()
        found += [(records.homes[name, holder], (*prefix, *each.loc)) for each in named_there if means_it(each.to, each.id)]
    return found


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Why a record cannot have an id."""

    records: Records
    collection: Collection[Any]
    key: str

    def unless_free(self, archive: Archive, kind: str, new: str) -> None:
        """Raise where the record cannot take the id.

        Raises:
            BrokenRecordsError: with the one reason.
        """
        collection, key = self.collection, self.key
        own = spoken(collection.type)
        example = f"use small letters without accents, digits and hyphens, as in {slug(new) or collection.example}"
        if kind != collection.id:
            raise self._because(f"a record of {collection.id} stays one", f"write {collection.id}/{new}")
        if not is_id(new):
            longest = f", of at most {ID_LENGTH} characters" if len(new) > ID_LENGTH else ""
            raise self._because(f"“{new}” cannot be the id of a record", f"{example}{longest}")
        if new == key:
            raise self._because(f"“{new}” is its id already", f"choose another id, as in {collection.example}")
        self._unless_taken(new)
        self._unless_misleading(archive, own, new)

    def _unless_taken(self, new: str) -> None:
        kinds = [self.collection.id]
        if self.collection.type.__name__ in SPEAKERS:
            kinds += [BY_TYPE[each].id for each in SPEAKERS if each in BY_TYPE and BY_TYPE[each] is not self.collection]
        for kind in kinds:
            if home := self.records.homes.get((kind, new)):
                at = named(self.records.folder, home)
                raise self._because(f"“{new}” is already the id of {kind}/{new} ({at})", "choose another id")
        file = self.collection.file(new)
        if not self.collection.one_file and (self.records.folder / file).exists():
            raise self._because(
                f"there is a file {named(self.records.folder, file)} already", "choose another id, or move that file"
            )
        for record in self.records.by_collection[self.collection.id].values():
            if new in record.formerly and record.id != self.key:
                raise self._because(
                    f"“{new}” was the id of {record.collection}/{record.id}, and its address leads there", "choose another id"
                )

    def _unless_misleading(self, archive: Archive, own: str, new: str) -> None:
        if self.collection is MEETINGS:
            meeting = archive.summaries[self.key]
            if not is_meeting_id(archive, new, meeting.date, meeting.parties):
                right = meeting_id(archive, meeting.date, meeting.parties)
                hint = f"write {right}, or {right}-courtesy where another meeting has that id"
                raise self._because(f"the id of a {own} begins with its date and its parties, “{new}” does not", hint)
        if self.collection is RELATIONS:
            right = relation_id(archive, *archive.relations[self.key].parties)
            if new != right:
                raise self._because(f"a {own} is named by its two parties in alphabetical order", f"its one id is {right}")

    def _because(self, message: str, hint: str) -> BrokenRecordsError:
        path, position = self.records.position(self.collection.id, self.key, ())
        return BrokenRecordsError([Problem(path, *position, "rename", message, hint)])
