"""What makes a text stand as it is, in Markdown and in HTML: escaped here and nowhere else."""

from __future__ import annotations

import re

ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "~": "&#126;", "^": "&#94;", "=": "&#61;"}
"""Characters that no backslash makes literal, and what stands for them in both Markdown and HTML."""

_MARKDOWN = {character: f"\\{character}" for character in "\\`*_{}[]#!"} | ENTITIES
SPECIAL = re.compile("[" + re.escape("".join(_MARKDOWN)) + "]")
"""What Markdown would take for something else than a character."""

_TEXT = str.maketrans(ENTITIES)
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def in_markdown(text: str) -> str:
    """Text that Markdown shows as it is, anywhere but at the start of a line."""
    return SPECIAL.sub(lambda found: _MARKDOWN[found[0]], text)


def in_html(text: str) -> str:
    """Text as Python-Markdown writes it between tags."""
    return text.translate(_TEXT)


def in_attribute(text: str) -> str:
    """Text as Python-Markdown writes it in an attribute."""
    return text.translate(_ATTRIBUTE)
