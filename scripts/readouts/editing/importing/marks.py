"""The numbers and signs before a paragraph or a heading: `1.`, `(1)`, `ア`, `i.`, `•`, or two of them."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = re.compile(r"\d{1,2}")
_MARK = re.compile(
    r"""\s*(?:
    (?P<bullet>[-•・*●■□○◆◇◎▪‐–—](?=\s))
    |(?P<label>
      \(\d{1,2}\)                              # (1)
      |\[\d{1,2}\]                             # [1]
      |\d{1,2}\)                               # 1)
      |\d{1,2}\.(?!\d)                         # 1.
      |\d{1,2}(?=\ [^\W\d_])                   # 1 Opening
      |[①-⑳]
      |\([ivx]{1,4}\)|[ivx]{1,4}\.\)?(?=\s)    # (i), i.
      |[IVX]{1,4}\.?(?=\s[^\W\d_])             # I.
      |[ⅰ-ⅻ]
      |\([a-z]\)|[a-z]\.?\)|[a-z]\.(?=\s)      # (a), a.), a.
      |\([ア-ン]\)|[ア-ン](?=[\s.])\.?             # ア
      |[一二三四五六七八九十]{1,2}[、.](?=\s?\S)      # 一、
    ))""",
    re.VERBOSE,
)


class Marks(NamedTuple):
    """What stands before a text."""

    labels: tuple[str, ...]
    """The numbers as they are recorded: as printed, without the full stop behind a number."""
    bullet: bool
    rest: str
    """The text itself."""


def marks_of(text: str) -> Marks:
    """The marks before a text. A number that is printed twice (`1. (1)`) counts once, as it stands nearer to the text."""
    labels: list[str] = []
    bullet = False
    rest = text
    while len(labels) < 3 and (found := _MARK.match(rest)):  # noqa: PLR2004  # no page prints more
        behind = rest[found.end() :]
        if found["label"] and not behind.strip() and not labels:
            break  # a number alone is no label
        if found["label"]:
            labels.append(_label(found["label"]))
        else:
            bullet = True
        rest = behind
    if len(labels) > 1 and _number(labels[0]) and _number(labels[0]) == _number(labels[1]):
        labels.pop(0)
    return Marks(tuple(labels), bullet, rest.strip())


def style(label: str) -> str:
    """The way a label is printed, whatever its number: `(1)` and `(2)` have one."""
    return re.sub(
        r"[a-z]+", "a", re.sub(r"[IVX]+", "I", re.sub(r"[ア-ン]", "ア", re.sub(r"[一-十]+", "一", _NUMBER.sub("1", label))))
    )


def _label(printed: str) -> str:
    return printed.rstrip(".、") if re.fullmatch(r"\d+\.|[一-十]+[、.]|[ア-ン]\.", printed) else printed


def _number(label: str) -> str:
    found = _NUMBER.search(label)
    return found[0] if found else ""
