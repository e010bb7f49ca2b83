"""Pages as HTML: the same bytes that MkDocs makes of the Markdown, without parsing it.

`markdown.py` writes what any engine reads; this is its shortcut for the engine at hand. Python-Markdown sorts attributes by
name and wraps abbreviations wherever they stand as words; so does this. A test compares the two on every page.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from markdown.extensions.toc import nest_toc_tokens, slugify, strip_tags, unique

from readouts.render.blocks import (
    Block,
    Choices,
    Citations,
    Code,
    Division,
    Facts,
    Heading,
    Inline,
    Items,
    Link,
    Matrix,
    Page,
    Paragraph,
    Picture,
    Span,
    Strong,
    Table,
    Target,
    anchors,
)
from readouts.render.markdown import ENTITIES, SPECIAL
from readouts.render.raw import written
from readouts.render.urls import served

if TYPE_CHECKING:
    from markdown.extensions.toc import _FlatTocToken as _FlatToken
    from markdown.extensions.toc import _TocToken as Token

BY_HAND = ("search/index.md",)
"""Pages that people write and generated pages lead to."""

TOC_DEPTH = 3
"""Headings down to this level are in the table of contents; `toc_depth` in `mkdocs.yml`."""

_TEXT = str.maketrans(ENTITIES)
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a page's shell is filled with."""

    content: str
    toc: list[Token]
    """The headings as Python-Markdown's `toc` nests them: level, id, name, children."""


def fragment(page: Page, known: Container[str] | None = None) -> Fragment:
    """The HTML of a page's blocks and its table of contents.

    Raises:
        ValueError: where the page links to none of the known pages.
    """
    return _Writer(page, known).write()


class _Writer:
    def __init__(self, page: Page, known: Container[str] | None) -> None:
        self.known = known
        self.page = page
        self.ids = set(anchors(page.blocks))
        self.tokens: list[_FlatToken] = []
        self.long = dict(page.abbreviations)
        self.short = _abbreviations(self.long)

    def write(self) -> Fragment:
        content = "\n".join(self.blocks(self.page.blocks)).rstrip("\n")
        return Fragment(content, nest_toc_tokens(self.tokens))

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:  # noqa: C901  # one case for each kind of block
        for block in blocks:
            match block:
                case Paragraph():
                    yield f"<p{_attributes(block.anchor, block.cls)}>{self.line(block.content)}</p>"
                case Division():
                    yield f'<div class="{block.cls}">'
                    yield from self.blocks(block.blocks)
                    yield "</div>"
                case Items():
                    yield "<ul>"
                    for item in block.items:
                        yield f"<li{_attributes(item.anchor, item.cls)}>{self.line(item.content)}</li>"
                    yield "</ul>"
                case Facts():
                    yield "<dl>"
                    for term, values in block.rows:
                        yield f"<dt>{self.line((term,))}</dt>"
                        yield from (f"<dd>{self.line(value)}</dd>" for value in values)
                    yield "</dl>"
                case Heading():
                    yield self.heading(block)
                case Table():
                    yield "<table>\n<thead>\n<tr>"
                    yield from (f"<th>{self.text(cell)}</th>" for cell in block.head)
                    yield "</tr>\n</thead>\n<tbody>"
                    for row in block.rows:
                        yield "<tr>"
                        yield from (f"<td>{self.line(cell)}</td>" for cell in row)
                        yield "</tr>"
                    yield "</tbody>\n</table>"
                case Matrix() | Choices() | Picture() | Citations():
                    yield written(block, self.page.path) + "\n"  # Markdown keeps the end of the line

    def heading(self, block: Heading) -> str:
        content = self.line(block.content)
        name = strip_tags(content)
        anchor = block.anchor or unique(slugify(unescape(name), "-"), self.ids)
        if block.level <= TOC_DEPTH:
            self.tokens.append({"level": block.level, "id": anchor, "name": name})
        return f"<h{block.level}{_attributes(anchor, block.cls)}>{content}</h{block.level}>"

    def line(self, content: Iterable[Inline]) -> str:
        text = self.inlines(content).strip()
        return f"&#58;{text[1:]}" if text.startswith(":") else text

    def inlines(self, content: Iterable[Inline]) -> str:
        return "".join(map(self.inline, content))

    def inline(self, inline: Inline) -> str:
        match inline:
            case str():
                return self.text(inline)
            case Span():
                cls = f' class="{inline.cls}"' if inline.cls else ""
                lang = f' lang="{inline.lang}"' if inline.lang else ""
                return f"<span{cls}{lang}>{self.inlines(inline.content)}</span>"
            case Link():
                label = f' aria-label="{inline.label}"' if inline.label else ""
                cls = f' class="{inline.cls}"' if inline.cls else ""
                return f'<a{label}{cls} href="{self.address(inline.to)}">{self.inlines(inline.content)}</a>'
            case Strong():
                return f"<strong>{self.text(inline.text)}</strong>" if inline.text.strip() else self.text(inline.text)
            case Code():
                return f"<code>{self.text(inline.text)}</code>"

    def text(self, text: str) -> str:
        if not self.short:
            return text.translate(_TEXT)
        parts = self.short.split(text)
        return "".join(
            f'<abbr title="{self.long[part].translate(_ATTRIBUTE)}">{part}</abbr>' if number % 2 else part.translate(_TEXT)
            for number, part in enumerate(parts)
        )

    def address(self, to: Target | str) -> str:
        if isinstance(to, str):
            return re.sub(r"[()\[\]]", lambda found: f"%{ord(found[0]):02X}", to).translate(_ATTRIBUTE)
        if self.known is not None and to.page not in self.known and to.page not in (None, self.page.path, *BY_HAND):
            message = f"{self.page.path} links to {to.page}, which is no page"
            raise ValueError(message)
        return served(to, self.page.path).translate(_ATTRIBUTE)


def _abbreviations(short: Iterable[str]) -> re.Pattern[str] | None:
    """Finds the short forms where Markdown does: as words, the longest first. The underscore is no letter there."""
    ordered = sorted((each for each in short if not SPECIAL.search(each)), key=len, reverse=True)
    if not ordered:
        return None
    return re.compile(rf"(?<![^\W_])({'|'.join(map(re.escape, ordered))})(?![^\W_])")


def _attributes(anchor: str, cls: str) -> str:
    return (f' class="{cls}"' if cls else "") + (f' id="{anchor}"' if anchor else "")
