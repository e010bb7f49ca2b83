"""One thing that is wrong in one file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import total_ordering
from pathlib import PurePosixPath
from typing import TypeAlias

Loc: TypeAlias = tuple[str | int, ...]
"""The way to a value in a record: keys, and list positions counted from 0, as in `("delegations", 0, "for")`."""

Position: TypeAlias = tuple[int, int]
"""A line and a column, both counted from 1."""


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    """Nothing is published until it is mended."""
    WARNING = "warning"
    """Published while working locally; a strict build refuses it."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in one file, at a line and column counted from 1. They are in the order of files and lines."""

    path: PurePosixPath
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    unread: bool = False
    """Whether the file could not be read because of it. Such problems come first: what needs the file was not checked."""

    def __lt__(self, other: Problem) -> bool:
        """By files that could not be read, then by files and lines."""
        return self._place < other._place

    @property
    def _place(self) -> tuple[bool, PurePosixPath, int, int, str, str]:
        return not self.unread, self.path, self.line, self.column, self.code, self.message


class BrokenRecordsError(Exception):
    """The records cannot be published as they are; `problems` says why, in their order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(f"{len(self.problems)} problems in the records")


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those problems that keep the records from being published."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]
