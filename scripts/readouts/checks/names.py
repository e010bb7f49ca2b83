"""Rules about names of people and topics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model.collections import PEOPLE, TOPICS

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
    told: set[frozenset[str]] = set()
    for person in archive.people.values():
        people.setdefault(person.name.full.casefold(), person.id)
    for person in archive.people.values():
        forms = [person.name.full.casefold(), *(each.text.casefold() for each in person.also)]
        owner = next((people[each] for each in forms if people.get(each, person.id) != person.id), person.id)
        if owner != person.id and frozenset((owner, person.id)) not in told:
            told.add(frozenset((owner, person.id)))
            message = f"{person.name.full} already has the record {owner}"
            yield Finding(PEOPLE, person.id, ("name",), message, f"use {owner}, or tell the two apart by their full names")
