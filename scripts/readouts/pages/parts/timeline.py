"""Pictures of meetings over the years, a dot for each: those of a relation by kind, those of a person by office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from readouts.model.collections import MEETINGS, PEOPLE
from readouts.pages.parts import facts
from readouts.render.blocks import Block, Picture, Target
from readouts.render.pictures import INK, Spec, link
from readouts.render.urls import served

if TYPE_CHECKING:
    from readouts.archive.indexes import Pair, Summaries
    from readouts.archive.summaries import MeetingSummary
    from readouts.model import Person, Relation
    from readouts.pages.site import Site

ENOUGH = 4
"""Fewer meetings are seen at a glance without a picture."""

WIDTH, ROW = 640, 26
"""Pixels: of the picture, and of a row."""

LABELS = 10
"""So many years are named, at most."""

MILESTONES = "milestones"
NO_OFFICE = "no office given"


def of_relation(site: Site, pair: Pair, meetings: Summaries, relation: Relation | None) -> Iterator[Block]:
    """The meetings of a pair by kind, with its milestones."""
    if len(meetings) < ENOUGH or not site.pictures.engine:
        return
    dots = _dots(site, [(meeting, meeting.kind.label) for meeting in meetings])
    first = meetings[0].date.first
    marks: list[Spec] = [
        {"day": each.date.first.isoformat(), "row": MILESTONES, "name": each.text, "to": link(len(meetings))}
        for each in (relation.milestones if relation else ())
        if each.date.first >= first
    ]
    rows = [*([MILESTONES] if marks else []), *sorted({str(dot["row"]) for dot in dots})]
    layers = [_points(dots, "circle"), *([_points(marks, "diamond")] if marks else [])]
    more = f" Diamonds are milestones since {first.year}." if marks else ""
    about = f"The meetings by kind over the years; each dot leads to its meeting.{more} The list below says the same."
    yield Picture(
        _drawn(site, layers, [*dots, *marks], rows, [*_links(meetings, site.link.pair_page(pair)), "#milestones"]), about
    )


def of_person(site: Site, person: Person, meetings: Summaries) -> Iterator[Block]:
    """The meetings of a person by the office of the day, with the terms as far as they are known."""
    if len(meetings) < ENOUGH or not site.pictures.engine:
        return
    dots = _dots(site, [(meeting, _office(person, meeting)) for meeting in meetings])
    rows = list(dict.fromkeys(str(dot["row"]) for dot in dots))
    terms: list[Spec] = []
    for office in person.offices:
        days = [str(dot["day"]) for dot in dots if dot["row"] == office.title]
        if days and (office.since or office.until):
            since = office.since.first.isoformat() if office.since else days[0]
            until = office.until.last.isoformat() if office.until else days[-1]
            terms.append({"day": since, "until": until, "row": office.title})
    more = " A bar is a term of office, as far as sources give it." if terms else ""
    about = f"The meetings by the office of the day; each dot leads to its meeting.{more} The list below says the same."
    layers = [*([_bars(terms)] if terms else []), _points(dots, "circle")]
    yield Picture(_drawn(site, layers, [*dots, *terms], rows, _links(meetings, PEOPLE.page(person.id))), about)


def _office(person: Person, meeting: MeetingSummary) -> str:
    """The office in which somebody took part: its usual title, where it is one of the person's."""
    for delegation in meeting.delegations:
        for delegate in delegation.delegates:
            if delegate.person == person.id:
                usual = {name: office.title for office in person.offices for name in (*office.also, office.title)}
                said = facts.office(delegate)
                return usual.get(said, said) or NO_OFFICE
    return NO_OFFICE


def _dots(site: Site, meetings: Sequence[tuple[MeetingSummary, str]]) -> list[Spec]:
    return [
        {
            "day": meeting.date.first.isoformat(),
            "row": row,
            "name": site.titles.full(meeting),
            "to": link(number),
        }
        for number, (meeting, row) in enumerate(meetings)
    ]


def _links(meetings: Sequence[MeetingSummary], path: str) -> list[str]:
    return [served(Target(MEETINGS.page(meeting.id)), path) for meeting in meetings]


def _drawn(site: Site, layers: list[Spec], marks: list[Spec], rows: list[str], links: list[str]) -> str:
    spec: Spec = {"width": WIDTH, "height": ROW * len(rows), "encoding": _axes(marks, rows), "layer": layers}
    return site.pictures.draw(spec, links)


def _axes(marks: list[Spec], rows: list[str]) -> Spec:
    # Vega takes two milliseconds to measure a label, so it is given no more years than are read.
    days = sorted(str(mark[end]) for mark in marks for end in ("day", "until") if end in mark)
    first, last = int(days[0][:4]), int(days[-1][:4])
    step = next(each for each in (1, 2, 5, 10, 20, 50, 100) if last - first < each * LABELS)
    years = [datetime(year, 1, 1, tzinfo=UTC) for year in range(first, last + 2) if year % step == 0]
    return {
        "x": {
            "field": "day",
            "type": "temporal",
            "title": None,
            "axis": {"format": "%Y", "values": [year.timestamp() * 1000 for year in years], "labelOverlap": False},
            "scale": {"type": "utc", "padding": 12},
        },
        "y": {"field": "row", "type": "nominal", "title": None, "sort": rows, "axis": {"labelLimit": 220, "ticks": False}},
    }


def _points(dots: list[Spec], shape: str) -> Spec:
    return {
        "data": {"values": dots},
        "mark": {"type": "point", "shape": shape, "filled": True, "size": 70, "opacity": 0.75, "color": INK},
        "encoding": {"href": {"field": "to"}, "description": {"field": "name"}},
    }


def _bars(terms: list[Spec]) -> Spec:
    return {
        "data": {"values": terms},
        "mark": {"type": "bar", "height": 8, "opacity": 0.2, "color": INK, "aria": False},
        "encoding": {"x2": {"field": "until"}},
    }
