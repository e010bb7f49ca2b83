"""Former addresses: an id that had to change leaves a page that leads to the new one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from readouts.model import Meeting
from readouts.pages.draft import Draft, key
from readouts.render.blocks import Heading, Link, Page, Paragraph, Target

if TYPE_CHECKING:
    from readouts.model import Entry
    from readouts.pages.site import Site


def drafts(site: Site) -> Iterator[Draft]:
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


def _moved(entry: Entry, path: str, title: str) -> Iterator[Draft]:
    for former in entry.formerly:
        folder = f"meetings/{former[:4]}" if isinstance(entry, Meeting) and former[:4].isdigit() else path.rpartition("/")[0]
        at = f"{folder}/{former}.md"
        yield Draft(at, key(path, title), partial(_page, at, path, title))


def _page(at: str, path: str, title: str) -> Page:
    head = Heading(1, ("This page has moved",))
    body = Paragraph(("The record is now at ", Link((title,), Target(path)), "."))
    return Page(at, f"Moved: {title}", f"Moved to {title}", "records/", (head, body), moved_to=path)
