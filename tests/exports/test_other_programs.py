"""The examples for other programs run as they stand on the page, and count what the records say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from conftest import FROZEN, ROOT, options
from readouts import Archive
from readouts.build.builder import Builder

PAGE = (ROOT / "docs/about/python.md").read_text(encoding="utf-8")


def example(language: str) -> str:
    """The one example in a language."""
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    text: str = found
    return text


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the folder `data` of the frozen records."""
    folder = tmp_path_factory.mktemp("docs")
    Builder(options(folder, FROZEN)).prepare()
    return folder / "docs"


@pytest.fixture(scope="module")
def counted(frozen: Archive) -> Counter[tuple[str, str]]:
    """Year and act → how many statements: of the records, walked anew."""
    meetings = frozen.meetings.values()
    return Counter((str(each.date.first)[:4], said.act.value) for each in meetings for said in each.statements)


def test_pandas(docs: Path, counted: Counter[tuple[str, str]]) -> None:
    pytest.importorskip("pandas", reason="it is not installed")
    script = example("py").replace(".size())", ".size().to_csv())")  # all of it, not the beginning and the end
    done = subprocess.run([sys.executable, "-c", script], cwd=docs, capture_output=True, text=True, check=True)
    rows = [line.split(",") for line in done.stdout.split()[1:]]
    assert {(year, act): int(number) for year, act, number in rows} == counted


def test_duckdb(docs: Path, counted: Counter[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb", reason="it is not installed")
    monkeypatch.chdir(docs)
    with duckdb.connect() as database:
        assert {(year, act): number for year, act, number in database.execute(example("sql")).fetchall()} == counted


def test_datasette(docs: Path, counted: Counter[tuple[str, str]]) -> None:
    # It opens the database as it is, knows the way from table to table, and finds words in statements.
    pytest.importorskip("datasette", reason="it is not installed")
    unpack, show = (line.split() for line in example("sh").splitlines())
    subprocess.run(unpack, cwd=docs, check=True)
    command = [sys.executable, "-m", *show]

    def get(path: str) -> dict[str, object]:
        done = subprocess.run([*command, "--get", path], cwd=docs, capture_output=True, text=True, check=True)
        found: dict[str, object] = json.loads(done.stdout)
        return found

    assert get("/readouts/statements.json?_size=0")["filtered_table_rows_count"] == sum(counted.values())
    (table,) = [each for each in get("/readouts.json")["tables"] if each["name"] == "statements"]  # type: ignore[attr-defined]  # a list
    assert table["fts_table"] == "statements_fts"
    assert {each["other_table"] for each in table["foreign_keys"]["outgoing"]} == {"meetings", "readouts"}
    assert get("/readouts/statements.json?_search=invites&_shape=objects")["rows"]
