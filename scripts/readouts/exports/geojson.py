"""GeoJSON (RFC 7946): the places of the archive, and the meetings that were held, each where it was.

A call was at no place, and a meeting of which no place is recorded is at none either: the format has `null` for their geometry.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from readouts.archive.titles import Titles
from readouts.exports import scopes
from readouts.exports.keyed import Keyed
from readouts.model.collections import MEETINGS, PLACES
from readouts.render.markdown import MARK

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.summaries import MeetingSummary
    from readouts.model import Place

FOLDER = "geojson"
ENDING = ".geojson"
TYPE = "application/geo+json"


def files(_: Archive) -> Iterator[tuple[str, str]]:
    """Both files."""
    for collection in (PLACES, MEETINGS):
        yield f"{FOLDER}/{collection.id}{ENDING}", collection.id


def make(archive: Archive, key: str, base: str) -> str:
    """The places or the meetings, one a line."""
    features = _places(archive, base) if key == PLACES.id else _meetings(archive, base)
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in features)
    source = json.dumps(f"{MARK}records/: edit those, not this file.")
    return f'{{"type": "FeatureCollection", "source": {source}, "features": [\n{lines}\n]}}\n'


def _places(archive: Archive, base: str) -> Iterator[Mapping[str, object]]:
    met = dict(archive.counts("place"))
    for place in archive.places.values():
        what: dict[str, object] = {
            "name": place.name,
            "country": place.country,
            "zone": place.zone,
            "capital": place.capital,
            "wikidata": place.wikidata,
            "meetings": met.get(place.id, 0),
        }
        yield _feature(place.id, _point(place), what, scopes.address(PLACES.page(place.id), base, FOLDER))


def _meetings(archive: Archive, base: str) -> Iterator[Mapping[str, object]]:
    titles = Titles(archive)
    for meeting in archive.held:
        point = _point(archive.places[meeting.place]) if meeting.place else None
        what = {"title": titles.meeting(meeting), **_facts(meeting)}
        yield _feature(meeting.id, point, what, scopes.address(MEETINGS.page(meeting.id), base, FOLDER))


def _facts(meeting: MeetingSummary) -> Mapping[str, object]:
    """What is known of a meeting; the date as far as it is known (EDTF), then the first and the last day that it can mean."""
    return {
        "date": meeting.date.text,
        "first": meeting.date.first.isoformat(),
        "last": meeting.date.last.isoformat(),
        "kind": meeting.kind.value,
        "mode": meeting.mode.value,
        "place": meeting.place,
        "occasion": meeting.occasion,
        "parties": list(meeting.parties),
        "topics": list(meeting.topics),
    }


def _point(place: Place) -> Mapping[str, object]:
    """Longitude comes first here."""
    return {"type": "Point", "coordinates": [place.coordinates.longitude, place.coordinates.latitude]}


def _feature(
    key: str, geometry: Mapping[str, object] | None, properties: Mapping[str, object], address: str
) -> Mapping[str, object]:
    return {"type": "Feature", "id": key, "geometry": geometry, "properties": {**properties, "address": address}}


FORMAT = Keyed(files, make)
