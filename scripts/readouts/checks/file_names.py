"""Rules about file names, which are the records' ids and part of their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from readouts.archive.naming import is_meeting_id, meeting_id, relation_id
from readouts.checks.finding import Finding
from readouts.checks.sides import sides_are_certain
from readouts.model.collections import MEETINGS, RELATIONS
from readouts.model.slugs import slug
from readouts.model.values import COUNTRIES

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Records
    from readouts.model import Meeting
    from readouts.problems import Loc

_DAY = re.compile(r"\d{4}(?:-\d\d){2}(?=-)")


def folders_are_years(archive: Archive, records: Records) -> Iterator[Finding]:
    """A meeting's file lies in the folder of its year.

    Wrong file: `meetings/2033/2034-03-04-fiji-iceland.yaml`
    Right: `meetings/2034/2034-03-04-fiji-iceland.yaml`
    """
    for meeting in archive.summaries.values():
        year = records.homes[MEETINGS.id, meeting.id].split("/")[1]
        if year != f"{meeting.date.year:04}" and meeting.id.startswith(
            f"{meeting.date.year:04}"
        ):  # else its name is wrong, too
            message = f"the meeting of {meeting.date.text} lies in the folder {year}"
            right = f"meetings/{meeting.date.year:04}"
            hint = f"move the file to records/{right}/, or mend the date"
            if f"{right}/{meeting.id}.yaml" in records.files:
                hint = f"records/{right}/{meeting.id}.yaml exists already: keep one of the two, or mend the date"
            yield Finding(MEETINGS, meeting.id, ("date",), message, hint)


def names_are_dates_and_parties(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A meeting's file name is its date and two of its parties in alphabetical order, then whatever tells it from others.

    Wrong file: `meetings/2034/2034-03-04-iceland-fiji.yaml`
    Right: `meetings/2034/2034-03-04-fiji-iceland.yaml`
    """
    if not sides_are_certain(archive, meeting):
        return  # reported by itself
    if not is_meeting_id(archive, meeting.id, meeting.date, meeting.parties):
        expected = meeting_id(archive, meeting.date, meeting.parties)
        rename, kept = _rename(archive, meeting, expected), f"once published, keep the old name as `formerly: [{meeting.id}]`"
        if found := _another_day(archive, meeting) or _another_side(archive, meeting):
            loc, message, write = found
            hint = f"write `{write}`; or, if the record is right, {rename}; {kept}"
            yield Finding(MEETINGS, meeting.id, loc, message, hint)
        else:
            message = f"the file name does not begin with the date and the parties: {expected}"
            hint = f"{rename}, or mend the date or the parties; {kept}"
            yield Finding(MEETINGS, meeting.id, ("date",), message, hint)


def _another_day(archive: Archive, meeting: Meeting) -> tuple[Loc, str, str] | None:
    """Where only the day of a file name is not that of the record: the place, a message, and the line as the name has it."""
    found = _DAY.match(meeting.id)
    if not found or not is_meeting_id(
        archive, f"{meeting.date.text}{meeting.id[found.end() :]}", meeting.date, meeting.parties
    ):
        return None
    return ("date",), f"the file name says {found[0]}, and the record {meeting.date.text}", f"date: {found[0]}"


def _another_side(archive: Archive, meeting: Meeting) -> tuple[Loc, str, str] | None:
    """The same where only one side is another country than the name has."""
    for number, delegation in reversed(list(enumerate(meeting.delegations))):
        others = tuple(each.party for position, each in enumerate(meeting.delegations) if position != number)
        for code, name in COUNTRIES.items() if delegation.party in COUNTRIES else ():
            if slug(name) in meeting.id and is_meeting_id(archive, meeting.id, meeting.date, (code, *others)):
                message = f"{delegation.party} is {archive.party_name(delegation.party)}, and the file name has {name}"
                return ("delegations", number, "for"), message, f"for: {code}"
    return None


def _rename(archive: Archive, meeting: Meeting, right: str) -> str:
    """How to name a file, which never is the name of another."""
    if not archive.taken((MEETINGS.id, right)):
        moved = right[:4] != meeting.id[:4]
        return f"move the file to records/{MEETINGS.file(right)}" if moved else f"rename the file to {right}.yaml"
    own = f"{right}-{meeting.kind}"
    free = next(
        name for number in count(1) if not archive.taken((MEETINGS.id, name := own if number == 1 else f"{own}-{number}"))
    )
    return (
        f"{right} is another record: if it is of the same meeting, keep one of the two; if not, rename this file to {free}.yaml"
    )


def relations_are_named_by_their_parties(archive: Archive, _: Records) -> Iterator[Finding]:
    """A relation's file is named by its two parties in alphabetical order.

    Wrong file: `relations/iceland-fiji.yaml`
    Right: `relations/fiji-iceland.yaml`
    """
    for relation in archive.relations.values():
        if not all(party in COUNTRIES or party in archive.organizations for party in relation.parties):
            continue  # reported by itself
        expected = relation_id(archive, *relation.parties)
        if relation.id != expected:
            message = f"the relation of {' and '.join(relation.parties)} is {expected}, not {relation.id}"
            hint = f"rename the file to {expected}.yaml"
            if archive.taken((RELATIONS.id, expected)):
                hint = f"{expected}.yaml exists already: keep one of the two, or mend the parties"
            yield Finding(RELATIONS, relation.id, ("parties",), message, hint)
