"""The tables of what meetings refer to: parties, people and their offices, organizations, places, occasions, topics, relations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.exports.codes import codes
from readouts.exports.data.columns import Column, Row, Table, column, listed
from readouts.model.authorities import Coordinates, Occasion, Office, Organization, Person, PersonName, Place, Relation, Topic

if TYPE_CHECKING:
    from readouts.archive.archive import Archive

ID = Column("id", "Its id in the archive, which stays.", needed=True)
ISO_2 = "ISO 3166-1, two letters; of a country of today."
ISO_3 = "ISO 3166-1, three letters; of a country of today."
COW = "Number in the State System Membership list of Correlates of War (v2016)."
GW = "Number in the list of Gleditsch and Ward or in that of their microstates."


def _parties(archive: Archive) -> Iterator[Row]:
    for party in (*archive.countries, *archive.organizations):
        kind = "organization" if party in archive.organizations else "country"
        yield {"id": party, "name": archive.party_name(party), "kind": kind, **codes(party)._asdict()}


def _organizations(archive: Archive) -> Iterator[Row]:
    for each in archive.organizations.values():
        yield {
            "id": each.id,
            "name": each.name,
            "abbreviation": each.abbreviation,
            "side": each.side,
            "seat": each.seat,
            "definition": each.definition,
            "url": each.url,
            "wikidata": each.wikidata,
        }


def _places(archive: Archive) -> Iterator[Row]:
    for each in archive.places.values():
        yield {
            "id": each.id,
            "name": each.name,
            "country": each.country,
            "zone": each.zone,
            "latitude": each.coordinates.latitude,
            "longitude": each.coordinates.longitude,
            "capital": each.capital,
            "wikidata": each.wikidata,
        }


def _topics(archive: Archive) -> Iterator[Row]:
    for each in archive.topics.values():
        yield {
            "id": each.id,
            "name": each.name,
            "abbreviation": each.abbreviation,
            "kind": each.kind.value,
            "definition": each.definition,
            "broader": each.broader,
            "wikidata": each.wikidata,
        }


def _occasions(archive: Archive) -> Iterator[Row]:
    for each in archive.occasions.values():
        yield {
            "id": each.id,
            "name": each.name,
            "place": each.place,
            "date": each.date.text if each.date else None,
            "first_day": each.date.first.isoformat() if each.date else None,
            "last_day": each.date.last.isoformat() if each.date else None,
            "topics": listed(each.topics),
        }


def _people(archive: Archive) -> Iterator[Row]:
    for each in archive.people.values():
        yield {
            "id": each.id,
            "name": each.name.full,
            "family": each.name.family,
            "given": each.name.given,
            "country": each.country,
            "organization": each.organization,
            "wikidata": each.wikidata,
        }


def _offices(archive: Archive) -> Iterator[Row]:
    for person in archive.people.values():
        for number, each in enumerate(person.offices, start=1):
            yield {
                "person": person.id,
                "number": number,
                "title": each.title,
                "party": each.party or person.country or person.organization,
                "since": each.since.text if each.since else None,
                "until": each.until.text if each.until else None,
            }


def _relations(archive: Archive) -> Iterator[Row]:
    for key, pair in archive.pairs_by_id.items():
        record = archive.relations.get(key)
        yield {
            "id": key,
            "first": pair[0],
            "second": pair[1],
            "meetings": len(archive.between(pair)),
            "introduction": record.introduction if record else None,
        }


TABLES = (
    Table(
        "parties",
        "A country that any record names, or an organization.",
        ("id",),
        (
            Column(
                "id",
                "ISO 3166-1 code of a country, the archive’s code of a state that is no more, or an organization’s id.",
                needed=True,
            ),
            Column("name", "English name.", needed=True),
            Column("kind", "`country` or `organization`.", needed=True),
            Column("iso_3166_1_alpha_2", ISO_2),
            Column("iso_3166_1_alpha_3", ISO_3),
            Column("iso_3166_3", "ISO 3166-3, four letters; of a state that is no more."),
            Column("cow", COW, "integer"),
            Column("gw", GW, "integer"),
        ),
        _parties,
    ),
    Table(
        "places",
        "A city or other place.",
        ("id",),
        (
            ID,
            column(Place, "name", needed=True),
            column(Place, "country", to="parties", needed=True),
            column(Place, "zone", needed=True),
            column(Coordinates, "latitude", "number", needed=True),
            column(Coordinates, "longitude", "number", needed=True),
            column(Place, "capital", "boolean", needed=True),
            column(Place, "wikidata"),
        ),
        _places,
    ),
    Table(
        "organizations",
        "A ministry, publisher or news agency, or a party that is no state.",
        ("id",),
        (
            ID,
            column(Organization, "name", needed=True),
            column(Organization, "abbreviation"),
            column(Organization, "side", to="parties"),
            column(Organization, "seat", to="places"),
            column(Organization, "definition"),
            column(Organization, "url"),
            column(Organization, "wikidata"),
        ),
        _organizations,
    ),
    Table(
        "topics",
        "Something that meetings talk about.",
        ("id",),
        (
            ID,
            column(Topic, "name", needed=True),
            column(Topic, "abbreviation"),
            column(Topic, "kind", needed=True),
            column(Topic, "definition", needed=True),
            column(Topic, "broader", to="topics"),
            column(Topic, "wikidata"),
        ),
        _topics,
    ),
    Table(
        "occasions",
        "What meetings are held around.",
        ("id",),
        (
            ID,
            column(Occasion, "name", needed=True),
            column(Occasion, "place", to="places"),
            Column("date", "When it was held (EDTF)."),
            Column("first_day", "The first day that the date can mean.", "date"),
            Column("last_day", "The last day that the date can mean.", "date"),
            Column("topics", "The series or conference it belongs to: ids with spaces between them."),
        ),
        _occasions,
    ),
    Table(
        "people",
        "A person.",
        ("id",),
        (
            ID,
            Column("name", "The name as it is said.", needed=True),
            column(PersonName, "family"),
            column(PersonName, "given"),
            column(Person, "country", to="parties"),
            column(Person, "organization", to="organizations"),
            column(Person, "wikidata"),
        ),
        _people,
    ),
    Table(
        "offices",
        "An office that a person holds or held.",
        ("person", "number"),
        (
            Column("person", "Who.", to="people", needed=True),
            Column("number", "Position in the person’s record, from 1.", "integer", needed=True),
            column(Office, "title", needed=True),
            Column("party", "The country or organization it belongs to.", to="parties"),
            column(Office, "since"),
            column(Office, "until"),
        ),
        _offices,
    ),
    Table(
        "relations",
        "Two parties that have a record of their relation or met alone.",
        ("id",),
        (
            ID,
            Column("first", "The party whose name is first in the alphabet.", to="parties", needed=True),
            Column("second", "The other one.", to="parties", needed=True),
            Column("meetings", "How many meetings were held at which both were sides.", "integer", needed=True),
            column(Relation, "introduction"),
        ),
        _relations,
    ),
)
"""In an order in which each names earlier ones only."""
