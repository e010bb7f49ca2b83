"""Problems as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from readouts.problems.problem import Problem
from readouts.problems.report import Report


def report(found: Report) -> str:
    """A command for each problem, in their order."""
    return "\n".join(map(_command, found.problems))


def _command(problem: Problem) -> str:
    values = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.code}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items())
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return f"::{problem.severity} {properties}::{_data(message)}"


def _data(text: str) -> str:
    """Escaped as the toolkit of GitHub Actions does it (`actions/toolkit`, `command.ts`)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
