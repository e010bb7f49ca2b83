"""Whole pages: the theme's page rendered once for each shape of page, with marks in place of what varies, and filled in.

A shape is all that the theme's templates can see of a page apart from its texts: in which folder at the top it lies and how
deep (or, in the navigation, which page it is), how its table of contents is nested, and which keys its front matter has. The
first page of each shape is rendered both ways; where the two differ (a new theme may use a text in a way not foreseen here),
pages of that shape are rendered whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from readouts.render.html import fragment
from readouts.render.markdown import front_matter
from readouts.render.urls import url

if TYPE_CHECKING:
    from markdown.extensions.toc import _TocToken as Token

    from readouts.render.blocks import Page

Render: TypeAlias = "Callable[[Blank], str]"
"""Renders a page with the theme's templates."""

Outline: TypeAlias = "tuple[tuple[int, Outline], ...]"
"""Levels of headings, nested."""

FILLED = ("title", "description", "head")
"""Keys of the front matter whose texts vary from page to page."""

_MARK = re.compile(r"(?:<h1>)?readouts-([a-z]+)-(\d+)-mark(?:</h1>)?")


@dataclass(frozen=True, slots=True)
class Blank:
    """What the theme's templates see of a page."""

    path: str
    meta: Mapping[str, object]
    content: str
    toc: list[Token]
    address: str | None = None
    """Stands for the page's canonical address, if it has one."""


@dataclass(slots=True)
class Shells:
    """Rendered shapes, and pages filled into them."""

    render: Render
    address: Callable[[str], str]
    """The canonical address of the page at a path; empty where the site has none."""
    alone: Collection[str]
    """Paths of pages that are each a shape of their own: those in the navigation."""
    known: Callable[[], list[str]]
    """Which pages there are now, for checking links; another list whenever that changes."""
    strange: set[object] = field(default_factory=set)
    """Shapes that have to be rendered whole."""
    _listed: list[str] = field(default_factory=list)
    _pages: frozenset[str] = frozenset()
    _parts: dict[object, list[tuple[str, str, int]]] = field(default_factory=dict)

    def fill(self, page: Page) -> str:
        """The whole HTML of a page."""
        if (listed := self.known()) is not self._listed:
            self._listed, self._pages = listed, frozenset(listed)
        made = fragment(page, self._pages)
        meta = front_matter(page)
        at = url(page.path)
        place = page.path if page.path in self.alone else (at.partition("/")[0], at.count("/"))
        shape = (place, "head" in meta, _outline(made.toc), tuple((key, str(meta[key])) for key in meta if key not in FILLED))
        blank = Blank(page.path, meta, made.content, made.toc)
        if shape in self.strange:
            return self.render(blank)
        first = shape not in self._parts
        if first:
            self._parts[shape] = list(_split(self.render(_marked(blank))))
        texts = {key: [str(meta[key])] for key in FILLED if key in meta} | {"content": [made.content]}
        texts |= {"address": [self.address(page.path)], "name": [], "id": []}
        for token in _flat(made.toc):
            texts["name"].append(token["name"])
            texts["id"].append(token["id"])
        filled = "".join(_filled(self._parts[shape], texts))
        if first and filled != (whole := self.render(blank)):
            self.strange.add(shape)
            return whole
        return filled


def _outline(toc: list[Token]) -> Outline:
    return tuple((token["level"], _outline(token["children"])) for token in toc)


def _flat(toc: list[Token]) -> Iterator[Token]:
    for token in toc:
        yield token
        yield from _flat(token["children"])


def _mark(name: str, number: int = 0) -> str:
    return f"readouts-{name}-{number}-mark"


def _marked(blank: Blank) -> Blank:
    """The same shape with marks in place of texts."""
    meta = {key: _mark(key) if key in FILLED else value for key, value in blank.meta.items()}
    numbers = iter(range(10**6))
    return Blank(blank.path, meta, f"<h1>{_mark('content')}</h1>", _marked_toc(blank.toc, numbers), _mark("address"))


def _marked_toc(toc: list[Token], numbers: Iterator[int]) -> list[Token]:
    marked = []
    for token in toc:
        number = next(numbers)
        children = _marked_toc(token["children"], numbers)
        marked.append(token | {"name": _mark("name", number), "id": _mark("id", number), "children": children})
    return marked


def _split(html: str) -> Iterator[tuple[str, str, int]]:
    """Literal text, then the mark after it: what it stands for and its number; an empty name at the end."""
    position = 0
    for found in _MARK.finditer(html):
        yield html[position : found.start()], found[1], int(found[2])
        position = found.end()
    yield html[position:], "", 0


def _filled(parts: list[tuple[str, str, int]], texts: Mapping[str, list[str]]) -> Iterator[str]:
    for literal, name, number in parts:
        yield literal
        if name:
            yield texts[name][number]
