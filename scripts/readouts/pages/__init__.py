"""The pages: what is shown of the archive. Each file makes one family of pages as trees of blocks.

To add a kind of page, write a generator of `Draft`s and list it in `OF_OUTLINES` or `OF_WORDS`. The key of a draft holds the state of every record
the page shows something of; a test edits records at random and compares what is made again with what is made anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from readouts.pages import authorities, calendar, changes, home, meeting, overviews, redirects, reference, relation, topic
from readouts.pages.draft import Draft, key
from readouts.pages.site import Site

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.render.blocks import Page


OF_OUTLINES = (home.drafts, authorities.drafts, calendar.drafts, overviews.drafts, reference.drafts, redirects.drafts)
"""Families of pages that list meetings, and show nothing of what was said at them."""

OF_WORDS = (meeting.drafts, relation.drafts, topic.drafts, changes.drafts)
"""Families of pages that show what was said."""


class Drafts:
    """Every generated page of the site, not made yet; those of outlines are kept while no outline changes."""

    def __init__(self, base: str = "") -> None:
        self.base = base
        self._of: int | None = None
        self._kept: list[Draft] = []

    def of(self, archive: Archive) -> list[Draft]:
        """The drafts of an archive."""
        site = Site(archive, self.base)
        outline = key(archive.authorities, sorted(archive.all_outlines.items()), home.figures(site))
        if outline != self._of:
            self._of, self._kept = outline, list(_finished(site, OF_OUTLINES))
        return [*self._kept, *_finished(site, OF_WORDS)]


def _finished(site: Site, families: Iterable[Callable[[Site], Iterator[Draft]]]) -> Iterator[Draft]:
    for family in families:
        for draft in family(site):
            yield Draft(draft.path, hash((site.common, draft.key)), partial(_made, site, draft))


def _made(site: Site, draft: Draft) -> Page:
    page = site.explained(draft.make())
    assert page.path == draft.path, f"{draft.path} makes {page.path}"  # noqa: S101  # a family at odds with itself
    return page


def all_pages(archive: Archive) -> Iterator[Page]:
    """Every generated page of the site."""
    return (draft.make() for draft in Drafts().of(archive))
