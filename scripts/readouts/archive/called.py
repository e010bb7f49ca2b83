"""What a record is called, and when two names are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

NAMING = frozenset({"name", "abbreviation", "also"})
"""The keys of a record that say what it is called."""


def names(data: Mapping[str, object]) -> Iterator[str]:
    """Everything that a record calls what it is about: its name (a person's in either order), an abbreviation, other forms.

    Args:
        data: What the file says, or would say, of the record; it may be wrong.
    """
    match data.get("name"):
        case str(name):
            yield name
        case {"family": str(family), "given": str(given)}:
            yield f"{family} {given}"
            yield f"{given} {family}"
        case {"family": str(name)} | {"given": str(name)}:
            yield name
    match data.get("abbreviation"):
        case str(short):
            yield short
    match data.get("also"):
        case [*forms] | (*forms,):
            for form in forms:
                match form:
                    case str(text) | {"text": str(text)}:
                        yield text


def family_name(data: Mapping[str, object]) -> str:
    """The family name of a person; empty where there is none."""
    match data.get("name"):
        case {"family": str(family)}:
            return family
    return ""


@lru_cache(maxsize=2**14)
def plain(text: str) -> str:
    """In small letters and without the accents of Latin letters, so that forms of a name compare.

    A letter lost to an encoding error stays a `?`.
    """
    bare = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text.replace("\ufffd", "?").replace("’", "'")))
    return unicodedata.normalize("NFKC", bare).casefold()


def words(name: str) -> tuple[str, ...]:
    """The words of a name in one order: names of the same words are the same, whatever their capitals, accents and signs."""
    return tuple(sorted(re.findall(r"\w+", plain(name))))
