"""A line of a file with a mark under the place that a problem is about, as a terminal of fixed width shows them."""

from __future__ import annotations

import unicodedata

WIDTH = 100
"""Cells of a line that are shown; of a longer one, those around the place."""

CUT = "…"
"""Stands where a line goes on."""

_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Categories of characters that a terminal obeys or does not show; the joiners among them are shown as any other."""

_JAMO = range(0x1160, 0x1200)
"""Korean vowels and final consonants, which are drawn into the syllable before them."""


def excerpt(line: str, column: int) -> tuple[str, str]:
    """The line, or the part of it around a column (counted from 1, in characters), and a caret below that character.

    Wide characters (East Asian Width W and F, Unicode TR 11) take two cells, combining ones none; below a combining character, the
    caret stands under the letter that it belongs to. Control characters are shown as `�`, so that no file can steer a terminal.
    """
    shown = "".join(" " if char == "\t" else "�" if unicodedata.category(char) in _UNSEEN else char for char in line)
    at = min(column - 1, len(shown))
    while 0 < at < len(shown) and not cells(shown[at]):
        at -= 1
    first, last = _around(shown, at)
    before = CUT if first else ""
    after = CUT if last < len(shown) else ""
    return f"{before}{shown[first:last]}{after}", " " * (len(before) + width(shown[first:at])) + "^"


def width(text: str) -> int:
    """How many cells a text takes."""
    return sum(map(cells, text))


def cells(char: str) -> int:
    """How many cells a character takes: 0, 1 or 2."""
    if unicodedata.category(char) in ("Mn", "Me") or ord(char) in _JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _around(line: str, at: int) -> tuple[int, int]:
    """The first character that is shown, and the first behind those that are."""
    if width(line) <= WIDTH:
        return 0, len(line)
    # A third of the room goes to what stands before the place, and what one side does not need goes to the other.
    room = WIDTH - 2 * len(CUT)
    behind = min(width(line[at:]), room - room // 3)
    first = _reach(line, at, -1, room - behind)
    last = _reach(line, at, 1, room - width(line[first:at]))
    return first, last


def _reach(line: str, at: int, step: int, room: int) -> int:
    """How far one gets from a place within so many cells, with no letter parted from what combines with it."""
    found = at
    while found > 0 if step < 0 else found < len(line):
        room -= cells(line[found - 1] if step < 0 else line[found])
        if room < 0:
            break
        found += step
    while 0 < found < len(line) and not cells(line[found]):
        found += 1  # marks go with the letter before them: shown with it, or cut with it
    return found
