"""What a draft leaves open: `TODO`, perhaps with what it may be behind it. Such a record is not published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readouts.problems import Loc
from readouts.source import Data

TODO = "TODO"  # a word of the data, which `check` refuses in a record; no work on this program is meant

_OPEN = re.compile(
    r"TODO:?(?: (.*))?|(?i:todo: ?(.*)|todo|tb[acd]|fixme|to be (?:added|completed|confirmed|determined|done|filled in|translated|written)\.?|\?{2,}|\.{2,}|…+)|x{3,}",
    re.DOTALL,
)
"""In small letters with a colon or alone: in Spanish, *todo* is a word like others."""


def todos(data: Data, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """The place of every text that is `TODO`, or the like (`...`), or begins with it, and what it may be; empty where nothing is said."""
    if isinstance(data, str):
        if found := _OPEN.fullmatch(data):
            yield loc, (found[1] or found[2] or "").strip()
    else:
        for step, part in data.items() if isinstance(data, dict) else enumerate(data):
            yield from todos(part, (*loc, step))
