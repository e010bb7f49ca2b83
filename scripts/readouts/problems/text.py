"""Problems as text, for a terminal and for logs."""

from __future__ import annotations

from readouts.problems.excerpt import excerpt
from readouts.problems.problem import Problem, Severity
from readouts.problems.report import Report


def line(problem: Problem, source: str = "") -> str:
    """`path:line:col: code message`, with the line of the file, if it is given, and the hint on lines of their own."""
    prefix = "" if problem.severity is Severity.ERROR else "warning: "
    hint = f"\n    hint: {problem.hint}" if problem.hint else ""
    shown = _shown(problem, source) if source.strip() else ""
    return f"{problem.path}:{problem.line}:{problem.column}: {problem.code} {prefix}{problem.message}{shown}{hint}"


def _shown(problem: Problem, source: str) -> str:
    """The line of the file with its number, and a caret below it."""
    text, caret = excerpt(source, problem.column)
    number = f"{problem.line:,}"
    return f"\n    {number} | {text}\n    {' ' * len(number)} | {caret}"


def report(found: Report) -> str:
    """All problems, one after another, and a closing line that counts them."""
    wrong = found.errors
    counts = [(wrong, "error"), (len(found.problems) - wrong, "warning")]
    total = " and ".join(f"{number:,} {noun}{'s' * (number > 1)}" for number, noun in counts if number) or "no problems"
    lines = [line(problem, found.line_of(problem)) for problem in found.problems]
    rest = "; what needs the files that could not be read was not checked" * any(each.unread for each in found.problems)
    return "\n".join([*lines, f"{total} found{rest}"])
