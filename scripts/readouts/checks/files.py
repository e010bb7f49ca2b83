"""Checks of file names, which are the records' ids and part of their addresses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding

if TYPE_CHECKING:
    from readouts.archive import Archive
    from readouts.load import Records
    from readouts.model import Meeting


def folders_are_years(archive: Archive, records: Records) -> Iterator[Finding]:
    """A meeting's file lies in the folder of its year."""
    for meeting in archive.meetings.values():
        year = records.homes["meetings", meeting.id].split("/")[1]
        if year != f"{meeting.date.year:04}":
            message = f"the meeting of {meeting.date.text} lies in the folder {year}"
            hint = f"move the file to records/meetings/{meeting.date.year:04}/, or mend the date"
            yield Finding("meetings", meeting.id, ("date",), message, hint)


def names_begin_with_dates(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A meeting's file name begins with its date."""
    begins = meeting.date.first.isoformat() if meeting.date.day else f"{meeting.date.year:04}"
    if not meeting.id.startswith(begins):
        message = f"the file name does not begin with the date {meeting.date.text}"
        hint = f"rename the file to {begins}-….yaml and keep the old name as `formerly: [{meeting.id}]`"
        yield Finding("meetings", meeting.id, ("date",), message, hint)


def relations_are_named_by_their_parties(archive: Archive, _: Records) -> Iterator[Finding]:
    """A relation's file is named by its two parties in alphabetical order."""
    for relation in archive.relations.values():
        expected = archive.pair_id(archive.pair(*relation.parties))
        if relation.id != expected:
            message = f"the relation of {' and '.join(relation.parties)} is {expected}, not {relation.id}"
            yield Finding("relations", relation.id, ("parties",), message, f"rename the file to {expected}.yaml")
