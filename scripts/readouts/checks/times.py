"""Rules about dates, clocks and zones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from readouts.checks.finding import Finding
from readouts.model import Entry, Meeting, clocks
from readouts.model.collections import MEETINGS, Collection
from readouts.model.states import STATES
from readouts.model.values import COUNTRIES, About
from readouts.model.vocabulary import Mode, Status
from readouts.model.wording import dated, day, lasting

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Printed, Session
    from readouts.model.values import Date, Duration
    from readouts.problems import Loc


_AROUND = 60
"""Days between a meeting and its occasion, at the most."""

_LONGEST = 12 * 60
"""Minutes of a session."""


def clocks_are_known(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A meeting with clock times says on whose clock: by its place, or for a call by `clock`.

    Wrong in `meetings/1988/1988-06-01-fiji-soviet-union.yaml`: `date: 1988-06-01`
    Right: `date: 1988-06-01⏎clock: SU`
    """
    # In person “afternoon” is that of the place, known or not; in a call it is afternoon for one side.
    called = meeting.mode is not Mode.IN_PERSON
    starts = [session.start for session in meeting.sessions]
    timed = next((n for n, start in enumerate(starts) if start and (called or start.minutes is not None)), None)
    if timed is not None and archive.clock_place(meeting, meeting.sessions[timed]) is None:
        if meeting.clock:
            message = f"the capital or seat of {meeting.clock} is not in records/places.yaml, so its clock is unknown"
            yield Finding(MEETINGS, meeting.id, ("clock",), message, _add_city(meeting.clock, archive))
        elif not meeting.place:
            hint = (
                f"add `clock: {meeting.parties[0]}`, or the other side"
                if called
                else f"add `place: beijing`, or for a call `clock: {meeting.parties[0]}`"
            )
            yield Finding(MEETINGS, meeting.id, ("sessions", timed, "start"), "on whose clock is this time?", hint)


def calls_have_no_place(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A call has no place but a `clock`; a meeting in person has the clock of its place.

    Wrong in `meetings/2032/2032-fiji-iceland.yaml`: `mode: telephone⏎place: suva`
    Right: `mode: telephone`
    """
    if meeting.mode is not Mode.IN_PERSON:
        places = [(("place",), meeting.place)] + [
            (("sessions", n, "place"), each.place) for n, each in enumerate(meeting.sessions)
        ]
        for loc, place in places:
            if place:
                here = archive.places.get(place)
                clock = f"`clock: {here.country if here else meeting.parties[0]}` for whose clock its times are on"
                hint = f"{'delete the line' if meeting.clock else f'write {clock}'}, or mend `mode:`"
                yield Finding(MEETINGS, meeting.id, loc, f"a meeting by {meeting.mode} has no place", hint)
    elif meeting.place and meeting.clock:
        message = "a meeting in person is told by the clock of its place"
        yield Finding(
            MEETINGS, meeting.id, ("clock",), message, "delete the line `clock:`, which is for calls, or mend `mode:`"
        )


def printed_clocks_are_known(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A printed time is one of a capital or seat that is among the places, so that it can be compared.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `clock: PE⏎        start: 05:45`
    Right: `clock: FJ⏎        start: 05:45`
    """
    for number, session in enumerate(meeting.sessions):
        for position, printed in enumerate(session.printed):
            party = printed.clock
            known = party in COUNTRIES or party in archive.organizations
            if party and known and archive.capital(party) is None:
                message = f"the capital or seat of {party} is not in records/places.yaml, so this time cannot be compared"
                loc = ("sessions", number, "printed", position, "clock")
                yield Finding(MEETINGS, meeting.id, loc, message, _add_city(party, archive))


def _add_city(party: str, archive: Archive) -> str:
    """How to make the clock of a party known."""
    if party in archive.organizations:
        return f"add the city there, and `seat:` to {party} in records/organizations.yaml"
    gone = party in STATES and STATES[party].until
    return f"add the city there with `{f'capital_of: [{party}]' if gone else 'capital: true'}`"


def pages_follow_the_meeting(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A page with statements is not from before the meeting; one that announces it has none. A day is left to the zones.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `published: 2034-01-04`
    Right: `published: 2034-03-04`
    """
    for number, readout in enumerate(meeting.readouts):
        early = readout.published and readout.published.last < meeting.date.first - timedelta(days=1)
        if readout.published and early and readout.statements and meeting.status is Status.HELD:
            message = f"the page is of {dated(readout.published)}, before the meeting of {dated(meeting.date)}"
            hint = "mend `published:` or the date of the meeting; of a page that only announced it, no statement is recorded"
            yield Finding(MEETINGS, meeting.id, ("readouts", number, "published"), message, hint)


def occasions_are_of_the_time(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A meeting is held at the time of its occasion, or not long before or after it.

    Wrong in `occasions.yaml`: `date: 2030-05-05/2030-05-08`
    Right: `date: 2031-05-05/2031-05-08`
    """
    occasion = archive.occasions.get(meeting.occasion or "")
    if occasion and occasion.date and meeting.status is Status.HELD:
        apart = max((meeting.date.first - occasion.date.last).days, (occasion.date.first - meeting.date.last).days)
        if apart > _AROUND:
            message = f"{occasion.name} is of {dated(occasion.date)}, and the meeting is of {dated(meeting.date)}"
            yield Finding(MEETINGS, meeting.id, ("occasion",), message, "mend the occasion or the date of the meeting")


class Dated(NamedTuple):
    """A record, and the day that it is."""

    collection: Collection[Any]
    entry: Entry
    today: date


def nothing_was_done_tomorrow(_: Archive, on: Dated) -> Iterator[Finding]:
    """No page was published, read or searched for, nothing was said, and no record changed, on a day that is yet to come.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `read_on: 2099-03-05`
    Right: `read_on: 2034-03-05`
    """
    for loc, when in _days(on.entry):
        if when.first > on.today:
            message = f"{dated(when)} is yet to come"
            yield Finding(on.collection, on.entry.id, loc, message, "mend the date: this has happened already")
    meeting = on.entry if isinstance(on.entry, Meeting) else None
    if meeting and meeting.status is Status.HELD and meeting.date.first > on.today and (meeting.statements or meeting.outcomes):
        message = f"{dated(meeting.date)} is yet to come, and the record tells what came of the meeting"
        hint = "mend the date; of a page that only announces a meeting, no statement is recorded"
        yield Finding(on.collection, meeting.id, ("date",), message, hint)


def _days(entry: Entry) -> Iterator[tuple[Loc, Date]]:
    """The days on which something was done, each with its place in the record."""
    for number, change in enumerate(entry.changes):
        yield ("changes", number, "date"), change.date
    if isinstance(entry, Meeting):
        for number, readout in enumerate(entry.readouts):
            for key, when in (("published", readout.published), ("read_on", readout.read_on)):
                if when:
                    yield ("readouts", number, key), when
        for number, searched in enumerate(entry.searched):
            yield ("searched", number, "on"), searched.on


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
    """A session lasts for some minutes, at most for half a day, and has an end or a duration, not two that differ.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `end: 23:20`
    Right: `end: 00:10`
    """
    for number, session in enumerate(meeting.sessions):
        start, end, duration = session.start, session.end, session.duration
        if duration and not 0 < duration.minutes <= _LONGEST:
            message = (
                f"a session of {lasting(duration)} is too long" if duration.minutes else "a session takes a minute at least"
            )
            hint = "write how long it took, as in `duration: 20 min` or `duration: 1 h 45 min`; another day is another session"
            yield Finding(MEETINGS, meeting.id, ("sessions", number, "duration"), message, hint)
            continue
        if end and (start is None or start.minutes is None or end.minutes is None):
            message = "a session with an end needs a start on the clock"
            yield Finding(MEETINGS, meeting.id, ("sessions", number, "end"), message, "add `start: 10:25`")
        elif start and end and start.minutes is not None and end.minutes is not None:
            lasted = (end.minutes - start.minutes) % (24 * 60)
            if lasted == 0 or lasted > _LONGEST:
                message = "the session ends before it starts" if lasted else "the session ends at the minute at which it starts"
                hint = (
                    "write both on the 24-hour clock: `start: 10:25` and `end: 10:45`; after midnight an end is on the next day"
                )
                if not lasted:
                    hint = "delete `end:` if the account gives one time only, or mend one of the two"
                yield Finding(MEETINGS, meeting.id, ("sessions", number, "end"), message, hint)
            elif duration and not (_agrees(duration, lasted) or (duration.about and (start.about or end.about))):
                message = f"from start to end it is {lasted} minutes, not {lasting(duration)}"
                hint = "keep the two that the account prints; say the rest in `note:`"
                yield Finding(MEETINGS, meeting.id, ("sessions", number, "duration"), message, hint)


def _agrees(duration: Duration, lasted: int) -> bool:
    """Whether a session of so many minutes can be said to have taken that long; “about” leaves a quarter of an hour, or a half of it."""
    match duration.about:
        case About.OVER:
            return lasted >= duration.minutes
        case About.UNDER:
            return lasted <= duration.minutes
        case About.ABOUT:
            return abs(lasted - duration.minutes) <= max(15, duration.minutes / 2)
    return lasted == duration.minutes


def printed_times_agree(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A printed clock reading is the computed one, or says by `discrepancy` how it is not.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `start: 05:15`
    Right: `start: 05:45`
    """
    for number, session in enumerate(meeting.sessions):
        for position, printed in enumerate(session.printed):
            shown = _shown(archive, meeting, session, printed)
            loc = ("sessions", number, "printed", position)
            if shown is None:
                continue
            date = printed.date.day if printed.date else meeting.date.day
            same_time = shown.hour * 60 + shown.minute == printed.start.minutes
            agrees = same_time and shown.date() == date
            if not agrees and not printed.discrepancy:
                hint = "check the times; if the account prints it so, add `discrepancy:` with a sentence that says so"
                if same_time and not printed.date:
                    hint = f"add `date: {shown.date()}`, if the account prints that day; if it prints another, `discrepancy:`"
                message = f"this clock showed {shown:%H:%M} on {day(shown.date())}"
                yield Finding(MEETINGS, meeting.id, (*loc, "start"), message, hint)
            elif printed.discrepancy and agrees:
                message = "the printed time is right, so there is no discrepancy"
                yield Finding(MEETINGS, meeting.id, (*loc, "discrepancy"), message, "delete the line `discrepancy:`")


def _shown(archive: Archive, meeting: Meeting, session: Session, printed: Printed) -> datetime | None:
    """What a printed clock showed at the start; None where it cannot be computed."""
    span = archive.span(meeting, session)
    place = archive.capital(printed.clock) if printed.clock else archive.clock_place(meeting, session)
    there = clocks.zone(place.zone) if place else None
    if span is None or there is None or printed.start.minutes is None:
        return None
    return span.at(there).start
