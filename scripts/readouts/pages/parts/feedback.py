"""What a reader can do about a mistake: edit the record, or report it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from readouts.pages.words import shared
from readouts.render.blocks import Block, Link, Page, Paragraph, joined
from readouts.render.urls import url

if TYPE_CHECKING:
    from readouts.pages.site import Site


def followed(site: Site, page: Page, *, of_record: bool) -> Page:
    """The page with the links below everything else.

    Args:
        site: Knows where the repository is.
        page: Any but one that only keeps a former address.
        of_record: Whether it is the page of a record, which may then be edited.
    """
    return page if page.moved_to else replace(page, blocks=(*page.blocks, *_blocks(site, page, of_record=of_record)))


def _blocks(site: Site, page: Page, *, of_record: bool) -> Iterator[Block]:
    record = (
        page.source if of_record and page.source.endswith(".yaml") else ""
    )  # two may meet without a record of their relation
    edit = site.published.edit(record) if record else ""
    report = site.published.report(page.title, url(page.path).removeprefix("./"), record)
    links = [Link((text,), to) for text, to in ((shared.EDIT, edit), (shared.REPORT, report)) if to]
    if links:
        yield Paragraph(joined(links, " · "), cls="ro-feedback")
