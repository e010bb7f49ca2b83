"""From bytes to blocks: a page as the lines and list items that a reader sees."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from enum import StrEnum, auto

from readouts.problems.lookalikes import parted
from readouts.source.characters import seen as without_unseen

MAX_BYTES = 1024 * 1024
"""No larger page is read."""

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")
_WIDER = {
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-1": "cp1252",
    "ascii": "cp1252",
}
"""What browsers take instead of an encoding (WHATWG Encoding Standard)."""
_LIKELY = ("utf-8", "euc-jp", "cp932", "cp1252")
"""Tried in this order where none is declared; each refuses most texts of the others."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff\ud800-\udfff]"
)
_HONORIFIC = re.compile(r"\b(?:H\.E\.|Mr\.|Ms\.|Mrs\.|Dr\.)(?=[A-Z])")
"""Honorifics that are printed without a space behind them: `H.E.Mr.Luna`; the one inside, `H. E.`, is taken out."""
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
"""Letters, digits and signs as wide as a Japanese character → the same in ASCII."""


class PageError(Exception):
    """The page cannot be read at all; the text says why."""


class Sort(StrEnum):
    """What a block is."""

    TEXT = auto()
    HEADING = auto()
    ITEM = auto()
    """An item of a list."""
    CAPTION = auto()
    LINK = auto()
    """Nothing but a link."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line, a paragraph or an item of a list, in one line of text."""

    sort: Sort
    text: str
    marker: str = ""
    """What a browser prints before an item: `1.`, `•`."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader sees of a page."""

    blocks: tuple[Block, ...]
    title: str = ""
    """What its head says that it is called."""
    language: str = ""
    """What its head says that it is written in."""
    dropped: tuple[str, ...] = ()
    """What was not read: scripts, forms, menus."""


def text_of(raw: bytes) -> str:
    """The text of a page, in the encoding that it declares or else in the first that fits.

    Raises:
        PageError: where it is too large, or no text.
    """
    if len(raw) > MAX_BYTES:
        raise PageError(f"the page has {len(raw):,} bytes, and no more than {MAX_BYTES:,} are read; save the readout alone")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    if b"\x00" in raw[:4096]:
        raise PageError("this is no text; save the page as HTML or as plain text")
    for encoding in (*_declared(raw), *_LIKELY):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", errors="replace")


def _declared(raw: bytes) -> tuple[str, ...]:
    found = _DECLARED.search(raw[:4096])
    if not found:
        return ()
    name = found[1].decode("ascii").lower()
    try:
        # Some of Python's codecs turn bytes into bytes, or a text into a text.
        b"".decode(_WIDER.get(name, name))
    except LookupError:
        return ()
    return (_WIDER.get(name, name),)


def is_markup(text: str) -> bool:
    """Whether a text is HTML."""
    return bool(
        re.search(r"<(?:!doctype|html|head|body|div|p|br|h[1-6]|table|ul|ol|meta)\b[^>]{0,500}>", text[:20000], re.IGNORECASE)
    )


def seen(text: str) -> str:
    """Without characters that cannot be seen."""
    return without_unseen(_UNSEEN.sub("", text))


def tidy(text: str) -> str:
    """One line: no character that cannot be seen, single spaces, wide letters and digits as ASCII, no two scripts in one word."""
    line = " ".join(parted(seen(text.translate(_FULL_WIDTH))).split())  # a record takes no word of two scripts
    return _HONORIFIC.sub(r"\g<0> ", re.sub(r"\bH\. E\.", "H.E.", line))
