"""What the interface has files of: the kinds of record, and countries, each stated once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.archive.titles import Titles
from readouts.exports.api.addresses import COUNTRIES
from readouts.model import values
from readouts.model.collections import (
    BY_ID,
    MEETINGS,
    OCCASIONS,
    ORGANIZATIONS,
    PEOPLE,
    PLACES,
    RELATIONS,
    TOPICS,
    Collection,
)

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.indexes import Summaries
    from readouts.model import Entry


@dataclass(frozen=True, slots=True)
class Resource:
    """A kind of thing that the interface has a file of each of."""

    type: str
    """What one is, in JSON-LD (`context`)."""
    one: str
    """What one is called, in English."""
    meetings: Callable[[Archive, str], Summaries]
    """The meetings that have to do with one; none of what is a meeting."""
    ids: Callable[[Archive], tuple[str, ...]]


def _of(collection: Collection[Entry]) -> Callable[[Archive], tuple[str, ...]]:
    return lambda archive: archive.ids(collection.id)


def _of_organization(archive: Archive, key: str) -> Summaries:
    """Those at which it was a side, and those of which it published an account."""
    found = {each.id: each for each in (*archive.of_party(key), *archive.published_by(key))}
    return tuple(sorted(found.values(), key=lambda each: (each.date, each.id)))


RESOURCES: dict[str, Resource] = {
    MEETINGS.id: Resource("Event", "meeting", lambda _archive, _key: (), _of(MEETINGS)),
    PEOPLE.id: Resource("Person", "person", lambda archive, key: archive.of_person(key), _of(PEOPLE)),
    RELATIONS.id: Resource(
        "Relation",
        "relation of two parties",
        lambda archive, key: archive.between(archive.pairs_by_id[key]),
        lambda archive: tuple(archive.pairs_by_id),
    ),
    OCCASIONS.id: Resource("Occasion", "occasion", lambda archive, key: archive.around_occasion(key), _of(OCCASIONS)),
    ORGANIZATIONS.id: Resource("Organization", "organization", _of_organization, _of(ORGANIZATIONS)),
    PLACES.id: Resource("Place", "place", lambda archive, key: archive.at_place(key), _of(PLACES)),
    TOPICS.id: Resource("Topic", "topic", lambda archive, key: archive.on_topic(key), _of(TOPICS)),
    COUNTRIES: Resource("Country", "country", lambda archive, key: archive.of_party(key), lambda archive: archive.countries),
}
"""By the folder of their files."""


def entry(archive: Archive, kind: str, key: str) -> Entry | None:
    """The record; none of a country, and of a relation that has no record."""
    if kind == COUNTRIES:
        return None
    found: Entry | None = archive.of_kind(BY_ID[kind]).get(key)
    return found


def name(archive: Archive, kind: str, key: str) -> str:
    """What one is called."""
    if kind == COUNTRIES:
        return values.COUNTRIES[key]
    titles = Titles(archive)
    if kind == MEETINGS.id:
        return titles.full(archive.summaries[key])
    if kind == RELATIONS.id:
        return titles.pair(archive.pairs_by_id[key])
    found = entry(archive, kind, key)
    return titles.entry(found) if found else key
