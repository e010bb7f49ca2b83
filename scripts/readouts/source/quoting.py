"""A line of YAML as it would be right: the examples in hints."""

from __future__ import annotations

import re

_DASHES = re.compile(r" *(?:- +)*")
_PLAIN = re.compile(r"\w(?!.*(?:: | #|:$)).*")
_GLUED = re.compile(r"([A-Za-z_][\w-]*):(?!//)(\S.*)")
_UNSPACED = re.compile(r"-([A-Za-z]\w*:(?: .*)?)")
_LONGEST = 60
"""Characters of a text that a hint repeats."""


def quoted(text: str) -> str:
    """A text as YAML whatever it contains; a long one is shortened."""
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
    single = short.replace("'", "''")
    return f"'{single}'" if '"' in short or "\\" in short else f'"{short}"'


def indentation(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def beginning(line: str) -> int:
    """Where the first key or text of a line begins, behind its spaces and dashes."""
    found = _DASHES.match(line)
    return found.end() if found else 0


def value(line: str) -> int:
    """Where the text of a line begins, behind its spaces, dashes and key."""
    start = beginning(line)
    key, colon, rest = line[start:].partition(": ")
    return len(line) - len(rest.lstrip(" ")) if colon and key[:1] not in "[{" else start


def in_quotes(line: str, start: int, text: str | None = None) -> str:
    """The line with all that follows `start` in quotes, or `text` instead; only the quoted text inside brackets."""
    before = line[:start].lstrip(" ")
    if len(before) > _LONGEST or start != value(line):
        inside = re.split(r"[,\]}]", line[start:], maxsplit=1)[0]
        return quoted((text or inside or line[start:]).strip())
    return before + quoted((line[start:] if text is None else text).strip())


def spaced(line: str, start: int) -> str | None:
    """`start:16:00` as `start: 16:00`; None where that is not what is wrong with the line."""
    if not (found := _GLUED.fullmatch(line[start:].rstrip())):
        return None
    key, text = found.groups()
    closed = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    right = text if closed or (len(text) <= _LONGEST and _PLAIN.fullmatch(text)) else quoted(text.strip("\"'"))
    return f"{line[:start].lstrip(' ')}{key}: {right}"


def unspaced_dash(line: str) -> str | None:
    """`-id: x` as `- id: x`; None where that is not what is wrong with the line."""
    found = _UNSPACED.fullmatch(line.strip())
    return f"- {found[1]}" if found else None


def with_colon(line: str, start: int) -> str:
    """`kind summit` as `kind: "summit"`."""
    key, _, text = line[start:].strip().partition(" ")
    return f"{line[:start].lstrip(' ')}{key.rstrip(':')}: {quoted(text.strip().removeprefix('=').strip() or '…')}"
