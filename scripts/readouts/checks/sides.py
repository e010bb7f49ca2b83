"""Whether the sides of a meeting are certain: where one is wrong, which is told, what else would be said of it only follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.model.states import existed
from readouts.model.values import COUNTRIES
from readouts.model.vocabulary import Status

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Meeting


def sides_are_certain(archive: Archive, meeting: Meeting) -> bool:
    """Whether every side is known, and was a state when the meeting was held."""
    return all(side_is_certain(archive, meeting, party) for party in meeting.parties)


def side_is_certain(archive: Archive, meeting: Meeting, party: str) -> bool:
    """The same of one side."""
    known = party in COUNTRIES or party in archive.organizations
    return known and (meeting.status is not Status.HELD or existed(party, meeting.date.first, meeting.date.last))
