"""How a record is cited, and what machines read of it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT, Project
from readouts.archive.archive import Archive
from readouts.exports import account_citations, accounts, bibtex, ris, styles
from readouts.exports.citation import Cited, CitedAccount
from readouts.model.locators import locators
from readouts.model.values import Date

TALK = Cited(
    "2014-11-10-japan-peru",
    "Japan–Peru summit meeting, Beijing, 10 November 2014",
    "https://readouts.example/meetings/2014/2014-11-10-japan-peru/",
    date(2026, 11, 23),
)
words = st.text(alphabet=st.characters(categories=["L", "Nd"], max_codepoint=0x24F), min_size=1, max_size=12)


@pytest.mark.parametrize("style", [styles.CHICAGO, styles.APA, styles.MLA])
@given(st.lists(words, min_size=1, max_size=6).map(" ".join), st.none() | st.dates(min_value=date(2000, 1, 1)))
@settings(max_examples=15, deadline=None)
def test_a_style_filled_in_is_the_style_set(style: str, title: str, issued: date | None) -> None:
    # Marks in place of title and address give what the processor makes of the item itself.
    cited = Cited("x", f"Talk of {title}", "https://readouts.example/a/", issued)
    alone = styles._set(style, cited)  # noqa: SLF001  # as the processor alone makes it, but for American full stops
    assert styles.text(cited, style) == alone.replace("”.", ".”")


CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases/citations.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
@pytest.mark.parametrize("style", accounts.STYLES)
def test_an_account_is_cited_as_the_manuals_have_it(case: dict[str, Any], style: str) -> None:
    # Its publisher first, then the archive; and the page's slot for a locator makes the same of it.
    account = case["account"]
    published = account["published"]
    day = Date.parse(str(published)) if published else None
    record = Cited("x", **case["record"])
    cited = CitedAccount(account["author"], account["title"], day, account["verbatim"], record)
    assert accounts.STYLES[style](cited, case["locator"]) == case[style]
    slots = {name: (text, at, around) for name, text, at, around in account_citations(cited)}
    text, at, around = slots[style]
    locator = case["locator"].replace("para.", "par.") if style == "MLA" else case["locator"]
    assert text[:at] + (around.replace("*", locator) if locator else "") + text[at:] == case[style]


def test_a_part_is_told_by_its_printed_labels(frozen: Archive) -> None:
    # Section 2, paragraph (1) of the outline, its second annotation; the lead has no number; an account without paragraphs counts.
    talk = frozen.meetings["2014-11-10-japan-peru"]
    found = locators(talk.readouts[0])
    assert found["p2-1"] == "para. 2(1)"
    assert found["s2-1-2"] == "para. 2(1), annotation 2"
    assert found["lead"] == "unnumbered para. 1"
    for meeting in frozen.meetings.values():
        for account in meeting.readouts:
            told = locators(account)
            assert len(set(told.values())) == len(told)


def test_bibtex_and_ris() -> None:
    # BibLaTeX’s @online with literal braces around names and titles; RIS with two spaces after each tag.
    assert bibtex.text(Cited("x", "100% of A & B_{c}", "https://a.example/", None)) == (
        "@online{x,\n  author = {{Readouts}},\n  title = {{100\\% of A \\& B\\_\\{c\\}}},\n  url = {https://a.example/}\n}"
    )
    lines = ris.text(TALK).split("\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-1] == "ER  - "
    assert "DA  - 2026/11/23" in lines
    assert f"TI  - {TALK.title}" in lines


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, str]] = []
        self.links: dict[str, str] = {}
        self.event = ""
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag of the head, and the beginning of the description of the event."""
        found = dict(attrs)
        self.inside = tag == "script" and found.get("type") == "application/ld+json"
        if tag == "link" and found.get("rel"):
            self.links[str(found["rel"])] = str(found.get("href"))
        if tag == "meta" and found.get("name"):
            self.tags.append((str(found["name"]), str(found.get("content"))))

    def handle_endtag(self, tag: str) -> None:
        """Leave it."""
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        """Keep the description."""
        self.event += data if self.inside else ""


def read(project: Project, page: str) -> _Head:
    """What machines read of a page."""
    head = _Head()
    head.feed((project.folder / "site" / page / "index.html").read_text(encoding="utf-8"))
    return head


def test_machines_know_the_talk(frozen_site: Project) -> None:
    # The facts are those of the outline: Beijing, 10:25 there, Abe and Humala, at APEC.
    head = read(frozen_site, "meetings/2014/2014-11-10-japan-peru")
    event = json.loads(head.event)
    assert event["@type"] == "Event"
    assert event["startDate"] == "2014-11-10T10:25:00+08:00"
    assert event["location"]["name"] == "Beijing"
    assert [each["name"] for each in event["attendee"]] == ["Abe Shinzo", "Ollanta Humala"]
    assert event["subjectOf"][0]["url"] == "https://www.mofa.go.jp/la_c/sa/pe/page3e_000261.html"
    assert ("citation_title", "Abe–Humala summit meeting, Beijing, 10 November 2014") in head.tags
    assert ("DC.subject", "Trans-Pacific Partnership") in head.tags
    # The record as data; the address to cite is known only with that of the site.
    described = (frozen_site.folder / "site/meetings/2014/2014-11-10-japan-peru" / head.links["describedby"]).resolve()
    assert json.loads(described.read_text(encoding="utf-8"))["id"] == "2014-11-10-japan-peru"
    assert "cite-as" not in head.links


def test_a_title_cannot_end_the_description(small_project: Project) -> None:
    # Whatever a title is made of, it is text to people and machines.
    title = '&lt;/script&gt; "onload="alert(1) & {{ x }} \\u003c'
    record = "records/meetings/2031/2031-05-06-fiji-iceland.yaml"
    small_project.edit(record, "title: First Fiji–Iceland consultations", f"title: '{title}'")
    assert small_project.mkdocs("build", "--strict").returncode == 0
    head = read(small_project, "meetings/2031/2031-05-06-fiji-iceland")
    assert json.loads(head.event)["name"].startswith(title)
    assert dict(head.tags)["citation_title"].startswith(title)


def test_citations_follow_the_address_of_the_site(small_project: Project) -> None:
    # A new address in the settings changes the pages, though no record did; the way the site is built does not.
    page = small_project.folder / "docs/meetings/2031/2031-05-06-fiji-iceland.md"
    command = [sys.executable, "scripts/build.py"]
    assert subprocess.run(command, cwd=small_project.folder, check=False).returncode == 0
    assert "https://archive.example/" not in page.read_text(encoding="utf-8")
    settings_file = small_project.folder / "mkdocs.yml"
    text = settings_file.read_text(encoding="utf-8")
    settings_file.write_text(text + "site_url: https://archive.example\n", encoding="utf-8")
    assert subprocess.run(command, cwd=small_project.folder, check=False).returncode == 0
    written = page.read_text(encoding="utf-8")
    assert "https://archive.example/meetings/2031/2031-05-06-fiji-iceland/" in written
    assert '<link rel=\\"cite-as\\" href=\\"https://archive.example/meetings/2031/2031-05-06-fiji-iceland/\\">' in written
    assert small_project.mkdocs("build", "--strict").returncode == 0
    assert page.read_text(encoding="utf-8") == written


def test_a_page_that_is_removed_leaves_the_search(small_project: Project) -> None:
    # Hand-written or not, nothing of it can be found any more.
    extra = small_project.folder / "docs/about/extra.md"
    extra.write_text("---\ntitle: Extra\n---\n\n# Extra\n\nHaddock.\n", encoding="utf-8")
    assert small_project.mkdocs("build").returncode == 0
    indexed = small_project.folder / ".cache/search/about/extra/index.html"
    assert "Haddock" in indexed.read_text(encoding="utf-8")
    extra.unlink()
    again = small_project.mkdocs("build")
    assert "Search: index made" in again.stderr
    assert not indexed.exists()
