"""What is kept from build to build is used only where it is right."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from conftest import TREE, options
from readouts.build.builder import Builder
from readouts.build.state import Store
from readouts.problems import BrokenRecordsError

PERSON = "records/people/vula-seru.yaml"


def built(folder: Path) -> Builder:
    """A builder that has written the pages of a copy of the invented tree."""
    shutil.copytree(TREE, folder / "records")
    builder = Builder(options(folder))
    builder.write()
    return builder


def test_a_cache_deleted_while_running_keeps_no_empty_records(tmp_path: Path) -> None:
    # A record that was typed has forgotten its data: it cannot be kept any more, and is read again by the next process.
    builder = built(tmp_path)
    shutil.rmtree(tmp_path / ".cache")
    person = tmp_path / PERSON
    for text in (person.read_text(encoding="utf-8") + "# the same\n", person.read_text(encoding="utf-8")):
        person.write_text(text, encoding="utf-8")
        for other in (tmp_path / "records").rglob("*.yaml"):
            os.utime(other, (1, len(text)))
        builder.open()
        builder.write()
    assert_as_anew(tmp_path)
    Builder(options(tmp_path)).write()
    assert_as_anew(tmp_path)


def assert_as_anew(folder: Path) -> None:
    """The pages are those that a build from nothing makes of the records."""
    anew = folder / "anew"
    Builder(options(anew, folder / "records"), keep=False).write()
    pages = {path.relative_to(anew / "docs"): path.read_bytes() for path in (anew / "docs").rglob("*.md")}
    assert pages == {path: (folder / "docs" / path).read_bytes() for path in pages}


def test_a_database_of_another_shape_is_made_anew(tmp_path: Path) -> None:
    # Code of another day had other columns.
    built(tmp_path)
    with sqlite3.connect(tmp_path / ".cache/state.sqlite") as database:
        database.execute("drop table records")
        database.execute("create table records (file text)")
        database.execute("update code set code = 1")
    builder = Builder(options(tmp_path))
    builder.write()
    assert builder.notes == []
    assert len(Store(tmp_path / ".cache").files()) == len(list(TREE.rglob("*.yaml")))


def test_records_that_vanish_for_a_moment_bring_back_nothing_old(tmp_path: Path) -> None:
    # An editor or a `git checkout` may empty the folder while somebody serves it.
    builder = built(tmp_path)
    person = tmp_path / PERSON
    person.write_text(person.read_text(encoding="utf-8").replace("given: Seru", "given: Old Seru"), encoding="utf-8")
    builder.open()
    builder.write()
    (tmp_path / "records").rename(tmp_path / "away")
    (tmp_path / "records").mkdir()
    with pytest.raises(BrokenRecordsError):
        builder.open()
    (tmp_path / "records").rmdir()
    (tmp_path / "away").rename(tmp_path / "records")
    builder.open()
    builder.write()
    builder.prepare()  # the tables, and their sizes on the data page, wait for a whole build
    builder.write()
    assert_as_anew(tmp_path)
