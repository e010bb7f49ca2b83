"""Which part of a list is which after a change: by its address, its words, what it names, or its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from rapidfuzz import fuzz

from readouts.model.base import Part, fields
from readouts.model.describe import is_list, is_words, spoken
from readouts.model.references import refers_to

Pairs: TypeAlias = list[tuple[int, int]]

ALIKE = 0.6
"""How alike two texts must be (rapidfuzz's ratio) for one to be the other in new words."""

VERY_ALIKE = 0.9
"""How alike they must be where their addresses differ."""

MANY = 250_000
"""Pairs beyond which likeness is not looked for: so many parts were written anew, not mended."""

SHOWN = 60
"""Characters of a text that are shown where it only names something."""


def pairs(olds: Sequence[Part], news: Sequence[Part]) -> Pairs:
    """Positions of parts that are the same in two lists of parts of one kind; each part has one match at most.

    That nothing changed counts first, then that nothing but the address did, then the address, then likeness, then what a part is about;
    what has no words of its own is known by its place in the end.
    """
    found: dict[int, int] = {}
    free = set(range(len(news)))

    def match_by(key: Callable[[Part], object]) -> None:
        places: dict[object, list[int]] = {}
        for new in sorted(free, reverse=True):
            places.setdefault(key(news[new]), []).append(new)
        for old, part in enumerate(olds):
            it = key(part)
            if old not in found and it is not None and places.get(it):
                found[old] = places[it].pop()
                free.discard(found[old])

    match_by(lambda part: part)
    match_by(_content)
    match_by(address)
    left = [old for old in range(len(olds)) if old not in found]
    scores = (
        [(-likeness(olds[old], news[new]), old, new) for old in left for new in free] if len(left) * len(free) <= MANY else []
    )
    for score, old, new in sorted(scores):
        if -score >= ALIKE and old not in found and new in free:
            found[old] = new
            free.discard(new)
    if olds and not words_of(type(olds[0])):
        match_by(about)
        found |= {old: old for old in left if old not in found and old in free}
    return sorted(found.items())


def likeness(old: Part, new: Part) -> float:
    """How alike two parts of a kind are, from 0 to 1: by their words if they have any, else by the fields that are the same."""
    if name := words_of(type(old)):
        alike = fuzz.ratio(str(getattr(old, name)).casefold(), str(getattr(new, name)).casefold()) / 100
    else:
        used = [
            name
            for name, info in fields(type(old)).items()
            if name != "id" and not getattr(old, name) == getattr(new, name) == info.default
        ]
        alike = sum(getattr(old, name) == getattr(new, name) for name in used) / len(used) if used else 1
    # With addresses of their own, they say themselves that they are not the same.
    return alike if alike >= VERY_ALIKE or not (address(old) and address(new)) else 0


def _content(part: Part) -> tuple[object, ...]:
    """All that a part says, whatever its address is."""
    return tuple(getattr(part, name) for name in fields(type(part)) if name != "id")


def address(part: Part) -> str | None:
    """The address that a part states itself."""
    found: str | None = getattr(part, "id", None)
    return found


def has_address(kind: type[Part]) -> bool:
    """Whether readers can link to parts of a kind."""
    return "id" in fields(kind)


def about(part: Part) -> str | None:
    """The record that a part is about: its first field names it."""
    name, info = next((name, info) for name, info in fields(type(part)).items() if name != "id")
    if not refers_to(info) or is_list(info.annotation):
        return None
    found: str | None = getattr(part, name)
    return found


def words_of(kind: type[Part]) -> str | None:
    """The field with the words without which a kind of part says nothing: a statement's gist, an office's title."""
    return next((name for name, info in fields(kind).items() if info.is_required() and is_words(info)), None)


def called(part: Part, number: int) -> str:
    """What a part of a list is called: by its address, the record it is about, its words, or its number (from 1)."""
    kind = spoken(type(part))
    if known := address(part) or about(part):
        return f"{kind} {known}"
    if name := words_of(type(part)):
        return f"{kind} {quoted(str(getattr(part, name)))}"
    return f"{kind} {number}"


def quoted(text: str, length: int = SHOWN) -> str:
    """A text in quotation marks; of a long one, the beginning."""
    return f"“{text if len(text) <= length else f'{text[: length - 1]}…'}”"
