"""Rules about where places are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import acos, cos, degrees, radians, sin
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model import clocks
from readouts.model.collections import PLACES
from readouts.model.values import COUNTRIES
from readouts.problems.suggestions import alike, one_of

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Records
    from readouts.model import Place

_ZONE = re.compile(r"[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+)+")
_OFFSET = re.compile(r"(?:Etc/)?(?:UTC|GMT|Z)?\s*[+-]?\s*\d{0,2}(?::?\d\d)?", re.IGNORECASE)
"""A zone with a name that stays, and what is none though the data may have it: a difference from universal time."""

_SPELT = 80
"""How alike a zone must be to one that there is, of 100."""

_POLE = 90
"""Degrees of latitude, at the most."""

_TURNED = (((-1, 1), ("latitude",)), ((1, -1), ("longitude",)), ((-1, -1), ("latitude", "longitude")))
"""Which signs may be wrong."""

_ELSEWHERE = 45
"""Degrees on the globe that no place is from the city of its own zone."""

_FAR = 15
"""Degrees on the globe. Few places are so far from the city that their zone is named for, and none is near it the other way round."""


def known_zones(archive: Archive, _: Records) -> Iterator[Finding]:
    """A place's zone is one of the IANA time-zone data.

    Wrong in `places.yaml`: `zone: Asia/Katmandoo`
    Right: `zone: Asia/Kathmandu`
    """
    for place in archive.places.values():
        if not _ZONE.fullmatch(place.zone) or clocks.zone(place.zone) is None:
            why = ": it has no rule for summer time, and none for the past" if _OFFSET.fullmatch(place.zone) else ""
            yield Finding(PLACES, place.id, ("zone",), f"“{place.zone}” is no time zone{why}", f"write {_zone(place)}")


def _zone(place: Place) -> str:
    """The zone that somebody means: the one called nearly so, or else that of the country whose city is nearest."""
    said = re.sub(r"\W+", "_", place.zone).casefold()
    for zone in clocks.zones():
        if said in (re.sub(r"\W+", "_", zone).casefold(), zone.rpartition("/")[2].casefold()):
            return zone
    if "/" in place.zone and (near := alike(place.zone, clocks.zones(), _SPELT)):
        return one_of(near)
    return _nearest(place)


def _nearest(place: Place) -> str:
    """The zone of the country whose city is nearest."""
    here = place.coordinates.latitude, place.coordinates.longitude
    own = {zone: city for zone, country in clocks.zones().items() if country == place.country and (city := clocks.city(zone))}
    return min(own, key=lambda zone: _apart(here, own[zone]), default="an IANA zone such as Asia/Tokyo or America/Lima")


def coordinates_have_their_signs(archive: Archive, _: Records) -> Iterator[Finding]:
    """A place is near the city of its zone without a minus being added or left out: south and west have one.

    Wrong in `places.yaml`: `latitude: 18.14`
    Right: `latitude: -18.14`
    """
    for place in archive.places.values():
        here, city = (place.coordinates.latitude, place.coordinates.longitude), clocks.city(place.zone)
        if city and _apart(here, city) > _FAR:
            for signs, keys in _TURNED:
                other = here[0] * signs[0], here[1] * signs[1]
                if _apart(other, city) < _FAR:
                    message = f"by its zone {place.zone}, {place.name} lies in the other half of the globe"
                    right = " and ".join(f"`{key}: {other[key == 'longitude']:g}`" for key in keys)
                    hint = f"write {right}: south and west are negative; or mend the zone"
                    yield Finding(PLACES, place.id, ("coordinates", keys[0]), message, hint)
                    break


def zones_are_those_of_their_places(archive: Archive, _: Records) -> Iterator[Finding]:
    """A place lies where its zone does.

    Wrong in `places.yaml`: `zone: Pacific/Fiji`
    Right: `zone: Asia/Kathmandu`
    """
    for place in archive.places.values():
        here, city = (place.coordinates.latitude, place.coordinates.longitude), clocks.city(place.zone)
        if city and _apart(here, city) > _ELSEWHERE and all(_apart(turned, city) > _FAR for turned in _turned(here)):
            message = f"{place.name} is far from {place.zone}, by its coordinates"
            yield Finding(PLACES, place.id, ("zone",), message, f"write `zone: {_nearest(place)}`, or mend the coordinates")


def capitals_are_one(archive: Archive, _: Records) -> Iterator[Finding]:
    """A country has one capital here, by whose clock its side lives.

    Wrong in `places.yaml`: `name: Suva⏎  country: NP`
    Right: `name: Suva⏎  country: FJ`
    """
    seen: dict[str, str] = {}
    for place in archive.places.values():
        if place.capital and (first := seen.setdefault(place.country, place.id)) != place.id:
            message = f"{first} is already the capital of {COUNTRIES[place.country]}"
            hint = "delete one of the two lines `capital: true`: a side’s own clock is that of one city"
            yield Finding(PLACES, place.id, ("capital",), message, hint)


def _turned(here: tuple[float, float]) -> list[tuple[float, float]]:
    """A point with another sign, or the other way round."""
    return [here[::-1], *((here[0] * north, here[1] * east) for (north, east), _ in _TURNED)]


def coordinates_are_in_order(archive: Archive, _: Records) -> Iterator[Finding]:
    """A place is not near the city of its zone only if latitude and longitude change places.

    Wrong in `places.yaml`: `{latitude: 85.32, longitude: 27.71}`
    Right: `{latitude: 27.71, longitude: 85.32}`
    """
    for place in archive.places.values():
        here, city = (place.coordinates.latitude, place.coordinates.longitude), clocks.city(place.zone)
        if city and abs(here[1]) <= _POLE and _apart(here, city) > _FAR > _apart(here[::-1], city):
            message = f"latitude and longitude of {place.name} are swapped, by its zone {place.zone}"
            hint = f"write `coordinates: {{latitude: {here[1]:g}, longitude: {here[0]:g}}}`, or mend the zone"
            yield Finding(PLACES, place.id, ("coordinates",), message, hint)


def _apart(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """How far two points are from each other, in degrees of a great circle."""
    (north, east), (up, right) = (tuple(map(radians, each)) for each in (one, other))
    cosine = sin(north) * sin(up) + cos(north) * cos(up) * cos(east - right)
    return degrees(acos(max(-1.0, min(1.0, cosine))))
