"""The data page: its numbers are those of the records, and every file that it names is there."""

from __future__ import annotations

import json
import re

import pytest

from conftest import all_files, all_pages
from readouts import Archive
from readouts.exports.data import TABLES
from readouts.pages import data
from readouts.render.blocks import Link, Page, Table, Target, text_of, texts


def page(archive: Archive) -> Page:
    """The data page."""
    (found,) = (each for each in all_pages(archive) if each.path == data.PATH)
    return found


@pytest.mark.parametrize("archive", ["small", "real"])
def test_numbers_are_those_of_the_records(archive: str, request: pytest.FixtureRequest) -> None:
    # Walked anew.
    found: Archive = request.getfixturevalue(archive)
    held = [each for each in found.meetings.values() if each.status == "held"]
    said = "\n".join(texts(page(found).blocks))
    statements = sum(len(each.statements) for each in held)
    accounts = sum(len(each.readouts) for each in held)
    assert re.search(rf"\b{len(held):,} meetings?, {len(found.people):,} people, ", said)
    assert re.search(rf"\b{accounts:,} accounts?, {statements:,} statements?\.", said)
    known = sum(1 for each in held if each.date.day)
    assert re.search(rf"\b{known:,} meetings?, each session on the clock of its place", said)
    assert re.search(rf"\b{len(found.places):,} places? and {len(held):,} meetings?\.", said)


def test_every_file_is_there(small: Archive) -> None:
    # Those of the page, and those that a search engine for data is told of.
    named = [
        inline.to.page
        for block in page(small).blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        for inline in cell
        if isinstance(inline, Link) and isinstance(inline.to, Target)
    ]
    assert len(named) == len({*named})
    assert len(named) > len(TABLES)
    assert {*named, *data._WHOLE} <= all_files(small)  # noqa: SLF001  # what is said only where the site’s address is known


def test_it_describes_a_dataset(small: Archive) -> None:
    # schema.org’s `Dataset`, with what Google’s search for data asks for: name and description; a licence and the time it covers.
    found = json.loads(re.sub(r"^<script[^>]*>|</script>$", "", page(small).head))
    assert (found["@type"], found["temporalCoverage"], found["dateModified"]) == ("Dataset", "1988/2034", "2031-07-01")
    assert found["license"] == "https://spdx.org/licenses/MIT"


def test_every_column_is_explained(small: Archive) -> None:
    # The dictionary has every table and every column, each with its meaning.
    (columns,) = (each for each in all_pages(small) if each.path == data.COLUMNS)
    shown = [block for block in columns.blocks if isinstance(block, Table)]
    assert len(shown) == len(TABLES)
    for table, block in zip(TABLES, shown, strict=True):
        assert [text_of(name) for name, _ in block.rows] == [each.name for each in table.columns]
        assert all(text_of(meaning).strip() for _, meaning in block.rows), table.name
