"""Pictures: every mark of one is a link with a name, at its place."""

from __future__ import annotations

import math
import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from readouts.archive.archive import Archive
from readouts.pages import PAGED
from readouts.pages.parts import timeline, world_map
from readouts.pages.published import Published
from readouts.pages.site import Site
from readouts.render.blocks import Target
from readouts.render.charts import Bar, Bars, Map, Strip
from readouts.render.pictures import lines

PAIR = ("JP", "PE")
HELD = {
    "Beijing: 1 meeting",
    "Da Nang: 2 meetings",
    "Jakarta: 1 meeting",
    "Lima: 10 meetings",
    "Mexico City: 3 meetings",
    "New York: 2 meetings",
    "Paracas: 1 meeting",
    "Santiago: 1 meeting",
    "Sendai: 1 meeting",
    "Seoul: 1 meeting",
    "Tokyo: 5 meetings",
    "Toronto: 1 meeting",
    "Yokohama: 1 meeting",
}
"""The places of the frozen records, and how many of them name each."""


def _site(archive: Archive) -> Site:
    return Site(archive, Published(), PAGED)


def _timeline(archive: Archive) -> Strip:
    (found,) = timeline.of_relation(_site(archive), PAIR, archive.between(PAIR), archive.relation(PAIR))
    assert isinstance(found, Strip)
    return found


def test_every_meeting_has_a_dot(frozen: Archive) -> None:
    # One link for each meeting and each milestone since the first, with a name; nothing in it runs or asks another host.
    drawn = "\n".join(lines(_timeline(frozen), "relations/japan-peru.md"))
    links = re.findall(r'<a [^>]*href="([^"]+)"', drawn)
    assert len([link for link in links if link.startswith("../../meetings/")]) == 21  # files of the two in the frozen records
    assert len(links) == 21 + 9  # milestones from 1992 on
    assert "../../meetings/2014/2014-11-10-japan-peru/" in links
    assert "<title>Japan–Peru summit meeting, Beijing, 10 November 2014</title>" in drawn
    assert "<script" not in drawn
    assert "\n\n" not in drawn
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', drawn)


def test_dots_lie_where_their_days_are(frozen: Archive) -> None:
    # Between the first day and the last one, which are 2% off the edges: the names of the files tell the days.
    marks = {mark.to.page: mark.at for row in _timeline(frozen).rows for mark in row.marks if not mark.shape}
    days = {page: date.fromisoformat(page.split("/")[2][:10]) for page in marks if page}
    milestones = [date.fromisoformat(each.date.first.isoformat()) for each in frozen.relations["japan-peru"].milestones]
    first, last = min(days.values()), max(*days.values(), *milestones)
    for page, day in days.items():
        assert marks[page] == pytest.approx(0.02 + 0.96 * (day - first) / (last - first)), page


def _equal_earth(latitude: float, longitude: float) -> complex:
    """The point on the Equal Earth projection, y downward (Šavrič, Patterson and Jenny 2018, equation 3)."""
    a = (1.340264, -0.081106, 0.000893, 0.003796)
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    slope = 9 * a[3] * t**8 + 7 * a[2] * t**6 + 3 * a[1] * t**2 + a[0]
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(t) / (3 * slope)
    return complex(x, -(a[3] * t**9 + a[2] * t**7 + a[1] * t**3 + a[0] * t))


def test_every_place_has_a_dot_where_it_is(frozen: Archive) -> None:
    # One link for each place with a meeting; the dots lie as the projection has them, up to its scale, with the Pacific in the middle.
    (found,) = world_map.blocks(_site(frozen))
    assert isinstance(found, Map)
    dots = {dot.anchor.removeprefix("at-"): dot for dot in found.dots}
    assert {dot.label.partition(",")[0] for dot in found.dots} == HELD
    assert dots["lima"].to == Target("places/lima.md")
    assert dots["beijing"].to == Target("meetings/2014/2014-11-10-japan-peru.md")  # the one meeting there

    def drawn(place: str) -> complex:
        return complex(dots[place].x, dots[place].y)

    def projected(place: str) -> complex:
        at = frozen.places[place].coordinates
        return _equal_earth(at.latitude, (at.longitude + 30) % 360 - 180)

    scale = (drawn("tokyo") - drawn("lima")) / (projected("tokyo") - projected("lima"))
    assert scale.imag == pytest.approx(0, abs=0.1)
    for place in dots:
        assert abs(drawn("lima") + scale * (projected(place) - projected("lima")) - drawn(place)) < 0.1, place


def test_a_dot_is_filled_as_far_as_a_side_was_at_home(frozen: Archive) -> None:
    # Japan was a side at each meeting in Tokyo and Yokohama, Peru at nine of the ten in Lima; in Beijing and Da Nang both were guests.
    (found,) = world_map.blocks(_site(frozen))
    assert isinstance(found, Map)
    filled = {dot.anchor.removeprefix("at-"): (dot.inner / dot.radius) ** 2 for dot in found.dots}
    home = {"tokyo": 1, "yokohama": 1, "lima": 0.9, "beijing": 0, "da-nang": 0}
    assert {place: filled[place] for place in home} == pytest.approx(home)


def test_the_land_is_on_the_map() -> None:
    # Cut at the edges, no outline leaves the map or crosses it from one edge to the other.
    for ring in world_map._land().split("M")[1:]:  # noqa: SLF001  # what is drawn of it is one string
        start, steps = ring.rstrip("z").split("l")
        x, y = map(int, start.split(","))
        for step in steps.split():
            dx, dy = map(int, step.split(","))
            x, y = x + dx, y + dy
            assert 0 <= x <= world_map.WIDTH * 10, ring[:40]
            assert abs(dx) < world_map.WIDTH * 10 / 2, ring[:40]


def test_names_on_the_map_do_not_lie_on_each_other(frozen: Archive) -> None:
    # Where there is no room for a name there is none; places of most meetings come first.
    (found,) = world_map.blocks(_site(frozen))
    assert isinstance(found, Map)
    broad = [name for name in found.names if not name.narrow]
    assert {"Lima", "Tokyo", "Mexico City"} <= {name.text for name in broad}
    for name in broad:
        others = [other for other in broad if other is not name and abs(other.y - name.y) < world_map.BROAD]
        assert all(abs(other.x - name.x) > world_map.BROAD for other in others), name


def test_a_person_has_a_row_for_each_office(frozen: Archive) -> None:
    # Every meeting is a dot on the row of the office in which the person took part.
    person = frozen.people["kishida-fumio"]
    (found,) = timeline.of_person(_site(frozen), person, frozen.of_person(person.id))
    assert isinstance(found, Strip)
    assert [(row.name, len(row.marks)) for row in found.rows] == [
        ("Minister for Foreign Affairs", 4),  # in April 2013
        ("Prime Minister", 2),  # in 2023 each with South Korea and ASEAN
    ]


def test_numbers_are_bars_and_text_is_text() -> None:
    # The longest is as wide as there is room; what a record says is no markup.
    to = Target("a.md")
    bars = Bars(
        "Who <b>",
        ("Act", "A"),
        ((("thank", None), (Bar(4, "A & B", to),)), (("ask", to), (Bar(1),)), (("say", None), (Bar(0),))),
        4,
    )
    drawn = "\n".join(lines(bars, "b.md"))
    assert "Who &lt;b&gt;" in drawn
    assert '<td><a href="../a/" aria-label="A &amp; B"><svg width="80%"></svg>4</a></td>' in drawn
    assert '<td><span><svg width="20%"></svg>1</span></td>' in drawn
    assert "<td></td>" in drawn


@pytest.mark.browser
def test_a_dot_leads_to_its_meeting(page: Page, address: str) -> None:
    # In the browser a dot is a link with a name.
    page.goto(f"{address}relations/japan-peru/")
    dot = page.locator(".ro-picture a[href$='2014-11-10-japan-peru/']")
    expect(dot).to_have_accessible_name(re.compile("Beijing, 10 November 2014"))
    dot.click()
    expect(page.locator("h1")).to_have_text("Abe–Humala summit meeting, Beijing, 10 November 2014")
