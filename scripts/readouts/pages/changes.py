"""Changes of records, as the records themselves note them: on their own pages, and the latest of all on one page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.pages.draft import Draft, key
from readouts.render.blocks import Block, Heading, Inlines, Item, Items, Link, Page, Paragraph, Span

if TYPE_CHECKING:
    from readouts.model import Change, Entry
    from readouts.pages.site import Site

LATEST = 100
"""So many changes are on the page."""

PATH = "changes/index.md"


def blocks(entry: Entry) -> Iterator[Block]:
    """The changes of a record, on its own page."""
    if entry.changes:
        yield Heading(2, ("Changes to this record",), "changes")
        yield Items(
            tuple(Item((Span((wording.dated(c.date),), "ro-when"), " ", *_text(c)), cls="ro-ledger") for c in entry.changes)
        )


def _text(change: Change) -> Inlines:
    return (change.what, " ", Span((change.why,), "ro-note")) if change.why else (change.what,)


def drafts(site: Site) -> Iterator[Draft]:
    """The page of the latest changes."""
    found = _latest(site)
    yield Draft(PATH, key([(link.content, change) for link, change in found]), partial(_page, found))


def _latest(site: Site) -> list[tuple[Link, Change]]:
    """Record and change, the latest first."""
    archive = site.archive
    of_meetings = [(meeting, change) for meeting in archive.meetings.values() for change in meeting.changes]
    of_meetings.sort(key=lambda each: (each[1].date, each[0].date), reverse=True)
    found = [(site.meeting(meeting), change) for meeting, change in of_meetings[:LATEST]]
    others = (
        (site.person, archive.people),
        (site.place, archive.places),
        (site.occasion, archive.occasions),
        (site.party, archive.organizations),
        (site.topic, archive.topics),
    )
    for link, entries in others:
        found += [(link(entry.id), change) for entry in entries.values() for change in entry.changes]
    found += [
        (site.pair(archive.pair(*each.parties)), change) for each in archive.relations.values() for change in each.changes
    ]
    return sorted(found, key=lambda each: each[1].date, reverse=True)[:LATEST]


def _page(found: list[tuple[Link, Change]]) -> Page:
    about = "What was added to the archive and corrected in it, the latest first, as the records themselves note it."
    body: list[Block] = [Heading(1, ("Additions and corrections",)), Paragraph((about,), cls="ro-lead")]
    for date, group in groupby(found, key=lambda each: each[1].date):
        body.append(Heading(2, (wording.dated(date),)))
        body.append(Items(tuple(Item((link, ": ", *_text(change)), cls="ro-entry") for link, change in group)))
    if not found:
        body.append(Paragraph(("No change is on record.",)))
    return Page(PATH, "Additions and corrections", about, "records/", tuple(body))
