"""From files to records: whatever happens to the files, and however much is wrong with them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import TREE
from readouts.archive.load import load
from readouts.problems.text import line

MEETING = """\
kind: summit
date: 2031-05-06
delegations: [{for: FJ}, {for: IS}]
readouts:
  - publisher: mfa-is
    language: is
    read: part
    recorded: part
    statements:
"""


@pytest.mark.parametrize("gone", ["4913", "people/new.yaml", "drafts"])
def test_a_file_that_vanishes_while_it_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: str) -> None:
    # Editors try whether a folder can be written to by a file that they take away at once (vim's is called 4913).
    records, scandir = tmp_path / "records", os.scandir
    shutil.copytree(TREE, records)
    path = records / gone
    if gone == "drafts":
        path.mkdir()
    else:
        path.write_text("x", encoding="utf-8")

    def listing(folder: Path) -> Iterator[os.DirEntry[str]]:
        if folder == path:
            path.rmdir()
        found = list(scandir(folder))
        if path.is_file() and folder == path.parent:
            path.unlink()
        return iter(found)

    monkeypatch.setattr(os, "scandir", listing)
    assert load(records).problems == []


@pytest.mark.parametrize("way", ["right", "broken"])
def test_a_second_file_of_a_meeting(tmp_path: Path, way: str) -> None:
    # Two folders may hold files of one name, and so of one id: neither is passed over, whichever of them is right.
    shutil.copytree(TREE, tmp_path / "records")
    first = tmp_path / "records/meetings/2031/2031-05-06-fiji-iceland.yaml"
    second = tmp_path / "records/meetings/2032" / first.name
    text = first.read_text(encoding="utf-8")
    second.write_text(text, encoding="utf-8")
    if way == "broken":
        first.write_text(text.replace("kind: foreign-ministers", "kind: foreign"), encoding="utf-8")
    (found,) = [line(each) for each in load(tmp_path / "records").problems if each.code == "same-id"]
    assert found == (
        f"records/meetings/2032/{first.name}:1:1: same-id records/meetings/2031/{first.name} is of the same id\n"
        "    hint: delete one of the two, or give one a name of its own"
    )


def test_time_grows_with_the_number_of_problems_only(tmp_path: Path) -> None:
    # It takes a moment. Where time grows with the square it would take minutes, and pytest would stop it.
    file = tmp_path / "meetings/2031/2031-05-06-fiji-iceland.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(MEETING + "      - {act: thank, gst: Thanks.}\n" * 20_000, encoding="utf-8")
    assert len(load(tmp_path).problems) == 20_000
