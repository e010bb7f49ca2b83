"""What the build and the scripts of the pages must agree on, for the browser: stated in Python alone.

`make format` writes it, and a test fails where it is stale.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

from readouts.build import search_data, search_index, search_pages, search_words
from readouts.build.files import read, replace_bytes
from readouts.model import official_urls
from readouts.render import search_entry

FILE = Path(__file__).parents[3] / "docs/assets/search/constants.js"

_WIDTH = 128
_CONSTANTS = {
    "BUNDLE": search_index.BUNDLE,
    "PASSAGE": search_pages.PASSAGE,
    "PAGES": search_data.PAGES,
    "TITLES": search_data.TITLES,
    "SAID": search_data.SAID,
    "FACETS": search_data.FACETS,
    "WORDS": search_data.WORDS,
    "OTHER": search_data.OTHER,
    "SMALL": search_data.SMALL,
    "SPELLINGS": search_data.SPELLINGS,
    "MONTHS": " ".join(f"{name}={number}" for name, number in search_words.months().items()),
    "SEPARATOR": search_entry.SEPARATOR,
    "ADDRESS": official_urls.ADDRESS,
    "ARCHIVES": official_urls.ARCHIVES.pattern,
    "TRACKING": official_urls.TRACKING.pattern,
    "TRANSLATED": official_urls.TRANSLATED.pattern,
    "WRAPPERS": official_urls.WRAPPERS.pattern,
    "HOST": official_urls.HOST.pattern,
    "INDEX": official_urls.INDEX.pattern,
}
_TYPES = {"Facet": search_entry.Facet, "Meta": search_entry.Meta}


def module() -> str:
    """A JavaScript module with the constants, and with the names that are only compared as types."""
    lines = ["// What the build and the browser must agree on. `make format` writes this file from scripts/readouts/.", ""]
    for name, value in _CONSTANTS.items():
        begin, text = f"export const {name} =", json.dumps(value, ensure_ascii=False)
        lines += [f"{begin} {text}"] if len(begin) + len(text) < _WIDTH else [begin, f"  {text}"]
    for name, values in _TYPES.items():
        lines += ["", f"/** @typedef {{{' | '.join(map(json.dumps, get_args(values)))}}} {name} */"]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    if read(FILE) != module().encode():
        replace_bytes(FILE, module().encode())
