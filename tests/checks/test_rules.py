"""Tests as data: each case file is an input and the complete list of problems it must give."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT, TREE, add, edit, options
from readouts.build.builder import Builder
from readouts.problems import BrokenRecordsError
from readouts.problems.text import line

CASES = ROOT / "tests/cases"


@pytest.mark.parametrize("case", sorted((CASES / "problems").glob("*.yaml")), ids=lambda case: case.stem)
def test_problems(case: Path, tmp_path: Path) -> None:
    # The invented tree is clean; with the case's edits it has exactly the case's problems.
    data: Any = yaml.safe_load(case.read_text(encoding="utf-8"))
    records = tmp_path / "records"
    shutil.copytree(TREE, records)
    edit(records, data.get("edits", []))
    add(records, data.get("files", {}))
    for name in data.get("folders", []):
        (records / name).mkdir()
    for name in data.get("without", []):
        shutil.rmtree(records / name) if (records / name).is_dir() else (records / name).unlink()
    try:
        builder = Builder(options(tmp_path), keep=False)
        builder.open()
        found = builder.warnings
    except BrokenRecordsError as error:
        found = error.problems
    assert [line(problem).split("\n    hint: ") for problem in found] == [
        each.split("\n    hint: ") for each in data["problems"]
    ]
