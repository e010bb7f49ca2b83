"""The calendar: a page for each day of the year on which meetings were held, in whatever year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from babel.dates import get_month_names

from readouts.pages.draft import Draft, key
from readouts.pages.lists import MeetingList
from readouts.problems import count
from readouts.render.blocks import Block, Division, Heading, Link, Page, Paragraph, Span, Target, joined

if TYPE_CHECKING:
    from readouts.model import Meeting
    from readouts.pages.site import Site

Day: TypeAlias = tuple[int, int]
"""Month and day of the month."""

PATH = "calendar/index.md"
MONTHS = get_month_names("wide", locale="en")


def drafts(site: Site) -> Iterator[Draft]:
    """The calendar, and its days."""
    found: defaultdict[Day, list[Meeting]] = defaultdict(list)
    for meeting in site.archive.meetings.values():
        if meeting.date.day:
            found[meeting.date.day.month, meeting.date.day.day].append(meeting)
    days = {day: tuple(found[day]) for day in sorted(found)}
    yield Draft(PATH, key([(day, len(meetings)) for day, meetings in days.items()]), partial(_calendar, days))
    for day, meetings in days.items():
        shown = MeetingList(_path(day), f"Meetings on {_name(day)}", "records/meetings/", meetings)
        yield Draft(shown.path, key(site.outlines(meetings)), partial(_day, site, shown))
        yield from shown.drafts(site)


def _path(day: Day) -> str:
    return f"calendar/{day[0]:02}-{day[1]:02}.md"


def _name(day: Day) -> str:
    return f"{day[1]} {MONTHS[day[0]]}"


def _calendar(days: Mapping[Day, tuple[Meeting, ...]]) -> Page:
    about = "On which days of the year meetings were held. The number tells how many are on record."
    blocks: list[Block] = [Heading(1, ("Calendar",)), Paragraph((about,), cls="ro-lead")]
    for month, name in sorted(MONTHS.items()):
        links = [
            (Link((f"{day[1]}",), Target(_path(day)), label=_name(day)), Span((f" {len(meetings)}",), "ro-count"))
            for day, meetings in days.items()
            if day[0] == month
        ]
        if links:
            blocks += [Heading(2, (name,)), Division("ro-days", (Paragraph(joined(links, " ")),))]
    return Page(PATH, "Calendar", about, "records/meetings/", tuple(blocks))


def _day(site: Site, shown: MeetingList) -> Page:
    back = Paragraph((Link(("Back to the calendar",), Target(PATH)),), cls="ro-back")
    about = f"{shown.title}: {count(len(shown.meetings), 'meeting')} on record"
    head = (back, Heading(1, (shown.title,)), Heading(2, (count(len(shown.meetings), "meeting"),), "meetings"))
    return Page(shown.path, shown.title, about, shown.source, (*head, *shown.blocks(site)))
