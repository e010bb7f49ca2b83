"""Phones, paper, colours and whoever cannot see: what every page owes its readers, in a real browser."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
AXE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MEETING = "meetings/2014/2014-11-10-japan-peru/"
PAGES = [
    "",
    MEETING,
    "meetings/",
    "meetings/2014/",
    "relations/japan-peru/",
    "relations/japan-peru/topics/",
    "relations/japan-peru/brief/",
    "countries/pe/",
    "people/abe-shinzo/",
    "topics/tpp/",
    "topics/",
    "occasions/",
    "places/",
    "places/lima/",
    "organizations/mofa-jp/",
    "reference/fields/",
    "about/",
    "search/?q=TPP",
    "resolve/",
    "changes/",
    "calendar/",
    "calendar/11-10/",
    "about/method/",
]


def test_paper_has_the_text_alone(browser: Browser, address: str) -> None:
    # On A4 there is the name of the site and the page, and nothing to click through it.
    context = browser.new_context(viewport={"width": 718, "height": 1000})
    tab = context.new_page()
    for path in (MEETING, "about/method/"):
        tab.goto(f"{address}{path}")
        expect(tab.locator(".ro-bar")).to_be_visible()
        tab.emulate_media(media="print")
        expect(tab.locator(".ro-wordmark")).to_be_visible()
        for hidden in (".ro-bar", ".ro-beside", ".ro-sections", ".ro-scheme", ".ro-find-link", ".ro-footer nav"):
            expect(tab.locator(hidden)).to_be_hidden()
        if path == MEETING:  # the sheet says what it is, of which day, and where it is found
            expect(tab.locator(".ro-own")).to_be_visible()
            expect(tab.locator(".ro-own")).to_contain_text("Abe–Humala Summit Meeting, Beijing, 10 November 2014.” November")
            expect(tab.locator(".ro-own")).to_contain_text(f"{address}{MEETING}.")
            expect(tab.locator("button:visible")).to_have_count(0)
        tab.emulate_media(media="screen")
    context.close()


def test_a_reader_chooses_the_colours(browser: Browser, address: str) -> None:
    # Dark on a dark system; light when the reader wants it, on the next page, too; and the system's again.
    context = browser.new_context(color_scheme="dark")
    tab = context.new_page()
    tab.goto(address)
    button = tab.get_by_role("button", name="Dark colours")
    assert dark(tab)
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    assert not dark(tab)
    tab.goto(f"{address}{MEETING}")
    assert not dark(tab)
    button.click()
    assert dark(tab)
    tab.emulate_media(color_scheme="light")
    assert not dark(tab)
    context.close()


def test_colours_need_no_script(browser: Browser, address: str) -> None:
    # Without scripts, too, a page is dark on a dark system; on paper it is never.
    context = browser.new_context(color_scheme="dark", java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address)
    assert dark(tab)
    tab.emulate_media(color_scheme="dark", media="print")
    assert not dark(tab)
    context.close()


def dark(tab: Page) -> bool:
    """Whether the ground of the page is darker than its text."""
    return max(numbers(tab, "body", "backgroundColor")) < min(numbers(tab, "article", "color"))


def numbers(tab: Page, selector: str, style: str) -> list[int]:
    """Red, green and blue of an element's colour."""
    colour = tab.locator(selector).first.evaluate(f"each => getComputedStyle(each).{style}")
    return [int(each) for each in re.findall(r"[0-9]+", colour)[:3]]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_phone_has_what_it_needs_at_hand(browser: Browser, address: str, *, scripts: bool) -> None:
    # At most two rows stand above the heading; sections and contents open from the bar without leaving the place, and close again.
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True, java_script_enabled=scripts
    )
    tab = context.new_page()
    tab.goto(f"{address}{MEETING}")
    heading = tab.locator("h1").bounding_box()
    assert heading
    assert heading["y"] < 120
    tab.goto(f"{address}{MEETING}#s1-2-3")
    place = tab.locator("#s1-2-3").bounding_box()
    assert place
    bar = tab.get_by_role("navigation", name="Shortcuts")
    for name, sheet in (("Sections", "Sections"), ("Contents", "On this page")):
        opened = tab.get_by_role("navigation", name=sheet, exact=True)
        expect(opened).to_be_hidden()
        bar.get_by_role("link", name=name).click()
        expect(opened).to_be_in_viewport()
        bar.get_by_role("link", name="Close").click()
        expect(opened).to_be_hidden()
        now = tab.locator("#s1-2-3").bounding_box()
        assert now
        assert now["y"] == place["y"]
    bar.get_by_role("link", name="Cite").click()
    expect(tab.locator("#cite")).to_be_in_viewport()
    context.close()


def test_fingers_find_what_they_want(browser: Browser, address: str) -> None:
    # What is no word within a sentence is at least 24 by 24 px (WCAG 2.2, 2.5.8).
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    tab, small = context.new_page(), []
    for path in PAGES:
        tab.goto(f"{address}{path}")
        for each in tab.locator(
            ".md-header :is(a, button), .ro-bar a, [aria-label^='Cite '], .ro-topic, .ro-footer nav a"
        ).all():
            box = each.bounding_box()
            if box and box["height"] and min(round(box["width"], 1), round(box["height"], 1)) < 24:
                small.append(f"{path}: {each.inner_text()} {box}")
    context.close()
    assert small == []


def test_a_picture_over_the_years_opens_at_its_latest_end(browser: Browser, address: str) -> None:
    # On a phone the last years are in view, not the first.
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}relations/japan-peru/")
    picture = tab.locator(".ro-picture").first
    box, drawn = picture.bounding_box(), picture.locator(".ro-strip").bounding_box()
    context.close()
    assert box
    assert drawn
    assert drawn["width"] > box["width"]
    assert drawn["x"] + drawn["width"] == pytest.approx(box["x"] + box["width"], abs=1)


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_the_screen(browser: Browser, address: str, width: int, scheme: str) -> None:
    # No page is wider than the screen, and text stands out from its ground.
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light"
    )
    tab = context.new_page()
    for path in PAGES:
        answer = tab.goto(f"{address}{path}")
        assert answer
        assert answer.ok, path
        wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{path} is {wide} px too wide"
        ground = tab.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).slice(0, 3).map(Number)")
        text = tab.evaluate(
            "getComputedStyle(document.querySelector('article')).color.match(/[0-9.]+/g).slice(0, 3).map(Number)"
        )
        assert contrast(text, ground) >= 7, f"{path}: {text} on {ground}"
        assert (sum(ground) > 380) == (scheme == "light"), path
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(browser: Browser, address: str, scheme: str) -> None:
    # axe finds nothing on any kind of page: WCAG 2.2 A and AA, and its best practices.
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="dark" if scheme == "dark" else "light")
    tab, found = context.new_page(), []
    for path in PAGES:
        tab.goto(f"{address}{path}")
        if path.startswith("search"):
            tab.locator(".ro-result").first.wait_for()
        for each in Axe().run(tab, options={"runOnly": AXE}).response["violations"]:
            found += [f"{path}: {each['id']}: {node['target']}" for node in each["nodes"]]
    context.close()
    assert found == []


def contrast(first: list[float], second: list[float]) -> float:
    """The contrast ratio of two sRGB colours (WCAG 2.2)."""

    def luminance(colour: list[float]) -> float:
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    brighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)
