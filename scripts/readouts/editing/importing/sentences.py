"""Where a sentence of a paragraph ends, and its first words."""

from __future__ import annotations

import re

_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Ms|Mrs|Dr|St|No|Hon|Sr|Sra|Prof|vs|H\.E|U\.S|U\.K|EE|UU)|[ap]\.m|\b[A-Z])\.$")


def sentences(text: str, language: str) -> list[str]:
    """The sentences of a paragraph."""
    if language == "ja":
        return [each.strip() for each in re.split("(?<=。)", text) if each.strip()]
    found: list[str] = []
    for piece in re.split(r"(?<=[.!?])(?:[”\"’)]*)\s+(?=[\"“(¿¡]*[A-ZÁÉÍÓÚÑ])", text):
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        elif piece.strip():
            found.append(piece.strip())
    return found


def first_words(text: str, language: str) -> str:
    """The first words of a sentence."""
    if language == "ja":
        return f"{text[:18]}…" if len(text) > 18 else text  # noqa: PLR2004  # a few words
    few = text.split()
    return " ".join(few[:6]) + ("…" if len(few) > 6 else "")  # noqa: PLR2004  # a few words
