"""The tables as Parquet, where somebody asks for it: what the other formats say, with types, read by DuckDB."""

from __future__ import annotations

import gzip
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from conftest import FROZEN, TREE, options
from readouts.build.builder import Builder
from readouts.exports.data import TABLES
from readouts.exports.keyed import MissingExtraError


def _build(folder: Path, records: Path, switches: frozenset[str] = frozenset({"parquet"})) -> Path:
    """The folder of the tables of some records."""
    Builder(replace(options(folder, records), switches=switches)).prepare()
    return folder / "docs/data"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the frozen records, as Parquet, too."""
    pytest.importorskip("duckdb", reason="the extra readouts[data] is not installed")
    return _build(tmp_path_factory.mktemp("told"), FROZEN)


def test_it_says_what_the_database_says(told: Path) -> None:
    # Row by row; truths and days have types of their own.
    import duckdb  # noqa: PLC0415  # an extra

    (told / "readouts.sqlite").write_bytes(gzip.decompress((told / "readouts.sqlite.gz").read_bytes()))
    with closing(sqlite3.connect(told / "readouts.sqlite")) as database, duckdb.connect() as duck:
        for table in TABLES:
            kinds = [each.type for each in table.columns]
            expected = [
                tuple(_typed(value, kind) for value, kind in zip(row, kinds, strict=True))
                for row in database.execute(f'select * from "{table.name}"')  # noqa: S608  # a name of ours
            ]
            found = duck.read_parquet(str(told / f"{table.name}.parquet"))
            assert found.columns == [each.name for each in table.columns]
            assert sorted(found.fetchall(), key=repr) == sorted(expected, key=repr)


def _typed(value: object, kind: str) -> object:
    """A value of SQLite, which has neither truths nor days."""
    if value is None:
        return None
    return bool(value) if kind == "boolean" else date.fromisoformat(str(value)) if kind == "date" else value


def test_the_same_records_give_the_same_bytes(told: Path, tmp_path: Path) -> None:
    again = _build(tmp_path, FROZEN)
    found = sorted(told.glob("*.parquet"))
    assert len(found) == len(TABLES)
    for path in found:
        assert (again / path.name).read_bytes() == path.read_bytes(), path.name


def test_it_comes_and_goes_with_the_setting(tmp_path: Path) -> None:
    # Also where nothing else changed; a table without a row is a file, too.
    pytest.importorskip("duckdb", reason="the extra readouts[data] is not installed")
    assert not list(_build(tmp_path, TREE, frozenset()).glob("*.parquet"))
    assert len(list(_build(tmp_path, TREE).glob("*.parquet"))) == len(TABLES)
    assert not list(_build(tmp_path, TREE, frozenset()).glob("*.parquet"))


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Whoever asks for it is told how to come by it; whoever does not needs nothing.
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(MissingExtraError, match=r"run `pip install 'readouts\[data\]'`"):
        _build(tmp_path, TREE)
    assert (_build(tmp_path, TREE, frozenset()) / "people.csv").exists()
