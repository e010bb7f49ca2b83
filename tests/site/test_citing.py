"""Citing an account and its parts, and reading it without annotations, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
MEETING = "meetings/2014/2014-11-10-japan-peru/"
CITED = "Ministry of Foreign Affairs of Japan, “Japan-Peru Relations,” November 10, 2014"
TALK = "“Abe–Humala Summit Meeting, Beijing, 10 November 2014”"


def test_a_paragraph_is_cited_with_two_clicks(browser: Browser, address: str) -> None:
    # Chicago, paragraph 2(1): its sign, then “Copy”; by keyboard, too.
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(f"{address}{MEETING}")
    wanted = f"{CITED}, para. 2(1), via Readouts, {address}{MEETING}#p2-1."
    sign, copy = tab.locator("#p2-1 [aria-label^='Cite ']"), tab.locator("#p2-1 .ro-cited + button")
    sign.click()
    copy.click()
    expect(copy).to_have_text("Copied")
    assert tab.evaluate("navigator.clipboard.readText()") == wanted
    tab.evaluate("navigator.clipboard.writeText('')")
    tab.goto(f"{address}{MEETING}")
    sign.press("Enter")
    copy.press("Enter")
    expect(copy).to_have_text("Copied")
    assert tab.evaluate("navigator.clipboard.readText()") == wanted
    context.close()


def test_a_paragraph_is_cited_without_scripts(browser: Browser, address: str) -> None:
    # Its sign shows where it stands, and the whole citation.
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}{MEETING}")
    expect(tab.locator("#p2-1 .ro-cited")).to_be_hidden()
    tab.locator("#p2-1 [aria-label^='Cite ']").click()
    expect(tab.locator("#p2-1 .ro-cited")).to_be_visible()
    expect(tab.locator("#p2-1 .ro-cited")).to_have_text(f"{CITED}, para. 2(1), via Readouts, {MEETING}#p2-1.")
    context.close()


def test_a_statement_is_cited_without_scripts(browser: Browser, address: str) -> None:
    # The citation of its account, with places for the locator and the address, which the opened sign and the browser show; with scripts not.
    for scripts in (False, True):
        context = browser.new_context(java_script_enabled=scripts)
        tab = context.new_page()
        tab.goto(f"{address}{MEETING}")
        line = tab.locator(".ro-told:has(#s2-1-2) > .ro-by-hand")
        expect(line).to_be_hidden()
        tab.locator('#s2-1-2 a[aria-label^="Cite"]').click()
        expect(line).to_contain_text(f": {CITED}, [locator], via Readouts, [address].")
        expect(line).to_be_visible(visible=not scripts)
        tab.locator('#p2-1 > a[aria-label^="Cite"]').click()
        expect(line).to_be_hidden()
        context.close()


def test_a_statement_is_cited_at_its_address(page: Page, address: str) -> None:
    # The citations of its account are open, with its locator and address; the record's own carry the address alone.
    page.goto(f"{address}{MEETING}#s2-1-2")
    texts = page.locator(".ro-told:has(#s2-1-2) > .ro-cite .ro-citation")
    expect(texts.nth(0)).to_be_visible()
    expect(texts.nth(0)).to_contain_text(f"{CITED}, para. 2(1), annotation 2, via Readouts")
    expect(texts.nth(0)).to_contain_text(f"{address}{MEETING}#s2-1-2.")
    expect(texts.nth(2)).to_contain_text("10 Nov. 2014, par. 2(1), annotation 2.")
    expect(page.locator(".ro-own")).to_contain_text(f"{TALK[:-1]}.” November")
    expect(page.locator(".ro-cite pre").nth(1)).to_contain_text(f"UR  - {address}{MEETING}#s2-1-2")
    page.goto(f"{address}{MEETING}")
    expect(page.locator(".ro-own")).to_contain_text(f"{address}{MEETING}.")
    expect(texts.nth(0)).not_to_contain_text("annotation")


def test_annotations_are_switched_off(browser: Browser, address: str) -> None:
    # The text alone, with scripts and without; the wish holds on the next page; a statement that is opened is shown all the same.
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        tab = context.new_page()
        tab.goto(f"{address}{MEETING}")
        expect(tab.locator("#s2-1-2")).to_be_visible()
        tab.get_by_label("Annotations").uncheck()
        expect(tab.locator("#s2-1-2")).to_be_hidden()
        expect(tab.locator("#p2-1 .ro-text")).to_be_visible()
        if scripts:
            tab.reload()
            expect(tab.locator("#s2-1-2")).to_be_hidden()
        tab.goto(f"{address}{MEETING}#s2-1-2")
        expect(tab.locator("#s2-1-2")).to_be_visible()
        context.close()
