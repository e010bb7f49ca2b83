"""The search in a real browser: a table of questions, the facets, the keyboard, a phone, no scripts, a sub-path, and the resolver."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from conftest import ROOT, Project, hosting
from readouts.build.browser_constants import FILE, module
from readouts.model.official_urls import plain, token
from serving import PAGE, RECORD, serving

CASES = ROOT / "tests/cases"
QUESTIONS: list[dict[str, Any]] = yaml.safe_load((CASES / "search.yaml").read_text(encoding="utf-8"))
ADDRESSES: list[dict[str, str]] = yaml.safe_load((CASES / "resolve.yaml").read_text(encoding="utf-8"))
TALK = "meetings/2014/2014-11-10-japan-peru/"


@pytest.mark.browser
@pytest.mark.parametrize("case", QUESTIONS, ids=lambda case: case["ask"])
def test_a_question_is_answered(page: Page, address: str, case: dict[str, Any]) -> None:
    # What must come first comes first; the hit leads to the passage; the address alone brings all of it back.
    page.goto(f"{address}search/?{urlencode(case['with'])}")
    first = page.locator(".ro-results > li").first
    assert str(first.locator(".ro-result").get_attribute("href")).partition("?")[0] == address + case["first"]
    if "passage" in case:
        hit = str(first.locator("ul a").first.get_attribute("href"))
        assert hit.endswith(f"#{case['passage']}")
        page.goto(hit)
        expect(page.locator(f"#{case['passage']}")).to_be_in_viewport()
    elif "results" in case:
        expect(page.get_by_role("status")).to_have_text(f"{case['results']} result{'s' if case['results'] > 1 else ''}")


@pytest.mark.browser
def test_what_has_no_page_is_found_in_a_line_of_its_list(page: Page, address: str) -> None:
    # A topic without a meeting: the hit leads to its line at once, and the box does too.
    page.goto(f"{address}search/?q=tsunami+awareness")
    hit = page.locator(".ro-results .ro-result").first
    expect(hit).to_have_text("World Tsunami Awareness Day")
    hit.click()
    expect(page).to_have_url(f"{address}topics/?mark=tsunami+awareness#world-tsunami-awareness-day")
    expect(page.locator("#world-tsunami-awareness-day")).to_be_in_viewport()


@pytest.mark.browser
def test_facets_are_counted_and_combined(page: Page, address: str) -> None:
    # A facet narrows down to as many results as it says; values of one that excludes others add up; the address keeps them.
    page.goto(f"{address}search/?q=TPP")
    peru = page.locator("details[data-facet=country] label", has_text="Peru")
    number = peru.locator(".ro-count").inner_text()
    assert int(number) > 1
    peru.click()
    expect(page.get_by_role("status")).to_have_text(f"{number} results")
    assert "country=Peru" in page.url
    kinds = page.locator("details[data-facet=kind] label")
    two = [kinds.nth(0).locator(".ro-count").inner_text(), kinds.nth(1).locator(".ro-count").inner_text()]
    kinds.nth(0).click()
    expect(page.get_by_role("status")).to_have_text(f"{two[0]} results")
    kinds.nth(1).click()
    expect(page.get_by_role("status")).to_have_text(f"{sum(map(int, two))} results")
    page.locator("details[data-facet=act] summary").click()
    expect(page.locator("details[data-facet=act] label").first).to_be_visible()
    page.reload()
    expect(page.get_by_role("status")).to_have_text(f"{sum(map(int, two))} results")
    expect(page.get_by_role("checkbox", name="Peru")).to_be_checked()
    page.get_by_role("button", name="Clear all").click()
    expect(page.get_by_role("checkbox", name="Peru")).not_to_be_checked()
    assert page.url == f"{address}search/"


@pytest.mark.browser
def test_what_is_given_up_is_forgotten(page: Page, address: str) -> None:
    # A facet that was closed before all was cleared says so, and counts anew when it is opened again.
    page.goto(f"{address}search/?country=Peru")
    country = page.locator("details[data-facet=country]")
    expect(country.locator("summary")).to_have_text("Country (1)")
    for summary in page.locator(".ro-facets details[open] summary").all()[::-1]:
        summary.click()
    page.get_by_role("button", name="Clear all").click()
    expect(country.locator("summary")).to_have_text("Country")
    country.locator("summary").click()
    expect(page.get_by_role("checkbox", name="Peru")).not_to_be_checked()


@pytest.mark.browser
def test_an_address_that_nobody_offers_still_finds(page: Page, address: str) -> None:
    # An order that there is not is none.
    page.goto(f"{address}search/?q=TPP&sort=constructor")
    expect(page.locator(".ro-result").first).to_be_visible()


def test_the_browser_has_the_constants_of_the_build() -> None:
    # They are stated in Python; `make format` writes them for the browser.
    assert FILE.read_text(encoding="utf-8") == module()


@pytest.mark.browser
def test_the_keyboard_is_enough(page: Page, address: str) -> None:
    # “/” anywhere, a word, down to a hit, Enter: there, with the word marked. Escape closes.
    page.goto(f"{address}people/abe-shinzo/")
    page.keyboard.press("/")
    page.keyboard.type("Hasekura")
    expect(page.locator(".ro-hits a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".ro-hits")).to_be_hidden()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("vicuña COP 20")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("COP 20 Humala")
    expect(page.locator(".ro-hits a").first).to_contain_text("Beijing")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{TALK}?mark=*#*")
    marked = page.evaluate("[...CSS.highlights.get('ro-mark')].map((range) => range.toString())")
    assert {"COP", "20", "Humala"} <= set(marked)
    page.keyboard.press("s")
    page.keyboard.type("Peru")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}search/?q=Peru")


@pytest.mark.browser
def test_a_phone_shows_results_before_facets(browser: Browser, address: str) -> None:
    # On a narrow screen the results come first, and the facets open on demand; nothing is wider than the screen.
    tab = browser.new_page(viewport={"width": 390, "height": 844})
    tab.goto(address)
    tab.get_by_role("link", name="Search", exact=True).first.click()
    tab.locator("#ro-search input[name=q]").fill("TPP")
    expect(tab.locator(".ro-result").first).to_be_in_viewport()
    tab.get_by_text("Narrow down").click()
    tab.locator("details[data-facet=kind] summary").click()
    expect(tab.locator("details[data-facet=kind] label").first).to_be_visible()
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    tab.close()


@pytest.mark.browser
def test_without_scripts_the_lists_are_offered(browser: Browser, address: str) -> None:
    # The box in the header still leads to the page of the search, which says what it needs and where else to look.
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    tab.goto(f"{address}people/abe-shinzo/")
    tab.get_by_role("searchbox", name="Search").fill("TPP")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{address}search/?q=TPP")
    assert "The search needs JavaScript." in tab.locator("article").inner_text()
    tab.locator("noscript a").first.click()
    tab.wait_for_url(f"{address}meetings/")
    context.close()


@pytest.mark.browser
def test_it_works_below_a_sub_path(browser: Browser, frozen_site: Project, tmp_path: Path) -> None:
    # Published at /archive/, the search finds, and its links stay there.
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "archive").symlink_to(frozen_site.folder / "site")
    with hosting(Project(tmp_path)) as address:
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        tab.goto(f"{address}archive/topics/")
        tab.get_by_role("combobox", name="Search").fill("Abe Humala")
        tab.locator(".ro-hits a").first.click()
        tab.wait_for_url(f"{address}archive/{TALK}?mark=*")
        tab.close()


@pytest.mark.parametrize("case", ADDRESSES, ids=lambda case: case["url"])
def test_an_address_is_the_same_however_it_was_copied(case: dict[str, str]) -> None:
    # The build's half of the table.
    assert plain(case["url"]) == case["plain"]


def test_an_address_of_many_slashes_takes_a_moment() -> None:
    # Where time grows with the square it would take half an hour, and pytest would stop it.
    assert plain("https://example.org/" + "/" * 1_000_000 + "x") == "example.org" + "/" * 1_000_001 + "x"


@pytest.mark.browser
def test_the_browser_reads_addresses_as_the_build_does(page: Page, address: str) -> None:
    # The browser's half of the table, and the same token for each.
    page.goto(address)
    script = "async (urls) => { const it = await import('/assets/search/resolve.js'); return urls.map((u) => [it.plain(u), it.token(u)]) }"
    found = page.evaluate(script, [case["url"] for case in ADDRESSES])
    assert found == [[case["plain"], token(case["url"])] for case in ADDRESSES]


@pytest.mark.browser
def test_an_official_page_leads_to_its_record(page: Page, address: str) -> None:
    # By a link, by the form, and by the box in the header; an address that is not on record is said to be none.
    page.goto(f"{address}resolve/?{urlencode({'url': 'http://www.mofa.go.jp/la_c/sa/pe/page3e_000261.html?utm_source=x#top'})}")
    page.wait_for_url(f"{address}{TALK}#mofa-jp-en")
    page.keyboard.press("/")
    page.keyboard.type("https://web.archive.org/web/2015/http://www.mofa.go.jp/mofaj/la_c/sa/pe/page3_000998.html")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{TALK}#mofa-jp-ja")
    page.goto(f"{address}resolve/")
    page.get_by_label("Address").fill("https://example.org/nothing")
    page.get_by_role("button", name="Find the record").click()
    expect(page.get_by_text("No account on record has this address.")).to_be_visible()


@pytest.mark.browser
def test_a_save_can_be_found_while_serving(page: Page, small_project: Project) -> None:
    # Whoever searches after a save finds what it says, as text, whatever it is made of.
    with serving(small_project) as server:
        server.until(PAGE, "Invites the minister to watch whales")
        small_project.edit(RECORD, "gist: Agree to meet again.", "gist: Agree on <img src=x onerror=alert(1)> haddock.")
        server.until(PAGE, "haddock")
        page.goto(f"{server.url}search/?q=haddock")
        expect(page.locator(".ro-results .ro-excerpt").first).to_contain_text("<img src=x onerror=alert(1)> haddock.")
        expect(page.locator(".ro-results mark")).to_have_text(["haddock."])
        page.keyboard.press("Escape")
        page.goto(f"{server.url}{PAGE}")
        page.keyboard.press("/")
        page.keyboard.type("haddock")
        expect(page.locator(".ro-hits .ro-excerpt").first).to_contain_text("<img src=x onerror=alert(1)> haddock.")
