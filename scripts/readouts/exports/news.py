"""What is new: additions and corrections as the records note them, the latest first, for the formats of feeds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from readouts.archive.titles import Titles
from readouts.exports import scopes
from readouts.model.collections import BY_ID, MEETINGS
from readouts.model.withdrawn import Withdrawn

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.summaries import MeetingSummary
    from readouts.model import Change, Entry

LATEST = 100
"""So many entries the feed of the whole archive has at most."""

LATEST_OF_PART = 10
"""So many has that of a part: an entry stands in the feeds of all people and topics of a meeting, too."""

OF = ("pair", "party", "person", "topic")
"""The parts of the archive that have feeds."""

_NAMESPACE = UUID("7a0b3f0e-51c2-4d7a-9a55-3f1f4b1d6f2c")
"""Of the ids of entries (RFC 9562, version 5): they stay when the site moves."""


def moment(day: date) -> str:
    """A day as RFC 3339 has a moment: its beginning in UTC, as nothing is known of the hour."""
    return f"{day.isoformat()}T00:00:00Z"


@dataclass(frozen=True, slots=True)
class News:
    """An entry of a feed: one change of one record."""

    id: str
    """A URN, which never changes."""
    title: str
    text: str
    page: str
    """The page of the record, below `docs/`."""
    day: date
    """The day of the change."""
    topics: tuple[str, ...] = ()
    """Names of the topics of a meeting, in the feed of the whole archive."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, whatever its format."""

    id: str
    """A URN, which never changes."""
    title: str
    page: str
    """The page that shows what it is about, below `docs/`."""
    entries: tuple[News, ...]

    @property
    def day(self) -> date:
        """The day of the latest entry; that on which counting begins for computers where there is none."""
        return max((entry.day for entry in self.entries), default=date(1970, 1, 1))


def feed(archive: Archive, key: str) -> Feed:
    """The feed of a part of the archive."""
    scope = scopes.scope(archive, key)
    whole = key == scopes.WHOLE
    found = _of_all(archive) if whole else (replace(each, topics=()) for each in _of(archive, scope))
    title = f"Readouts: {scope.title}" if scope.title else "Readouts"
    once = {each.id: each for each in found}  # of two changes in the same words on one day
    return Feed(_urn(key), title, scope.page, tuple(once.values())[: LATEST if whole else LATEST_OF_PART])


def _of_all(archive: Archive) -> Iterator[News]:
    """Week by week, so that a feed depends on the latest weeks alone."""
    number = 0
    for week, _, _ in archive.weeks:
        if number >= LATEST:
            return
        changed = sorted(archive.changed_in(week), key=lambda each: each.change.date.first, reverse=True)
        for each in changed[: LATEST - number]:
            number += 1
            if each.collection == MEETINGS.id:
                yield _entry(archive, MEETINGS.id, archive.summaries[each.record], each.change)
            else:
                yield _entry(archive, each.collection, archive.of_kind(BY_ID[each.collection])[each.record], each.change)


def _of(archive: Archive, scope: scopes.Scope) -> Iterator[News]:
    found: list[tuple[date, date, str, Entry | MeetingSummary, Change]] = [
        (change.date.first, meeting.date.first, MEETINGS.id, meeting, change)
        for meeting in chain(scope.held, scope.not_held)
        for change in meeting.changes
    ]
    if scope.record:
        collection, key = scope.record
        record = archive.of_kind(BY_ID[collection]).get(key)
        found += [(each.date.first, date.max, collection, record, each) for each in record.changes] if record else []
    found.sort(key=lambda each: (*each[:2], each[3].id), reverse=True)
    for _, _, collection, entry, change in found[:LATEST_OF_PART]:
        yield _entry(archive, collection, entry, change)


def _entry(archive: Archive, collection: str, record: Entry | MeetingSummary, change: Change) -> News:
    titles = Titles(archive)
    name = titles.entry(record)
    topics = tuple(archive.topics[topic].name for topic in getattr(record, "topics", ()))
    why = f" Why: {change.why}" if change.why else ""
    kind = record.kinds[0] if isinstance(record, Withdrawn) else collection  # the page is at the address that it had
    about = f" Topics: {', '.join(topics)}." if change.addition and topics else ""
    return News(
        _urn(collection, record.id, change.date.text, change.what),
        name if change.addition else f"Changed: {name}",
        f"{change.what}{why}{about}",
        BY_ID[kind].page(record.id),
        change.date.first,
        topics,
    )


def _urn(*parts: str) -> str:
    return uuid5(_NAMESPACE, "\n".join(parts)).urn
