"""A page that need not be made yet: what tells whether it changed, and how to make it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.render.blocks import Page


@dataclass(frozen=True, slots=True)
class Draft:
    """A page of the site before it is made."""

    path: str
    """Below `docs/`."""
    key: int
    """A number that changes with everything the page shows."""
    make: Callable[[], Page]


def key(*parts: object) -> int:
    """A number for numbers, texts and tuples of them: the same on any machine, another whenever they change."""
    return int.from_bytes(blake2b(repr(parts).encode(), digest_size=8).digest(), "big")
