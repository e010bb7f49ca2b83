"""A picture of the meetings of a relation: when, of which kind, with the milestones; every dot is a link."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts import picture
from readouts.blocks import Block, Picture, Target
from readouts.picture import INK, Spec
from readouts.ways import served

if TYPE_CHECKING:
    from readouts.archive import Pair
    from readouts.model import Meeting, Relation
    from readouts.pages.site import Site

ENOUGH = 4
"""Fewer meetings are seen at a glance without a picture."""

WIDTH, ROW = 640, 26
"""Pixels: of the picture, and of a row for each kind."""

MILESTONES = "milestones"


def blocks(site: Site, pair: Pair, meetings: tuple[Meeting, ...], relation: Relation | None) -> Iterator[Block]:
    """The picture, where it shows something and can be drawn."""
    if len(meetings) < ENOUGH or not picture.engine():
        return
    path = site.pair_path(pair)
    dots: list[Spec] = [
        {
            "day": meeting.date.first.isoformat(),
            "row": meeting.kind.label,
            "name": site.full_title(meeting),
            "to": picture.link(number),
        }
        for number, meeting in enumerate(meetings)
    ]
    first = meetings[0].date.first
    marks: list[Spec] = [
        {"day": each.date.first.isoformat(), "row": MILESTONES, "name": each.text, "to": picture.link(len(meetings))}
        for each in (relation.milestones if relation else ())
        if each.date.first >= first
    ]
    rows = [*([MILESTONES] if marks else []), *sorted({str(dot["row"]) for dot in dots})]
    svg = picture.draw(
        {
            "width": WIDTH,
            "height": ROW * len(rows),
            "layer": [_layer(dots, "circle", rows), *([_layer(marks, "diamond", rows)] if marks else [])],
        },
        [*(served(Target(site.meeting_path(meeting)), path) for meeting in meetings), "#milestones"],
    )
    more = " Diamonds are milestones." if marks else ""
    yield Picture(
        svg, f"The meetings by kind over the years; each dot leads to its meeting.{more} The list below says the same."
    )


def _layer(dots: list[Spec], shape: str, rows: list[str]) -> Spec:
    return {
        "data": {"values": dots},
        "mark": {"type": "point", "shape": shape, "filled": True, "size": 70, "opacity": 0.75, "color": INK},
        "encoding": {
            "x": {
                "field": "day",
                "type": "temporal",
                "title": None,
                "axis": {"format": "%Y"},
                "scale": {"type": "utc", "padding": 12},
            },
            "y": {"field": "row", "type": "nominal", "title": None, "sort": rows, "axis": {"labelLimit": 220, "ticks": False}},
            "href": {"field": "to"},
            "description": {"field": "name"},
        },
    }
