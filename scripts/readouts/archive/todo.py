"""What a draft leaves open: `TODO`, perhaps with what it may be behind it. Such a record is not published."""

from __future__ import annotations

from collections.abc import Iterator

from readouts.problems import Loc
from readouts.source import Data

TODO = "TODO"  # a word of the data, which `check` refuses in a record; no work on this program is meant


def todos(data: Data, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """The place of every text that is `TODO` or begins with `TODO `, and what it may be; empty where nothing is said."""
    if isinstance(data, str):
        word, _, proposal = data.partition(" ")
        if word == TODO:
            yield loc, proposal.strip()
    else:
        for step, part in data.items() if isinstance(data, dict) else enumerate(data):
            yield from todos(part, (*loc, step))
