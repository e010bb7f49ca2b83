"""What stands where a word of a list belongs: which word may be meant, and what the words mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readouts.model.describe import keys, part_of, term_of
from readouts.model.other_words import meant_of_list, why_none
from readouts.model.slugs import slug
from readouts.problems.suggestions import likeness, likeness_within, nearest, one_of
from readouts.problems.suggestions import meant as suggested

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.model import Part
    from readouts.model.vocabulary import Term

FEW = 4
"""A list of so many words is told with all that they mean."""

_DEFINED = 3
"""Of a longer list, the meanings of so many are told."""


def no_word(owner: type[Part], name: str, got: object, strange: str) -> tuple[str, str]:
    """What to say of a value that is none of the words of a key, and which to write.

    Args:
        owner: What has the key.
        name: The key.
        got: The value, which may be no text at all.
        strange: What is to be said of a character of it that looks like another.
    """
    info = keys(owner)[name]
    terms = list(term_of(info.annotation) or ())
    if not isinstance(got, str):
        named = [each for each in terms if isinstance(got, list) and each in got]
        return f"“{name}” takes one word, not a list or a mapping", choice("", named or terms, [])
    own = meant_of_list(got, terms)
    perhaps = _of_another_list(owner, name, got) or suggested([f"“{each}”" for each in own]) or nearest(got, terms)
    why = strange or why_none(got)
    return f"“{got[:_SHOWN]}” is no word for “{name}”{f': {why}' if why else ''}.{perhaps}", choice(got, terms, own)


_SHOWN = 60
"""Characters of a value that a message repeats."""


def _of_another_list(owner: type[Part], name: str, got: str) -> str:
    """Where a word belongs that is one of the list of another key, here or in a part of what stands here."""
    own, other = keys(owner), slug(got)
    places = [(key, each, "") for key, each in own.items() if key != name]
    for key, each in own.items():
        if inner := part_of(each.annotation):
            places += [(inside, info, f" under `{key}:`") for inside, info in keys(inner).items()]
    for key, info, under in places:
        for term in term_of(info.annotation) or ():
            if other in (term, slug(re.sub(r"^An? ", "", term.definition))):
                return f" It is a word of another list: `{key}: {term}`{under}."
    return ""


def choice(got: str, terms: Sequence[Term], meant: Sequence[str]) -> str:
    """The words of a list: those that are meant and the nearest first, with what they mean, then the others."""
    ordered = sorted(terms, key=lambda term: (term not in meant, -_likeness(got, term)))
    near = ordered[: len(terms) if len(terms) <= FEW else _DEFINED]
    others = [term for term in terms if term not in near]
    said = one_of([f"{term} ({term.definition[:1].lower()}{term.definition[1:].rstrip('.')})" for term in near])
    return f"write {said}{f'; or else {one_of(others)}' if others else ''}"


def _likeness(got: str, term: Term) -> float:
    """How near a text comes to a word of a list or to what it means."""
    return max(likeness(got, term), likeness(got, term.label), likeness_within(got, term.definition))
