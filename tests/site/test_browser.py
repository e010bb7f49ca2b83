"""What a person sees, in a real browser."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from conftest import Project, hosting
from serving import PAGE, RECORD, serving

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
    "occasions/apec-2014/",
    "places/beijing/",
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
    page.locator("#s1-2-3 .ro-permalink").click()
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
        for each in tab.locator(".md-header :is(a, button), .ro-bar a, .ro-permalink, .ro-topic, .ro-footer nav a").all():
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


def test_a_matrix_leads_to_statements(page: Page, address: str) -> None:
    # Beijing, 2014: both sides spoke of the TPP, and the sign leads to the first statement.
    page.goto(f"{address}relations/japan-peru/topics/")
    cell = page.get_by_role("link", name="Trans-Pacific Partnership, 10 November 2014: Japan and Peru")
    expect(cell).to_have_text("●")
    cell.click()
    expect(page.locator("#s2-1-2")).to_be_in_viewport()


CITED = "Ministry of Foreign Affairs of Japan, “Japan-Peru Relations,” November 10, 2014"
TALK = "“Abe–Humala Summit Meeting, Beijing, 10 November 2014”"


def test_a_paragraph_is_cited_with_two_clicks(browser: Browser, address: str) -> None:
    # Chicago, paragraph 2(1): its sign, then “Copy”; by keyboard, too.
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(f"{address}{MEETING}")
    wanted = f"{CITED}, para. 2(1), via Readouts, {address}{MEETING}#p2-1."
    sign, copy = tab.locator("#p2-1 .ro-permalink"), tab.locator("#p2-1 .ro-cited + button")
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
    tab.locator("#p2-1 .ro-permalink").click()
    expect(tab.locator("#p2-1 .ro-cited")).to_be_visible()
    expect(tab.locator("#p2-1 .ro-cited")).to_have_text(f"{CITED}, para. 2(1), via Readouts, {MEETING}#p2-1.")
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


@pytest.mark.parametrize("fragment", ["%E0%A4%A", "%", "s99-9", "a[b"])
def test_a_broken_fragment_breaks_no_page(page: Page, address: str, fragment: str) -> None:
    # A link that was cut off on its way opens the record, which is cited as a whole.
    page.goto(f"{address}{MEETING}#{fragment}")
    expect(page.locator(".ro-own")).to_contain_text(f"{address}{MEETING}.")
    expect(page.locator(".ro-cite button").first).to_have_text("Copy")


def contrast(first: list[float], second: list[float]) -> float:
    """The contrast ratio of two sRGB colours (WCAG 2.2)."""

    def luminance(colour: list[float]) -> float:
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    brighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


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
