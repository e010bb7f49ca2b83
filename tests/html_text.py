"""The text of an HTML page as a person reads it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_APART = {"p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "div", "ul", "tr", "title", "nav"}
_VOID = {"br", "hr", "img", "input", "link", "meta"}


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.hidden += tag in ("script", "style")
        if tag in _APART or tag in _VOID:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")
        if tag in _APART:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def lines(html: str) -> list[str]:
    """The lines of text of some HTML, with runs of white space as one space."""
    parser = _Texts()
    parser.feed(html)
    parser.close()
    found = (squeezed(line) for line in "".join(parser.parts).split("\n"))
    return [line for line in found if line]


def tags(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """Every opening tag and its attributes."""
    parser = _Texts()
    parser.feed(html)
    return parser.tags


def squeezed(text: str) -> str:
    """The text with runs of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()
