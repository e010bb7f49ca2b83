"""What a rule yields."""

from __future__ import annotations

from dataclasses import dataclass

from readouts.model.collections import Collection
from readouts.problems import Loc


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that does not hold, at a place of one record."""

    collection: Collection[object]  # type: ignore[type-var]  # whatever it holds
    id: str
    loc: Loc
    message: str
    hint: str
