"""The calendar: the days of the year on which meetings were held, in whatever year; a page for each day with several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model.collections import MEETINGS
from readouts.pages.kinds import PageKind, alone
from readouts.pages.meetings import MONTHS
from readouts.pages.parts.meeting_lists import MeetingList
from readouts.pages.words import lists as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Division, Heading, Link, Page, Paragraph, Span, Target, joined

if TYPE_CHECKING:
    from readouts.pages.site import Site

FOLDER = "calendar"
PATH = f"{FOLDER}/index.md"


def _days(site: Site) -> Iterator[tuple[str, str]]:
    """A day with one meeting has no page: the calendar leads to the meeting."""
    return ((_path(day), day) for day, meetings in site.archive.counts("day") if meetings > 1)


def _path(day: str) -> str:
    return f"{FOLDER}/{day}.md"


def _name(day: str) -> str:
    return f"{int(day[3:])} {MONTHS[int(day[:2])]}"


def _calendar(site: Site, _: str) -> Page:
    days = site.archive.counts("day")
    blocks: list[Block] = [Heading(1, (shared.CALENDAR,)), Paragraph((say.CALENDAR,), cls="ro-lead")]
    for month, name in sorted(MONTHS.items()):
        links = [
            (_link(site, day, meetings), Span((f" {meetings}",), "ro-count")) for day, meetings in days if int(day[:2]) == month
        ]
        if links:
            blocks += [Heading(2, (name,)), Division("ro-days", (Paragraph(joined(links, " ")),))]
    return Page(PATH, shared.CALENDAR, say.CALENDAR, "records/meetings/", tuple(blocks))


def _link(site: Site, day: str, meetings: int) -> Link:
    """To the meetings of a day, or to the one; `today.js` finds today by the label."""
    number, name = (f"{int(day[3:])}",), _name(day)
    if meetings > 1:
        return Link(number, Target(_path(day)), label=shared.labelled(name, meetings))
    (meeting,) = site.archive.on_day(day)
    return Link(number, Target(MEETINGS.page(meeting.id)), label=f"{name}: {site.titles.full(meeting)}")


def _listed(site: Site, day: str) -> MeetingList:
    return MeetingList(_path(day), say.on_day(_name(day)), "records/meetings/", site.archive.on_day(day))


def _day(site: Site, day: str) -> Page:
    shown = _listed(site, day)
    number = len(shown.meetings)
    back = Paragraph((Link((say.BACK_TO_CALENDAR,), Target(PATH)),), cls="ro-back")
    head = (back, Heading(1, (shown.title,)), Heading(2, (shared.meetings(number),), "meetings"))
    return Page(shown.path, shown.title, shared.on_record(shown.title, number), shown.source, (*head, *shown.blocks(site)))


KINDS = (
    PageKind("calendar", FOLDER, alone(PATH), _calendar),
    PageKind("day", FOLDER, _days, _day, _listed),
)
