"""Ways from page to page: between files of Markdown, and between the folders that pages are served as."""

from __future__ import annotations

from functools import lru_cache

from readouts.render.blocks import Target

SEARCH = "search/index.md"
"""The page of the search."""

METHOD = "about/method.md"
"""The page on how records are made, and what they cover."""

LICENCE = "about/licence.md"
"""The page on what may be done with the data."""

CITE = "about/cite.md"
"""The page on how to cite."""

PYTHON = "about/python.md"
"""The page with examples in Python."""

VERSIONS = "about/versions.md"
"""The page on versions of the data, and what they promise."""

WRITTEN = frozenset({SEARCH, METHOD, LICENCE, CITE, PYTHON, VERSIONS})
"""Pages that people write and generated pages lead to."""


def url(path: str) -> str:
    """The address of a page below the site's root: a folder for every page. Any other file is where it lies."""
    if not path.endswith(".md"):
        return path
    text = path.removesuffix(".md")
    if text == "index" or text.endswith("/index"):
        return text.removesuffix("index") or "./"
    return f"{text}/"


def file(path: str) -> str:
    """The file that a page is served from, below the site's root: `people/abe-shinzo/index.html`."""
    return f"{url(path).removeprefix('./')}index.html" if path.endswith(".md") else path


@lru_cache(maxsize=2**15)
def relative(path: str, folder: str) -> str:
    """The way to a page from a folder; both are paths below the same root."""
    if not folder:
        return path
    there, here = path.split("/"), folder.split("/")
    same = 0
    for one, other in zip(there, here, strict=False):
        if one != other:
            break
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def served(to: Target, page: str) -> str:
    """The address of a part of the site as a browser on a page needs it."""
    tail = (f"?{to.query}" if to.query else "") + (f"#{to.anchor}" if to.anchor else "")
    if to.page is None or to.page == page:
        return tail or "./"
    folder, _, name = page.rpartition("/")
    up = "" if name == "index.md" else "../"  # a page is served as a folder of its own
    if up and to.page.startswith(f"{page.removesuffix('.md')}/"):
        return f"{url(to.page).removeprefix(url(page))}{tail}"
    way = _way(to.page, folder)
    return f"{up}{'' if up and way == './' else way}{tail}"


def in_markup(to: Target, page: str) -> str:
    """The same, where it stands in HTML amid Markdown: Zensical takes a way inside the page's own folder as one from the file, and
    leaves one by the root of the site alone.
    """
    way = served(to, page)
    folder = page.rpartition("/")[0]
    if not (folder and to.page and to.page.startswith(f"{folder}/") and way.startswith("../")):
        return way
    return f"{'../' * (folder.count('/') + 1)}../{folder}/{way.removeprefix('../')}"


@lru_cache(maxsize=2**16)
def _way(path: str, folder: str) -> str:
    """The address of a page from a folder of the site."""
    at = url(path)
    if not path.endswith(".md"):
        return relative(at, folder)
    return f"{relative(at.rstrip('/'), folder)}/" if at != "./" else "../" * (folder.count("/") + 1 if folder else 0) or "./"
