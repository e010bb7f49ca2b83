"""Every rendering of problems by its name. To add one, write a file with a function `report` and list it here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readouts.problems import github, json_report, sarif, text
from readouts.problems.report import Report

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": text.report,
    "json": json_report.report,
    "github": github.report,
    "sarif": sarif.report,
}
