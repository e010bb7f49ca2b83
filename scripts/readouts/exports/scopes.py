"""What a feed, a calendar or a list of citations is about: the whole archive, a relation, a party, a person or a topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.archive.indexes import PARTIES
from readouts.archive.titles import Titles
from readouts.model.collections import ORGANIZATIONS, PEOPLE, RELATIONS, TOPICS
from readouts.model.values import COUNTRIES
from readouts.render.urls import relative, url

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.indexes import Pair, Summaries

WHOLE = "all"
"""The key of the whole archive, and what its file is called."""

COUNTRY_PAGES = "countries"
"""The folder of the pages of countries, which have no record."""

_FOLDERS = {"party": ORGANIZATIONS.id, "person": PEOPLE.id, "topic": TOPICS.id}


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the archive that files of several formats are about."""

    title: str
    """What it is called; nothing of the whole archive."""
    page: str
    """The page that shows it, below `docs/`."""
    held: Summaries
    """Its meetings in the order of time."""
    not_held: Summaries = ()
    """Those that were declined or cancelled."""
    record: tuple[str, str] | None = None
    """The record that it is about, by collection and id."""


def parts(archive: Archive, *of: str) -> Iterator[tuple[str, str]]:
    """The whole archive, and every part of it with a meeting, each as the way to its file and its key.

    The way follows the ids of records: `relations/japan-peru`. It lacks the ending of the format.

    Args:
        archive: Everything there is.
        of: Which parts: `pair`, `party`, `person`, `topic`.
    """
    yield WHOLE, WHOLE
    for what in of:
        for about, meetings in archive.counts(what):
            if meetings:
                key = _key(what, about)
                yield way(archive, key), key


def files(archive: Archive, folder: str, ending: str, of: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """A file of a format for each part of the archive, with its key."""
    for found, key in parts(archive, *of):
        yield f"{folder}/{found}{ending}", key


def _key(what: str, about: str | Pair) -> str:
    match what, about:
        case "pair", (first, second):
            return f"{RELATIONS.id} {first} {second}"
        case "party", str() if about in COUNTRIES:
            return f"{COUNTRY_PAGES} {about}"
    return f"{_FOLDERS[what]} {about}"


def way(archive: Archive, key: str) -> str:
    """The way to the file of a key, without the ending of the format."""
    match key.split():
        case [RELATIONS.id, first, second]:
            return f"{RELATIONS.id}/{archive.pair_id((first, second))}"
        case [folder, about]:
            return f"{folder}/{about.lower()}"
    return WHOLE


def scope(archive: Archive, key: str) -> Scope:
    """What a key stands for."""
    titles = Titles(archive)
    match key.split():
        case [RELATIONS.id, first, second]:
            pair = first, second
            record = RELATIONS.id, archive.pair_id(pair)
            return Scope(titles.pair(pair), RELATIONS.page(record[1]), archive.between(pair), archive.not_held(record), record)
        case ["countries", code]:
            others = archive.not_held((PARTIES, code))
            return Scope(archive.party_name(code), f"{COUNTRY_PAGES}/{code.lower()}.md", archive.of_party(code), others)
        case [ORGANIZATIONS.id, party]:
            record, others = (ORGANIZATIONS.id, party), archive.not_held((PARTIES, party))
            return Scope(archive.party_name(party), ORGANIZATIONS.page(party), archive.of_party(party), others, record)
        case [PEOPLE.id, person]:
            record, name = (PEOPLE.id, person), archive.people[person].name.full
            return Scope(name, PEOPLE.page(person), archive.of_person(person), archive.not_held(record), record)
        case [TOPICS.id, topic]:
            return Scope(titles.topic(topic), TOPICS.page(topic), archive.on_topic(topic), (), (TOPICS.id, topic))
    return Scope("", "index.md", archive.held, archive.never_held)


def address(page: str, base: str, folder: str) -> str:
    """The address of a page: whole where the site’s own is known, else the way to it from a folder of the site."""
    at = url(page).removeprefix("./")
    return f"{base}{at}" if base else f"{relative(at.rstrip('/'), folder).rstrip('/')}/"
