"""Former addresses: an id that had to change leaves a page that leads to the new one, one that is gone a page that says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.collections import BY_ID, MEETINGS, WITHDRAWN
from readouts.pages.kinds import PageKind
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
    body = Paragraph(("The record is now at ", site.link.record(collection, record), "."))
    at = collection.page(former)
    return Page(
        at,
        f"Moved: {title}",
        f"Moved to {title}",
        "records/",
        (Heading(1, ("This page has moved",)), body),
        moved_to=site.link.to(collection, key),
    )


def _gone(site: Site) -> Iterator[tuple[str, str]]:
    found = (each for each in site.archive.withdrawn if each[0] in site.link.paged)
    return ((BY_ID[name].page(gone), f"{name} {gone} {key}") for name, gone, key in found)


def _tombstone(site: Site, about: str) -> Page:
    name, gone, key = about.split()
    entry = site.archive.of_kind(WITHDRAWN)[key]
    title = "This record was withdrawn"
    when = wording.dated(entry.date)
    body = Paragraph((f"The record {name}/{gone} was taken out of the archive ({when}). ", entry.reason))
    return Page(
        BY_ID[name].page(gone),
        f"Withdrawn: {gone}",
        f"The record {gone} was taken out of the archive",
        f"records/{WITHDRAWN.file(key)}",
        (Heading(1, (title,)), body),
    )


KINDS = (PageKind("moved", "", _pages, _page), PageKind("withdrawn", "", _gone, _tombstone))
