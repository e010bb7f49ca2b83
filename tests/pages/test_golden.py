"""Pages of the invented tree, letter for letter: a change of what readers see shows in a diff. `make goldens` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import ROOT, all_pages
from readouts.archive.archive import Archive
from readouts.render.markdown import document

GOLDEN = ROOT / "tests/golden"


@pytest.fixture(scope="module")
def pages(small: Archive) -> dict[Path, str]:
    """Every page of the invented tree by the place of its golden."""
    return {GOLDEN / page.path: document(page) for page in all_pages(small)}


@pytest.mark.parametrize("golden", sorted(GOLDEN.rglob("*.md")), ids=lambda path: path.relative_to(GOLDEN).as_posix())
def test_golden_pages(golden: Path, pages: dict[Path, str]) -> None:
    assert pages[golden] == golden.read_text(encoding="utf-8")
