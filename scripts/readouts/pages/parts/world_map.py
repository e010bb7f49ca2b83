"""A map of the places where meetings were held; every dot is a link to the place's page.

The land is that of Natural Earth (https://www.naturalearthdata.com, public domain) in one piece, without borders: the archive draws none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.model.collections import PLACES
from readouts.model.wording import count
from readouts.render.blocks import Block, Picture, Target
from readouts.render.pictures import INK, Spec, link
from readouts.render.urls import served

if TYPE_CHECKING:
    from readouts.pages.site import Site

LAND = Path(__file__).parent / "land.json"

WIDTH, HEIGHT = 720, 340
"""Pixels, as wide as the text."""

SMALLEST, LARGEST = 40, 700
"""Square pixels of a dot: of a place with one meeting, and of the place with most."""


def anchor(place: str) -> str:
    """What the dot of a place is called."""
    return f"at-{place}"


def shows(site: Site, place: str) -> bool:
    """Whether a place is on the map."""
    return bool(site.pictures.engine and site.archive.at_place(place))


def blocks(site: Site) -> Iterator[Block]:
    """The map, where there is something on it and it can be drawn."""
    held = dict(site.archive.counts("place"))
    if not held or not site.pictures.engine:
        return
    found = sorted(held, key=lambda each: (-held[each], each))  # a small dot lies on a large one
    dots: list[Spec] = []
    for number, place in enumerate(found):
        entry = site.archive.places[place]
        name = f"{entry.name}: {count(held[place], 'meeting')}"
        here = {"latitude": entry.coordinates.latitude, "longitude": entry.coordinates.longitude}
        dots.append({**here, "meetings": held[place], "name": name, "to": link(number)})
    links = [served(Target(PLACES.page(place)), PLACES.index) for place in found]
    svg = site.pictures.draw(_spec(dots, max(2, *held.values())), links)
    for place, to in zip(found, links, strict=True):
        svg = svg.replace(f'href="{to}"', f'id="{anchor(place)}" href="{to}"')
    about = "Where the meetings on record were held; the larger the dot, the more meetings. "
    yield Picture(svg, f"{about}Each dot leads to its place. The list below says the same.")


@cache
def _land() -> object:
    return json.loads(LAND.read_text(encoding="utf-8"))


def _spec(dots: list[Spec], most: int) -> Spec:
    land: Spec = {
        "data": {"values": [{"type": "Feature", "properties": {}, "geometry": _land()}]},
        "mark": {"type": "geoshape", "fill": INK, "fillOpacity": 0.16, "stroke": None, "aria": False},
    }
    size = {
        "field": "meetings",
        "type": "quantitative",
        "legend": None,
        "scale": {"range": [SMALLEST, LARGEST], "domain": [1, most]},
    }
    marks: Spec = {
        "data": {"values": dots},
        "mark": {"type": "circle", "color": INK, "opacity": 0.7, "stroke": INK},
        "encoding": {
            "longitude": {"field": "longitude", "type": "quantitative"},
            "latitude": {"field": "latitude", "type": "quantitative"},
            "size": size,
            "href": {"field": "to"},
            "description": {"field": "name"},
        },
    }
    return {"width": WIDTH, "height": HEIGHT, "projection": {"type": "equalEarth"}, "layer": [land, marks]}
