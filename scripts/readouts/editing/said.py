"""How values of records are said where they changed."""

from __future__ import annotations

from os.path import commonprefix

from pydantic.fields import FieldInfo

from readouts.editing.matching import has_address, quoted, words_of
from readouts.model.base import Part, fields
from readouts.model.describe import is_words, part_of
from readouts.model.values import Clock, Date, Duration
from readouts.model.wording import lasting, time_of

LONG = 200
"""Characters of a text that are shown where it is what changed."""

KEPT = 40
"""Characters of a long text that are shown before the place where it changed."""


def said(value: object, info: FieldInfo) -> str:
    """A value of a field in words; nothing where there is none."""
    if isinstance(value, tuple):
        return ", ".join(said(each, info) for each in value)
    match value:
        case None:
            text = ""
        case Date():
            text = value.text
        case Clock():
            text = time_of(value)
        case Duration():
            text = lasting(value)
        case bool():
            text = "yes" if value else "no"
        case Part():
            text = f"({brief(value)})"
        case _:
            text = quoted(str(value), LONG) if is_words(info) else str(value)
    return text


def brief(part: Part) -> str:
    """All that a part says itself, without the parts in it that have an address of their own."""
    shown = []
    for name, info in fields(type(part)).items():
        value = getattr(part, name)
        inner = value[0] if isinstance(value, tuple) and value else value
        if value != info.default and name != "id" and not (isinstance(inner, Part) and holds_addresses(type(inner))):
            shown.append((name, info, value))
    name_of_words = words_of(type(part))
    return ", ".join(
        f"{field_in_words(name)} {said(value, info)}"
        for name, info, value in sorted(shown, key=lambda each: each[0] != name_of_words)
    )


def holds_addresses(kind: type[Part]) -> bool:
    """Whether parts of a kind, or parts in them, can be linked to."""
    inner = (part_of(info.annotation) for info in fields(kind).values())
    return has_address(kind) or any(each is not None and holds_addresses(each) for each in inner)


def field_in_words(name: str) -> str:
    """`followed_by` → “followed by”."""
    return name.replace("_", " ")


def both(old: str, new: str) -> tuple[str, str]:
    """Two texts in quotation marks; long ones from a little before the place where they begin to differ."""
    start = len(commonprefix([old, new])) - KEPT  # noqa: RUF071  # they are no paths
    if start <= 0 or max(len(old), len(new)) <= LONG:
        return quoted(old, LONG), quoted(new, LONG)
    start = old.find(" ", start) + 1 or start
    return quoted(f"…{old[start:]}", LONG), quoted(f"…{new[start:]}", LONG)
