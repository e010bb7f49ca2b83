"""Problems for programs: each rendering says all there is, in the form that its readers ask for."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

import jsonschema
import pytest

from conftest import ROOT
from readouts.checks import RULES
from readouts.problems import Problem, Report, Severity
from readouts.problems.formats import FORMATS

PROBLEMS = [
    Problem(PurePosixPath("records/people/a b.yaml"), 2, 3, "yaml-tab", "a tab stands here", "indent", unread=True),
    Problem(PurePosixPath("records/a,b:c%.yaml"), 4, 5, "printed-time", "50 % of\nit: x, y", "", Severity.WARNING),
]
REPORT = Report(PROBLEMS, lambda _: "  x", RULES, "https://example.org/reference/rules/", "1.0")


def test_github() -> None:
    # Properties escape `%`, line ends, colons and commas, messages only the first two.
    assert FORMATS["github"](REPORT) == (
        "::error file=records/people/a b.yaml,line=2,col=3,title=yaml-tab::a tab stands here%0Aindent\n"
        "::warning file=records/a%2Cb%3Ac%25.yaml,line=4,col=5,title=printed-time::50 %25 of%0Ait: x, y"
    )
    assert FORMATS["github"](Report([])) == ""


def test_json() -> None:
    # As its docstring says.
    assert json.loads(FORMATS["json"](REPORT)) == {
        "version": 1,
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "path": "records/people/a b.yaml",
                "line": 2,
                "column": 3,
                "code": "yaml-tab",
                "severity": "error",
                "message": "a tab stands here",
                "hint": "indent",
                "help": "https://example.org/reference/rules/#yaml-tab",
                "unread": True,
            },
            {
                "path": "records/a,b:c%.yaml",
                "line": 4,
                "column": 5,
                "code": "printed-time",
                "severity": "warning",
                "message": "50 % of\nit: x, y",
                "hint": "",
                "help": "https://example.org/reference/rules/#printed-time",
                "unread": False,
            },
        ],
    }


@pytest.mark.parametrize(
    "report", [REPORT, Report([]), Report(PROBLEMS), Report([], rules=RULES)], ids=["all", "none", "bare", "without an address"]
)
def test_sarif_has_the_form_of_its_standard(report: Report) -> None:
    # The objects of SARIF 2.1.0 that are written, with what each must have and may have.
    schema = json.loads((ROOT / "tests/cases/sarif.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(FORMATS["sarif"](report)), schema, cls=jsonschema.Draft202012Validator)


def test_sarif() -> None:
    # Rules with their help, results with their places.
    (run,) = json.loads(FORMATS["sarif"](REPORT))["runs"]
    rules: list[dict[str, Any]] = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert len({rule["id"] for rule in rules}) == len(rules)
    tab = next(rule for rule in rules if rule["id"] == "yaml-tab")
    assert tab["helpUri"] == "https://example.org/reference/rules/#yaml-tab"
    assert tab["shortDescription"]["text"] == "Lines are indented with spaces."
    assert "- Right: `  name: Suva`" in tab["help"]["markdown"]
    first, second = run["results"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "yaml-tab"
    assert (first["level"], second["level"]) == ("error", "warning")
    place = first["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "records/people/a%20b.yaml"}, "region": {"startLine": 2, "startColumn": 3}}


def test_text() -> None:
    # The line with its number and a caret, and what was left out.
    assert FORMATS["text"](REPORT) == (
        "records/people/a b.yaml:2:3: yaml-tab a tab stands here\n    2 |   x\n      |   ^\n    hint: indent\n"
        "records/a,b:c%.yaml:4:5: printed-time warning: 50 % of\nit: x, y\n    4 |   x\n      |    ^\n"
        "1 error and 1 warning found; what needs the files that could not be read was not checked"
    )
    assert FORMATS["text"](Report([])) == "no problems found"
