"""The data page: its numbers are those of the records, and every file that it names is there."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from conftest import TREE, all_files, all_pages, edit, options
from readouts import Archive
from readouts.build.builder import Builder
from readouts.exports.data import TABLES
from readouts.model.wording import size
from readouts.pages import data
from readouts.render.blocks import Link, Page, Table, Target, text_of, texts

UNITS = {"byte": 1, "bytes": 1, "kB": 1_000, "MB": 1_000_000}


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


def test_sizes_are_those_of_the_files(tmp_path: Path) -> None:
    # As they were written in this build, whatever was there before; Parquet is named only where it is there.
    shutil.copytree(TREE, tmp_path / "records")

    def told() -> dict[str, str]:
        builder = Builder(options(tmp_path))
        builder.prepare()
        builder.write()
        text = (tmp_path / "docs" / data.PATH).read_text(encoding="utf-8")
        return dict(re.findall(r"\]\(\.\./(\S+?)\) *\| *([^|\n]+?) *\|", text))

    first = told()
    assert {"data/statements.csv.gz", "data/readouts.sqlite.gz", "api/v1/index.json", "atom/all.atom"} <= first.keys()
    assert not any(path.endswith(".parquet") for path in first)
    much = f"Asks for {' and '.join(f'quota {number}' for number in range(1000, 1024))}."
    longer = {"in": "meetings/2034/2034-03-04-fiji-iceland.yaml", "replace": "Asks for a quota.", "with": much}
    edit(tmp_path / "records", [longer])
    second = told()
    assert second["data/statements.csv.gz"] != first["data/statements.csv.gz"]
    for path, shown in second.items():
        number, unit = shown.replace("\\", "").split()
        exact = (tmp_path / "docs" / path).stat().st_size
        assert abs(float(number) * UNITS[unit] - exact) <= 0.05 * exact


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1, "1 byte"), (999, "999 bytes"), (1_000, "1.0 kB"), (3_449, "3.4 kB"), (45_600, "46 kB"), (12_300_000, "12 MB")],
)
def test_sizes_are_short(number: int, shown: str) -> None:
    # SI: a kilobyte has a thousand bytes.
    assert size(number) == shown


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
