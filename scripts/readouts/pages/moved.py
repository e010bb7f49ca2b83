"""Former addresses: an id that had to change leaves a page that leads to the new one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model.collections import BY_ID, MEETINGS
from readouts.pages.kinds import PageKind
from readouts.render.blocks import Heading, Link, Page, Paragraph, Target

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.pages.site import Site


def _pages(archive: Archive) -> Iterator[tuple[str, str]]:
    return ((BY_ID[name].page(former), f"{name} {key} {former}") for name, key, former in archive.moved)


def _page(site: Site, about: str) -> Page:
    name, key, former = about.split()
    collection = BY_ID[name]
    archive = site.archive
    title = site.titles.entry(archive.summaries[key] if collection is MEETINGS else archive.of_kind(collection)[key])
    body = Paragraph(("The record is now at ", Link((title,), Target(collection.page(key))), "."))
    at = collection.page(former)
    return Page(
        at,
        f"Moved: {title}",
        f"Moved to {title}",
        "records/",
        (Heading(1, ("This page has moved",)), body),
        moved_to=collection.page(key),
    )


KINDS = (PageKind("moved", "", _pages, _page),)
