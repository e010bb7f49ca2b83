"""What a check yields."""

from __future__ import annotations

from dataclasses import dataclass

from readouts.source import Loc


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that does not hold, at a place of one record."""

    collection: str
    id: str
    loc: Loc
    message: str
    hint: str
