"""What somebody may have meant who wrote a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

LIKE = 65
"""How alike two words must be, of 100 (rapidfuzz's ratio of their edit distance)."""

MOST = 3
"""Suggestions, at the most."""

_BEHIND = 10
"""By how much of 100 a suggestion may be less alike than the best one."""


def alike(word: str, known: Iterable[str], least: int = LIKE) -> list[str]:
    """Known words that are spelt nearly so: at most three, the nearest first."""
    every = sorted(known)
    found = process.extract(word.lower(), every, scorer=fuzz.ratio, processor=str.lower, score_cutoff=least, limit=MOST)
    return [each for each, likeness, _ in found if likeness >= found[0][1] - _BEHIND]


def likeness(word: str, known: str) -> float:
    """How alike two texts are, of 100."""
    return fuzz.ratio(word.lower(), known.lower())


def likeness_within(word: str, text: str) -> float:
    """How alike a word is to some part of a text, of 100; less than if it were the text itself."""
    return fuzz.partial_ratio(word.lower(), text.lower()) - _BEHIND


def nearest(word: str, known: Iterable[str], least: int = LIKE) -> str:
    """` Did you mean “peru”?`, or nothing where no known word is near: at least so much alike, of 100."""
    return meant([f"“{each}”" for each in alike(word, known, least)])


def meant(suggestions: Sequence[str]) -> str:
    """The question, with a space before it; nothing where there is no suggestion."""
    return f" Did you mean {one_of(suggestions)}?" if suggestions else ""


def one_of(words: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return " or ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
