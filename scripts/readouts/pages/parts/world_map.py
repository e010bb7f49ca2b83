"""A map of the places where meetings were held, and of calls between capitals; every mark is a link.

The land is that of Natural Earth (https://www.naturalearthdata.com, public domain) in one piece, without borders: the archive draws none.
The projection is Equal Earth (Šavrič, Patterson and Jenny 2018, https://doi.org/10.1080/13658816.2018.1504949).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.model.collections import MEETINGS, PLACES
from readouts.pages.words import entries as say
from readouts.render.blocks import Block, Target
from readouts.render.charts import Dot, Line, Map, Name

if TYPE_CHECKING:
    from readouts.model import Place
    from readouts.pages.site import Site

LAND = Path(__file__).parent / "land.json"

WIDTH, HEIGHT = 720, 340
"""Pixels, as wide as the text."""

NORTH = 84
"""The latitude of the upper edge, degrees."""

EDGE = -30
"""The longitude of the left edge and the right one, degrees: in the Atlantic, where no land but Greenland is cut."""

SMALLEST, LARGEST = 4.5, 15.0
"""Pixels: the radius of the dot of a place with one meeting, and of the place with most."""

BROAD, NARROW = 9.5, 24.0
"""Pixels of the map: how high names are on wide screens, and on phones, where the map is half as large."""

LETTER = 0.55
"""How wide a letter is, as a share of its height, so that names do not lie on each other."""


def anchor(place: str) -> str:
    """What the dot of a place is called."""
    return f"at-{place}"


def shows(site: Site, place: str) -> bool:
    """Whether a place is on the map."""
    return bool(site.archive.at_place(place))


def blocks(site: Site) -> Iterator[Block]:
    """The map, where there is something on it."""
    held = dict(site.archive.counts("place"))
    if not held:
        return
    found = sorted(held, key=lambda each: (-held[each], each))  # a small dot lies on a large one
    dots = [_dot(site, place, held[place], max(held.values())) for place in found]
    names = [site.archive.places[place].name for place in found]
    labels = (*_names(dots, names, BROAD, narrow=False), *_names(dots, names, NARROW, narrow=True))
    yield Map(say.MAP, (WIDTH, HEIGHT), _land(), tuple(_calls(site)), tuple(dots), labels)


def _dot(site: Site, place: str, meetings: int, most: int) -> Dot:
    entry = site.archive.places[place]
    x, y = _at(entry.coordinates.latitude, entry.coordinates.longitude)
    host = site.archive.hosted(place)
    radius = LARGEST if most == 1 else SMALLEST + (LARGEST - SMALLEST) * sqrt((meetings - 1) / (most - 1))
    told = say.dot(entry.name, meetings, host, site.archive.party_name(entry.country))
    first = site.archive.at_place(place)[0]
    to = Target(PLACES.page(place)) if site.archive.tells((PLACES.id, place)) else Target(MEETINGS.page(first.id))
    return Dot(x, y, radius, radius * sqrt(host / meetings), told, to, anchor(place))


def _calls(site: Site) -> Iterator[Line]:
    for pair, number in site.archive.calls:
        ends = [site.archive.capital(party) for party in pair]
        if ends[0] and ends[1]:
            label = say.calls(site.titles.pair(pair), number)
            yield Line((*_of(ends[0]), *_of(ends[1])), label, Target(site.link.pair_page(pair), "meetings"))


def _of(place: Place) -> tuple[float, float]:
    return _at(place.coordinates.latitude, place.coordinates.longitude)


def _names(dots: Iterable[Dot], names: Iterable[str], height: float, *, narrow: bool) -> Iterator[Name]:
    """The names that have room beside their dots, those of most meetings first."""
    dots = list(dots)
    taken = [(dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius) for dot in dots]
    for dot, name in zip(dots, names, strict=True):
        length, y = LETTER * height * len(name), dot.y + height / 3
        for before in (False, True):
            x = dot.x - dot.radius - 3 if before else dot.x + dot.radius + 3
            left = x - length if before else x
            box = (left, y - height * 0.8, left + length, y + height * 0.25)
            if left > 0 and left + length < WIDTH and not any(_meet(box, other) for other in taken):
                taken.append(box)
                yield Name(x, y, name, narrow, before)
                break


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@cache
def _land() -> str:
    """The outlines as an SVG path in tenths of a pixel, each point by its way from the one before."""
    found = []
    for polygon in json.loads(LAND.read_text(encoding="utf-8"))["coordinates"]:
        for ring in (half for whole in polygon for half in _cut(whole) if half):
            points = [tuple(round(each * 10) for each in _at(latitude, longitude)) for longitude, latitude in ring]
            steps = "".join(f" {x2 - x1},{y2 - y1}" for (x1, y1), (x2, y2) in pairwise(points) if (x1, y1) != (x2, y2))
            found.append(f"M{points[0][0]},{points[0][1]}l{steps.lstrip()}z")
    return "".join(found)


def _cut(ring: Sequence[tuple[float, float]]) -> Iterator[list[tuple[float, float]]]:
    """The parts of an outline on either side of the edges of the map (Sutherland and Hodgman 1974); longitudes go on from the left edge."""
    for side, turn in ((1, 0), (-1, 360)):
        part: list[tuple[float, float]] = []
        for (x1, y1), (x2, y2) in pairwise(ring):
            inside, goes_on = (side * (x - EDGE) >= 0 for x in (x1, x2))
            if inside:
                part.append((x1 + turn, y1))
            if inside != goes_on:
                part.append((EDGE + turn, y1 + (y2 - y1) * (EDGE - x1) / (x2 - x1)))
        yield [*part, *part[:1]]


def _at(latitude: float, longitude: float) -> tuple[float, float]:
    """Where a point is on the map, in pixels from its upper left corner."""
    x, y = _equal_earth(latitude, longitude + (360 if longitude < EDGE else 0) - EDGE - 180)
    scale = WIDTH / (2 * _equal_earth(0, 180)[0])
    return WIDTH / 2 + scale * x, scale * (_equal_earth(NORTH, 0)[1] - y)


def _equal_earth(latitude: float, longitude: float) -> tuple[float, float]:
    """Equation 3 of the paper; y goes north."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    angle = asin(sqrt(3) / 2 * sin(radians(latitude)))
    slope = 9 * a4 * angle**8 + 7 * a3 * angle**6 + 3 * a2 * angle**2 + a1
    x = 2 * sqrt(3) * radians(longitude) * cos(angle) / (3 * slope)
    return x, a4 * angle**9 + a3 * angle**7 + a2 * angle**3 + a1 * angle
