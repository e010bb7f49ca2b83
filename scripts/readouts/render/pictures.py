"""Pictures as HTML and SVG. They take the colours of the page, and need neither a script nor a library.

Whatever has no area of its own, a position or a length, is a share of the width, so that a picture fits the screen it is on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from readouts.render.charts import Bar, Bars, Dot, Line, Map, Mark, Strip
from readouts.render.urls import in_markup

_WIDEST = 0.8
"""Share of its cell that the longest bar takes; the number stands behind it."""

_CLAUSE = re.compile("[.;]")
"""Where the first clause of a caption ends, which names the picture."""


def lines(picture: Strip | Bars | Map, page: str) -> Iterator[str]:
    """The HTML of a picture on the page at a path, without an empty line."""
    match picture:
        case Bars():
            yield from _bars(picture, page)
        case Strip() | Map():
            name = escape(_CLAUSE.split(picture.caption, maxsplit=1)[0])
            wide = " ro-wide" if isinstance(picture, Strip) else ""
            yield f'<figure class="ro-picture{wide}" aria-label="{name}">'
            yield from _strip(picture, page) if isinstance(picture, Strip) else _map(picture, page)
            yield f"<figcaption>{escape(picture.caption)}</figcaption>"
            yield "</figure>"


def _strip(strip: Strip, page: str) -> Iterator[str]:
    yield '<div class="ro-strip">'
    years = "".join(
        f'<line x1="{_share(at)}" x2="{_share(at)}" y2="100%"/><text x="{_share(at)}" y="100%" dx="4" dy="-4">{escape(name)}</text>'
        for at, name in strip.years
    )
    yield f'<svg class="ro-scale" aria-hidden="true">{years}</svg>'
    for row in strip.rows:
        spans = "".join(
            f'<rect x="{_share(begin)}" width="{_share(max(0, end - begin))}" y="10" height="10"/>' for begin, end in row.spans
        )
        marks = "".join(_mark(mark, page) for mark in row.marks)
        yield f'<div><span>{escape(row.name)}</span><svg height="30">{spans}{marks}</svg></div>'
    yield "</div>"


def _mark(mark: Mark, page: str) -> str:
    """A dot, or a diamond for a milestone."""
    at = _share(mark.at)
    drawn = f'<svg x="{at}"><path d="M0,7l8,8-8,8-8-8z"/></svg>' if mark.shape else f'<circle cx="{at}" cy="15" r="6"/>'
    return f'<a href="{escape(in_markup(mark.to, page))}"><title>{escape(mark.label)}</title>{drawn}</a>'


def _share(share: float) -> str:
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"


def _bars(bars: Bars, page: str) -> Iterator[str]:
    """An element of the table on each line, as Markdown has it inside of something."""
    yield '<table class="ro-bars">'
    yield f"<caption>{escape(bars.caption)}</caption>"
    yield "<thead>\n<tr>"
    yield from (f'<th scope="col">{escape(name)}</th>' for name in bars.head)
    yield "</tr>\n</thead>\n<tbody>"
    for (name, to), row in bars.rows:
        first = f'<a href="{escape(in_markup(to, page))}">{escape(name)}</a>' if to else escape(name)
        yield f'<tr>\n<th scope="row">{first}</th>'
        yield from (_bar(bar, bars.most, page) for bar in row)
        yield "</tr>"
    yield "</tbody>\n</table>"


def _bar(bar: Bar, most: int, page: str) -> str:
    if not bar.number:
        return "<td></td>"
    drawn = f'<svg width="{_share(bar.number / most * _WIDEST)}"></svg>'  # no style: the site's policy allows none in a page
    if not bar.to:
        return f"<td><span>{drawn}{bar.number}</span></td>"
    label = f' aria-label="{escape(bar.label)}"' if bar.label else ""
    return f'<td><a href="{escape(in_markup(bar.to, page))}"{label}>{drawn}{bar.number}</a></td>'


def _map(drawn: Map, page: str) -> Iterator[str]:
    width, height = drawn.size
    yield f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" class="ro-map" xmlns="http://www.w3.org/2000/svg">'
    yield f'<path class="ro-land" transform="scale(.1)" d="{drawn.land}"/>'
    yield from (_line(each, page) for each in drawn.lines)
    yield from (_dot(each, page) for each in drawn.dots)
    for name in drawn.names:
        cls = ("ro-narrow" if name.narrow else "ro-broad") + (" ro-before" if name.before else "")
        yield f'<text class="{cls}" x="{name.x:.1f}" y="{name.y:.1f}" aria-hidden="true">{escape(name.text)}</text>'
    yield "</svg>"


def _line(line: Line, page: str) -> str:
    """An arc, which bends to the north: a straight line would lie on others."""
    x1, y1, x2, y2 = line.ends
    bent = f"M{x1:.1f},{y1:.1f} Q{(x1 + x2) / 2:.1f},{min(y1, y2) - abs(x2 - x1) / 5:.1f} {x2:.1f},{y2:.1f}"
    return _link(line.label, f'class="ro-line" href="{escape(in_markup(line.to, page))}"', f'<path d="{bent}"/>')


def _dot(dot: Dot, page: str) -> str:
    at = f'cx="{dot.x:.1f}" cy="{dot.y:.1f}"'
    inner = f'<circle class="ro-inner" {at} r="{dot.inner:.1f}"/>' if dot.inner else ""
    drawn = f'<circle {at} r="{dot.radius:.1f}"/>{inner}'
    return _link(dot.label, f'id="{escape(dot.anchor)}" href="{escape(in_markup(dot.to, page))}"', drawn)


def _link(label: str, attributes: str, drawn: str) -> str:
    return f'<a {attributes} aria-label="{escape(label)}"><title>{escape(label)}</title>{drawn}</a>'
