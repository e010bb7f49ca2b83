"""Rules about names of people, topics and organizations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model.base import ID_LENGTH
from readouts.model.collections import ORGANIZATIONS, PEOPLE, TOPICS
from readouts.model.slugs import slug
from readouts.model.values import COUNTRIES

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Records


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
    for person in archive.people.values():
        owner = people.setdefault(person.name.full.casefold(), person.id)
        if owner != person.id:
            message = f"{person.name.full} already has the record {owner}"
            yield Finding(PEOPLE, person.id, ("name",), message, f"use {owner}, or tell the two apart by their full names")


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
