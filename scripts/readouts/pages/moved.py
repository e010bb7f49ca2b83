"""Former addresses: an id that had to change leaves a page that leads to the new one, one that is gone a page that says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.collections import BY_ID, MEETINGS, WITHDRAWN
from readouts.pages.kinds import PageKind
from readouts.pages.words import reference as say
from readouts.render.blocks import Heading, Page, Paragraph

if TYPE_CHECKING:
    from readouts.pages.site import Site


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    moved = (each for each in site.archive.moved if each[0] in site.link.paged)
    return ((BY_ID[name].page(former), f"{name} {key} {former}") for name, key, former in moved)


def _page(site: Site, about: str) -> Page:
    name, key, former = about.split()
    collection = BY_ID[name]
    archive = site.archive
    record = archive.summaries[key] if collection is MEETINGS else archive.of_kind(collection)[key]
    title = site.titles.entry(record)
    body = Paragraph(say.now_at(site.link.record(collection, record)))
    at = collection.page(former)
    return Page(
        at,
        say.moved(title),
        say.moved_to(title),
        "records/",
        (Heading(1, (say.MOVED,)), body),
        moved_to=site.link.to(collection, key),
    )


def _gone(site: Site) -> Iterator[tuple[str, str]]:
    found = (each for each in site.archive.withdrawn if each[0] in site.link.paged)
    return ((BY_ID[name].page(gone), f"{name} {gone} {key}") for name, gone, key in found)


def _tombstone(site: Site, about: str) -> Page:
    name, gone, key = about.split()
    entry = site.archive.of_kind(WITHDRAWN)[key]
    body = Paragraph((say.taken_out(f"{name}/{gone}", wording.dated(entry.date)), entry.reason))
    return Page(
        BY_ID[name].page(gone),
        say.withdrawn(gone),
        say.withdrawn_described(gone),
        f"records/{WITHDRAWN.file(key)}",
        (Heading(1, (say.WITHDRAWN,)), body),
    )


KINDS = (PageKind("moved", "", _pages, _page), PageKind("withdrawn", "", _gone, _tombstone))
