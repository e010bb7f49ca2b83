"""What records are to be called: the ids of meetings and relations follow from what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from readouts.model.slugs import slug

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model.values import Date


def is_meeting_id(archive: Archive, key: str, date: Date, parties: Iterable[str]) -> bool:
    """Whether an id is the date of a meeting and two of its parties in alphabetical order, then whatever tells it from others."""
    forms = {form for party in parties for form in _forms(archive, party)}
    pairs = [f"{first}-{second}" for first, second in combinations(sorted(forms), 2)]
    after = "" if date.day else r"(-\d\d)?(-\d\d)?"
    return bool(re.match(rf"{_begins(date)}{after}-({'|'.join(pairs)})(-|$)", key))


def meeting_id(archive: Archive, date: Date, parties: Iterable[str]) -> str:
    """The id of a meeting that nothing has to tell from others: `2014-11-10-japan-peru`, with the short names of organizations."""
    month = "" if date.day or date.first.replace(day=1) != date.last.replace(day=1) else f"-{date.first.month:02}"
    return "-".join([_begins(date) + month, *sorted(min(_forms(archive, party), key=len) for party in parties)])


def _begins(date: Date) -> str:
    return date.first.isoformat() if date.day else f"{date.year:04}"


def _forms(archive: Archive, party: str) -> Iterator[str]:
    """How a party may be called in a file name: by its name, its short form or its id."""
    yield slug(archive.party_name(party))
    if organization := archive.organizations.get(party):
        yield slug(organization.abbreviation or organization.name)
        yield organization.id


def relation_id(archive: Archive, first: str, second: str) -> str:
    """The id of a relation: its two parties in alphabetical order, `japan-peru`."""
    return archive.pair_id(archive.pair(first, second))
