"""The index of the search is whole, or the one that was there stays."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import TREE, options
from readouts.build import search_index
from readouts.build.builder import Builder
from readouts.build.search_index import SearchError, SearchIndex

Damage = Callable[[Path], object]


def index_of(folder: Path) -> SearchIndex:
    """The index of the invented tree, with all its pages written."""
    (folder / "records").symlink_to(TREE)
    made = options(folder)
    index = SearchIndex(made)
    Builder(made, keep=False).write(index.output)
    return index


def first(folder: Path, pattern: str) -> Path:
    """A file of the index."""
    return min(folder.rglob(pattern))


DAMAGES: dict[str, Damage] = {
    "an empty fragment": lambda made: first(made, "*.pf_fragment").write_bytes(b""),
    "a fragment that is cut off": lambda made: (file := first(made, "*.pf_fragment")).write_bytes(file.read_bytes()[:-9]),
    "no fragment": lambda made: first(made, "*.pf_fragment").unlink(),
    "an index cut off": lambda made: (file := first(made, "*.pf_index")).write_bytes(file.read_bytes()[:20]),
    "an empty entry": lambda made: (made / "pagefind-entry.json").write_bytes(b""),
    "no entry": lambda made: (made / "pagefind-entry.json").unlink(),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_an_index_that_a_full_disk_cut_off(damage: Damage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Pagefind ends with 0 and says nothing.
    index = index_of(tmp_path)
    pagefind = search_index._pagefind  # noqa: SLF001  # what a full disk does to it cannot be had otherwise

    def on_a_full_disk(pages: Path, to: Path) -> subprocess.Popen[str]:
        pagefind(pages, to).communicate()
        damage(to)
        return subprocess.Popen([sys.executable, "-c", ""], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    assert index.make()
    whole = {file: file.read_bytes() for file in (index.options.site / "pagefind").rglob("*") if file.is_file()}
    first(index.output.folder, "*.html").write_bytes(b"<html lang=en><body data-pagefind-body>Other</body></html>")
    index.output.made.popitem()
    with monkeypatch.context() as patch:
        patch.setattr(search_index, "_pagefind", on_a_full_disk)
        with pytest.raises(SearchError, match=r"disk|no page"):
            index.make()
    assert {file: file.read_bytes() for file in (index.options.site / "pagefind").rglob("*") if file.is_file()} == whole
    assert [file.name for file in index.options.site.iterdir()] == ["pagefind"]


def test_an_index_that_lost_a_file_is_made_anew(tmp_path: Path) -> None:
    # However it came about: nobody would find what was in it.
    index = index_of(tmp_path)
    assert index.make()
    assert not index.make()
    first(index.options.site, "*.pf_fragment").unlink()
    assert index.make()
    assert not index.make()


def test_pagefind_does_not_keep_a_build_waiting_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # It is ended, and the build says so.
    index = index_of(tmp_path)

    def waits(*_: Path) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", "import time; time.sleep(600)"]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    monkeypatch.setattr(search_index, "_pagefind", waits)
    monkeypatch.setattr(search_index, "_limit", lambda _: 0.2)
    with pytest.raises(SearchError, match="did not come to its end"):
        index.make()
