"""What a person sees, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import Project, hosting
from serving import PAGE, RECORD, serving

pytestmark = pytest.mark.browser
MEETING = "meetings/2014/2014-11-10-japan-peru/"


def test_a_reader_finds_the_way(page: Page, address: str) -> None:
    # Home → relations → Japan–Peru → the talk → its next meeting → back to the relation.
    page.goto(address)
    page.get_by_role("link", name="Relations", exact=True).first.click()
    page.get_by_role("link", name="Japan–Peru relations").first.click()
    page.locator(f".ro-picture a[href*='{MEETING}']").click()
    expect(page.locator("h1")).to_have_text("Abe–Humala summit meeting, Beijing, 10 November 2014")
    for fact in ("10:25–10:45", "11:25–11:45", "21:25–21:45 on 9 November", "Beijing", "Abe Shinzo", "Ollanta Humala"):
        expect(page.get_by_text(fact).first).to_be_in_viewport()
    page.locator(".ro-next a").click()
    expect(page).to_have_url(f"{address}meetings/2016/2016-07-27-japan-peru/")
    page.locator(".ro-neighbours .ro-up a").click()
    expect(page.locator("h1")).to_have_text("Japan–Peru relations")


@pytest.mark.parametrize("of", ["relations/japan-peru/", "people/abe-shinzo/"])
def test_a_briefing_sheet_is_one_page_of_paper(page: Page, address: str, of: str) -> None:
    # Found on the page of what it is about, and printed on A4 as the browser does.
    page.goto(f"{address}{of}")
    page.get_by_role("link", name="Briefing sheet").click()
    expect(page).to_have_url(f"{address}{of}brief/")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_the_questions_of_the_home_page_have_answers(page: Page, address: str) -> None:
    # Each is a link into the search that finds something.
    page.goto(address)
    links = page.locator(".ro-facts a[href*='search/?']").all()
    for question in [link.get_attribute("href") for link in links]:
        page.goto(f"{address}{question}")
        expect(page.get_by_role("status")).to_have_text(re.compile(r"^[1-9][\d,]* results?$"))
    assert len(links) == 3  # about a pair, a person and a party


def test_the_coverage_opens_at_its_latest_end(browser: Browser, address: str) -> None:
    # On a phone, without a script: the last year is seen, and a sign leads to the meetings of its year.
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address)
    table = tab.locator(".ro-grid")
    last, first = table.locator("thead th").last, table.locator("thead th").nth(1)
    table.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    expect(first).not_to_be_in_viewport()
    cell = table.locator("tbody td a").last
    year = str(cell.get_attribute("aria-label")).split(", ")[1].partition(":")[0]
    cell.click()
    expect(tab.locator(f"[id='y{year}']")).to_be_in_viewport()
    context.close()


def test_a_statement_has_a_permanent_address(page: Page, address: str) -> None:
    # The sign beside a statement gives its address; opening it brings the statement into view.
    page.goto(f"{address}{MEETING}")
    page.locator("#s1-2-3 [aria-label^='Cite ']").click()
    assert page.url.endswith(f"{MEETING}#s1-2-3")
    page.goto(f"{address}{MEETING}#s3-2-3")
    expect(page.locator("#s3-2-3")).to_be_in_viewport()


def test_abbreviations_explain_themselves(page: Page, address: str) -> None:
    # TPP says what it means to whoever points at it, and so does the list at the end.
    page.goto(f"{address}{MEETING}")
    expect(page.locator(".ro-text abbr", has_text="TPP").first).to_have_count(1)
    expect(page.locator(".ro-text abbr", has_text="TPP").first).to_have_attribute("title", "Trans-Pacific Partnership")
    listed = page.locator("#abbreviations + .ro-facts")
    for short in ("APEC", "COP 20", "EPA", "TPP", "UN"):
        expect(listed.locator("dt").get_by_text(short, exact=True)).to_be_visible()


def test_the_page_for_what_is_not_there_searches(page: Page, address: str) -> None:
    # It has the search, the way from an official page to its record, and the lists.
    page.goto(f"{address}404.html")
    page.get_by_label("Search all records").fill("APEC")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".ro-result").first).to_be_visible()
    page.goto(f"{address}404.html")
    page.get_by_label("Find a record by the address of an official page").fill("https://example.org/nothing")
    page.get_by_role("button", name="Find").click()
    expect(page).to_have_url(re.compile("resolve/"))
    for name in ("Meetings", "Relations", "Calendar", "Additions and corrections"):
        page.goto(f"{address}404.html")
        page.get_by_role("article").get_by_role("link", name=name).click()
        expect(page.locator("h1")).to_be_visible()


def test_a_list_is_narrowed_down(page: Page, address: str) -> None:
    # The choices stand in the address, and years without a meeting go; without scripts the whole list shows.
    page.goto(f"{address}relations/japan-peru/?person=p-abe-shinzo")
    shown = page.locator("li.ro-meeting.k-summit:visible, li.ro-meeting.k-call:visible")
    expect(page.locator(".ro-choices [role=status]")).to_have_text("4 meetings")
    page.get_by_label("Decade").select_option("2020s")
    expect(page.locator(".ro-choices [role=status]")).to_have_text("1 meeting")
    expect(shown).to_have_count(1)
    expect(page.locator("#y2014")).to_be_hidden()
    assert page.url.endswith("?decade=d-2020s&person=p-abe-shinzo")


def test_statements_on_a_topic_are_turned_round(browser: Browser, address: str) -> None:
    # The oldest meeting first, and back; what is said at a meeting stays as it is; without scripts there is no switch.
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{address}topics/tpp/")
    headings = tab.locator("#statements ~ .ro-said")
    statements = tab.locator(f"[id='{headings.first.get_attribute('id')}'] + ul li").all_text_contents()
    latest = headings.all_text_contents()
    order = tab.locator("#statements + .ro-note")
    order.get_by_role("button", name="Oldest first").click()
    assert headings.all_text_contents() == latest[::-1] != latest
    assert tab.locator(f"[id='{headings.last.get_attribute('id')}'] + ul li").all_text_contents() == statements
    expect(order).to_contain_text("Oldest meeting first.")
    order.get_by_role("button", name="Latest first").click()
    assert headings.all_text_contents() == latest
    context.close()
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}topics/tpp/")
    expect(tab.locator("#statements + .ro-note")).to_have_text("Latest meeting first.")
    context.close()


def test_a_matrix_leads_to_statements(page: Page, address: str) -> None:
    # Beijing, 2014: both sides spoke of the TPP, and the sign leads to the first statement.
    page.goto(f"{address}relations/japan-peru/topics/")
    cell = page.get_by_role("link", name="Trans-Pacific Partnership, 10 November 2014: Japan and Peru")
    expect(cell).to_have_text("●")
    cell.click()
    expect(page.locator("#s2-1-2")).to_be_in_viewport()


@pytest.mark.parametrize("fragment", ["%E0%A4%A", "%", "s99-9", "a[b"])
def test_a_broken_fragment_breaks_no_page(page: Page, address: str, fragment: str) -> None:
    # A link that was cut off on its way opens the record, which is cited as a whole.
    page.goto(f"{address}{MEETING}#{fragment}")
    expect(page.locator(".ro-own")).to_contain_text(f"{address}{MEETING}.")
    expect(page.locator(".ro-cite button").first).to_have_text("Copy")


def test_a_former_address_leads_to_the_new_one(browser: Browser, small_project: Project) -> None:
    # Whoever kept the old link of the renamed record arrives at the record.
    assert small_project.mkdocs("build", "--strict").returncode == 0
    with hosting(small_project) as address:
        tab = browser.new_page()
        tab.goto(f"{address}meetings/2031/2031-05-05-fiji-iceland/")
        tab.wait_for_url(f"{address}{PAGE}")
        expect(tab.locator("h1")).to_contain_text("First Fiji–Iceland consultations")
        tab.close()


def test_an_edit_shows_while_serving(browser: Browser, small_project: Project) -> None:
    # The page reloads by itself on a save, shows what is wrong with a broken record, and heals.
    with serving(small_project) as server:
        server.until(PAGE, "Invites the minister to watch whales")
        tab = browser.new_page()
        tab.goto(server.url + PAGE)
        small_project.edit(RECORD, "gist: Agree to meet again.", "gist: Agree to meet no more.")
        expect(tab.get_by_text("Agree to meet no more.")).to_be_visible(timeout=20_000)
        small_project.edit(RECORD, "act: agree", "act: aggree")
        expect(tab.locator("h1")).to_have_text("1 problem in the records", timeout=20_000)
        expect(tab.get_by_text("Did you mean “agree”?")).to_be_visible()
        small_project.edit(RECORD, "act: aggree", "act: agree")
        expect(tab.get_by_text("Agree to meet no more.")).to_be_visible(timeout=20_000)
        tab.close()
