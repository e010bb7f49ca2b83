"""Problems with all that a rendering may tell of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from readouts.problems.problem import Problem, errors
from readouts.problems.rules import Rule


def _nothing(_: Problem) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Report:
    """Problems in their order, and what is known of their files and rules."""

    problems: Sequence[Problem]
    line_of: Callable[[Problem], str] = _nothing
    """The line of the file that a problem is in, without its end; empty where it cannot be shown."""
    rules: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    """Every code that a problem may have, with its rules."""
    reference: str = ""
    """The address of the page that explains the rules, each under its code; empty where the site has no known address."""
    version: str = ""
    """Of the program."""

    def help_of(self, code: str) -> str:
        """The address that explains a code, or nothing."""
        return f"{self.reference}#{code}" if self.reference and code in self.rules else ""

    @property
    def errors(self) -> int:
        """How many problems keep the records from being published."""
        return len(errors(self.problems))
