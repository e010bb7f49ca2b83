"""The schemas that an editor completes from: as `json_schema` has them, with the ids that there are.

An id that names no record is marked while it is typed, so these schemas depend on the records and on those that are broken, too.
They are no part of the site.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from readouts.exports import json_schema
from readouts.model import wording
from readouts.model.base import COUNTRY, REFERS_TO
from readouts.model.collections import COLLECTIONS, MEETINGS
from readouts.model.values import COUNTRIES

if TYPE_CHECKING:
    from readouts.archive.records import Record, Records
    from readouts.model.collections import Collection

Ids: TypeAlias = Mapping[str, Mapping[str, str]]
"""Kind of record, as fields name it → id → what it names."""

MOST = 2_000
"""So many ids of a kind are listed. Where there are more, a schema only says what an id looks like. So it has two megabytes at most, and the
editor’s list can still be read."""

_OF_A_LIST = ("description", "default")
"""What a field whose value is chosen from a list of ids still says itself; an example may be no record of this archive."""


def ids(records: Records, most: int = MOST) -> Ids:
    """What may be named, in the order of ids; kinds of which there are more than `most` are left out."""
    found = {COUNTRY: COUNTRIES}
    for collection in COLLECTIONS:
        here = records.by_collection[collection.id]
        broken = [key for of, key in records.broken if of == collection.id]
        if len(here) + len(broken) <= most:
            named = dict.fromkeys(broken, "") | {key: _name(collection, record) for key, record in here.items()}
            found[collection.type.__name__] = dict(sorted(named.items()))
    return found


def _name(collection: Collection[Any], record: Record) -> str:
    """What a record is called by its own words alone: those that it names may be missing."""
    if collection is not MEETINGS:
        return record.entry.label
    meeting = record.summary
    return f"{meeting.title or meeting.kind.label.capitalize()}, {wording.dated(meeting.date)}"


def files(known: Ids) -> Iterator[tuple[str, str]]:
    """Name and text of a schema for each kind of record."""
    for collection in COLLECTIONS:
        yield file(collection), json_schema.text(schema(collection, known))


def file(collection: Collection[Any]) -> str:
    """The name of the schema of a collection."""
    return f"{collection.id}.json"


def schema(collection: Collection[Any], known: Ids) -> dict[str, Any]:
    """The schema of a collection's files, with the ids that are known."""
    lists: dict[str, dict[str, Any]] = {}

    def listed(part: Any) -> Any:  # noqa: ANN401  # a JSON Schema holds any JSON
        if isinstance(part, list):
            return [listed(each) for each in part]
        if not isinstance(part, dict):
            return part
        to = part.get(REFERS_TO)
        if to is None or not all(kind in known for kind in to):
            return {key: listed(value) for key, value in part.items()}
        name = f"{'Or'.join(to)}Id"
        lists[name] = _list(to, known)
        return {"$ref": f"#/$defs/{name}"} | {key: part[key] for key in _OF_A_LIST if key in part}

    found: dict[str, Any] = listed(json_schema.schema(collection))
    found["$defs"] |= dict(sorted(lists.items()))
    return found


def _list(to: list[str], known: Ids) -> dict[str, Any]:
    """Ids of some kinds with what they name, and what an editor says of any other."""
    every = {key: name for kind in to for key, name in known[kind].items()}
    *others, last = (kind.lower() for kind in to)
    kinds = f"{', '.join(others)} or {last}" if others else last
    return {
        "type": "string",
        "enum": list(every),
        "enumDescriptions": list(every.values()),
        "errorMessage": f"This names no {kinds}.",
    }
