"""What stands in another shape, or on another level, than it should: a text or list for a part with keys, a key of something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from pydantic import ValidationError

from readouts.archive.placing import article
from readouts.model import Part
from readouts.model.advice import about_coordinate
from readouts.model.authorities import Coordinates, PersonName
from readouts.model.base import TextOrKeys, adapter, fields
from readouts.model.describe import keys, part_of, shown, spoken
from readouts.model.other_words import meant_by
from readouts.model.references import refers_to
from readouts.model.texts import Text
from readouts.problems.lookalikes import odd
from readouts.problems.suggestions import nearest, one_of
from readouts.source.scalars import inline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from readouts.problems import Loc
    from readouts.source import Document

_CALLED = {"Printed": "printed time", "Searched": "search", "Readout": "account"}
"""Parts whose name in the program is no noun, or not the one that people say."""

_ROUND = re.compile(r"\(.*\)", re.DOTALL)
_LATITUDE, _LONGITUDE = 90, 180


def called(owner: type[Part]) -> str:
    """`a person`, `an account`."""
    return article(_CALLED.get(owner.__name__, spoken(owner)))


def field_at(kind: type[Part], loc: Loc) -> tuple[type[Part], FieldInfo | None]:
    """The type that owns the field at `loc`, and the field; None for a key that the type does not have."""
    owner, info = kind, None
    for step in loc:
        if isinstance(step, int):
            continue
        if info is not None and (inner := part_of(info.annotation)):
            owner = inner
        info = next((each for name, each in fields(owner).items() if step in (each.alias, name)), None)
    return owner, info


def takes(owner: type[Part], key: str, value: object) -> bool:
    """Whether a key takes a value, whatever else is missing."""
    try:
        adapter(owner).validate_python({key: value})
    except ValidationError as error:
        return all(each["loc"][0] != key for each in error.errors(include_url=False))
    return True


def as_keys(part: type[Part], got: object) -> str:
    """A part as it would be with its keys, where a text or a list stands instead: `{person: abe-shinzo}`; "" where that is not clear."""
    if part is Coordinates:
        return _point(got)
    if isinstance(got, list):
        return _of_list(part, got)
    if not isinstance(got, str):
        return ""
    return _of_text(part, " ".join(got.split()))


def _of_list(part: type[Part], got: list[object]) -> str:
    """A part of a list: of its one text, or of its keys with a dash before each."""
    if issubclass(part, TextOrKeys) and len(got) == 1 and isinstance(got[0], str):
        return inline(got[0])
    together = {key: value for each in got if isinstance(each, dict) for key, value in each.items()}
    if not together or not together.keys() <= keys(part).keys() or not all(isinstance(each, str) for each in together.values()):
        return ""
    return f"{{{', '.join(f'{key}: {inline(value, brackets=True)}' for key, value in together.items())}}}"


def _of_text(part: type[Part], text: str) -> str:
    """A part of one text."""
    if part is PersonName:
        first, _, last = text.rpartition(" ")
        return f"{{given: {inline(first, brackets=True)}, family: {inline(last, brackets=True)}}}" if first else ""
    own = keys(part)
    needed = [key for key, info in own.items() if info.is_required()]
    sentence = len(needed) == 1 and _is_sentence(own[needed[0]]) and " " not in text
    for key in [key for key, info in own.items() if refers_to(info)] if sentence else ():
        if takes(part, key, text):
            return f"{{{key}: {inline(text, brackets=True)}, {needed[0]}: …}}"
    for key in needed if len(needed) == 1 else [key for key, info in own.items() if refers_to(info) and not needed]:
        if takes(part, key, text):
            return f"{{{key}: {inline(text, brackets=True)}}}"
    return ""


def _is_sentence(info: FieldInfo) -> bool:
    return get_args(Text)[1] in info.metadata


def _point(got: object) -> str:
    """Coordinates of a text or list with two numbers, the latitude first."""
    parts = got if isinstance(got, list) else re.split(r"\s*[,;/]\s+|\s*[;/]\s*|(?<=[NSEWO°\d])\s+(?=[+-]?\d)|,", str(got))
    if len(parts) != 2 or not all(isinstance(each, str) for each in parts):  # noqa: PLR2004  # latitude and longitude
        return ""
    values = []
    for key, text, most in zip(("latitude", "longitude"), map(str, parts), (_LATITUDE, _LONGITUDE), strict=True):
        right = text.strip(" ()°")
        if not takes(Coordinates, key, right):
            right = about_coordinate(text.strip(" ()"), most).hint.removeprefix("write ")
        if not takes(Coordinates, key, right):
            return ""
        values.append(f"{key}: {right}")
    return f"{{{', '.join(values)}}}"


def in_round_brackets(got: object) -> bool:
    """Whether a text is what should have stood in square brackets."""
    return isinstance(got, str) and _ROUND.fullmatch(got.strip()) is not None


def key_of_another(document: Document, kind: type[Part], prefix: Loc, loc: Loc, value: object) -> tuple[str, str]:
    """Where a key belongs that is unknown where it stands, and how to move it there; empty where that is not clear.

    Args:
        document: The file.
        kind: What the record is.
        prefix: The way to the record in the file.
        loc: The way to the key in the record.
        value: What stands behind it.
    """
    name, owner = str(loc[-1]), field_at(kind, loc)[0]
    if meant_by(name, keys(owner)):
        return "", ""
    if prefix and len(loc) == 1 and isinstance(value, dict) and value and value.keys() <= keys(kind).keys():
        column = document.position(prefix, key=True)[1]
        return f"It seems to be {called(kind)} itself.", f"begin `{name}:` in column {column}, as the other records do"
    for around, length in _around(kind, loc):
        if around is not owner and name in keys(around):
            beside = next((each for each in _keys_in(document, (*prefix, *loc[:length]))), "")
            own, other = (document.position((*prefix, *way), key=True) for way in (loc, (*loc[:length], beside)))
            where = "outside of these braces" if own[0] == other[0] else f"in column {other[1]}, beside `{beside}:`"
            return f"It is one of {called(around)}.", f"write it {where}"
    here = keys(owner)
    inside = [each for each, info in here.items() if (inner := part_of(info.annotation)) and name in keys(inner)]
    if not inside:
        return "", ""
    there = one_of([f"`{shown(each, here[each])}`" for each in inside])
    return f"It belongs under {one_of([f'“{each}”' for each in inside])}.", f"write it there, as in {there}"


def _around(kind: type[Part], loc: Loc) -> Iterator[tuple[type[Part], int]]:
    """What is around a key, from the inside out: the parts, and how far the way to it leads to each."""
    for length in range(len(loc) - 2, -1, -1):
        if isinstance(loc[length], str):
            yield field_at(kind, loc[: length + 1])[0], length


def _keys_in(document: Document, loc: Loc) -> list[str]:
    """The keys of a mapping of a file."""
    spots = document.spots
    for step in loc:
        if step not in spots:
            return []
        spots = spots[step][2]
    return [each for each in spots if isinstance(each, str)]


def follows(kind: type[Part], missing: Loc, unknown: Mapping[Loc, list[str]]) -> bool:
    """Whether a key that seems to be missing is an unknown one: misspelt beside it, or on another level, which is reported by itself."""
    key, here = str(missing[-1]), missing[:-1]
    info = field_at(kind, missing)[1]
    inner = part_of(info.annotation) if info else None
    if inner and not keys(inner).keys().isdisjoint(unknown.get(here, [])):
        return True  # its keys stand without it
    for loc, names in unknown.items():
        shared = min(len(loc), len(here))
        if loc == here and any(nearest(each, [key]) or meant_by(each, [key]) for each in names):
            return True
        if loc != here and key in names and loc[:shared] == here[:shared]:
            return True
    return False


def last_key(loc: Loc) -> str:
    """The last key on the way to a value."""
    return next((step for step in reversed(loc) if isinstance(step, str)), "")


def strange_sign(detail: ErrorDetails) -> str:
    """What to say of a character that looks like another; nothing where none does, or where no text stands."""
    return odd(detail["input"]) if isinstance(detail["input"], str) else ""


def because(message: str, why: str) -> str:
    """A message with the reason behind it, where there is one."""
    return f"{message}: {why}" if why else message
