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
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def add(index: Path, entries: Tree, paths: Sequence[str]) -> None:
    """Add the entries of the generated pages to the theme's index, which holds those of the other pages."""
    docs = []
    for path in paths:
        entry = json.loads(Path(entries.file(path)).read_bytes())
        whole = entry.pop("whole")
        docs.append(entry | {"text": whole} if len(paths) <= MOST else entry)
    data = json.loads(index.read_bytes())
    data["docs"] += docs
    replace_bytes(index, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())
