"""The model described: what the field reference, the JSON Schema and the hints of problems say of each field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args, get_origin

from readouts.model.base import Entry, Part, fields
from readouts.model.collections import COLLECTIONS
from readouts.model.slugs import slug
from readouts.model.texts import Name, Text
from readouts.model.vocabulary import Term

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

_WORDS = (get_args(Text)[1], get_args(Name)[1])
"""What makes a type one of words."""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field as it is described to contributors."""

    key: str
    meaning: str
    required: bool
    many: bool
    example: str
    part: str
    """The kind of part it holds, if it has keys of its own."""
    terms: tuple[str, ...]
    list_anchor: str


@dataclass(frozen=True, slots=True)
class PartLines:
    """A kind of record, or of part, and its fields."""

    title: str
    anchor: str
    meaning: str
    fields: tuple[FieldLine, ...]


def parts() -> Iterator[PartLines]:
    """Every kind of record followed by the kinds of part it is made of, each once."""
    seen: dict[type[Part], None] = {}

    def visit(part: type[Part]) -> None:
        if part not in seen:
            seen[part] = None
            for info in fields(part).values():
                if inner := part_of(info.annotation):
                    visit(inner)

    for collection in COLLECTIONS:
        visit(collection.type)
    for part in seen:
        name = spoken(part)
        lines = tuple(_line(key, info) for key, info in keys(part).items())
        yield PartLines(name.capitalize(), slug(name), (part.__doc__ or "").strip(), lines)


def keys(part: type[Part]) -> dict[str, FieldInfo]:
    """The keys of a kind of part in the order in which a record has them, each with its field. What every record has comes last."""
    common = list(fields(Entry)) if issubclass(part, Entry) else []
    names = [name for name in fields(part) if name not in common] + [name for name in common if name != "id"]
    return {fields(part)[name].alias or name: fields(part)[name] for name in names}


def _line(key: str, info: FieldInfo) -> FieldLine:
    inner = part_of(info.annotation)
    listed = term_of(info.annotation)
    found = examples(info)
    return FieldLine(
        key=key,
        meaning=info.description or "",
        required=info.is_required(),
        many=is_list(info.annotation),
        example=found[0] if found else "",
        part=spoken(inner).capitalize() if inner else "",
        terms=tuple(term.value for term in listed) if listed else (),
        list_anchor=listed.list_anchor if listed else "",
    )


def spoken(part: type[Part]) -> str:
    """The name of a kind of part in words: `FollowUp` → “follow up”."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in part.__name__).strip()


def is_list(annotation: object) -> bool:
    """Whether a type takes several values."""
    return get_origin(annotation) is tuple or any(map(is_list, get_args(annotation)))


def part_of(annotation: object) -> type[Part] | None:
    """The kind of part that a type holds, if any."""
    if isinstance(annotation, type) and not get_args(annotation) and issubclass(annotation, Part):
        return annotation
    return next((found for each in get_args(annotation) if (found := part_of(each))), None)


def term_of(annotation: object) -> type[Term] | None:
    """The controlled list that a type chooses from, if any."""
    if isinstance(annotation, type) and not get_args(annotation) and issubclass(annotation, Term):
        return annotation
    return next((found for each in get_args(annotation) if (found := term_of(each))), None)


def is_words(info: FieldInfo) -> bool:
    """Whether a field holds a text or a name in somebody's words."""
    return any(each in _WORDS for each in info.metadata) or _of_words(info.annotation)


def _of_words(annotation: object) -> bool:
    return any(each in _WORDS for each in getattr(annotation, "__metadata__", ())) or any(map(_of_words, get_args(annotation)))


def examples(info: FieldInfo) -> list[str]:
    """Valid values of a field: its own examples, those of its type, or the words of its list."""
    listed = term_of(info.annotation)
    return list(map(str, info.examples or [])) or _of_type(info.annotation) or [term.value for term in listed or ()]


def shown(key: str, info: FieldInfo) -> str:
    """A valid line of YAML with a key, as in `place: beijing` or `topics: [tpp]`."""
    return f"{key}: {_value(info)}"


def _value(info: FieldInfo) -> str:
    inner = part_of(info.annotation)
    value = next(iter(examples(info)), "") or (f"{{{_least(inner)}}}" if inner else "")
    return f"[{value}]" if is_list(info.annotation) and not value.startswith("[") else value


def _least(part: type[Part]) -> str:
    """The keys that a part cannot be without, or its first, each with an example."""
    needed = {key: info for key, info in keys(part).items() if info.is_required()}
    return ", ".join(shown(key, info) for key, info in (needed or dict([next(iter(keys(part).items()))])).items())


def _of_type(annotation: object) -> list[str]:
    for each in getattr(annotation, "__metadata__", ()):
        if found := getattr(each, "examples", None):
            return list(map(str, found))
    return next((found for part in get_args(annotation) if (found := _of_type(part))), [])
