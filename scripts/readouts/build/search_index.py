"""The index of the search, made by Pagefind: of each page no more than what deserves to be found, and each passage with its address.

Pagefind reads HTML. Of the site's own pages most is shell and lists, so it is given small ones beside them: a heading for each
passage, facets and names as its `data-pagefind-…` attributes (https://pagefind.app/docs). They are written only where they changed;
the index is made anew when any of them did.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from markdown import markdown

from readouts.archive.fingerprints import fingerprint
from readouts.build.files import handwritten, remove, replace_bytes
from readouts.build.outputs import Output
from readouts.build.state import code
from readouts.render.search_entry import Facet, Meta
from readouts.render.urls import file as file_in_site

if TYPE_CHECKING:
    from readouts.build.options import Options
    from readouts.render.blocks import Page

BUNDLE = "pagefind"
"""The folder of the index in the site."""

EVERY = "everyrecord"
"""A word on every page: asked for no word at all, Pagefind would load its whole index."""

PASSAGE = "h4"
"""The element that names a passage."""

DATE = "date"
"""What results can be sorted by."""

_KEY = "made-from"
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_EXTENSIONS = ["abbr", "attr_list", "def_list", "md_in_html", "tables", "toc"]
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js", "wasm.unknown.*")
"""What Pagefind adds for those who use its own forms, or pages in no language that it knows."""


class SearchError(Exception):
    """The index could not be made."""


def _html(page: Page) -> str:
    if page.indexed is None:
        return ""
    found = page.indexed
    lines = [*_about(found.kind), *(_filter(name, value) for name, value in found.facets)]
    lines += [_meta("names", ", ".join(found.names))] if found.names else []
    lines += [_told("sort", f"{DATE}:{found.date}")] if found.date else []
    lines += [f"<p>{escape(found.text)}</p>"] if found.text else []
    for passage in found.passages:
        lines += [
            f'<{PASSAGE} id="{escape(passage.anchor)}">{escape(passage.title)}</{PASSAGE}>',
            f"<p>{escape(passage.text)}</p>",
        ]
    return _document(page.title, lines)


def _document(title: str, lines: list[str]) -> str:
    # “Japan–Peru” is one word to Pagefind, and “Peru” would not find it.
    apart = f"<h1>{escape(title.replace('–', ' – '))}</h1>{_meta('shown', title)}"
    head = f'<!doctype html><html lang="en"><body data-pagefind-body>{apart}<p>{EVERY}</p>'
    return "\n".join([head, *lines, "</body></html>", ""])


def _about(kind: str) -> list[str]:
    return [_filter("type", kind), _meta("type", kind)]


def _filter(name: Facet, value: str) -> str:
    return _told("filter", f"{name}:{value}")


def _meta(name: Meta, value: str) -> str:
    return _told("meta", f"{name}:{value}")


def _told(attribute: str, value: str) -> str:
    return f'<i data-pagefind-{attribute}="{escape(value)}"></i>'


class SearchIndex:
    """The index of one site."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.output = Output(options.cache / "search", file_in_site, _html)
        """What is to be found of the generated pages."""
        self._by_hand: dict[str, str] = {}
        """Text of a hand-written page → what is to be found of it."""

    def make(self) -> bool:
        """Make the index, if anything to be found in it changed; whether it did.

        Raises:
            SearchError: where Pagefind fails; an index that was there stays.
        """
        pages, site = self.output, self.options.site
        by_hand = list(self._handwritten())
        known = dict(pages.made)  # at once: a save may be writing pages
        found = fingerprint(code(), sorted((path, made[0]) for path, made in known.items()), by_hand)
        bundle, key = site / BUNDLE, f"{found:016x}".encode()
        if (bundle / _KEY).exists() and (bundle / _KEY).read_bytes() == key:
            return False
        for path, text in by_hand:
            replace_bytes(pages.folder / path, text.encode())
        wanted = {*map(file_in_site, known), *(path for path, _ in by_hand)}
        for file in list(pages.folder.rglob("*.html")):  # of pages that people removed, and of builds nobody remembers
            if file.relative_to(pages.folder).as_posix() not in wanted:
                remove(str(file), pages.folder)
        made = site / f".{BUNDLE}.tmp"
        shutil.rmtree(made, ignore_errors=True)
        try:
            _pagefind(pages.folder, made)
            for pattern in _UNUSED:
                for unused in made.glob(pattern):
                    unused.unlink()
            replace_bytes(made / _KEY, key)
            shutil.rmtree(bundle, ignore_errors=True)
            made.replace(bundle)
        finally:
            shutil.rmtree(made, ignore_errors=True)
        return True

    def _handwritten(self) -> Iterator[tuple[str, str]]:
        """What is to be found of each page that people write: path of its file below the output, and HTML."""
        docs = self.options.docs
        for top in handwritten(docs):
            for path in sorted(top.rglob("*.md")) if top.is_dir() else [top]:
                if path.suffix == ".md":
                    inside, text = path.relative_to(docs).as_posix(), path.read_text(encoding="utf-8")
                    if text not in self._by_hand:
                        self._by_hand[text] = _written(text, inside)
                    yield file_in_site(inside), self._by_hand[text]


def _pagefind(pages: Path, to: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(to), "--silent"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own command
    if done.returncode or not (to / "pagefind-entry.json").exists():
        raise SearchError((done.stderr or done.stdout).strip() or "Pagefind found no page")


def _front_matter(text: str) -> tuple[dict[str, object], str]:
    """The front matter of a page and what follows; nothing and the whole, where it is none that MkDocs would take."""
    found = _FRONT_MATTER.match(text)
    try:
        meta = yaml.safe_load(found[1]) if found else None
    except yaml.YAMLError:
        meta = None
    return (meta, text[found.end() :]) if found and isinstance(meta, dict) else ({}, text)


def _written(text: str, name: str) -> str:
    """The HTML of a page with front matter. Its own heading is left out: the title stands for it."""
    meta, body = _front_matter(text)
    html = markdown(body, extensions=_EXTENSIONS)
    return _document(str(meta.get("title", name)), [*_about("Page"), html.partition("</h1>")[2] or html])
