"""Which records a record names, found by the types of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from readouts.model.base import Part, Ref, fields
from readouts.problems import Loc

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

Named: TypeAlias = tuple[tuple[str, ...], str]
"""The kinds of record that an id may be of (`base.Ref`), and the id."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a record that names another record."""

    loc: Loc
    to: tuple[str, ...]
    id: str


def references(part: Part, loc: Loc = ()) -> Iterator[Reference]:
    """Every reference in a record, found by the types of its fields."""
    for name, key, ref in _referring(type(part)):  # type: ignore[arg-type]  # mypy takes the class for its instance
        value: Any = getattr(part, name)
        many = isinstance(value, tuple)
        for number, item in enumerate(value if many else (value,)):
            at = (*loc, key, number) if many else (*loc, key)
            if isinstance(item, Part):
                yield from references(item, at)
            elif ref and item is not None:
                yield Reference(at, ref.to, item)


def repeated(part: Part, loc: Loc = ()) -> Iterator[Reference]:
    """What stands in a list of references for a second time."""
    for name, key, ref in _referring(type(part)):  # type: ignore[arg-type]  # mypy takes the class for its instance
        value: Any = getattr(part, name)
        if not value:
            continue
        if not isinstance(value, tuple):
            if not ref:
                yield from repeated(value, (*loc, key))
        elif not ref:
            for number, item in enumerate(value):
                yield from repeated(item, (*loc, key, number))
        elif len(set(value)) < len(value):
            again = (number for number, item in enumerate(value) if item in value[:number])
            yield from (Reference((*loc, key, number), ref.to, value[number]) for number in again)


def names_of(part: Part) -> set[Named]:
    """What `references` finds, without the places: each id once."""
    found: set[Named] = set()
    waiting = [part]
    while waiting:
        one = waiting.pop()
        for name, _, ref in _referring(type(one)):  # type: ignore[arg-type]  # mypy takes the class for its instance
            value: Any = getattr(one, name)
            if not value:
                continue
            many = value if isinstance(value, tuple) else (value,)
            if ref:
                found.update([(ref.to, each) for each in many])
            else:
                waiting += many
    return found


@cache
def _referring(part: type[Part]) -> tuple[tuple[str, str, Ref | None], ...]:
    """The fields of a type that hold references or parts: attribute, key in the YAML, reference."""
    found = []
    for name, info in fields(part).items():
        types, ref = _types(info), ref_of(info)
        if ref or any(isinstance(each, type) and issubclass(each, Part) for each in types):
            found.append((name, info.alias or name, ref))
    return tuple(found)


def refers_to(info: FieldInfo) -> tuple[str, ...]:
    """The kinds of record that a field names (`base.Ref`); none where it names no other record."""
    found = ref_of(info)
    return found.to if found else ()


def ref_of(info: FieldInfo) -> Ref | None:
    """Which records a field names, if any."""
    return next((each for each in _types(info) if isinstance(each, Ref)), None)


def _types(info: FieldInfo) -> list[object]:
    return [*_flat(info.annotation), *info.metadata]


def _flat(annotation: object) -> Iterator[object]:
    """A type and everything it is made of, with what `Annotated` adds."""
    yield annotation
    for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield from _flat(part)
