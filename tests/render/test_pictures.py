"""Pictures: drawn by a library, of the colour of the text, and never needed."""

from __future__ import annotations

import math
import re

import pytest
from playwright.sync_api import Page, expect

from readouts.archive.archive import Archive
from readouts.pages import PAGED
from readouts.pages.parts import timeline, world_map
from readouts.pages.published import Published
from readouts.pages.site import Site
from readouts.render.blocks import Picture
from readouts.render.pictures import Pictures

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


def _site(archive: Archive, drawing: Pictures | None = None) -> Site:
    return Site(archive, Published(), drawing or Pictures(), PAGED)


def _timeline(archive: Archive, drawing: Pictures | None = None) -> list[Picture]:
    made = timeline.of_relation(_site(archive, drawing), PAIR, archive.between(PAIR), archive.relation(PAIR))
    return [block for block in made if isinstance(block, Picture)]


def test_every_meeting_has_a_dot(frozen: Archive) -> None:
    # One link for each meeting and each milestone since the first, with a name; nothing in it runs or asks another host.
    (found,) = _timeline(frozen)
    links = re.findall(r'<a [^>]*href="([^"]+)"', found.svg)
    assert len([link for link in links if link.startswith("../../meetings/")]) == 21  # files of the two in the frozen records
    assert len(links) == 21 + 9  # milestones from 1992 on
    assert "../../meetings/2014/2014-11-10-japan-peru/" in links
    assert 'aria-label="Japan–Peru summit meeting, Beijing, 10 November 2014"' in found.svg
    assert "currentColor" in found.svg
    assert "<script" not in found.svg
    assert "\n\n" not in found.svg
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', found.svg)


def _equal_earth(latitude: float, longitude: float) -> complex:
    """The point on the Equal Earth projection, y downward (Šavrič, Patterson and Jenny 2018, equation 3)."""
    a = (1.340264, -0.081106, 0.000893, 0.003796)
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    slope = 9 * a[3] * t**8 + 7 * a[2] * t**6 + 3 * a[1] * t**2 + a[0]
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(t) / (3 * slope)
    return complex(x, -(a[3] * t**9 + a[2] * t**7 + a[1] * t**3 + a[0] * t))


def test_every_place_has_a_dot_where_it_is(frozen: Archive) -> None:
    # One link for each place with a meeting; the dots lie as the projection has them, up to its scale.
    (found,) = world_map.blocks(_site(frozen))
    assert isinstance(found, Picture)
    pattern = r'<a id="at-([a-z-]+)" href="\1/"[^>]*><title>[^<]*</title><path [^>]*?aria-label="([^"]+)"[^>]*? transform="translate\(([\d.]+),([\d.]+)\)"'
    dots = {place: (label, complex(float(x), float(y))) for place, label, x, y in re.findall(pattern, found.svg)}
    assert {label for label, _ in dots.values()} == HELD
    where = {place: (frozen.places[place].coordinates.latitude, frozen.places[place].coordinates.longitude) for place in dots}
    lima, tokyo = _equal_earth(*where["lima"]), _equal_earth(*where["tokyo"])
    scale = (dots["tokyo"][1] - dots["lima"][1]) / (tokyo - lima)
    assert scale.imag == pytest.approx(0, abs=0.1)
    for place, (_, point) in dots.items():
        assert abs(dots["lima"][1] + scale * (_equal_earth(*where[place]) - lima) - point) < 0.1, place


def test_a_person_has_a_row_for_each_office(frozen: Archive) -> None:
    # Every meeting is a dot on the row of the office in which the person took part.
    person = frozen.people["kishida-fumio"]
    (found,) = timeline.of_person(_site(frozen), person, frozen.of_person(person.id))
    assert isinstance(found, Picture)
    assert len(re.findall(r"<a ", found.svg)) == 6  # four in April 2013, one in 2023 each with South Korea and ASEAN
    assert re.findall(r">([A-Z][a-z ]+[A-Za-z ]+)</text>", found.svg) == ["Minister for Foreign Affairs", "Prime Minister"]


def test_the_same_picture_has_the_same_bytes(frozen: Archive) -> None:
    # Drawn again by another process, it is the same.
    (found,) = _timeline(frozen)
    assert _timeline(frozen) == [found]


def test_without_the_library_there_is_no_picture(frozen: Archive) -> None:
    # The page says the same without it.
    without = Pictures()
    without.engine = ""
    assert _timeline(frozen, without) == []


def test_what_cannot_be_drawn_is_an_error() -> None:
    # A wrong specification is told, and the next picture is drawn all the same.
    drawing = Pictures()
    with pytest.raises(ValueError, match=r"."):
        drawing.draw({"mark": "nothing", "encoding": 3})
    assert drawing.draw({"data": {"values": [{}]}, "mark": "point"}).startswith("<svg")


@pytest.mark.browser
def test_a_dot_leads_to_its_meeting(page: Page, address: str) -> None:
    # In the browser a dot is a link with a name.
    page.goto(f"{address}relations/japan-peru/")
    dot = page.locator(".ro-picture a[*|href$='2014-11-10-japan-peru/']")
    expect(dot.locator("path")).to_have_attribute("aria-label", re.compile("Beijing, 10 November 2014"))
    dot.click()
    expect(page.locator("h1")).to_have_text("Abe–Humala summit meeting, Beijing, 10 November 2014")
