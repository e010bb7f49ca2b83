"""What programs follow of a page: feeds of what is new, a calendar, and citations of all its meetings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.exports import atom, bibliographies, calendars, json_feed
from readouts.render.blocks import Block, Link, Paragraph, Target, joined
from readouts.render.urls import served

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEW = "Additions and corrections"


def blocks(way: str, of: Iterable[str]) -> Iterator[Block]:
    """A line of links to files.

    Args:
        way: The way to the files, without folder and ending: `relations/japan-peru`.
        of: What the page is of, as `scopes.parts` has it: `pair`, `party`, `person`, `topic`; nothing for the whole archive.
    """
    links = [Link((name,), Target(path)) for name, path in _files(way, set(of))]
    yield Paragraph(("Follow and use: ", *joined(links, " · ")), cls="ro-note")


def head(page: str, way: str) -> str:
    """The tags by which a reader of feeds finds them."""
    feeds = [(each.TYPE, f"{each.FOLDER}/{way}{each.ENDING}") for each in (atom, json_feed)]
    tags = (f'<link rel="alternate" type="{kind}" title="{_NEW}" href="{served(Target(path), page)}">' for kind, path in feeds)
    return "\n".join(tags)


def _files(way: str, of: set[str]) -> Iterator[tuple[str, str]]:
    yield "Atom feed", f"{atom.FOLDER}/{way}{atom.ENDING}"
    yield "JSON feed", f"{json_feed.FOLDER}/{way}{json_feed.ENDING}"
    if not of or of & set(calendars.OF):
        yield "Calendar", f"{calendars.FOLDER}/{way}{calendars.ENDING}"
    if not of or of & set(bibliographies.OF):
        for name, ending in (("BibTeX", ".bib"), ("RIS", ".ris"), ("CSL-JSON", ".json")):
            yield name, f"{bibliographies.FOLDER}/{way}{ending}"
