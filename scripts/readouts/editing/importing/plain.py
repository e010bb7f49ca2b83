"""Text without markup as blocks: a block a line, unless lines were broken at a width."""

from __future__ import annotations

import re

from readouts.editing.importing.marks import marks_of
from readouts.editing.importing.page import Block, Page, Sort, tidy

_BROKEN_AT = 60
"""A line that is shorter was not broken at a width, but ends there."""
_ENDS = re.compile(r"[.!?。:;»”\")\]]$")


def read_plain(text: str) -> Page:
    """The blocks of a page in plain text."""
    blocks: list[str] = []
    goes_on = False
    for raw in re.split(r"\r\n|[\n\r\f\v\u2028\u2029\x85]", text):
        line = tidy(raw)
        if goes_on and line and not marks_of(line).labels and not raw.startswith(("- ", "* ")):
            blocks[-1] = f"{blocks[-1]} {line}"
        elif line:
            blocks.append(line)
        goes_on = bool(line) and len(line) >= _BROKEN_AT and not _ENDS.search(line) and not re.search("[ぁ-ん]", line)
    return Page(tuple(Block(Sort.TEXT, each) for each in blocks))
