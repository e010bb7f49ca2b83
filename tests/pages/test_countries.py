"""The pages of countries: those of today, of then, and those that no meeting names."""

from __future__ import annotations

import shutil

import pytest

from conftest import TREE, all_pages
from readouts import open_archive
from readouts.render.blocks import Division, Facts, Items, Page, Target, text_of
from readouts.render.markdown import document


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """Of the invented tree, with people of Kosovo, Hong Kong and Germany who met nobody, and an office for Yugoslavia."""
    records = tmp_path_factory.mktemp("countries") / "records"
    shutil.copytree(TREE, records)
    (records / "people/gashi.yaml").write_text("name: {family: Gashi}\ncountry: XK\n", encoding="utf-8")
    office = "offices: [{title: Consul, party: YU}]"
    (records / "people/lam.yaml").write_text(f"name: {{family: Lam}}\ncountry: HK\n{office}\n", encoding="utf-8")
    (records / "people/weber.yaml").write_text("name: {family: Weber}\ncountry: DE\n", encoding="utf-8")
    return {page.path: page for page in all_pages(open_archive(records))}


def told(page: Page) -> dict[str, str]:
    """The facts at a glance."""
    lists = [
        inner for block in page.blocks if isinstance(block, Division) for inner in block.blocks if isinstance(inner, Facts)
    ]
    return {term: text_of(values[0]) for facts in lists[:1] for term, values in facts.rows}


def in_the_list(pages: dict[str, Page], code: str) -> str:
    """What the list of countries tells of one that was at no meeting."""
    items = (item for block in pages["countries/index.md"].blocks if isinstance(block, Items) for item in block.items)
    (found,) = (text_of(item.content) for item in items if item.anchor == code)
    return found


def test_a_state_that_is_no_more_says_when_it_existed(pages: dict[str, Page]) -> None:
    # With what came after it, of which only what is on record has a link.
    found = told(pages["countries/su.md"])
    assert found["Existed"] == "30 December 1922 to 26 December 1991"
    assert found["Followed by"].startswith("Russia, Armenia, ")
    assert found["Capital"] == "Moscow"
    assert "[Russia](index.md#ru), Armenia" in document(pages["countries/su.md"])
    assert "Followed by: Serbia and Montenegro, " in in_the_list(pages, "yu")


def test_a_state_of_today_says_so_where_its_code_does_not(pages: dict[str, Page]) -> None:
    # Kosovo has a first day and no last; of Iceland nothing is said.
    assert (
        in_the_list(pages, "xk")
        == "Kosovo · Independence declared: 17 February 2008 · People: Gashi · Codes: Correlates of War code 347; Gleditsch–Ward code 347"
    )
    assert not {"Independence declared", "Existed", "Followed by"} & set(told(pages["countries/is.md"]))


def test_the_codes_of_the_lists_are_facts(pages: dict[str, Page]) -> None:
    # Where there is no code, nothing is said of it.
    assert told(pages["countries/is.md"])["Codes"] == "Correlates of War code 395; Gleditsch–Ward code 395"
    assert told(pages["countries/su.md"])["Codes"] == "Correlates of War code 365; Gleditsch–Ward code 365"
    german = "Correlates of War code 255 (260 for the Federal Republic before the unification of 1990); Gleditsch–Ward code 260"
    assert in_the_list(pages, "de").endswith(f"Codes: {german}")
    assert "ode" not in in_the_list(pages, "hk")


def test_every_country_that_is_linked_has_a_page(pages: dict[str, Page]) -> None:
    # Also those that are named by people alone: their page leads to the line that the link leads to.
    assert "Speaks for: [Kosovo](../countries/index.md#xk)" in document(pages["people/index.md"])
    assert pages["countries/xk.md"].moved_to == Target("countries/index.md", "xk")
    assert {"countries/xk.md", "countries/hk.md", "countries/yu.md", "countries/cshh.md"} <= set(pages)
