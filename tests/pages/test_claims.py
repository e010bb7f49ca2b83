"""What the site claims of its records: comparison, matrix, ledger, counts, clocks. Each case was worked out by hand from its records."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

import pytest
import yaml

from conftest import ROOT, all_pages
from readouts import open_archive
from readouts.model.vocabulary import PLOVER, UNCODED, Act
from readouts.pages.words import shared
from readouts.render.blocks import (
    Block,
    Cell,
    Citations,
    Division,
    Facts,
    Fold,
    Grid,
    Heading,
    Items,
    Matrix,
    Paragraph,
    Switch,
    Table,
    text_of,
)
from readouts.render.charts import Bar, Bars, Map

CASES = ROOT / "tests/cases/claims"


def under(blocks: Iterable[Block], anchor: str) -> list[Block]:
    """The blocks under a heading of the second level, as far as the next; without an anchor those under the title, and of `*` all."""
    if anchor == "*":
        return list(blocks)
    found: list[Block] = []
    inside = False
    for block in blocks:
        if isinstance(block, Heading) and block.level <= 2:
            inside = block.anchor == anchor if block.level == 2 else not anchor
        elif inside:
            found.append(block)
    return found


def lines(blocks: Iterable[Block]) -> Iterator[str]:  # noqa: C901, PLR0912  # one case for each kind of block
    """The lines a person reads."""
    for block in blocks:
        match block:
            case Paragraph(cls="ro-note") if text_of(block.content).startswith(shared.FOLLOW):
                pass  # the page in other formats
            case Paragraph(cls="ro-by-hand"):
                pass  # how it is cited
            case Heading() | Paragraph():
                yield text_of(block.content)
            case Items():
                yield from (text_of(item.content) for item in block.items)
            case Division():
                yield from lines(block.blocks)
            case Facts():
                yield from (f"{term}: {' / '.join(map(text_of, values))}" for term, values in block.rows)
            case Fold():
                yield block.summary
                yield from lines(block.blocks)
            case Table():
                yield " | ".join(block.head)
                yield from (" | ".join(map(text_of, row)) for row in block.rows)
            case Bars():
                yield " | ".join(block.head)
                yield from (" | ".join([name, *map(bar_text, row)]) for (name, _), row in block.rows)
            case Matrix():
                names = [
                    name + ("" if sure else "*")
                    for name, sure in zip((each.label for each in block.columns), block.sure, strict=True)
                ]
                yield " | ".join([block.corner, *names])
                yield from (" | ".join([name, *map(cell_text, cells)]) for (name, _), cells in block.rows)
            case Grid():
                yield " | ".join([block.corner, *block.columns])
                yield from (" | ".join([name, *map(cell_text, cells)]) for (name, _), cells in block.rows)
            case Map():
                yield from (f"{dot.label} → {dot.to.page}" for dot in block.dots)
            case Citations() | Switch():
                pass  # nothing that a record claims
            case _:
                raise AssertionError(block)


def bar_text(bar: Bar) -> str:
    """A number, what it counts, and whether it leads to a meeting or to what the search finds."""
    to = f" → {bar.to.page or ''}{'?' if bar.to.query else ''}{unquote_plus(bar.to.query)}" if bar.to else ""
    return f"{bar.number} {bar.label}{to}" if bar.number else ""


def cell_text(cell: Cell) -> str:
    """A sign, what it is called, and where it leads."""
    return f"{cell.sign} {cell.label} #{cell.to.anchor}" if cell.to else cell.sign


@pytest.mark.parametrize("case", sorted(CASES.glob("*.yaml")), ids=lambda case: case.stem)
def test_a_page_claims_what_the_records_say(case: Path, tmp_path: Path) -> None:
    # From records to the lines of a part of a page.
    data: Any = yaml.safe_load(case.read_text(encoding="utf-8"))
    records = tmp_path / "records"
    shutil.copytree(CASES / "records", records)
    meetings = {f"meetings/{name[:4]}/{name}.yaml": text for name, text in data["meetings"].items()}
    for name, text in {**data.get("records", {}), **meetings}.items():
        path = records / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (page,) = [page for page in all_pages(open_archive(records)) if page.path == data["page"]]
    found = [" ".join(line.replace("\u00a0", " ").split()) for line in lines(under(page.blocks, data["under"]))]
    assert found == [" ".join(line.split()) for line in data["lines"]]


def test_every_act_has_its_event_type_or_none() -> None:
    # The whole table, typed from the definitions: a changed row is a changed version.
    table: dict[str, str] = yaml.safe_load((ROOT / "tests/cases/plover.yaml").read_text(encoding="utf-8"))
    assert {act.value: PLOVER.get(act, UNCODED) for act in Act} == table
