"""The examples of the page on Python: they run as they stand, on any archive, and say what is in the records."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, TREE

EXAMPLES: list[str] = re.findall(
    r"^```python\n(.*?)^```$", (ROOT / "docs/about/python.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)


def run(number: int, folder: Path, records: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What an example leaves, run in a folder with some records."""
    (folder / "records").symlink_to(records)
    monkeypatch.chdir(folder)
    left: dict[str, Any] = {}
    exec(compile(EXAMPLES[number], f"example {number}", "exec"), left)  # noqa: S102  # it is the project’s own page
    return left


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_they_run_on_the_records(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # And print something.
    assert len(EXAMPLES) == 4
    run(number, tmp_path, ROOT / "records", monkeypatch)
    assert capsys.readouterr().out


def test_who_raised_what(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Fish: Iceland in 2031 and 2034, Fiji with it and alone, and the Soviet Union in 1988, twice at one meeting.
    raised = run(1, tmp_path, TREE, monkeypatch)["raised"]
    assert raised == {("IS", "fish"): 2, ("FJ", "fish"): 2, ("SU", "fish"): 1, ("IS", "whales"): 1, ("IS", "fwf"): 1}


def test_who_met_whom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Vula met both, one of them twice.
    met = run(2, tmp_path, TREE, monkeypatch)["met"]
    assert {(frozenset(pair), times) for *pair, times in met.edges(data="times")} == {
        (frozenset(("jonsdottir-anna", "vula-seru")), 2),
        (frozenset(("tomasson-karl", "vula-seru")), 1),
    }


def test_topics_over_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The call of 2032 has no statement.
    topics = run(3, tmp_path, TREE, monkeypatch)["topics"]
    assert topics.rows() == [(1988, "fish", 1), (2031, "fish", 1), (2031, "fwf", 1), (2031, "whales", 1), (2034, "fish", 1)]
