"""Rules about where places are."""

from __future__ import annotations

from collections.abc import Iterator
from math import acos, cos, degrees, radians, sin
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model import clocks
from readouts.model.collections import PLACES

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Records

_POLE = 90
"""Degrees of latitude, at the most."""

_FAR = 15
"""Degrees on the globe. Few places are so far from the city that their zone is named for, and none is near it the other way round."""


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
