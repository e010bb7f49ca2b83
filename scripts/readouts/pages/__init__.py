"""The pages: what is shown of the archive. Each file makes one family of pages as trees of blocks.

To add a kind of page, write a generator of `Draft`s and list it in `drafts`. The key of a draft holds the state of every record
the page shows something of; a test edits records at random and compares what is made again with what is made anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from readouts.pages import authorities, home, meeting, overviews, redirects, reference, relation, topic
from readouts.pages.draft import Draft, key
from readouts.pages.site import Site

if TYPE_CHECKING:
    from readouts.archive import Archive
    from readouts.blocks import Page


def drafts(archive: Archive) -> Iterator[Draft]:
    """Every generated page of the site, not made yet."""
    site = Site(archive)
    families = (
        home.drafts,
        meeting.drafts,
        relation.drafts,
        topic.drafts,
        authorities.drafts,
        overviews.drafts,
        reference.drafts,
        redirects.drafts,
    )
    for family in families:
        for draft in family(site):
            yield Draft(draft.path, key(site.common, draft.key), partial(_made, site, draft))


def _made(site: Site, draft: Draft) -> Page:
    page = site.explained(draft.make())
    assert page.path == draft.path, f"{draft.path} makes {page.path}"  # noqa: S101  # a family at odds with itself
    return page


def all_pages(archive: Archive) -> Iterator[Page]:
    """Every generated page of the site."""
    return (draft.make() for draft in drafts(archive))
