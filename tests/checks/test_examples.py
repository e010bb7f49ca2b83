"""Every code is explained, and the examples of the reference are true."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import ROOT, TREE, options
from readouts.build.builder import Builder
from readouts.checks import RULES
from readouts.problems import BrokenRecordsError, Example, Rule
from readouts.problems.rules import LINE_BREAK, TAB

EXPLAINED = [rule for rules in RULES.values() for rule in rules]
TYPED = [rule for rule in EXPLAINED if rule.example and (rule.example.inside or rule.example.of_a_name)]


def typed(text: str) -> str:
    """What the example says is typed."""
    assert re.fullmatch(r"`[^`]+`", text), text
    return text[1:-1].replace(LINE_BREAK, "\n").replace(TAB, "\t")


def apply(example: Example, records: Path) -> None:
    """Make the mistake."""
    wrong, right = typed(example.wrong), typed(example.right)
    if example.of_a_name:
        (records / wrong).parent.mkdir(exist_ok=True)
        (records / right).rename(records / wrong)
        return
    file = records / example.inside
    text = file.read_text(encoding="utf-8")
    assert text.count(right) == 1, f"{right!r} stands {text.count(right)} times"
    file.write_text(text.replace(right, wrong), encoding="utf-8")


@pytest.mark.parametrize("rule", TYPED, ids=lambda rule: f"{rule.code}-{rule.example.inside or rule.example.wrong}")
def test_an_example(rule: Rule, tmp_path: Path) -> None:
    # With what is wrong in the place of what is right, the rule speaks, as weighty as the reference says.
    shutil.copytree(TREE, tmp_path / "records")
    assert rule.example
    apply(rule.example, tmp_path / "records")
    builder = Builder(options(tmp_path), keep=False)
    try:
        builder.open()
        found = builder.warnings
    except BrokenRecordsError as error:
        found = error.problems
    assert (rule.code, rule.severity) in [(each.code, each.severity) for each in found]


def test_every_rule_has_an_example() -> None:
    # In words only where no text can show it.
    assert [rule.code for rule in EXPLAINED if rule.example is None or not rule.meaning] == []
    words = {rule.code for rule in EXPLAINED if rule not in TYPED}
    assert words == {
        "file-encoding",
        "file-size",
        "format",
        "new",
        "no-records",
        "not-generated",
        "rename",
        "same-id",
        "same-meeting",
        "unfinished",
        "unreadable",
        "yaml-depth",
        "yaml-empty",
    }


def test_every_code_is_explained() -> None:
    # All that the cases show, and all that stand where something is refused.
    shown: set[str] = set()
    for case in (ROOT / "tests/cases/problems").glob("*.yaml"):
        data: Any = yaml.safe_load(case.read_text(encoding="utf-8"))
        shown |= {each.split(": ")[1].split()[0] for each in data["problems"]}
    for case in (ROOT / "tests/cases/source").glob("*.txt"):
        shown |= set(re.findall(r"^\d+:\d+: (\S+)", case.read_text(encoding="utf-8"), re.MULTILINE))
    for source in (ROOT / "scripts/readouts").rglob("*.py"):
        text = source.read_text(encoding="utf-8")
        shown |= set(re.findall(r'(?:refuse\([^"]*|Problem\([^"]*1, 1, )"([a-z]+(?:-[a-z]+)*)", ', text))
    assert len(shown) > 50
    assert shown - RULES.keys() == set()
