"""HTML as blocks. It may be broken or hostile: nothing in it is followed, fetched or run.

lxml reads it, which mends what is broken as browsers do and takes no longer than in proportion to the page; the standard library’s
parser takes minutes for a megabyte of `<!--`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from readouts.editing.importing.page import Block, Page, Sort, seen, tidy

_UNREAD = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "nav",
        "footer",
        "form",
        "button",
        "select",
        "textarea",
    }
)
"""What is no part of the text."""
_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "ruby", "s", "small", "span"}
    | {"strong", "sub", "sup", "time", "u", "var", "wbr", "label", "acronym", "big", "tt"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt"})
_LISTED = {"a": tuple("abcdefghij"), "i": ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")}
"""How the first items of a list are numbered that is not numbered by digits; behind them, its numbers are digits, too."""


def read_markup(text: str) -> Page:
    """The blocks of a page in HTML."""
    reader = _Reader()
    parser = etree.HTMLParser(target=reader, remove_comments=True, remove_pis=True, no_network=True)
    try:
        parser.feed(seen(text))
        parser.close()
    except etree.XMLSyntaxError:
        return Page(())  # there is nothing in it
    return reader.page()


class _Reader:
    """Collects the text of what is between two breaks of the line; lxml calls its methods by their names."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.title, self.language = "", ""
        self.unread: list[str] = []
        """Open elements of which nothing is read, the outermost first."""
        self.dropped: set[str] = set()
        self.parts: list[str] = []
        self.linked = 0
        """Characters of the parts that are links."""
        self.links = 0
        self.in_title = False
        self.sort = Sort.TEXT
        self.lists: list[tuple[str, int]] = []
        """Open lists: how their items are numbered (nothing: they are not), and how many there were."""
        self.marker = ""

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Begin a block, unless the tag stands inside a line."""
        if tag == "html":
            self.language = given.get("lang", "")
        if self.unread:
            self.unread += [tag] if tag == self.unread[0] else []
        elif tag in _UNREAD:
            self._end()
            self.unread.append(tag)
            self.dropped.add(tag)
        elif tag == "title":
            self.in_title = True
        elif tag == "a":
            self.links += 1
        elif tag not in _INLINE:
            self._begin(tag, given)

    def end(self, tag: str) -> None:
        """End a block, unless the tag stands inside a line."""
        if self.unread:
            if tag == self.unread[0]:
                self.unread.pop()
        elif tag == "title":
            self.in_title = False
        elif tag == "a":
            self.links = max(0, self.links - 1)
        elif tag in ("ol", "ul"):
            self._end()
            self.lists = self.lists[:-1]
            self.marker = ""
        elif tag not in _INLINE and tag not in _VOID:
            self._end()
            self.sort, self.marker = Sort.TEXT, ""

    def data(self, text: str) -> None:
        """Add to the block."""
        if self.in_title:
            self.title += text
        elif not self.unread:
            self.parts.append(text)
            self.linked += len(text.strip()) if self.links else 0

    def _begin(self, tag: str, given: Mapping[str, str]) -> None:
        self._end()
        self.sort = Sort.TEXT
        if tag in ("ol", "ul"):
            start = given.get("start", "")
            first = int(start) if re.fullmatch(r"\d{1,3}", start) else 1
            self.lists.append(((given.get("type") or "1") if tag == "ol" else "", first - 1))
        elif tag == "li":
            self.sort = Sort.ITEM
            if self.lists:
                kind, count = self.lists[-1]
                self.lists[-1] = kind, count + 1
                self.marker = _marker(kind, count + 1)
            else:
                self.marker = "•"
        elif tag in _HEADINGS:
            self.sort = Sort.HEADING
        elif tag in ("figcaption", "caption"):
            self.sort = Sort.CAPTION

    def _end(self) -> None:
        text, linked = tidy("".join(self.parts)), self.linked
        self.parts, self.linked = [], 0
        if not text:
            return
        sort = Sort.LINK if linked >= len(text.replace(" ", "")) * 0.9 and self.sort is not Sort.HEADING else self.sort
        self.blocks.append(Block(sort, text, self.marker))
        self.marker = ""
        self.links = 0

    def close(self) -> None:
        """End the last block."""
        self._end()

    def page(self) -> Page:
        """What was read."""
        return Page(tuple(self.blocks), tidy(self.title), self.language, tuple(sorted(self.dropped)))


def _marker(kind: str, number: int) -> str:
    """What a browser prints before an item of a list."""
    if not kind:
        return "•"
    known = _LISTED.get(kind.lower(), ())
    text = known[number - 1] if 0 < number <= len(known) else str(number)
    return f"{text.upper() if kind in ('A', 'I') else text}."
