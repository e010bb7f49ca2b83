"""Rules about dates, clocks and zones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model import clocks
from readouts.model.collections import MEETINGS, PLACES
from readouts.model.states import STATES
from readouts.model.values import About
from readouts.model.vocabulary import Status
from readouts.model.wording import day

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Records
    from readouts.model import Meeting, Printed, Session


def known_zones(archive: Archive, _: Records) -> Iterator[Finding]:
    """A place's zone is one of the IANA time-zone data.

    Wrong in `places.yaml`: `zone: Asia/Katmandoo`
    Right: `zone: Asia/Kathmandu`
    """
    for place in archive.places.values():
        if clocks.zone(place.zone) is None:
            hint = "write an IANA zone such as Asia/Tokyo or America/Lima"
            yield Finding(PLACES, place.id, ("zone",), f"“{place.zone}” is no time zone", hint)


def clocks_are_known(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A meeting with clock times says on whose clock: by its place, or for a call by `clock`.

    Wrong in `meetings/1988/1988-06-01-fiji-soviet-union.yaml`: `date: 1988-06-01`
    Right: `date: 1988-06-01⏎clock: SU`
    """
    timed = next((n for n, session in enumerate(meeting.sessions) if session.start and session.start.minutes is not None), None)
    if timed is not None and archive.clock_place(meeting, meeting.sessions[timed]) is None:
        if meeting.clock:
            message = f"the capital or seat of {meeting.clock} is not in records/places.yaml, so its clock is unknown"
            gone = meeting.clock in STATES and STATES[meeting.clock].until
            key = f"capital_of: [{meeting.clock}]" if gone else "capital: true"
            yield Finding(MEETINGS, meeting.id, ("clock",), message, f"add the city there with `{key}`")
        elif not meeting.place:
            hint = f"add `place: beijing`, or for a call `clock: {meeting.parties[0]}`"
            yield Finding(MEETINGS, meeting.id, ("sessions", timed, "start"), "on whose clock is this time?", hint)


def what_was_not_held_has_no_course(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A meeting that was declined or cancelled has neither sessions nor documents.

    Wrong in `meetings/2034/2034-09-fiji-iceland.yaml`: `date: 2034-09⏎sessions: [{duration: 30 min}]`
    Right: `date: 2034-09`
    """
    if meeting.status is not Status.HELD:
        for name in ("sessions", "outcomes"):
            if getattr(meeting, name):
                message = f"a meeting that was {meeting.status} has no {name}"
                yield Finding(MEETINGS, meeting.id, (name,), message, f"delete `{name}:`, or mend `status:`")


def pages_are_read_once_published(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A page is read on the day it was published or later.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `read_on: 2034-03-03`
    Right: `read_on: 2034-03-05`
    """
    for number, readout in enumerate(meeting.readouts):
        if readout.read_on and readout.published and readout.read_on.last < readout.published.first:
            message = f"the page was published on {day(readout.published.first)}, after it was read"
            hint = "mend one of the two: `published:` is the page's own date, `read_on:` the day you read it"
            yield Finding(MEETINGS, meeting.id, ("readouts", number, "read_on"), message, hint)


def sessions_end_after_they_start(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A session ends after it starts, within half a day, and has an end or a duration, not two that differ.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `end: 23:20`
    Right: `end: 00:10`
    """
    for number, session in enumerate(meeting.sessions):
        start, end = session.start, session.end
        if end and (start is None or start.minutes is None or end.minutes is None):
            message = "a session with an end needs a start on the clock"
            yield Finding(MEETINGS, meeting.id, ("sessions", number, "end"), message, "add `start: 10:25`")
        elif start and end and start.minutes is not None and end.minutes is not None:
            lasted = (end.minutes - start.minutes) % (24 * 60)
            if lasted == 0 or lasted > 12 * 60:
                message = "the session ends before it starts"
                hint = (
                    "write both on the 24-hour clock: `start: 10:25` and `end: 10:45`; after midnight an end is on the next day"
                )
                yield Finding(MEETINGS, meeting.id, ("sessions", number, "end"), message, hint)
            elif session.duration and session.duration.about is About.EXACT and session.duration.minutes != lasted:
                message = f"from start to end it is {lasted} minutes, not {session.duration.minutes}"
                hint = "keep the two that the account prints; say the rest in `note:`"
                yield Finding(MEETINGS, meeting.id, ("sessions", number, "duration"), message, hint)


def printed_times_agree(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A printed clock reading is the computed one, or says by `discrepancy` how it is not.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `start: 05:15`
    Right: `start: 05:45`
    """
    for number, session in enumerate(meeting.sessions):
        for position, printed in enumerate(session.printed):
            expected = _disagreement(archive, meeting, session, printed)
            loc = ("sessions", number, "printed", position)
            if expected is None:
                continue
            if expected and not printed.discrepancy:
                hint = "check the times; if the account prints it so, add `discrepancy:` with a sentence that says so"
                yield Finding(MEETINGS, meeting.id, (*loc, "start"), f"this clock showed {expected}", hint)
            elif printed.discrepancy and not expected:
                message = "the printed time is right, so there is no discrepancy"
                yield Finding(MEETINGS, meeting.id, (*loc, "discrepancy"), message, "delete the line `discrepancy:`")


def _disagreement(archive: Archive, meeting: Meeting, session: Session, printed: Printed) -> str | None:
    """What the clock showed, where that is not what is printed; "" where it agrees, None where it cannot be computed."""
    span = archive.span(meeting, session)
    place = archive.capital(printed.clock) if printed.clock else archive.clock_place(meeting, session)
    there = clocks.zone(place.zone) if place else None
    if span is None or there is None or printed.start.minutes is None:
        return None
    shown = span.at(there).start
    date = printed.date.day if printed.date else meeting.date.day
    if (shown.hour * 60 + shown.minute, shown.date()) == (printed.start.minutes, date):
        return ""
    return f"{shown:%H:%M} on {day(shown.date())}"
