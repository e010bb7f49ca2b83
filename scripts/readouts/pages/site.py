"""What every page is made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.archive.titles import Titles
from readouts.pages.links import Links

if TYPE_CHECKING:
    from collections.abc import Container

    from readouts.archive.archive import Archive
    from readouts.render.pictures import Pictures


class Site:
    """The archive as a site: what records are called, and how they are linked."""

    def __init__(self, archive: Archive, base: str, pictures: Pictures, paged: Container[str]) -> None:
        """Made for one page.

        Args:
            archive: Watched, so that what the page depends on is noted.
            base: The site's own address with a slash at the end; empty where it is not known.
            pictures: Draws.
            paged: Kinds of record, by the ids of their collections, that have pages.
        """
        self.archive = archive
        self.base = base
        self.pictures = pictures
        self.titles = Titles(archive)
        self.link = Links(archive, self.titles, paged)
