"""The lists of meetings by year and, in a long year, by month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from babel.dates import get_month_names

from readouts.model.collections import MEETINGS
from readouts.model.slugs import slug
from readouts.pages.kinds import PageKind, alone
from readouts.pages.links import year_page
from readouts.pages.parts.meeting_lists import LONG, entry, listed
from readouts.pages.words import lists as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Heading, Items, Link, Page, Paragraph, Target

if TYPE_CHECKING:
    from readouts.archive.indexes import Summaries
    from readouts.pages.site import Site

MONTHS: Mapping[int, str] = get_month_names("wide", locale="en")
UNKNOWN = 0
"""Stands for a month that is not known."""


def _years(site: Site) -> Iterator[tuple[str, str]]:
    return ((year_page(year), f"{year}") for year, _ in site.archive.counts("year"))


def _long_months(site: Site) -> Iterator[tuple[str, str]]:
    for year, meetings in site.archive.counts("year"):
        if meetings > LONG:
            yield from ((_month_path(year, month), f"{year} {month}") for month in _by_month(site.archive.in_year(year)))


def _index(site: Site, _: str) -> Page:
    counts = site.archive.counts("year")
    total = sum(meetings for _, meetings in counts)
    blocks: tuple[Block, ...] = (
        Heading(1, (MEETINGS.title,)),
        Paragraph((say.by_year(total),), cls="ro-lead"),
        Items(tuple(entry(site.link.year(year), meetings) for year, meetings in reversed(counts))),
    )
    return Page(MEETINGS.index, MEETINGS.title, say.by_year_described(total), "records/meetings/", blocks)


def _year(site: Site, key: str) -> Page:
    year = int(key)
    meetings = site.archive.in_year(year)
    title, number = say.in_year(year), len(meetings)
    blocks: list[Block] = [Heading(1, (title,)), Paragraph((shared.meetings(number),), cls="ro-lead")]
    months = _by_month(meetings)
    if len(meetings) > LONG:
        links = [entry(Link((_name(month),), Target(_month_path(year, month))), len(found)) for month, found in months.items()]
        blocks.append(Items(tuple(links)))
    else:
        for month, found in months.items():
            blocks += [Heading(2, (_name(month),), slug(_name(month))), listed(site, found)]
    beside = [part for each in site.archive.years_beside(year) for part in (site.link.year(each), " · ")]
    blocks.append(Paragraph((*beside, Link((say.ALL_YEARS,), Target(MEETINGS.index))), cls="ro-up"))
    return Page(year_page(year), title, say.in_year_described(number, year), f"records/meetings/{year:04}/", tuple(blocks))


def _by_month(meetings: Summaries) -> Mapping[int, Summaries]:
    """The meetings of each month that has any; last those of which the month is not known."""
    months = [(each.date.first.month if each.date.first.month == each.date.last.month else UNKNOWN, each) for each in meetings]
    return {
        month: found for month in (*MONTHS, UNKNOWN) if (found := tuple(meeting for its, meeting in months if its == month))
    }


def _name(month: int) -> str:
    return MONTHS.get(month, say.MONTH_NOT_KNOWN)


def _month_path(year: int, month: int) -> str:
    return year_page(year).replace("index.md", f"{year:04}-{month:02}.md" if month else f"{year:04}-unknown.md")


def _month(site: Site, key: str) -> Page:
    year, month = map(int, key.split())
    meetings = _by_month(site.archive.in_year(year))[month]
    title = say.in_month(_name(month) if month else "", year)
    back = Paragraph((Link((shared.back_to(f"{year}"),), Target(year_page(year))),), cls="ro-back")
    about = shared.labelled(title, len(meetings))
    return Page(
        _month_path(year, month),
        title,
        about,
        f"records/meetings/{year:04}/",
        (back, Heading(1, (title,)), listed(site, meetings)),
    )


KINDS = (
    PageKind("meetings", MEETINGS.id, alone(MEETINGS.index), _index),
    PageKind("year", MEETINGS.id, _years, _year),
    PageKind("month", MEETINGS.id, _long_months, _month),
)
