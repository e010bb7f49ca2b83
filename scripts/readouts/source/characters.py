"""From bytes to text: how large a file may be, and which characters and lines may not stand in it."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from readouts.problems.lookalikes import mixed, named, plain

if TYPE_CHECKING:
    from readouts.source.document import Document

MAX_BYTES = 1024 * 1024
"""No larger file is read."""

_BEGINNING = 400
"""Bytes that show whether each character has two of them."""

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates (Unicode TR 9)
    "\u2028\u2029"  # line and paragraph separators, which YAML 1.1 takes for line breaks
    "\ufdd0-\ufdef\ufeff\ufffe\uffff]"  # noncharacters and a byte order mark inside the text
)
_JOINED = "\u0600-\u06ff\u0700-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ufb50-\ufdcf\ufe70-\ufefc"
"""Scripts in which a sign that cannot be seen says whether two letters are joined: Arabic, those of India, Tibetan, Burmese, Khmer."""
_UNSEEN = re.compile(
    # What Unicode calls Default_Ignorable_Code_Point (DerivedCoreProperties.txt), but for those that some script needs:
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2060-\u2065\u206a-\u206f\u3164\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    "\u2800\ufff9-\ufffc"  # an empty pattern of Braille, and signs that stand for what is no text
    "\ue000-\uf8ff\U000f0000-\U0010ffff]"  # private use: every computer shows something else
    "|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b"  # a space without width, but where Thai, Lao, Burmese or Khmer end words with it
    f"|(?<![{_JOINED}])[\u200c\u200d]"  # signs that join letters, or part them
    "|(?<![\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\ufe00-\ufe0f\U000e0100-\U000e01ef]"  # forms of a character, but of Han
)
_DIRECTION = re.compile("[\u061c\u200e\u200f]")
"""Marks of direction, which only a line with a word from right to left needs."""
_FROM_RIGHT = re.compile("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_STRANGE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u2800\u3164\ue000-\uf8ff\ufe00-\ufe0f"
    "\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff\u0370-\u052f\u1f00-\u1fff]"
)
"""Any of these, or a letter that may stand among those of another script; most files have none."""
_MERGE = ("<<<<<<< ", "||||||| ", "=======", ">>>>>>> ")


def text_of(document: Document, raw: bytes) -> str | None:
    """The text of a file with line ends as in Unix; None where something was refused, so that it is not to be read on."""
    if len(raw) > MAX_BYTES:
        document.refuse((1, 1), "file-size", f"the file has {len(raw):,} bytes", "a record stays under 1 MiB; split it")
        return None
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or raw[:_BEGINNING].count(0) * 4 > len(raw[:_BEGINNING]):
        hint = "save it as UTF-8: in the editor under “Save as”, “Encoding”"
        document.refuse((1, 1), "file-encoding", "the file is in UTF-16", hint)
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").removeprefix("\ufeff")
        position = before.count("\n") + 1, len(before) - before.rfind("\n")
        hint = "save it as UTF-8: in the editor under “Save as”, “Encoding”"
        document.refuse(position, "file-encoding", f"byte 0x{raw[error.start]:02X} is not UTF-8 text", hint)
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    for number, line in enumerate(text.split("\n"), start=1) if _suspicious(text) else ():
        _refuse_in(document, number, line)
    return None if document.problems else text


def hidden(text: str) -> str | None:
    """What to say of a text that has a character nobody can see, or None."""
    found = _hidden(text)
    return f"the invisible character {named(found[0])} stands here" if found else None


def seen(text: str) -> str:
    """A text without the characters that `hidden` tells of, but for those of control, and without marks of direction: a part of it may not need them."""
    before = ""
    while before != text:  # what stood behind one may be the next
        before, text = text, _UNSEEN.sub("", _DIRECTION.sub("", text))
    return text


def _hidden(text: str) -> re.Match[str] | None:
    return _HIDDEN.search(text) or _UNSEEN.search(text) or (None if _FROM_RIGHT.search(text) else _DIRECTION.search(text))


def _suspicious(text: str) -> bool:
    """Whether the lines are worth looking at one by one."""
    strange = not text.isascii() and _STRANGE.search(text)
    return bool(
        strange
        or "\t" in text
        or _HIDDEN.search(text)
        or any(mark in text for mark in _MERGE)
        or text.startswith("%")
        or "\n%" in text
    )


def _refuse_in(document: Document, number: int, line: str) -> None:
    if line.startswith(_MERGE):
        hint = "two changes were not merged: keep the right lines and delete those that begin with <<<<<<<, |||||||, ======= or >>>>>>>"
        document.refuse((number, 1), "merge-conflict", "a mark of an unfinished merge stands here", hint)
    if line.startswith("%"):
        # Directives tell a reader to read otherwise, and libyaml takes a time that grows with the square of their number.
        hint = "delete the line; a text that begins with `%` goes in quotes behind its key"
        document.refuse((number, 1), "yaml-directive", "a line cannot begin with `%`", hint)
    if "\t" in line:
        before, _, _ = line.partition("\t")
        hint = "write a space instead" if before.strip() else "indent with two spaces for each level"
        document.refuse((number, len(before) + 1), "yaml-tab", "a tab stands here", hint)
    if found := _hidden(line):
        hint = "save the file with line ends of Unix (LF)" if found[0] == "\r" else "delete the character; it cannot be seen"
        message = f"the invisible character {named(found[0])} stands here"
        document.refuse((number, found.start() + 1), "yaml-character", message, hint)
    if found := mixed(line):
        message = f"{named(found[0])} stands among Latin letters"
        hint = (
            f"write “{plain(found[0])}”"
            if plain(found[0]).isascii()
            else "write the word in one script, or put a space between the two"
        )
        document.refuse((number, found.start() + 1), "yaml-character", message, hint)
