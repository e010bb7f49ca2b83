"""What the build and the scripts of the pages must agree on, for the browser: stated in Python alone.

`make format` writes it, and a test fails where it is stale.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

from readouts import indexed, resolve, search
from readouts.output import write_if_changed

FILE = Path(__file__).parents[2] / "docs/assets/search/constants.js"

_WIDTH = 128
_CONSTANTS = {
    "BUNDLE": search.BUNDLE,
    "EVERY": search.EVERY,
    "PASSAGE": search.PASSAGE,
    "DATE": search.DATE,
    "SEPARATOR": indexed.SEPARATOR,
    "ADDRESS": resolve.ADDRESS,
    "ARCHIVES": resolve.ARCHIVES.pattern,
    "TRACKING": resolve.TRACKING.pattern,
    "HOST": resolve.HOST.pattern,
    "INDEX": resolve.INDEX.pattern,
}
_TYPES = {"Kind": indexed.Kind, "Facet": indexed.Facet, "Meta": indexed.Meta}


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
    write_if_changed(FILE, module())
