"""Frozen data classes with slots, pickled quickly: Python's own way asks each instance for its fields, which takes most of the time."""

from __future__ import annotations

from operator import attrgetter
from typing import TypeVar

T = TypeVar("T")


def pickled_quickly(kind: type[T]) -> type[T]:
    """Give a data class with slots a state that is the tuple of its fields."""
    names: tuple[str, ...] = tuple(kind.__dataclass_fields__)  # type: ignore[attr-defined]  # it is a data class
    if not names:
        return kind
    several = len(names) > 1
    values = attrgetter(*names)
    setters = [getattr(kind, name).__set__ for name in names]

    def getstate(self: T) -> object:
        return values(self) if several else (values(self),)

    def setstate(self: T, state: tuple[object, ...]) -> None:
        for put, value in zip(setters, state, strict=True):
            put(self, value)

    kind.__getstate__ = getstate  # type: ignore[assignment,method-assign]  # as `dataclass` does itself
    kind.__setstate__ = setstate  # type: ignore[attr-defined]  # as above
    return kind
