"""Problems in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS), which code hosts and editors read."""

from __future__ import annotations

import json
from typing import TypeAlias
from urllib.parse import quote

from readouts.problems.problem import Problem
from readouts.problems.report import Report
from readouts.problems.rules import Rule

Json: TypeAlias = "str | int | list[Json] | dict[str, Json]"

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def report(found: Report) -> str:
    """One run, with every rule and every problem."""
    codes = list(found.rules)
    driver: dict[str, Json] = {"name": "readouts", "rules": [_rule(found, code) for code in codes]}
    if found.version:
        driver["version"] = found.version
    run: dict[str, Json] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes) for each in found.problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(found: Report, code: str) -> Json:
    """A reportingDescriptor (3.49)."""
    rules = found.rules[code]
    said: dict[str, Json] = {
        "id": code,
        "shortDescription": {"text": rules[0].meaning},
        "fullDescription": {"text": " ".join(rule.meaning for rule in rules)},
        "help": {"text": "\n".join(map(_plain, rules)).replace("`", ""), "markdown": "\n\n".join(map(_markdown, rules))},
        "defaultConfiguration": {"level": str(rules[0].severity)},
    }
    if address := found.help_of(code):
        said["helpUri"] = address
    return said


def _plain(rule: Rule) -> str:
    return _markdown(rule).replace("\n\n", "\n").replace("- ", "")


def _markdown(rule: Rule) -> str:
    if not (example := rule.example):
        return rule.meaning
    where = f" in `{example.inside}`" if example.inside else ""
    return f"{rule.meaning}\n\n- Wrong{where}: {example.wrong}\n- Right: {example.right}"


def _result(problem: Problem, codes: list[str]) -> Json:
    """A result (3.27)."""
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    place: dict[str, Json] = {
        "artifactLocation": {"uri": quote(str(problem.path))},
        "region": {"startLine": problem.line, "startColumn": problem.column},
    }
    said: dict[str, Json] = {
        "ruleId": problem.code,
        "level": str(problem.severity),
        "message": {"text": message},
        "locations": [{"physicalLocation": place}],
    }
    if problem.code in codes:
        said["ruleIndex"] = codes.index(problem.code)
    return said
