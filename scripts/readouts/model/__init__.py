"""The records: every field, its meaning and its type, stated once.

The docstring under a field is its meaning wherever one is shown: in the field reference, in the JSON Schema that editors
read, and in the hints of problems. To add a field, add it here with its docstring and show it where a page wants it.

Where a meaning has a standard name it is used: schema.org `Event`, Popolo (`Person`, `Membership`), EDTF, ISO 3166-1,
BCP 47, IANA zones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, get_args

from readouts.model.authorities import (
    Milestone,
    Occasion,
    Office,
    Organization,
    OtherName,
    Person,
    Place,
    Relation,
    Topic,
)
from readouts.model.base import Change, Entry, Part, Ref, fields
from readouts.model.meeting import (
    Delegate,
    Delegation,
    FollowUp,
    Meeting,
    Outcome,
    Paragraph,
    Photo,
    Printed,
    Readout,
    Section,
    Session,
    Statement,
)
from readouts.source import Loc

__all__ = [
    "COLLECTIONS",
    "Change",
    "Delegate",
    "Delegation",
    "Entry",
    "FollowUp",
    "Meeting",
    "Milestone",
    "Named",
    "Occasion",
    "Office",
    "Organization",
    "OtherName",
    "Outcome",
    "Paragraph",
    "Part",
    "Person",
    "Photo",
    "Place",
    "Printed",
    "Readout",
    "Reference",
    "Relation",
    "Section",
    "Session",
    "Statement",
    "Topic",
    "named",
    "references",
]

COLLECTIONS: dict[str, type[Entry]] = {
    "meetings": Meeting,
    "people": Person,
    "relations": Relation,
    "occasions": Occasion,
    "organizations": Organization,
    "places": Place,
    "topics": Topic,
}
"""Collection (a folder or a file of `records/`) → the type of its records."""


Named: TypeAlias = tuple[tuple[str, ...], str]
"""The collections in which an id may be, and the id."""


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


def named(part: Part) -> set[Named]:
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
        types = list(_flat(info.annotation)) + list(info.metadata)
        ref = next((each for each in types if isinstance(each, Ref)), None)
        if ref or any(isinstance(each, type) and issubclass(each, Part) for each in types):
            found.append((name, info.alias or name, ref))
    return tuple(found)


def _flat(annotation: object) -> Iterator[object]:
    """A type and everything it is made of, with the marks of `Annotated`."""
    yield annotation
    for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield from _flat(part)
