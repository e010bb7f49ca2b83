"""The pages: what is shown of the archive. Each file makes one family of pages as trees of blocks.

To add a kind of page, write a generator of `Page`s and list it in `all_pages`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.pages import authorities, home, meeting, overviews, redirects, reference, relation, topic
from readouts.pages.site import Site

if TYPE_CHECKING:
    from readouts.archive import Archive
    from readouts.blocks import Page


def all_pages(archive: Archive) -> Iterator[Page]:
    """Every generated page of the site."""
    site = Site(archive)
    families = (
        home.pages,
        meeting.pages,
        relation.pages,
        topic.pages,
        authorities.pages,
        overviews.pages,
        reference.pages,
        redirects.pages,
    )
    for family in families:
        for page in family(site):
            yield site.explained(page)
