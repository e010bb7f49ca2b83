"""Checks of what records call each other by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model import Reference, references
from readouts.model.anchors import anchored
from readouts.model.values import COUNTRIES
from readouts.problems import nearest

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.load import Records
    from readouts.model import Meeting

_HOMES = {
    "meetings": "records/meetings/<year>/{id}.yaml",
    "people": "records/people/{id}.yaml",
    "occasions": "records/occasions.yaml",
    "organizations": "records/organizations.yaml",
    "places": "records/places.yaml",
    "topics": "records/topics.yaml",
}


def known_ids(_: Archive, records: Records) -> Iterator[Finding]:
    """Every person, place, topic, occasion, organization, country and meeting that is named exists."""
    known: dict[str, set[str]] = {name: set(entries) for name, entries in records.entries.items()}
    known["countries"] = set(COUNTRIES)
    for collection, key in records.broken:
        known[collection].add(key)
    every: set[tuple[tuple[str, ...], str]] = set().union(*(record.names for record in records.by_key.values()))
    unknown = {(to, key) for to, key in every if not any(key in known[name] for name in to)}
    if not unknown:
        return
    for (collection, key), record in records.by_key.items():
        if unknown.isdisjoint(record.names):
            continue
        for reference in references(record.entry):
            if (reference.to, reference.id) in unknown:
                near = nearest(reference.id, _all(known, reference.to))
                hint = f"if it is new, {_hint(reference)}" if near else _hint(reference)
                yield Finding(collection, key, reference.loc, f"“{reference.id}” is unknown.{near}", hint)


def _hint(reference: Reference) -> str:
    homes = " or ".join(_HOMES[name].format(id=reference.id) for name in reference.to if name in _HOMES)
    return f"add it to {homes}" + (", or use a country code of ISO 3166-1" if "countries" in reference.to else "")


def _all(known: dict[str, set[str]], names: Iterable[str]) -> set[str]:
    return set().union(*(known[name] for name in names))


def free_former_ids(_: Archive, records: Records) -> Iterator[Finding]:
    """A former id is no other record's id, now or formerly."""
    for collection, entries in records.entries.items():
        taken = {key: key for key in entries}
        for entry in entries.values():
            for number, former in enumerate(entry.formerly):
                if owner := taken.get(former):
                    message = f"“{former}” is already an id of {owner}"
                    yield Finding(collection, entry.id, ("formerly", number), message, "delete it, or choose another id")
                taken[former] = entry.id


def distinct_addresses(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """No two accounts, paragraphs or statements of a meeting have the same address."""
    taken: set[str] = set()
    for loc, anchor in anchored(meeting):
        if anchor in taken:
            message = f"a second part of this meeting has the address #{anchor}"
            yield Finding("meetings", meeting.id, loc, message, f"give one of the two an id of its own: `id: {anchor}-2`")
        taken.add(anchor)
