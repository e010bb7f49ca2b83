"""Blocks that Markdown has no words for: HTML, the same in both writers. All text is escaped here."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from readouts.render.blocks import Choices, Citations, Matrix, Picture, Raw
from readouts.render.urls import served


def written(block: Raw, page: str) -> str:
    """The HTML of a block on the page at a path. It holds no empty line, which would end it for Markdown."""
    match block:
        case Matrix():
            return "\n".join(_matrix(block, page))
        case Choices():
            return "\n".join(_choices(block))
        case Citations():
            return "\n".join(_citations(block))
        case Picture():
            return f'<figure class="ro-picture">\n{block.svg}\n<figcaption>{escape(block.caption)}</figcaption>\n</figure>'


def _matrix(block: Matrix, page: str) -> Iterator[str]:
    yield f'<div class="ro-scroll" role="region" tabindex="0" aria-label="{escape(block.caption)}">'
    yield f'<table class="ro-matrix"><caption>{escape(block.caption)}</caption>'
    head = "".join(
        f'<th scope="col"><a href="{escape(served(to, page))}"><span>{escape(name)}</span></a></th>'
        for name, to in block.columns
    )
    yield f'<thead><tr><th scope="col">{escape(block.corner)}</th>{head}</tr></thead>'
    yield "<tbody>"
    for (name, to), cells in block.rows:
        marks = "".join(_cell(cell.sign, cell.label, served(cell.to, page) if cell.to else "") for cell in cells)
        yield f'<tr><th scope="row"><a href="{escape(served(to, page))}">{escape(name)}</a></th>{marks}</tr>'
    yield "</tbody></table></div>"


def _cell(sign: str, label: str, address: str) -> str:
    if address:
        return f'<td><a href="{escape(address)}" aria-label="{escape(label)}">{escape(sign)}</a></td>'
    return f"<td>{escape(sign)}</td>"


def _choices(block: Choices) -> Iterator[str]:
    yield f'<form class="ro-choices" aria-label="{escape(block.label)}" hidden>'
    for name, label, options in block.fields:
        yield f'<label>{escape(label)} <select name="{name}"><option value="">all</option>'
        yield from (f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in options)
        yield "</select></label>"
    yield '<span role="status"></span></form>'


def _citations(block: Citations) -> Iterator[str]:
    yield f'<details class="ro-cite" data-address="{escape(block.address)}"><summary>Cite this record</summary>'
    for name, text in block.texts:
        tag = "pre" if "\n" in text or text.startswith("[") else "p"
        cls = "" if tag == "pre" else ' class="ro-citation"'
        yield f"<div><strong>{escape(name)}</strong><{tag}{cls}>{escape(text, quote=False)}</{tag}></div>"
    yield "</details>"
