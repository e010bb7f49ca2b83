"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): the same as the Atom feeds."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from readouts.exports import scopes
from readouts.exports.citation import AUTHOR
from readouts.exports.keyed import Keyed
from readouts.exports.news import OF, feed, moment
from readouts.render.markdown import MARK

if TYPE_CHECKING:
    from readouts.archive.archive import Archive

FOLDER = "jsonfeed"
ENDING = ".json"
TYPE = "application/feed+json"

_VERSION = "https://jsonfeed.org/version/1.1"


def make(archive: Archive, key: str, base: str) -> str:
    """The feed of a part."""
    found = feed(archive, key)
    way = scopes.way(archive, key)
    folder = f"{FOLDER}/{way}".rpartition("/")[0]
    text: dict[str, object] = {
        "version": _VERSION,
        "_source": f"{MARK}records/: edit those, not this file.",
        "title": found.title,
        "home_page_url": scopes.address(found.page, base, folder),
        "authors": [{"name": AUTHOR}],
        "language": "en",
    }
    if base:
        text["feed_url"] = f"{base}{FOLDER}/{way}{ENDING}"
    text["items"] = [
        {
            "id": each.id,
            "url": scopes.address(each.page, base, folder),
            "title": each.title,
            "content_text": each.text,
            "date_published": moment(each.day),
            **({"tags": list(each.topics)} if each.topics else {}),
        }
        for each in found.entries
    ]
    return json.dumps(text, ensure_ascii=False) + "\n"


FORMAT = Keyed(partial(scopes.files, folder=FOLDER, ending=ENDING, of=OF), make)
