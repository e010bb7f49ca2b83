"""Where and why libyaml stopped reading a text that is no YAML."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import yaml

from readouts.problems import Position

Slip: TypeAlias = tuple[Position, str, str]
"""A position, a message and a hint."""


class Spot(NamedTuple):
    """A line and a column, both counted from 0."""

    line: int
    column: int

    def said(self, message: str, hint: str) -> Slip:
        """What is wrong there."""
        return (self.line + 1, self.column + 1), message, hint


class Stop(NamedTuple):
    """Where and why libyaml stopped."""

    lines: list[str]
    context: str
    """What it was doing."""
    problem: str
    """What it did not understand."""
    at: Spot
    opened: Spot
    """Where the thing begins that it was reading."""
    last: yaml.Event | None
    """The last event before it stopped."""

    @property
    def line(self) -> str:
        """The line where it stopped."""
        return self.lines[self.at.line]

    @property
    def behind(self) -> bool:
        """Whether it stopped right behind the last event, on the same line."""
        if self.last is None or self.last.end_mark is None or self.last.end_mark.line != self.at.line:
            return False
        return not self.line[self.last.end_mark.column : self.at.column].strip()

    @property
    def begun(self) -> Spot | None:
        """Where the text begins that it read last; None if that was no text."""
        if not isinstance(self.last, yaml.ScalarEvent) or self.last.start_mark is None:
            return None
        return Spot(self.last.start_mark.line, self.last.start_mark.column)
