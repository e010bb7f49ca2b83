"""What is wrong, where, and how to mend it.

Every room of the package that can refuse something yields `Problem`s; only `cli.py` and `hooks.py` show them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from pathlib import PurePosixPath


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    """Nothing is published until it is mended."""
    WARNING = "warning"
    """Published while working locally; a strict build refuses it."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend in one file, at a line and column counted from 1."""

    path: PurePosixPath
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """`path:line:col: code message`, with the hint on a line of its own."""
        mark = "" if self.severity is Severity.ERROR else "warning: "
        hint = f"\n    hint: {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.code} {mark}{self.message}{hint}"


class BrokenRecordsError(Exception):
    """The records cannot be published as they are; `problems` says why, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(report(self.problems))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those problems that keep the records from being published."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def report(problems: Sequence[Problem]) -> str:
    """All problems, one after another, and a closing line that counts them."""
    wrong = len(errors(problems))
    counts = [count(wrong, "error"), count(len(problems) - wrong, "warning")]
    total = " and ".join(part for part in counts if not part.startswith("0 ")) or "no problems"
    return "\n".join([*map(str, problems), f"{total} found"])


def count(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def nearest(word: str, known: Iterable[str]) -> str:
    """` Did you mean “peru”?`, or nothing where no known word is near."""
    found = process.extractOne(word.lower(), sorted(known), scorer=fuzz.ratio, processor=str.lower, score_cutoff=65)
    return f" Did you mean “{found[0]}”?" if found else ""
