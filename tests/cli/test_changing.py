"""`readouts new` and `readouts rename`: each case is a command with its answers, and everything that it changes and says."""

from __future__ import annotations

import difflib
import importlib
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from conftest import FROZEN, ROOT, TREE
from readouts.cli import main

CASES = ROOT / "tests/cases"
PATHS = sorted([*(CASES / "new").glob("*.yaml"), *(CASES / "rename").glob("*.yaml")])


def texts(records: Path) -> dict[str, str]:
    """Every file of a tree, hidden ones, too."""
    found = (path for path in sorted(records.rglob("*")) if path.is_file())
    return {path.relative_to(records).as_posix(): path.read_bytes().decode() for path in found}


def changed(before: str, after: str) -> list[str]:
    """The lines that are in one of two texts."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("+++", "---", "@@"))]


@pytest.mark.parametrize("case", PATHS, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_case(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What a case does not name stays as it is, to the byte.
    data: Any = yaml.safe_load(case.read_text(encoding="utf-8"))
    records = tmp_path / "records"
    shutil.copytree(FROZEN if data.get("records") == "frozen" else TREE, records)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    for edit in data.get("edits", []):
        text = (records / edit["in"]).read_text(encoding="utf-8")
        assert text.count(edit["replace"]) == 1
        (records / edit["in"]).write_bytes(text.replace(edit["replace"], edit["with"]).encode())
    for name, text in data.get("beforehand", {}).items():
        (records / name).parent.mkdir(parents=True, exist_ok=True)
        (records / name).write_bytes(text.encode())
    before = texts(records)
    command = importlib.import_module("readouts.cli.new")
    monkeypatch.setattr(command, "_is_terminal", lambda: "answers" in data)
    monkeypatch.setattr(command, "_today", lambda: "2034-01-01")
    answers = "".join(f"{answer}\n" for answer in data.get("answers", []))
    done = CliRunner().invoke(main, ["--project", str(tmp_path), *shlex.split(data["run"])], input=answers)
    assert done.exit_code == data.get("exit", 0), done.output
    if "said" in data:
        assert done.stdout == data["said"]
    for told in data.get("told", []):
        assert told in done.stderr
    assert bool(done.stderr) == ("told" in data), done.stderr
    after = texts(records)
    assert {name: after[name] for name in after.keys() - before.keys()} == data.get("files", {})
    assert sorted(before.keys() - after.keys()) == data.get("gone", [])
    differences = {
        name: changed(before[name], after[name]) for name in before.keys() & after.keys() if before[name] != after[name]
    }
    whole = {name: changed(before[name], text) for name, text in data.get("whole", {}).items()}
    assert {name: after[name] for name in whole} == data.get("whole", {})
    assert differences == data.get("changed", {}) | whole
