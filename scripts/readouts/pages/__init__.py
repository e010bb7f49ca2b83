"""The pages: what is shown of the archive. Each file makes one family of pages as trees of blocks; `parts` has what they share.

To add a kind of page, write a file like `calendar.py` and list it here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.exports import FOLDERS as EXPORTS
from readouts.pages import (
    brief,
    calendar,
    changes,
    country,
    coverage,
    data,
    home,
    meeting,
    meetings,
    moved,
    occasion,
    organization,
    person,
    place,
    reference,
    relation,
    relation_topics,
    topic,
)
from readouts.pages.kinds import Job, jobs, made
from readouts.pages.parts import abbreviations, feedback, following
from readouts.pages.published import Published
from readouts.pages.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from readouts.archive.archive import Archive
    from readouts.archive.fingerprints import Question
    from readouts.render.blocks import Page

KINDS = {
    kind.name: kind
    for family in (
        home.KINDS,
        meetings.KINDS,
        meeting.KINDS,
        relation.KINDS,
        relation_topics.KINDS,
        brief.KINDS,
        country.KINDS,
        person.KINDS,
        topic.KINDS,
        occasion.KINDS,
        place.KINDS,
        organization.KINDS,
        calendar.KINDS,
        changes.KINDS,
        coverage.KINDS,
        data.KINDS,
        reference.KINDS,
        moved.KINDS,
    )
    for kind in family
}
"""Every kind of page by name."""

PAGED = frozenset(kind.of.id for kind in KINDS.values() if kind.of)
"""The kinds of record, by the ids of their collections, that have pages."""

FOLDERS = tuple(sorted({kind.folder for kind in KINDS.values() if kind.folder} | set(EXPORTS)))
"""Folders of `docs/` that hold generated files only; git ignores them."""

FILES = (home.PATH,)
"""Generated files outside those folders."""

OF_SIZES = (data.PATH,)
"""Pages that show how large files of other formats are. No question to the archive tells that, so they are made in every build."""


def all_jobs(archive: Archive) -> Iterator[Job]:
    """Every generated page of the site, to be made."""
    return jobs(KINDS, Site(archive, Published(), PAGED))


def page_of(
    job: Job, archive: Archive, published: Published, sizes: Mapping[str, int] | None = None
) -> tuple[Page, set[Question]]:
    """A page, and every question that it asked of the archive.

    Args:
        job: What is to be made.
        archive: Everything there is.
        published: Where the site and its records are.
        sizes: Files of other formats below `docs/` and their bytes, as far as they were written: what `OF_SIZES` are made of, too.
    """
    asked: set[Question] = set()
    site = Site(archive.watched(asked), published, PAGED, sizes)
    page = following.offered(site, abbreviations.explained(site, made(KINDS, site, job)), job)
    return feedback.followed(site, page, of_record=KINDS[job.kind].of is not None), asked
