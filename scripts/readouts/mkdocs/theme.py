"""Whole pages: the theme's page rendered once for each shape of page, with placeholders for what varies, and filled in.

A shape is all that the theme's templates can see of a page apart from its texts: in which folder at the top it lies and how
deep (or, in the navigation, which page it is), how its table of contents is nested, and which keys its front matter has. The
first page of each shape is rendered both ways; where the two differ (a new theme may use a text in a way not foreseen here),
pages of that shape are rendered whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urljoin

from mkdocs.commands.build import get_context
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from readouts.archive.fingerprints import fingerprint
from readouts.build.outputs import Output
from readouts.build.state import code
from readouts.mkdocs.engine import engine
from readouts.mkdocs.files import PreRenderedFile
from readouts.render.html import fragment
from readouts.render.markdown import front_matter
from readouts.render.urls import file as file_in_site
from readouts.render.urls import url

if TYPE_CHECKING:
    import jinja2
    from markdown.extensions.toc import _TocToken as Token
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

    from readouts.render.blocks import Page

Render: TypeAlias = "Callable[[Blank], str]"
"""Renders a page with the theme's templates."""

HeadingTree: TypeAlias = "tuple[tuple[int, HeadingTree], ...]"
"""Levels of headings, nested."""

FILLED = ("title", "description", "head")
"""Keys of the front matter whose texts vary from page to page."""

ELSEWHERE = (
    {"config_file_path", "docs_dir", "site_dir", "dev_addr", "watch", "strict"}
    | {"hooks", "plugins"}
    | {"exclude_docs", "draft_docs", "not_in_nav"}
)
"""Settings whose value shapes no page: where things lie on this machine, what code runs (`engine`, `code`), which files are pages."""

_PLACEHOLDER = re.compile(r"(?:<h1>)?readouts-([a-z]+)-(\d+)-mark(?:</h1>)?")


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
class Frames:
    """The theme’s page for each shape, and pages filled into it."""

    render: Render
    address: Callable[[str], str]
    """The canonical address of the page at a path; empty where the site has none."""
    alone: Collection[str]
    """Paths of pages that are each a shape of their own: those in the navigation."""
    known: Callable[[], list[str]]
    """Which pages and files of other formats there are now, for checking links; another list whenever that changes."""
    strange: set[object] = field(default_factory=set)
    """Shapes that have to be rendered whole."""
    _listed: list[str] = field(default_factory=list)
    _pages: frozenset[str] = frozenset()
    _parts: dict[object, list[tuple[str, str, int]]] = field(default_factory=dict)

    def around(self, page: Page) -> str:
        """The whole HTML of a page."""
        if (listed := self.known()) is not self._listed:
            self._listed, self._pages = listed, frozenset(listed)
        made = fragment(page, self._pages)
        meta = front_matter(page)
        at = url(page.path)
        place = page.path if page.path in self.alone else (at.partition("/")[0], at.count("/"))
        shape = (
            place,
            "head" in meta,
            _heading_tree(made.toc),
            tuple((key, str(meta[key])) for key in meta if key not in FILLED),
        )
        blank = Blank(page.path, meta, made.content, made.toc)
        if shape in self.strange:
            return self.render(blank)
        first = shape not in self._parts
        if first:
            self._parts[shape] = list(_split(self.render(_blanked(blank))))
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


def _heading_tree(toc: list[Token]) -> HeadingTree:
    return tuple((token["level"], _heading_tree(token["children"])) for token in toc)


def _flat(toc: list[Token]) -> Iterator[Token]:
    for token in toc:
        yield token
        yield from _flat(token["children"])


def _placeholder(name: str, number: int = 0) -> str:
    return f"readouts-{name}-{number}-mark"


def _blanked(blank: Blank) -> Blank:
    """The same shape with placeholders for texts."""
    meta = {key: _placeholder(key) if key in FILLED else value for key, value in blank.meta.items()}
    numbers = iter(range(10**6))
    return Blank(
        blank.path, meta, f"<h1>{_placeholder('content')}</h1>", _blanked_toc(blank.toc, numbers), _placeholder("address")
    )


def _blanked_toc(toc: list[Token], numbers: Iterator[int]) -> list[Token]:
    marked = []
    for token in toc:
        number = next(numbers)
        children = _blanked_toc(token["children"], numbers)
        marked.append(token | {"name": _placeholder("name", number), "id": _placeholder("id", number), "children": children})
    return marked


def _split(html: str) -> Iterator[tuple[str, str, int]]:
    """Literal text, then the placeholder after it: what it stands for and its number; an empty name at the end."""
    position = 0
    for found in _PLACEHOLDER.finditer(html):
        yield html[position : found.start()], found[1], int(found[2])
        position = found.end()
    yield html[position:], "", 0


def _filled(parts: list[tuple[str, str, int]], texts: Mapping[str, list[str]]) -> Iterator[str]:
    for literal, name, number in parts:
        yield literal
        if name:
            yield texts[name][number]


def site_output(config: MkDocsConfig, env: jinja2.Environment, nav: Navigation, known: Callable[[], list[str]]) -> Output:
    """The site as an output of whole pages. `known` tells which pages and files there are, for checking links."""
    in_nav = {page.file.src_uri: page for page in nav.pages}

    def render(blank: Blank) -> str:
        page = in_nav.get(blank.path) or MkDocsPage(None, PreRenderedFile.at(blank.path, config), config)
        page.meta, page.content, page.markdown, page.toc = dict(blank.meta), blank.content, "", get_toc(blank.toc)
        own = page.canonical_url
        page.canonical_url = blank.address if own and blank.address else own
        page.active = True
        output: str = env.get_template("main.html").render(get_context(nav, [], config, page))
        page.active, page.canonical_url = False, own
        return output

    def address(path: str) -> str:
        return urljoin(config.site_url, url(path).removeprefix("./")) if config.site_url else ""

    frames = Frames(render, address, frozenset(in_nav), known)
    return Output(Path(config.site_dir), file_in_site, frames.around, _shape(config, nav))


def _shape(config: MkDocsConfig, nav: Navigation) -> int:
    """A fingerprint of what shapes all pages alike: the code, the engine, the settings, the overrides, the navigation."""
    own = config.theme.custom_dir
    overrides = sorted(path for path in Path(own).rglob("*") if path.is_file()) if own else []
    titles = [(page.title, page.url) for page in nav.pages]
    settings = [(key, _plain(value)) for key, value in sorted(config.items()) if key not in ELSEWHERE]
    return fingerprint(code(), engine(config), [path.read_bytes() for path in overrides], titles, settings)


def _plain(setting: object) -> object:
    """A setting, which may be an object of MkDocs's own, as data that has a fingerprint."""
    if isinstance(setting, Mapping):
        return [(str(key), _plain(value)) for key, value in setting.items()]
    if isinstance(setting, (list, tuple)):
        return [_plain(each) for each in setting]
    if isinstance(setting, partial):
        return [_plain(setting.func), _plain(setting.args), _plain(setting.keywords)]
    if isinstance(setting, FunctionType):  # as text it has its place in memory
        return f"{setting.__module__}.{setting.__qualname__}"
    return setting if setting is None or isinstance(setting, (str, int, float)) else str(setting)
