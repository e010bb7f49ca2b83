"""Lists in pages, and the index of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from readouts.exports.api import addresses
from readouts.exports.api.addresses import COUNTRIES, ROOT
from readouts.exports.api.resources import RESOURCES, entry, name
from readouts.model import collections
from readouts.model.collections import MEETINGS, RELATIONS

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Change, Entry

Json: TypeAlias = dict[str, object]

PAGE = 100
"""So many items a page of a list has at most."""

WITHDRAWN = collections.WITHDRAWN.id
"""The list of ids that records had before or that are gone, and the folder of what is said of the latter."""


def numbers(items: int, least: int = 1) -> range:
    """The numbers of the pages of a list of so many items, from 1; an empty list has `least` pages."""
    return range(1, max(least, -(-items // PAGE)) + 1)


def index(archive: Archive, base: str) -> Json:
    """What there is, how much of it, and where it begins."""
    kinds = {
        kind: {
            "count": (count := len(resource.ids(archive))),
            "first": addresses.of_list(base, f"{kind}/pages", 1, len(numbers(count))),
            "item": addresses.of_each(base, kind),
        }
        for kind, resource in RESOURCES.items()
    }
    totals = archive.totals
    return {
        "title": "Readouts",
        "description": "Diplomatic meetings as their sides recorded them",
        "version": addresses.VERSION,
        "data": {"version": archive.version or None, "digest": archive.digest},
        "openapi": f"{base}{ROOT}/openapi.json",
        "context": f"{base}{ROOT}/context.jsonld",
        "held": {"meetings": totals.meetings, "accounts": totals.accounts, "statements": totals.statements},
        **kinds,
        WITHDRAWN: {
            "count": (count := len(gone(archive))),
            "first": addresses.of_list(base, f"{WITHDRAWN}/pages", 1, len(numbers(count))),
        },
    }


def page(archive: Archive, kind: str, number: int, base: str) -> Json:
    """A page of the list of all of a kind."""
    ids = RESOURCES[kind].ids(archive)
    return _page(f"{kind}/pages", number, base, ids, [item(archive, kind, key, base) for key in _part(ids, number)])


def meetings(archive: Archive, kind: str, key: str, number: int, base: str) -> Json:
    """A page of the meetings that have to do with something; the earliest first, those that were not held left out."""
    ids = tuple(each.id for each in RESOURCES[kind].meetings(archive, key))
    found: list[Json] = [{"id": each} for each in _part(ids, number)]
    return {"item": addresses.of_each(base, MEETINGS.id)} | _page(f"{kind}/{key}/meetings", number, base, ids, found)


def withdrawn(archive: Archive, number: int, base: str) -> Json:
    """A page of the ids that records had before, and where what they named is now; of those that are gone, what is said of them."""
    every = gone(archive)
    found: list[Json] = [
        {"kind": kind, "id": former, "now": now or None, "json": addresses.of_record(base, *at)}
        for kind, former, now, at in every[(number - 1) * PAGE : number * PAGE]
    ]
    return _page(f"{WITHDRAWN}/pages", number, base, every, found)


def gone(archive: Archive) -> list[tuple[str, str, str, tuple[str, str]]]:
    """Every id that no record has any more: its kind, the id itself, the one that its record has now or nothing, and the file that tells more."""
    moved = [(kind, former, now, (kind, now)) for kind, now, former in archive.moved]
    return sorted([*moved, *((kind, former, "", (WITHDRAWN, key)) for kind, former, key in archive.withdrawn)])


def item(archive: Archive, kind: str, key: str, base: str) -> Json:
    """One thing as lists show it."""
    found: Json = {
        "id": key,
        "name": name(archive, kind, key),
        "page": addresses.of_page(base, kind, key),
        "json": addresses.of_record(base, kind, key),
    }
    if kind == COUNTRIES or (kind == RELATIONS.id and key not in archive.relations):
        return found | {"modified": None, "digest": None}
    changes = archive.summaries[key].changes if kind == MEETINGS.id else _changes(entry(archive, kind, key))
    return found | {"modified": modified(changes), "digest": archive.digest_of(kind, key)}


def modified(changes: Sequence[Change]) -> str | None:
    """The day of the latest change that a record notes (ISO 8601), the last possible one of an uncertain day; none where it notes none."""
    return max((change.date.last.isoformat() for change in changes), default=None)


def _changes(found: Entry | None) -> Sequence[Change]:
    return found.changes if found else ()


def _part(ids: tuple[str, ...], number: int) -> tuple[str, ...]:
    return ids[(number - 1) * PAGE : number * PAGE]


def _page(folder: str, number: int, base: str, every: Sequence[object], items: list[Json]) -> Json:
    last = len(numbers(len(every)))
    return {
        "count": len(every),
        "page": number,
        "pages": last,
        "previous": addresses.of_list(base, folder, number - 1, last),
        "next": addresses.of_list(base, folder, number + 1, last),
        "items": items,
    }
