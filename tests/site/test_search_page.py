"""The page of the search in a real browser: how a query is read, what facets count, Back, mistakes, and what can be taken along."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import Any
from urllib.parse import urlencode

import pytest
import yaml
from playwright.sync_api import Page, Route, expect

from conftest import ROOT
from readouts.archive.archive import Archive
from readouts.model.walk import statements

pytestmark = pytest.mark.browser

ASKED: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases/ask.yaml").read_text(encoding="utf-8"))
TALK = "meetings/2014/2014-11-10-japan-peru/"


def _status(page: Page, text: str) -> None:
    expect(page.locator("#ro-search [role=status]")).to_have_text(text)


def _counts(page: Page, facet: str) -> dict[str, int]:
    """What the box of a facet shows, opened."""
    box = page.locator(f"details[data-facet={facet}]")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    expect(box.locator("label").first).to_be_visible()
    pairs = box.locator("label").evaluate_all(
        "all => all.map((each) => [...each.querySelectorAll('span')].map((one) => one.textContent))"
    )
    return {value: int(number) for value, number in pairs}


def test_a_query_is_read_as_it_is_meant(page: Page, address: str) -> None:
    # Words that only make a question are left out; phrases, dates, names of files and exclusions are told apart.
    page.goto(address)
    script = """async (queries) => {
      const { clauses } = await import('/assets/search/ask.js')
      const { MONTHS } = await import('/assets/search/constants.js')
      const months = Object.fromEntries(MONTHS.split(' ').map((each) => each.split('=')).map(([name, number]) => [name, Number(number)]))
      const told = ({ text, kind, not }) => `${not ? '-' : ''}${kind === 'word' ? '' : `${kind} `}${text}`
      return queries.map((query) => clauses(query, months).map(told))
    }"""
    found = page.evaluate(script, [case["query"] for case in ASKED])
    assert dict(zip([case["query"] for case in ASKED], found, strict=True)) == {case["query"]: case["asks"] for case in ASKED}


def test_speaker_act_and_topic_belong_to_one_statement(page: Page, address: str, frozen: Archive) -> None:
    # The meetings with a statement in which somebody thanks, by topic, as the records have them; so for a speaker and an act, too.
    said = [
        (meeting.id, {frozen.people[each].name.full for each in statement.speakers if each in frozen.people}, statement)
        for meeting in frozen.meetings.values()
        for _, _, statement in statements(meeting)
    ]
    thanked = Counter(
        topic
        for topic, _ in {
            (topic, meeting) for meeting, _, statement in said if statement.act.label == "thank" for topic in statement.topics
        }
    )
    page.goto(f"{address}search/?act=thank")
    shown = _counts(page, "topic")
    assert shown == {_name(frozen, topic): number for topic, number in thanked.items()}
    pairs = {(meeting, statement.act.label) for meeting, speakers, statement in said if "Abe Shinzo" in speakers}
    page.goto(f"{address}search/?speaker=Abe+Shinzo")
    acts = _counts(page, "act")
    assert acts == Counter(act for _, act in pairs)
    for act, number in list(acts.items())[:3]:
        page.goto(f"{address}search/?{urlencode({'speaker': 'Abe Shinzo', 'act': act})}")
        _status(page, f"{number} result{'s' if number > 1 else ''}")


def _name(archive: Archive, topic: str) -> str:
    each = archive.topics[topic]
    return f"{each.name} ({each.abbreviation})" if each.abbreviation else each.name


def test_dates_without_meetings_have_no_results(page: Page, address: str) -> None:
    # No record is of 1998 or 1999; with the year before there is one.
    page.goto(f"{address}search/?from=1998&to=1999")
    _status(page, "Nothing found.")
    page.goto(f"{address}search/?from=1997&to=1999")
    _status(page, "1 result")


def test_accounts_of_every_side_can_be_asked_for(page: Page, address: str, frozen: Archive) -> None:
    # As many meetings as have official accounts of all their sides.
    page.goto(f"{address}search/?type=Meeting")
    shown = _counts(page, "coverage")
    told = (frozen.told_of(meeting) for meeting in frozen.meetings)
    assert shown == Counter(
        "official, of every side" if each.both else "official, of one side or some" if each.one else "other reports alone"
        for each in told
    )


def test_places_are_alternatives_and_people_are_not(page: Page, address: str) -> None:
    # Two places are more than one; two people met. What is chosen can be given up by its chip, and Back brings it again.
    page.goto(f"{address}search/?place=Toronto")
    _status(page, "1 result")
    places = _counts(page, "place")
    page.locator("details[data-facet=place] label", has_text="Beijing").click()
    _status(page, f"{1 + places['Beijing']} results")
    page.go_back()
    _status(page, "1 result")
    page.get_by_role("button", name="Give up Toronto").click()
    page.wait_for_url(f"{address}search/")
    page.go_back()
    _status(page, "1 result")
    page.goto(f"{address}search/?person=Abe+Shinzo&person=Ollanta+Humala")
    _status(page, "1 result")


def test_words_that_no_record_has_are_said(page: Page, address: str) -> None:
    # A misspelt word is mended and both are named; an unknown one finds nothing by its beginning; of several words most are found.
    page.goto(f"{address}search/?q=Kuczinsky")
    expect(page.locator(".ro-remarks")).to_have_text("Showing results for Kuczynski instead of Kuczinsky")
    page.goto(f"{address}search/?q=xqwzzk")
    _status(page, "Nothing found.")
    expect(page.locator(".ro-remarks")).to_contain_text("In no record: xqwzzk")
    page.goto(f"{address}search/?q=Hasekura+blueberries")
    expect(page.locator(".ro-remarks")).to_contain_text("No record has all of these words")


def test_enter_and_the_button_search(page: Page, address: str) -> None:
    # What was typed is asked for at once, can be gone back from, and an address leads to its record from here, too.
    page.goto(f"{address}search/")
    box = page.locator("#ro-search input[name=q]")
    box.fill("Hasekura")
    box.press("Enter")
    page.wait_for_url(f"{address}search/?q=Hasekura")
    box.fill("blueberries")
    page.get_by_role("button", name="Search", exact=True).click()
    page.wait_for_url(f"{address}search/?q=blueberries")
    page.goto(f"{address}search/?{urlencode({'q': '<mofa.go.jp/la_c/sa/pe/page3e_000261.html>'})}")
    page.wait_for_url(f"{address}{TALK}#mofa-jp-en")


def test_what_could_not_be_loaded_can_be_tried_again(page: Page, address: str) -> None:
    # The first try fails as a whole, the second finds.
    failing = True

    def answer(route: Route) -> None:
        if failing:
            route.abort()
        else:
            route.continue_()

    page.route("**/pagefind/words/*", answer)
    page.goto(f"{address}search/?q=Hasekura")
    _status(page, "The search could not be loaded.")
    failing = False
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".ro-result").first).to_be_visible()


def test_whole_words_are_marked(page: Page, address: str) -> None:
    # “20” marks COP 20 and not 2014; “investor” marks words of its root.
    page.goto(f"{address}{TALK}?mark=20+investor")
    marked = set(page.evaluate("[...CSS.highlights.get('ro-mark')].map((range) => range.toString())"))
    assert "20" in marked
    assert {word for word in marked if word.isdigit()} == {"20"}
    assert {"investment", "investing", "invest"} & {word.lower() for word in marked}


def test_suggestions_are_a_combobox(page: Page, address: str) -> None:
    # Arrows walk through labelled options without leaving the box; what is typed meanwhile goes on.
    page.goto(f"{address}people/abe-shinzo/")
    page.keyboard.press("Control+k")
    page.keyboard.type("TP")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    box = page.get_by_role("combobox", name="Search")
    expect(box).to_be_focused()
    expect(page.get_by_role("option", selected=True)).to_have_count(1)
    page.keyboard.type("P")
    expect(box).to_have_value("TPP")
    expect(page.get_by_role("option").first).to_contain_text("Trans-Pacific Partnership (TPP) Topic")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}topics/tpp/?mark=*")


def test_results_can_be_taken_along(page: Page, address: str) -> None:
    # The table has a line for each result, in their order; the references and the calendar have one for each as well.
    page.goto(f"{address}search/?q=Hasekura&sort=oldest&type=Meeting")
    expect(page.locator(".ro-result").first).to_be_visible()
    number = page.locator(".ro-result").count()
    texts = {}
    for name, suffix in (("table (CSV)", "csv"), ("references (RIS)", "ris"), ("calendar", "ics")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert download.value.suggested_filename == f"readouts.{suffix}"
        texts[suffix] = download.value.path().read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(texts["csv"])))
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)
    assert len(rows) == number == texts["ris"].count("TY  - ") == texts["ics"].count("BEGIN:VEVENT")
    assert all(row["address"].startswith(address) for row in rows)


def test_cells_run_nothing_and_lines_are_short(page: Page, address: str) -> None:
    # A title that a spreadsheet would take for a formula is text; RFC 5545 allows 75 octets a line.
    page.goto(address)
    script = """async (taken) => {
      const { csv, ics } = await import('/assets/search/take.js')
      return [csv(taken), ics(taken, '20200101T000000Z')]
    }"""
    title = '=HYPERLINK("x"), a; b ' + "ペルー" * 20
    taken = {"title": title, "url": "https://example.org/a", "date": "2016-12-31"}
    table, calendar = page.evaluate(script, [taken])
    assert list(csv.reader(io.StringIO(table)))[1] == ["2016-12-31", f"'{title}", "https://example.org/a"]
    assert max(len(line.encode()) for line in calendar.split("\r\n")) <= 75
    unfolded = calendar.replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20161231\r\nDTEND;VALUE=DATE:20170101\r\n" in unfolded
    assert 'SUMMARY:=HYPERLINK("x")\\, a\\; b ペルー' in unfolded


def test_a_phone_says_how_many_results_there_are(page: Page, address: str) -> None:
    # The button below the facets says what they leave, and leads there.
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}search/?q=TPP")
    expect(page.locator(".ro-result").first).to_be_visible()
    page.get_by_text("Narrow down").click()
    kinds = _counts(page, "kind")
    page.locator("details[data-facet=kind] label", has_text="summit meeting").click()
    page.get_by_role("button", name=f"Show {kinds['summit meeting']} results").click()
    expect(page.locator("#ro-search [role=status]")).to_be_in_viewport()
