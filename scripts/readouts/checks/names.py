"""Rules about names: of people, places, topics and others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.checks.wording import unmarked
from readouts.model.base import ID_LENGTH
from readouts.model.collections import OCCASIONS, ORGANIZATIONS, PEOPLE, PLACES, TOPICS
from readouts.model.slugs import slug
from readouts.model.values import COUNTRIES
from readouts.source.scalars import inline

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Records


def names_stand_without_marks(archive: Archive, _: Records) -> Iterator[Finding]:
    """A name has no quotation marks around it.

    Wrong in `places.yaml`: `name: “Suva”`
    Right: `name: Suva`
    """
    for collection in (OCCASIONS, ORGANIZATIONS, PLACES, TOPICS):
        for entry in archive.of_kind(collection).values():
            if inside := unmarked(entry.label):
                message = f"quotation marks stand around the whole name {entry.label}"
                yield Finding(collection, entry.id, ("name",), message, f"write `name: {inline(inside)}`")


def names_of_places_are_distinct(archive: Archive, _: Records) -> Iterator[Finding]:
    """No two places of a country share a name.

    Wrong in `places.yaml`: `name: Moscow⏎  country: RU⏎  zone: Europe/Moscow⏎  coordinates: {latitude: 55.75, longitude: 37.62}⏎moscow-2:⏎  name: Moscow`
    Right: `name: Moscow`
    """
    places: dict[tuple[str, str], str] = {}
    for place in archive.places.values():
        owner = places.setdefault((place.country, place.name.casefold()), place.id)
        if owner != place.id:
            message = f"“{place.name}” of {COUNTRIES[place.country]} is already the place {owner}"
            yield Finding(PLACES, place.id, ("name",), message, f"use {owner} instead, or make the names differ")


def names_are_distinct(archive: Archive, _: Records) -> Iterator[Finding]:
    """No two topics, and no two people, share a name or a form of one.

    Wrong in `topics.yaml`: `name: Cetaceans`
    Right: `name: Fish`
    """
    taken: dict[str, str] = {}
    for topic in archive.topics.values():
        for name in {topic.name, *filter(None, [topic.abbreviation]), *(each.text for each in topic.also)}:
            owner = taken.setdefault(name.casefold(), topic.id)
            if owner != topic.id:
                message = f"“{name}” already names the topic {owner}"
                yield Finding(TOPICS, topic.id, (), message, f"use {owner} instead, or make the names differ")
    people: dict[str, str] = {}
    told: set[frozenset[str]] = set()
    for person in archive.people.values():
        people.setdefault(person.name.full.casefold(), person.id)
    for person in archive.people.values():
        for number, name in enumerate([person.name.full, *(each.text for each in person.also)]):
            other = archive.people[people.get(name.casefold(), person.id)]
            if other.id == person.id or frozenset((other.id, person.id)) in told:
                continue
            if number and other.wikidata and person.wikidata and other.wikidata != person.wikidata:
                continue  # two people whom some accounts call the same
            told.add(frozenset((other.id, person.id)))
            message = f"{name} already has the record {other.id}"
            hint = f"use {other.id}, or tell the two apart by their full names{' and their `wikidata:`' if number else ''}"
            yield Finding(PEOPLE, person.id, ("also", number - 1) if number else ("name",), message, hint)


def parties_have_addresses_of_their_own(archive: Archive, _: Records) -> Iterator[Finding]:
    """The address of a relation is made of the names of its parties: an organization's name gives a part of one that no other party has.

    Wrong in `organizations.yaml`: `name: Pacific Wire`
    Right: `name: Forum of Islands`
    """
    taken = {slug(name): name for name in COUNTRIES.values()}
    for organization in archive.organizations.values():
        own, name = slug(organization.name), organization.name
        other = taken.setdefault(own, name)
        if not own:
            message, hint = f"“{name}” gives no address", "write the name in Latin letters, and the other form under `also:`"
        elif len(own) > ID_LENGTH:
            message = f"the name gives an address of {len(own)} letters"
            hint = f"write a name of at most {ID_LENGTH}, and the whole under `also:`"
        elif other is not name:
            message, hint = f"{other} has the same address: {own}", "make the names differ, or keep one of the two"
        else:
            continue
        yield Finding(ORGANIZATIONS, organization.id, ("name",), message, hint)
