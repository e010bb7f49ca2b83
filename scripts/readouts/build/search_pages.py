"""What the search is given of each page: a small page of HTML with a heading for each passage, and its facets as JSON.

Of the site's own pages most is shell and lists, so Pagefind reads these instead (https://pagefind.app/docs/indexing/).
"""

from __future__ import annotations

import json
import re
from html import escape, unescape
from typing import TYPE_CHECKING, NotRequired, TypedDict

import yaml
from markdown import markdown

from readouts.render.urls import served

if TYPE_CHECKING:
    from readouts.render.blocks import Page
    from readouts.render.search_entry import Meta, Values

HOME = "index.md"
"""The page from which all others are reached by their path below the site."""

PASSAGE = "h4"
"""The element that names a passage."""

_DATA = re.compile(r'<script type="application/json">(.*?)</script>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_TOLD = re.compile(r'<i data-pagefind-meta="(?:names|about):([^"]*)"></i>')
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_EXTENSIONS = ["abbr", "attr_list", "def_list", "md_in_html", "tables", "toc"]


class Facets(TypedDict):
    """What the browser is told of a page beside its text."""

    title: NotRequired[str]
    date: str
    """The day of a meeting: `20141110`, or nothing."""
    names: tuple[str, ...]
    """What the page is called, where it is that of a person, a topic or anything else with a name."""
    facets: Values
    said: tuple[Values, ...]
    """Speakers, act and topics of each statement."""


def generated(page: Page) -> str:
    """The small page of a generated page; nothing where it is not to be found."""
    found = page.indexed
    if found is None:
        return ""
    lines = [_meta("names", _apart(", ".join(found.names)))] if found.names else []
    lines += [_meta("about", found.about)] if found.about else []
    lines += [_meta("url", served(page.moved_to, HOME))] if page.moved_to else []
    lines += [f"<p>{escape(_apart(found.text))}</p>"] if found.text else []
    for passage in found.passages:
        lines += [
            f'<{PASSAGE} id="{escape(passage.anchor)}">{escape(passage.title)}</{PASSAGE}>',
            f"<p>{escape(passage.text)}</p>",
        ]
    said = tuple(passage.said for passage in found.passages if passage.said)
    names = () if found.date else (page.title, *found.names)
    return _document(page.title, found.kind, lines, Facets(date=found.date, names=names, facets=found.facets, said=said))


def handwritten(text: str, name: str) -> str:
    """The small page of a page with front matter that people write. Its own heading is left out: the title stands for it."""
    meta, body = _front_matter(text)
    html = markdown(body, extensions=_EXTENSIONS)
    lines = [html.partition("</h1>")[2] or html]
    return _document(str(meta.get("title", name)), "Page", lines, Facets(date="", names=(), facets=(), said=()))


def facets_of(html: str) -> Facets:
    """What a small page says of its facets."""
    found = _DATA.search(html)
    facets: Facets = json.loads(found[1]) if found else Facets(date="", names=(), facets=(), said=())
    return facets


def text_of(html: str) -> str:
    """What of a small page can be found, in words."""
    told = " ".join(_TOLD.findall(html))
    return unescape(f"{told} {_TAG.sub(' ', _DATA.sub(' ', html))}")


def _document(title: str, kind: str, lines: list[str], facets: Facets) -> str:
    head = f"<h1>{escape(_apart(title))}</h1>{_meta('shown', title)}{_meta('type', kind)}"
    whole = {**facets, "title": title, "facets": (("type", kind), *facets["facets"])}
    data = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    begin = f'<!doctype html><html lang="en"><body data-pagefind-body><script type="application/json">{data}</script>'
    return "\n".join([begin, head, *lines, "</body></html>", ""])


def _apart(text: str) -> str:
    """“Japan–Peru” and “マウリシオ・マクリ” are one word each to Pagefind, and “Peru” would not find it."""
    return text.replace("–", " – ").replace("・", " ・ ")


def _meta(name: Meta, value: str) -> str:
    return f'<i data-pagefind-meta="{name}:{escape(value)}"></i>'


def _front_matter(text: str) -> tuple[dict[str, object], str]:
    """The front matter of a page and what follows; nothing and the whole, where it is none that MkDocs would take."""
    found = _FRONT_MATTER.match(text)
    try:
        meta = yaml.safe_load(found[1]) if found else None
    except yaml.YAMLError:
        meta = None
    return (meta, text[found.end() :]) if found and isinstance(meta, dict) else ({}, text)
