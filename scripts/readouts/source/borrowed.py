"""Signs that mean something elsewhere, in a word processor, in Markdown, in HTML or in a programming language, and not in YAML."""

from __future__ import annotations

import re
from collections.abc import Callable

from readouts.source.quoting import indentation
from readouts.source.stops import Slip, Spot, Stop

_BULLET = re.compile(r" *[•◦▪▸►‣●○■□*·・–—](?:\s|(?=\w))")
"""What begins an item elsewhere."""

_ROUND = re.compile(r"(?:: |- )(\((?=[\w-]+: ).*\))\s*$")

_STRONG = re.compile(r" *(?:- +)?(\*\*|__)([\w-]+):?\1:? *(.*)")
"""A key in bold letters, as Markdown has them."""

_HTML_COMMENT = re.compile(r" *<!-- *(.*?) *(?:-->)? *")


def _lines(stop: Stop) -> list[int]:
    """The lines that the mistake may be in."""
    return sorted({stop.opened.line, stop.begun.line if stop.begun else stop.at.line, stop.at.line})


def _bullet(stop: Stop) -> Slip | None:
    """An item behind a bullet, as word processors have it."""
    for number in _lines(stop):
        line = stop.lines[number]
        if found := _BULLET.match(line):
            spot = Spot(number, indentation(line))
            return spot.said("an item of a list begins with a dash", f"write `- {line[found.end() :].strip()}`")
    return None


def _round_brackets(stop: Stop) -> Slip | None:
    """Keys between round brackets."""
    found = _ROUND.search(stop.line)
    if stop.problem != "mapping values are not allowed in this context" or not found:
        return None
    right = f"{stop.line[: found.start(1)].lstrip(' ')}{{{found[1][1:-1]}}}"
    return Spot(stop.at.line, found.start(1)).said("keys stand between braces, not between round brackets", f"write `{right}`")


def _backticks(stop: Stop) -> Slip | None:
    if not stop.lines[stop.opened.line].lstrip().startswith("```"):
        return None
    return stop.opened.said("a line of backticks marks code on a web page", "delete the line; a record needs none")


def _bold_key(stop: Stop) -> Slip | None:
    for number in _lines(stop):
        if found := _STRONG.fullmatch(stop.lines[number]):
            spot = Spot(number, indentation(stop.lines[number]))
            return spot.said(
                "a key stands without the signs of bold letters", f"write `{found[2]}: {found[3]}`".replace(": `", ":`")
            )
    return None


def _html_comment(stop: Stop) -> Slip | None:
    for number in _lines(stop):
        if found := _HTML_COMMENT.fullmatch(stop.lines[number]):
            spot = Spot(number, indentation(stop.lines[number]))
            return spot.said("a comment begins with `#`", f"write `# {found[1]}`" if found[1] else "write `# ` and the comment")
    return None


RULES: tuple[Callable[[Stop], Slip | None], ...] = (_bullet, _round_brackets, _backticks, _bold_key, _html_comment)
"""The mistakes, each known from where and why libyaml stopped."""
