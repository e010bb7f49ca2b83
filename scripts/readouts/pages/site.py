"""What every page is made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.archive.titles import Titles
from readouts.pages.links import Links

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from readouts.archive.archive import Archive
    from readouts.pages.published import Published


class Site:
    """The archive as a site: what records are called, and how they are linked."""

    def __init__(
        self, archive: Archive, published: Published, paged: Container[str], sizes: Mapping[str, int] | None = None
    ) -> None:
        """Made for one page.

        Args:
            archive: Watched, so that what the page depends on is noted.
            published: Where the site and its records are.
            paged: Kinds of record, by the ids of their collections, that have pages.
            sizes: Files of other formats below `docs/` and their bytes, as far as they were written.
        """
        self.archive = archive
        self.published = published
        self.base = published.base
        self.sizes = sizes or {}
        self.titles = Titles(archive)
        self.link = Links(archive, self.titles, paged)
