"""Pictures: drawn by a library, of the colour of the text, and never needed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from readouts import picture
from readouts.archive import Archive
from readouts.blocks import Picture
from readouts.pages import timeline
from readouts.pages.site import Site

PAIR = ("JP", "PE")


def _timeline(archive: Archive) -> list[Picture]:
    made = timeline.blocks(Site(archive), PAIR, archive.by_pair[PAIR], archive.relation(PAIR))
    return [block for block in made if isinstance(block, Picture)]


def test_every_meeting_has_a_dot(real: Archive) -> None:
    # One link for each meeting and each milestone since the first, with a name; nothing in it runs or asks another host.
    (found,) = _timeline(real)
    relation = real.relation(PAIR)
    assert relation
    meetings = real.by_pair[PAIR]
    since = [each for each in relation.milestones if each.date.first >= meetings[0].date.first]
    links = re.findall(r'<a [^>]*href="([^"]+)"', found.svg)
    assert len(links) == len(meetings) + len(since)
    assert "../../meetings/2014/2014-11-10-japan-peru/" in links
    assert 'aria-label="Japan–Peru summit meeting, Beijing, 10 November 2014"' in found.svg
    assert "currentColor" in found.svg
    assert "<script" not in found.svg
    assert "\n\n" not in found.svg
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', found.svg)


def test_the_same_picture_has_the_same_bytes(real: Archive) -> None:
    # Drawn again by another process, it is the same.
    (found,) = _timeline(real)
    picture.stop()
    picture._drawn.cache_clear()  # noqa: SLF001  # what was drawn would be remembered
    assert _timeline(real) == [found]


def test_without_the_library_there_is_no_picture(real: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    # The page says the same without it.
    monkeypatch.setattr(picture, "engine", lambda: "")
    assert _timeline(real) == []


def test_what_cannot_be_drawn_is_an_error() -> None:
    # A wrong specification is told, and the next picture is drawn all the same.
    with pytest.raises(ValueError, match=r"."):
        picture.draw({"mark": "nothing", "encoding": 3})
    assert picture.draw({"data": {"values": [{}]}, "mark": "point"}).startswith("<svg")


@pytest.mark.browser
def test_a_dot_leads_to_its_meeting(page: Page, address: str) -> None:
    # In the browser a dot is a link with a name.
    page.goto(f"{address}relations/japan-peru/")
    dot = page.locator(".ro-picture a[*|href$='2014-11-10-japan-peru/']")
    expect(dot.locator("path")).to_have_attribute("aria-label", re.compile("Beijing, 10 November 2014"))
    dot.click()
    expect(page.locator("h1")).to_have_text("Japan–Peru summit meeting")
