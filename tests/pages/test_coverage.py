"""The coverage of many relations and of long ones: it stays bounded, and every sign leads to what it counts."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, islice
from pathlib import Path

import pytest

from conftest import ROOT, add, all_pages
from readouts import open_archive
from readouts.model.values import COUNTRIES
from readouts.render.blocks import Cell, Grid, Page, anchors

CASE = ROOT / "tests/cases/claims/records"
NAMED = ("AR", "AU", "BR", "CA", "CL", "CO", "DK", "EC", "EG", "FI", "FR", "GR", "IN", "IT", "JP", "PE")
"""Countries in the order of their names, as the ids of meetings have them."""


def meeting(first: str, second: str, day: str) -> str:
    """A record."""
    sides = f'[{{for: "{first}"}}, {{for: "{second}"}}]'
    return (
        f"kind: summit\ndate: {day}\nplace: suva\ndelegations: {sides}\n"
        "readouts: [{publisher: wire, language: en, origin: press, read: part, recorded: part}]\n"
    )


def pages(records: Path, meetings: Iterable[tuple[str, str, str]]) -> Mapping[str, Page]:
    """All pages of an archive of these meetings, each of another pair or day."""
    shutil.copytree(CASE, records)
    add(
        records,
        {
            f"meetings/{day[:4]}/{day}-{COUNTRIES[first].lower()}-{COUNTRIES[second].lower()}.yaml": meeting(first, second, day)
            for first, second, day in meetings
        },
    )
    return {page.path: page for page in all_pages(open_archive(records))}


def signs(page: Page) -> Iterator[Cell]:
    """The cells of the one table of a page that are not empty."""
    (grid,) = [block for block in page.blocks if isinstance(block, Grid)]
    yield from (cell for _, cells in grid.rows for cell in cells if cell.to)


def rows(page: Page) -> int:
    """How many relations the one table of a page has."""
    (grid,) = [block for block in page.blocks if isinstance(block, Grid)]
    return len(grid.rows)


@pytest.mark.parametrize(
    ("pairs", "at_home", "on_one_page", "of_a_party"),
    [(12, 12, 0, 0), (13, 12, 13, 0), (40, 12, 40, 0), (41, 12, 40, 15)],
)
def test_a_table_of_many_relations_is_bounded(
    tmp_path: Path, pairs: int, at_home: int, on_one_page: int, of_a_party: int
) -> None:
    # Beyond twelve relations there is a page of all, beyond forty a page for each party: no page says what another says.
    found = pages(
        tmp_path / "records", ((first, second, "2031-05-06") for first, second in islice(combinations(NAMED, 2), pairs))
    )
    assert rows(found["index.md"]) == at_home
    assert ("relations/coverage/index.md" in found) is bool(on_one_page)
    assert not on_one_page or rows(found["relations/coverage/index.md"]) == on_one_page
    assert ("relations/coverage/ar.md" in found) is bool(of_a_party)
    assert not of_a_party or rows(found["relations/coverage/ar.md"]) == of_a_party


@pytest.mark.parametrize("days", [(3, 2), (99, 2), (99, 40), (120, 120)])
def test_a_sign_leads_to_what_it_counts(tmp_path: Path, days: tuple[int, int]) -> None:
    # In a short list a year has its heading; a long one is told apart by decades, and a long decade by years.
    dates = [
        f"{year}-{number // 28 + 1:02}-{number % 28 + 1:02}"
        for year, many in zip((2009, 2031), days, strict=True)
        for number in range(many)
    ]
    found = pages(tmp_path / "records", (("JP", "PE", day) for day in dates))
    for cell in signs(found["index.md"]):
        assert cell.to
        page = found[str(cell.to.page)]
        assert cell.to.anchor in {"", *anchors(page.blocks)}
        year = cell.to.anchor[1:] or page.path[-7:-3]
        assert year in cell.label.replace("2000s", "2009")
