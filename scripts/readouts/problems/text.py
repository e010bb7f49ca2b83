"""Problems as text, for a terminal and for logs."""

from __future__ import annotations

from collections.abc import Sequence

from readouts.problems.problem import Problem, Severity, errors


def line(problem: Problem) -> str:
    """`path:line:col: code message`, with the hint on a line of its own."""
    prefix = "" if problem.severity is Severity.ERROR else "warning: "
    hint = f"\n    hint: {problem.hint}" if problem.hint else ""
    return f"{problem.path}:{problem.line}:{problem.column}: {problem.code} {prefix}{problem.message}{hint}"


def report(problems: Sequence[Problem]) -> str:
    """All problems, one after another, and a closing line that counts them."""
    wrong = len(errors(problems))
    counts = [(wrong, "error"), (len(problems) - wrong, "warning")]
    total = " and ".join(f"{number:,} {noun}{'s' * (number > 1)}" for number, noun in counts if number) or "no problems"
    return "\n".join([*map(line, problems), f"{total} found"])
