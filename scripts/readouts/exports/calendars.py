"""iCalendar (RFC 5545): the meetings of the archive, of a relation and of a party, with the zones that their clocks are in.

A meeting whose day is not known is in no calendar; the calendar says how many there are. One that was not held is in none either.
A relation or party has its latest meetings alone, or each meeting would stand in full in four files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from icalendar import Calendar, Component, Event, Timezone, TimezoneDaylight, TimezoneStandard

from readouts.archive.titles import Titles
from readouts.exports import scopes
from readouts.exports.keyed import Keyed
from readouts.model import clocks, wording
from readouts.model.collections import MEETINGS
from readouts.model.wording import count
from readouts.render.markdown import MARK

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Meeting, Session

FOLDER = "calendars"
ENDING = ".ics"
TYPE = "text/calendar"
LATEST = 200
"""So many meetings the calendar of a part of the archive has at most; that of the whole archive has all."""

OF = ("pair", "party")
"""The parts of the archive that have calendars."""


@dataclass(frozen=True, slots=True)
class _Happening:
    """An event of a calendar: a session whose hour is known, or the day of a meeting."""

    uid: str
    title: str
    start: date
    """On the local clock, where the hour is known."""
    end: date | None
    where: str
    point: tuple[float, float] | None
    """Latitude and longitude."""
    topics: tuple[str, ...]
    """In the calendar of the whole archive."""
    changed: date
    """The day of the record’s latest change, or that of the meeting where it notes none."""
    address: str
    note: str
    """What is to be said of the hour."""

    @property
    def zone(self) -> str:
        """The IANA zone of its clock; empty for a day."""
        return str(self.start.tzinfo) if isinstance(self.start, datetime) else ""


def make(archive: Archive, key: str, base: str) -> str:
    """The calendar of a part."""
    scope = scopes.scope(archive, key)
    dated = [each for each in scope.held if each.date.day]
    earlier = dated[:-LATEST] if key != scopes.WHOLE else []
    known = [archive.meetings[each.id] for each in dated[len(earlier) :]]
    happenings = [each for meeting in known for each in _happenings(archive, meeting, base)]
    if key != scopes.WHOLE:
        happenings = [replace(each, topics=()) for each in happenings]
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Readouts//Meetings//EN")
    calendar.add("x-source", f"{MARK}records/: edit those, not this file.")
    calendar.add("x-wr-calname", f"Readouts: {scope.title or 'all meetings'}")
    without = (
        [f"Without {count(unknown, 'meeting')} whose day is not known."] if (unknown := len(scope.held) - len(dated)) else []
    )
    without += (
        [f"Without the {count(len(earlier), 'earlier meeting')}, which the calendar of all meetings has."] if earlier else []
    )
    if without:
        calendar.add("x-wr-caldesc", " ".join(without))
    zones: defaultdict[str, set[int]] = defaultdict(set)
    for each in happenings:
        zones[each.zone] |= {year // 10 * 10 for year in (each.start.year, (each.end or each.start).year)}
    inner = [_zone(zone, tuple(sorted(decades))) for zone, decades in sorted(zones.items()) if zone]
    inner += [_event(each) for each in happenings]
    head, end = calendar.to_ical(sorted=False).decode().rsplit("END:VCALENDAR", 1)
    return "".join([head, *inner, "END:VCALENDAR", end])


def _happenings(archive: Archive, meeting: Meeting, base: str) -> Iterator[_Happening]:
    """The sessions whose hours are known; else the day."""
    timed = [(number, session) for number, session in enumerate(meeting.sessions, start=1) if archive.span(meeting, session)]
    for number, session in timed:
        yield _happening(archive, meeting, base, session, f"-{number}" if number > 1 else "")
    if not timed:
        yield _happening(archive, meeting, base, None, "")


def _happening(archive: Archive, meeting: Meeting, base: str, session: Session | None, suffix: str) -> _Happening:
    title = Titles(archive).meeting(meeting)
    span = archive.span(meeting, session) if session else None
    place = archive.places.get((session and session.place) or meeting.place or "")
    venue = session.venue if session and (session.venue or session.place) else meeting.venue
    country = archive.party_name(place.country) if place else ""
    days = [change.date.first for change in meeting.changes]
    several = session and len(meeting.sessions) > 1
    return _Happening(
        f"{meeting.id}{suffix}@readouts",
        f"{title}: {session.kind.label}" if several and session else title,
        span.start if span else meeting.date.first,
        span.end if span else None,
        ", ".join(part for part in (venue, place and place.name, country) if part),
        (place.coordinates.latitude, place.coordinates.longitude) if place else None,
        tuple(archive.topics[topic].name for topic in archive.summaries[meeting.id].topics),
        max(days, default=meeting.date.first),
        scopes.address(MEETINGS.page(meeting.id), base, "") if base else "",
        f"The accounts give the time as {wording.spanning(span, span.start.date())}." if span and _about(span) else "",
    )


def _about(span: clocks.Span) -> bool:
    """Whether an hour of it is not exact."""
    return bool(span.start_about or span.end_about)


@lru_cache(maxsize=2**14)
def _event(happening: _Happening) -> str:
    """The event; the same one is in several calendars."""
    event = Event()
    event.add("uid", happening.uid)
    event.add("dtstamp", datetime.combine(happening.changed, time(), UTC))
    event.add("dtstart", happening.start)
    if isinstance(happening.start, datetime):
        if happening.end:
            event.add("dtend", happening.end)
    else:
        event.add("dtend", happening.start + timedelta(days=1))
    event.add("summary", happening.title)
    event.add("transp", "TRANSPARENT")  # a record of the past makes nobody busy
    if happening.where:
        event.add("location", happening.where)
    if happening.point:
        event.add("geo", happening.point)
    if happening.topics:
        event.add("categories", list(happening.topics))
    if happening.note:
        event.add("description", happening.note)
    if happening.address:
        event.add("url", happening.address)
    text: bytes = event.to_ical()
    return text.decode()


@lru_cache(maxsize=2**12)
def _zone(key: str, decades: tuple[int, ...]) -> str:
    """The rules of an IANA zone for some decades, by their first years."""
    zone = Timezone()
    zone.add("tzid", key)
    for decade in decades:
        for rule in _rules(key, decade):
            zone.add_component(rule)
    text: bytes = zone.to_ical()
    return text.decode()


@lru_cache(maxsize=2**12)
def _rules(key: str, decade: int) -> tuple[Component, ...]:
    """The rules of one decade: the library looks at every day of it, and many calendars have the same."""
    zone = clocks.zone(key)
    if zone is None:
        raise ValueError(key)  # a span has a zone that there is
    found = Timezone.from_tzinfo(zone, key, first_date=date(decade, 1, 1), last_date=date(decade + 10, 1, 1))
    rules: tuple[TimezoneStandard | TimezoneDaylight, ...] = (*found.standard, *found.daylight)
    for rule in rules:
        _by_the_clock_before(rule)
    return tuple(found.subcomponents)


def _by_the_clock_before(rule: TimezoneStandard | TimezoneDaylight) -> None:
    """State the onsets of a rule by the clock that it ends (RFC 5545, 3.6.5), each in a property of its own.

    The library states them by the clock that begins, where an hour is left out; and of several values in one property, ical.js and
    vobject read the first alone.
    """
    left_out = max(rule.TZOFFSETTO - rule.TZOFFSETFROM, timedelta())
    later = [onset for onset, *_ in rule.rdates]
    rule.pop("RDATE", None)
    rule.DTSTART -= left_out
    for onset in later:
        rule.add("rdate", onset - left_out)


FORMAT = Keyed(partial(scopes.files, folder=FOLDER, ending=ENDING, of=OF), make)
