"""CSL-JSON, the items that processors of the Citation Style Language read (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from readouts.exports.citation import AUTHOR

if TYPE_CHECKING:
    from readouts.exports.citation import Cited


def text(cited: Cited) -> str:
    """A list of one item."""
    return json.dumps([item(cited)], ensure_ascii=False)


def item(cited: Cited) -> dict[str, object]:
    """The item as CSL-JSON has it."""
    found: dict[str, object] = {
        "id": cited.id,
        "type": "webpage",
        "title": cited.title,
        "author": [{"literal": AUTHOR}],
        "language": "en",
        "URL": cited.address,
    }
    if cited.issued:
        found["issued"] = {"date-parts": [[cited.issued.year, cited.issued.month, cited.issued.day]]}
    return found
