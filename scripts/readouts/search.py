"""The generated pages in the index of the theme's search: a list of their texts beside each page, joined when the site is built.

The theme loads the whole index into the browser, so that a large archive gives it titles and descriptions alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.html import url
from readouts.output import Tree, replace_bytes

if TYPE_CHECKING:
    from readouts.blocks import Page

MOST = 2_000
"""The texts of more pages than this are left out."""


def tree(folder: Path) -> Tree:
    """A tree with the entry of each page."""
    return Tree(folder / "search", lambda path: f"{path}.json", _entry)


def _entry(page: Page) -> str:
    text = page.text.replace("<", "&lt;").replace(">", "&gt;")
    found = {"location": url(page.path).removeprefix("./"), "title": page.title, "text": page.description, "whole": text}
    return _dumped(found)


def add(index: Path, own: bytes, entries: Tree, paths: Sequence[str], *, changed: bool) -> None:
    """Write the theme's index with the entries of the generated pages.

    Args:
        index: The file.
        own: The index as the theme made it, which holds the entries of the other pages.
        entries: The tree with the entries.
        paths: The generated pages.
        changed: Whether an entry changed since they were last added to an index.
    """
    joined = entries.folder.with_suffix(".json")
    if changed or not joined.exists():
        docs = []
        for path in paths:
            entry = json.loads(Path(entries.file(path)).read_bytes())
            whole = entry.pop("whole")
            docs.append(_dumped(entry | {"text": whole} if len(paths) <= MOST else entry))
        replace_bytes(joined, ",".join(docs).encode())
    data = json.loads(own)
    others = [_dumped(each) for each in data.pop("docs")]
    docs_text = b",".join([*(each.encode() for each in others), joined.read_bytes()])
    replace_bytes(index, _dumped(data)[:-1].encode() + b',"docs":[' + docs_text + b"]}")


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
