"""What programs follow of a page: feeds of what is new, a calendar, and citations of all its meetings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from readouts.exports import atom, bibliographies, calendars, json_feed, scopes
from readouts.model.collections import ORGANIZATIONS, PEOPLE, RELATIONS, TOPICS
from readouts.pages.words import shared
from readouts.render.blocks import Link, Page, Paragraph, Target, joined
from readouts.render.urls import served

if TYPE_CHECKING:
    from readouts.pages.kinds import Job
    from readouts.pages.site import Site

_OF = {
    "home": "",
    "relation": RELATIONS.id,
    "country": scopes.COUNTRY_PAGES,
    "organization": ORGANIZATIONS.id,
    "person": PEOPLE.id,
    "topic": TOPICS.id,
}
"""Kind of page → the folder of its files."""


def offered(site: Site, page: Page, job: Job) -> Page:
    """The page with links to the files of what it is about, where there are any.

    Args:
        site: Knows the archive.
        page: The page of the job.
        job: Says what the page is of.
    """
    folder = _OF.get(job.kind)
    key = scopes.WHOLE if folder == "" else f"{folder} {job.key}"
    if folder is None or job.part or not scopes.scope(site.archive, key).held:
        return page
    way = scopes.way(site.archive, key)
    links = [Link((name,), Target(path)) for name, path in _files(way, key)]
    line = Paragraph((shared.FOLLOW, *joined(links, " · ")), cls="ro-note")
    found = [part for part in (page.head, _head(page.path, way)) if part]
    return replace(page, blocks=(*page.blocks, line), head="\n".join(found))


def _head(page: str, way: str) -> str:
    """The tags by which a reader of feeds finds them."""
    feeds = [(each.TYPE, f"{each.FOLDER}/{way}{each.ENDING}") for each in (atom, json_feed)]
    tags = (
        f'<link rel="alternate" type="{kind}" title="{shared.ADDITIONS}" href="{served(Target(path), page)}">'
        for kind, path in feeds
    )
    return "\n".join(tags)


def _files(way: str, key: str) -> Iterator[tuple[str, str]]:
    """Name and path of each file."""
    yield shared.ATOM_FEED, f"{atom.FOLDER}/{way}{atom.ENDING}"
    yield shared.JSON_FEED, f"{json_feed.FOLDER}/{way}{json_feed.ENDING}"
    folder = key.partition(" ")[0]
    if folder not in (PEOPLE.id, TOPICS.id):
        yield shared.CALENDAR, f"{calendars.FOLDER}/{way}{calendars.ENDING}"
    if folder in (scopes.WHOLE, RELATIONS.id):
        for name, ending in ((shared.BIBTEX, ".bib"), (shared.RIS, ".ris"), (shared.CSL_JSON, ".json")):
            yield name, f"{bibliographies.FOLDER}/{way}{ending}"
