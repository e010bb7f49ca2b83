"""The file of one record: what it says, key by key as in its YAML, and around it what follows from other records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.exports.api import addresses
from readouts.exports.api.addresses import COUNTRIES, ROOT, of_page, of_record
from readouts.exports.api.lists import Json, gone, modified, numbers
from readouts.exports.api.resources import RESOURCES, entry, name
from readouts.exports.codes import codes
from readouts.model import Meeting, Occasion, Organization, Person, Place, Topic
from readouts.model.anchors import statement_anchor
from readouts.model.base import written
from readouts.model.collections import BY_ID, MEETINGS, OCCASIONS, ORGANIZATIONS, PEOPLE, PLACES, RELATIONS, TOPICS, WITHDRAWN
from readouts.model.walk import statements
from readouts.render.markdown import MARK

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Entry

WIKIDATA = "http://www.wikidata.org/entity/"


def document(archive: Archive, kind: str, key: str, base: str) -> Json:
    """The file of a record, of a country, or of an id that a record had before."""
    if kind not in (COUNTRIES, RELATIONS.id) and key not in archive.of_kind(BY_ID[kind]):
        return _moved(archive, kind, key, base)
    if kind == RELATIONS.id and key not in archive.pairs_by_id:
        return _moved(archive, kind, key, base)
    record = entry(archive, kind, key)
    found = _head(kind, key, base) | {
        "@type": RESOURCES[kind].type,
        "id": key,
        "name": name(archive, kind, key),
        "withdrawn": False,
        "page": of_page(base, kind, key),
        "modified": modified(record.changes) if record else None,
        "digest": archive.digest_of(kind, key) if record else None,
        **_around(archive, kind, key, record, base),
    }
    if not isinstance(record, Meeting):
        count = len(RESOURCES[kind].meetings(archive, key))
        first = addresses.of_list(base, f"{kind}/{key}/meetings", 1, len(numbers(count, least=0)))
        found["meetings"] = {"count": count, "first": first}
    return found | {"record": written(record) if record else None}


def _head(kind: str, key: str, base: str) -> Json:
    file = BY_ID[kind].file(key) if kind in BY_ID else ""
    return {
        "$comment": f"{MARK}records/{file}: edit that, not this file.",
        "@context": f"{base}{ROOT}/context.jsonld",
        "@id": of_record(base, kind, key),
    }


def withdrawal(archive: Archive, key: str, base: str) -> Json:
    """The file of an entry of the list of ids that are gone."""
    record = archive.of_kind(WITHDRAWN)[key]
    found = {"id": key, "digest": archive.digest_of(WITHDRAWN.id, key), "record": written(record)}
    return _head(WITHDRAWN.id, key, base) | found


def _moved(archive: Archive, kind: str, key: str, base: str) -> Json:
    now, at = next((now, at) for each, former, now, at in gone(archive) if (each, former) == (kind, key))
    told = archive.of_kind(WITHDRAWN)[at[1]] if not now else None
    return _head(kind, key, base) | {
        "id": key,
        "withdrawn": True,
        "now": now or None,
        "json": of_record(base, *at),
        "date": told.date.text if told else None,
        "reason": told.reason if told else None,
    }


def _around(archive: Archive, kind: str, key: str, record: Entry | None, base: str) -> Json:  # noqa: PLR0911  # one for each kind
    match record:
        case Meeting():
            return _meeting(archive, record, base)
        case Person():
            return _same(record.wikidata) | {
                "alternateName": [each.text for each in record.also],
                "memberships": [
                    {
                        "@type": "Membership",
                        "role": office.title,
                        "organization": party(archive, office.party or record.country or record.organization, base),
                        "start_date": office.since.text if office.since else None,
                        "end_date": office.until.text if office.until else None,
                    }
                    for office in record.offices
                ],
            }
        case Place():
            return _same(record.wikidata) | {
                "alternateName": [each.text for each in record.also],
                "latitude": record.coordinates.latitude,
                "longitude": record.coordinates.longitude,
            }
        case Organization() | Topic():
            return _same(record.wikidata) | {"alternateName": [each.text for each in record.also]}
        case Occasion():
            place = of_record(base, PLACES.id, record.place) if record.place else None
            return {"alternateName": [each.text for each in record.also], "location": place}
    if kind == RELATIONS.id:
        return {"between": [party(archive, each, base) for each in archive.pairs_by_id[key]]}
    return {"codes": codes(key)._asdict()}


def _same(wikidata: str | None) -> Json:
    return {"sameAs": f"{WIKIDATA}{wikidata}" if wikidata else None}


def party(archive: Archive, key: str | None, base: str) -> Json | None:
    """A country or organization as it is named in other records."""
    if key is None:
        return None
    kind = ORGANIZATIONS.id if key in archive.organizations else COUNTRIES
    return {"@id": of_record(base, kind, key), "id": key, "name": archive.party_name(key), "codes": codes(key)._asdict()}


def _meeting(archive: Archive, meeting: Meeting, base: str) -> Json:
    spans = [(number, archive.span(meeting, each)) for number, each in enumerate(meeting.sessions)]
    return {
        "status": meeting.status.value,
        "startDate": meeting.date.day.isoformat() if meeting.date.day else None,
        "firstDay": meeting.date.first.isoformat(),
        "lastDay": meeting.date.last.isoformat(),
        "times": [
            {"session": number, "start": span.start.isoformat(), "end": span.end.isoformat() if span.end else None}
            for number, span in spans
            if span
        ],
        "parties": [party(archive, each, base) for each in meeting.parties],
        "attendee": [of_record(base, PEOPLE.id, each) for each in meeting.people],
        "location": of_record(base, PLACES.id, meeting.place) if meeting.place else None,
        "superEvent": of_record(base, OCCASIONS.id, meeting.occasion) if meeting.occasion else None,
        "about": [of_record(base, TOPICS.id, each) for each in meeting.topics],
        "accounts": [
            {
                "id": each.anchor,
                "page": of_page(base, MEETINGS.id, meeting.id, each.anchor),
                "publisher": of_record(base, ORGANIZATIONS.id, each.publisher),
                "official": each.official,
                "complete": each.complete,
                "statements": len(each.statements),
            }
            for each in meeting.readouts
        ],
        "statements": [statement_anchor(account, each) for _, account, each in statements(meeting)],
    }
