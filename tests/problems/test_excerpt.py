"""The line of a problem and the caret below it, as a terminal shows them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readouts.problems.excerpt import WIDTH, cells, excerpt, width

CASES = [
    ("kind: sumit", 7, "kind: sumit", "      ^"),
    ("kind: sumit", 1, "kind: sumit", "^"),
    ("kind:", 6, "kind:", "     ^"),  # behind the end, where a value is missing
    ("\tkind", 1, " kind", "^"),
    # Wide characters take two cells (Unicode TR 11): 安 and 倍 are W, ｱ is halfwidth, Ａ is fullwidth.
    ("name: 安倍, kind", 11, "name: 安倍, kind", " " * 12 + "^"),
    ("ｱＡx", 3, "ｱＡx", "   ^"),
    # A combining acute accent takes none; below it, the caret stands under its letter.
    ("Pe\u0301rez x", 7, "Pe\u0301rez x", "     ^"),
    ("Pe\u0301", 3, "Pe\u0301", " ^"),
    # Vowel signs above and below (Mn), and a Korean syllable spelt in its letters.
    ("ที่ x", 5, "ที่ x", "  ^"),
    ("\u1112\u1161\u11ab x", 5, "\u1112\u1161\u11ab x", "   ^"),
    # What would steer the terminal or turn the line around is not sent to it.
    ("a\x1b[31mb\u202ec", 9, "a�[31mb�c", "        ^"),
]


@pytest.mark.parametrize(("line", "column", "shown", "caret"), CASES)
def test_a_line(line: str, column: int, shown: str, caret: str) -> None:
    # As counted by hand.
    assert excerpt(line, column) == (shown, caret)


def test_a_long_line_is_cut_around_the_place() -> None:
    # At the beginning, in the middle and at the end; always with the character of the place above the caret.
    line = "".join(f"{number:04} " for number in range(1000))
    for column in (1, 30, 2501, 4990, 5000):
        shown, caret = excerpt(line, column)
        assert WIDTH - 1 <= width(shown) <= WIDTH
        assert shown[len(caret) - 1] == line[column - 1]
        assert shown.startswith("…") is (column > 30)
        assert shown.endswith("…") is (column < 4990)


@pytest.mark.parametrize("column", [1, 2, 300, 301, 302, 599, 600])
def test_a_cut_parts_no_letter_from_its_accent(column: int) -> None:
    # Of three hundred letters with an accent each, whole ones are shown.
    shown, caret = excerpt("e\u0301" * 300, column)
    assert set(shown.strip("…").split("\u0301")) == {"e", ""}
    assert not shown.strip("…").startswith("\u0301")
    assert shown.strip("…").endswith("\u0301")
    assert shown.replace("\u0301", "")[len(caret) - 1] == "e"


@given(st.text(max_size=300), st.integers(min_value=1, max_value=400))
def test_any_line(line: str, column: int) -> None:
    # It fits, and the caret stands where the character begins, or the letter that it belongs to.
    shown, caret = excerpt(line, column)
    assert width(shown) <= max(WIDTH, width(caret))
    assert not any(unicodedata.category(char) in ("Cc", "Cf") for char in shown)
    before, at = 0, 0
    while at < len(shown) and before + cells(shown[at]) < len(caret):
        before += cells(shown[at])
        at += 1
    assert before == len(caret) - 1
