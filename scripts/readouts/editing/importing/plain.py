"""Text without markup as blocks: a block a line, unless lines were broken at a width."""

from __future__ import annotations

import re

from readouts.editing.importing.marks import marks_of
from readouts.editing.importing.page import Block, Page, Sort, tidy

_WIDEST = 110
"""Letters of the longest line of a text whose lines were broken at a width, at most."""
_RAGGED = 16
"""By how many letters a broken line is shorter than the longest, at most."""
_ENDS = re.compile(r"[.!?。:;»”\")\]]$")


def read_plain(text: str) -> Page:
    """The blocks of a page in plain text."""
    blocks: list[str] = []
    goes_on = False
    width = _width([line for line in text.splitlines() if line.strip()])
    for raw in re.split(r"\r\n|[\n\r\f\v\u2028\u2029\x85]", text):
        line = tidy(raw)
        if goes_on and line and not marks_of(line).labels and not raw.startswith(("- ", "* ")):
            blocks[-1] = f"{blocks[-1]} {line}"
        elif line:
            blocks.append(line)
        goes_on = bool(line) and len(line) >= width and not _ENDS.search(line) and not re.search("[ぁ-ん]", line)
    return Page(tuple(Block(Sort.TEXT, each) for each in blocks))


def _width(lines: list[str]) -> int:
    """How long a line is at least that was broken at a width. Where most lines are of very different lengths, none was."""
    longest = max(map(len, lines), default=0)
    alike = sum(len(line) > longest - _RAGGED for line in lines)
    return max(longest - _RAGGED, 40) if longest <= _WIDEST and alike * 2 >= len(lines) else 10**9
