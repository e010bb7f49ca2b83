"""The latest changes of all records on one page, as the records themselves note them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.collections import COLLECTIONS, MEETINGS
from readouts.pages.kinds import PageKind, alone
from readouts.pages.parts.changes import text
from readouts.render.blocks import Block, Heading, Inline, Item, Items, Page, Paragraph

if TYPE_CHECKING:
    from readouts.model import Change
    from readouts.pages.site import Site

LATEST = 100
"""So many changes are on the page."""

FOLDER = "changes"
PATH = f"{FOLDER}/index.md"


def _latest(site: Site) -> list[tuple[Inline, Change]]:
    """Record and change, the latest first."""
    archive = site.archive
    of_meetings = [(meeting, change) for meeting in archive.summaries.values() for change in meeting.changes]
    of_meetings.sort(key=lambda each: (each[1].date, each[0].date), reverse=True)
    found: list[tuple[Inline, Change]] = [(site.link.meeting(meeting), change) for meeting, change in of_meetings[:LATEST]]
    for collection in COLLECTIONS:
        if collection is not MEETINGS:
            for entry in archive.of_kind(collection).values():
                found += [(site.link.record(collection, entry), change) for change in entry.changes]
    return sorted(found, key=lambda each: each[1].date, reverse=True)[:LATEST]


def _page(site: Site, _: str) -> Page:
    found = _latest(site)
    about = "What was added to the archive and corrected in it, the latest first, as the records themselves note it."
    body: list[Block] = [Heading(1, ("Additions and corrections",)), Paragraph((about,), cls="ro-lead")]
    for date, group in groupby(found, key=lambda each: each[1].date):
        body.append(Heading(2, (wording.dated(date),)))
        body.append(Items(tuple(Item((link, ": ", *text(change)), cls="ro-entry") for link, change in group)))
    if not found:
        body.append(Paragraph(("No change is on record.",)))
    return Page(PATH, "Additions and corrections", about, "records/", tuple(body))


KINDS = (PageKind("changes", FOLDER, alone(PATH), _page),)
