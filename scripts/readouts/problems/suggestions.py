"""What somebody may have meant who wrote a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

LIKE = 65
"""How alike two words must be, of 100 (rapidfuzz's ratio of their edit distance)."""


def nearest(word: str, known: Iterable[str], like: int = LIKE) -> str:
    """` Did you mean “peru”?`, or nothing where no known word is near: at least so much `like` it, of 100."""
    found = process.extractOne(word.lower(), sorted(known), scorer=fuzz.ratio, processor=str.lower, score_cutoff=like)
    return f" Did you mean “{found[0]}”?" if found else ""
