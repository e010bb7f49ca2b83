"""Pages as HTML: the same bytes that MkDocs makes of the Markdown, without parsing it.

`markdown.py` writes what any engine reads; this is its shortcut for the engine at hand. Python-Markdown sorts attributes by
name and wraps abbreviations wherever they stand as words; so does this. A test compares the two on every page.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from itertools import groupby
from typing import TYPE_CHECKING

from markdown.extensions.toc import nest_toc_tokens, slugify, strip_tags, unique

from readouts.render import pictures
from readouts.render.blocks import (
    Block,
    Cell,
    Choices,
    Citation,
    Citations,
    Code,
    Division,
    Excerpt,
    Facts,
    Fold,
    Grid,
    Heading,
    Inline,
    Items,
    Link,
    Matrix,
    Page,
    Paragraph,
    Raw,
    Span,
    Strong,
    Switch,
    Table,
    Target,
    anchors,
)
from readouts.render.charts import Bars, Map, Strip
from readouts.render.escaping import SPECIAL, in_attribute, in_html
from readouts.render.urls import WRITTEN, in_markup, served

if TYPE_CHECKING:
    from markdown.extensions.toc import _FlatTocToken as _FlatToken
    from markdown.extensions.toc import _TocToken as Token

TOC_DEPTH = 3
"""Headings down to this level are in the table of contents; `toc_depth` in `mkdocs.yml`."""


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

    def blocks(self, blocks: Iterable[Block], after_raw: str = "\n") -> Iterator[str]:  # noqa: C901  # one case for each kind of block
        for block in blocks:
            match block:
                case Paragraph():
                    yield f"<p{_attributes(block.anchor, block.cls)}>{self.line(block.content)}</p>"
                case Division():
                    yield f'<div class="{block.cls}">'
                    yield from self.blocks(block.blocks, after_raw="")
                    yield "</div>"
                case Fold():
                    yield f'<details class="ro-fold">\n<summary>{in_html(block.summary)}</summary>'
                    yield from self.blocks(block.blocks, after_raw="")
                    yield "</details>"
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
                case Matrix() | Grid() | Choices() | Strip() | Bars() | Map() | Citations() | Switch() | Excerpt():
                    yield raw(block, self.page.path) + after_raw  # Markdown keeps the end of the line, but inside of something

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
            return in_html(text)
        parts = self.short.split(text)
        return "".join(
            f'<abbr title="{in_attribute(self.long[part])}">{part}</abbr>' if number % 2 else in_html(part)
            for number, part in enumerate(parts)
        )

    def address(self, to: Target | str) -> str:
        if isinstance(to, str):
            return in_attribute(re.sub(r"[()\[\]]", lambda found: f"%{ord(found[0]):02X}", to))
        if self.known is not None and to.page not in self.known and to.page not in (None, self.page.path, *WRITTEN):
            message = f"{self.page.path} links to {to.page}, which is no page and no file"
            raise ValueError(message)
        return in_attribute(served(to, self.page.path))


def _abbreviations(short: Iterable[str]) -> re.Pattern[str] | None:
    """Finds the short forms where Markdown does: as words, the longest first. The underscore is no letter there."""
    ordered = sorted((each for each in short if not SPECIAL.search(each)), key=len, reverse=True)
    if not ordered:
        return None
    return re.compile(rf"(?<![^\W_])({'|'.join(map(re.escape, ordered))})(?![^\W_])")


def _attributes(anchor: str, cls: str) -> str:
    return (f' class="{cls}"' if cls else "") + (f' id="{anchor}"' if anchor else "")


def raw(block: Raw, page: str) -> str:
    """The HTML of a block that Markdown has no words for, on the page at a path: the same in both writers.

    It holds no empty line, which would end it for Markdown.
    """
    match block:
        case Matrix():
            lines = _matrix(block, page)
        case Grid():
            lines = _grid(block, page)
        case Choices():
            lines = _choices(block)
        case Citations():
            lines = _citations(block)
        case Switch():
            lines = _switch(block)
        case Excerpt():
            lines = _excerpt(block)
        case Strip() | Bars() | Map():
            lines = pictures.lines(block, page)
    return "\n".join(lines)


def _switch(block: Switch) -> Iterator[str]:
    box = f'<input type="checkbox" id="ro-{block.name}" checked autocomplete="off">'
    yield f'<p class="ro-switch">{box}<label for="ro-{block.name}">{escape(block.label)}</label></p>'


def _excerpt(block: Excerpt) -> Iterator[str]:
    yield f'<pre class="ro-excerpt">{escape(block.line, quote=False)}'
    yield f'<span aria-hidden="true">{escape(block.pointer, quote=False)}</span></pre>'


def _matrix(block: Matrix, page: str) -> Iterator[str]:
    yield f'<div class="ro-scroll" role="region" tabindex="0" aria-label="{escape(block.caption)}">'
    yield f'<table class="ro-matrix"><caption>{escape(block.caption)}</caption>'
    groups = [(name, len(list(columns))) for name, columns in groupby(block.columns, key=lambda column: column.group)]
    over = "".join(f'<th scope="colgroup" colspan="{number}">{escape(name)}</th>' for name, number in groups)
    yield f'<thead><tr><th scope="col" rowspan="2">{escape(block.corner)}</th>{over}</tr>'
    head = "".join(
        f'<th scope="col"><a href="{escape(in_markup(each.to, page))}" aria-label="{escape(each.label)}">'
        f"{escape(each.name)}{'' if sure else '*'}</a></th>"
        for each, sure in zip(block.columns, block.sure, strict=True)
    )
    yield f"<tr>{head}</tr></thead>"
    yield "<tbody>"
    for (name, to), cells in block.rows:
        marks = "".join(_cell(cell, page, sure=sure) for cell, sure in zip(cells, block.sure, strict=True))
        yield f'<tr><th scope="row"><a href="{escape(in_markup(to, page))}">{escape(name)}</a></th>{marks}</tr>'
    yield "</tbody></table></div>"


def _cell(cell: Cell, page: str, *, sure: bool) -> str:
    cls = f' class="ro-shade-{cell.shade}"' if cell.shade else "" if sure else ' class="ro-unsure"'
    label = f' aria-label="{escape(cell.label)}"' if cell.label else ""
    if cell.to is None:
        return f"<td{cls}{label}>{escape(cell.sign)}</td>"
    return f'<td{cls}><a href="{escape(in_markup(cell.to, page))}"{label}>{escape(cell.sign)}</a></td>'


def _grid(block: Grid, page: str) -> Iterator[str]:
    yield f'<div class="ro-latest-end" role="region" tabindex="0" aria-label="{escape(block.caption)}">'
    yield f'<table class="ro-grid"><caption>{escape(block.caption)}</caption>'
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in (block.corner, *block.columns))
    yield f"<thead><tr>{head}</tr></thead>"
    yield "<tbody>"
    for (name, to), cells in block.rows:
        marks = "".join(_cell(cell, page, sure=True) for cell in cells)
        here = to.page == page  # a page does not lead to itself
        row = escape(name) if here else f'<a href="{escape(in_markup(to, page))}">{escape(name)}</a>'
        yield f'<tr><th scope="row">{row}</th>{marks}</tr>'
    yield "</tbody></table></div>"


def _choices(block: Choices) -> Iterator[str]:
    yield f'<form class="ro-choices" aria-label="{escape(block.label)}" hidden>'
    for name, label, options in block.fields:
        yield f'<label>{escape(label)} <select name="{name}"><option value="">all</option>'
        yield from (f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options)
        yield "</select></label>"
    yield '<span role="status"></span></form>'


def _citations(block: Citations) -> Iterator[str]:
    address = f' data-address="{escape(block.address)}"' if block.address else ""
    yield f'<details class="ro-cite"{address}>'
    yield f"<summary>{escape(block.label)}</summary>"
    for each in block.texts:
        tag = "pre" if "\n" in each.text or each.text.startswith("[{") else "p"
        cls = "" if tag == "pre" else ' class="ro-citation"'
        yield f"<div><strong>{escape(each.style)}</strong><{tag}{cls}>{_citation(each)}</{tag}></div>"
    yield "</details>"


def _citation(each: Citation) -> str:
    if each.at < 0:
        return escape(each.text, quote=False)
    slot = f'<span data-locator="{escape(each.around)}"></span>'
    return escape(each.text[: each.at], quote=False) + slot + escape(each.text[each.at :], quote=False)
