"""What is cited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from readouts.model.collections import MEETINGS
from readouts.render.urls import url

if TYPE_CHECKING:
    from readouts.archive.titles import Met, Titles
    from readouts.model.values import Date

AUTHOR = "Readouts"
"""The archive, which speaks as one author."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A page of the archive."""

    id: str
    """The record's id."""
    title: str
    address: str
    """Of the page; without the site's own address as far as that is not known."""
    issued: date | None
    """The day of the record's latest change."""


def cited(titles: Titles, meeting: Met, base: str) -> Cited:
    """The page of a meeting as something to cite.

    Args:
        titles: Those of the archive.
        meeting: The meeting.
        base: The site’s own address; empty where it is not known.
    """
    days = [change.date.day for change in meeting.changes if change.date.day]
    return Cited(meeting.id, titles.heading(meeting), base + url(MEETINGS.page(meeting.id)), max(days, default=None))


@dataclass(frozen=True, slots=True)
class CitedAccount:
    """An account of a meeting: its publisher’s text, found by way of the archive."""

    author: str
    """The publisher."""
    title: str
    """The page’s own title; nothing where it has none."""
    published: Date | None
    verbatim: bool
    """Whether the publisher’s own words stand in the archive; of anything else the words are the archive’s."""
    record: Cited
    """The record, by which it was found."""
