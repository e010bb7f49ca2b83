"""Former addresses: an id that had to change leaves a page that leads to the new one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.blocks import Heading, Link, Page, Paragraph, Target
from readouts.model import Meeting

if TYPE_CHECKING:
    from readouts.model import Entry
    from readouts.pages.site import Site


def pages(site: Site) -> Iterator[Page]:
    """A page for every former id."""
    archive = site.archive
    for meeting in archive.meetings.values():
        yield from _moved(meeting, site.meeting_path(meeting), site.full_title(meeting))
    for person in archive.people.values():
        yield from _moved(person, f"people/{person.id}.md", person.name.full)
    for relation in archive.relations.values():
        yield from _moved(relation, f"relations/{relation.id}.md", "the relation")
    for folder, entries in (("places", archive.places), ("occasions", archive.occasions), ("topics", archive.topics)):
        for entry in entries.values():
            yield from _moved(entry, f"{folder}/{entry.id}.md", entry.name)
    for organization in archive.organizations.values():
        yield from _moved(organization, site.party_path(organization.id), organization.name)


def _moved(entry: Entry, path: str, title: str) -> Iterator[Page]:
    for former in entry.formerly:
        folder = f"meetings/{former[:4]}" if isinstance(entry, Meeting) and former[:4].isdigit() else path.rpartition("/")[0]
        blocks = (
            Heading(1, ("This page has moved",)),
            Paragraph(("The record is now at ", Link((title,), Target(path)), ".")),
        )
        yield Page(f"{folder}/{former}.md", f"Moved: {title}", f"Moved to {title}", "records/", blocks, moved_to=path)
