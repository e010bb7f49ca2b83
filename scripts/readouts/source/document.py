"""One file as it was read: its data, where each part of it stands, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from readouts.problems import Loc, Position, Problem

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    import yaml
    from yaml._yaml import Mark as CMark

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
"""What a file holds: text, lists and mappings, nothing else."""

Mark: TypeAlias = "yaml.error.Mark | CMark"
"""Where libyaml found something: the offset in the text, line and column, all counted from 0."""

Spots: TypeAlias = "dict[str | int, tuple[Mark, Mark, Spots]]"
"""Where the parts of a list or mapping stand: the mark of the key (of the item itself in a list), that of the value, and
the spots inside the value. Making a `Position` of every mark would take as long as all the rest of the reading."""


def position_of(mark: Mark) -> Position:
    """The position of a mark."""
    return mark.line + 1, mark.column + 1


@dataclass(slots=True)
class Document:
    """One file: its data, where each value and key stands, and what was refused."""

    path: PurePosixPath
    data: Data = field(default_factory=dict)
    text: str = ""
    """What was read: the text of the file with line ends as in Unix."""
    root: Position = (1, 1)
    """Where the data begin."""
    spots: Spots = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    whole: bool = False
    """Whether it was read to its end; if not, the data may lack some of what the file holds."""
    comments: list[str] = field(default_factory=list)
    """Every comment in its order, from its `#` to the end of the line."""

    def position(self, loc: Loc, *, key: bool = False) -> Position:
        """Where a value stands (or its key), or else the nearest thing around it that is in the file."""
        position, spots = self.root, self.spots
        for number, step in enumerate(loc, start=1):
            if step not in spots:
                if step == 0:
                    continue  # a list of one may be written as that one alone
                break
            own, value, spots = spots[step]
            position = position_of(own if key and number == len(loc) else value)
        return position

    def refuse(self, position: Position, code: str, message: str, hint: str) -> None:
        """Add a problem of this file."""
        self.problems.append(Problem(self.path, *position, code, message, hint))
