"""The sessions of a meeting, with times that were held against each other."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from readouts.archive.todo import TODO
from readouts.editing.importing.facts import Facts
from readouts.editing.importing.report import Report, todo
from readouts.editing.importing.sittings import Sitting
from readouts.editing.importing.times import Reading, clock, length
from readouts.editing.importing.words import words
from readouts.model.clocks import zone
from readouts.model.values import About
from readouts.model.vocabulary import SessionKind
from readouts.source import Data

if TYPE_CHECKING:
    from readouts.model import Place

_HALF_A_DAY = 12 * 60
_JAPAN = "Asia/Tokyo"


def sessions_of(facts: Facts, language: str, place: Place | None, report: Report) -> list[Data]:
    """The sessions as they stand in the record.

    Args:
        facts: What the lead says.
        language: Its language.
        place: Where the meeting was, or the capital whose clock the times of a call are given in; None where that is not known.
        report: Where it is said what cannot be.
    """
    made: list[Data] = []
    floor = 0
    for each in facts.sittings:
        session = _session(each, facts.day, place, report)
        if session:
            begin = each.start.start if each.start else len(facts.lead)
            kind = _kind(facts.lead[floor:begin], language) if len(facts.sittings) > 1 else _only_kind(facts.lead, language)
            if kind:
                session = {"kind": kind.value, **session}
            made.append(session)
            floor = begin
    return made


def _only_kind(lead: str, language: str) -> SessionKind | None:
    """The kind of the one session. Of talks and a meal together, it is not told which of them the times are of."""
    kind = _kind(lead, language)
    talks = re.search(r"meeting|talks|会談|reuni", lead, re.IGNORECASE)
    return None if kind in (SessionKind.MEAL, SessionKind.PRESS, SessionKind.SIGNING) and talks else kind


def _kind(text: str, language: str) -> SessionKind | None:
    places = {each.kind: each.last(text, language) for each in words().sessions}
    best = max(places, key=lambda kind: places[kind])
    return best if places[best] >= 0 else None


def _session(sitting: Sitting, day: date | None, place: Place | None, report: Report) -> dict[str, Data]:
    start = sitting.start
    in_japan = place is not None and place.zone == _JAPAN
    japan = sitting.japan or _unnamed(sitting, day, place, report)
    if start is None and in_japan:
        start, japan = japan, None
    made: dict[str, Data] = {}
    if start:
        made["start"] = _time(start, report)
    elif sitting.part:
        made["start"] = sitting.part
    if sitting.end:
        made["end"] = _end(start, sitting.end, report)
    if sitting.length:
        made["duration"] = length(sitting.length)
    if japan and not in_japan:
        made["printed"] = [_printed(japan, start, day, place, report)]
    elif japan and start and japan.minutes != start.minutes:
        report.asked.append(f"time: {start.printed} is told to be {japan.printed} in Japan, where the meeting was")
    if made:
        report.understood.append(
            "time: " + ", ".join(f"{key} {value}" for key, value in made.items() if isinstance(value, str))
        )
    return made


def _unnamed(sitting: Sitting, day: date | None, place: Place | None, report: Report) -> Reading | None:
    """A reading of which it is not told whose it is, where it agrees with Japan’s clock; any other is asked about."""
    japan = None
    for each in sitting.extra:
        expected = _in_japan(sitting.start, day, place)
        if japan is None and sitting.start and expected and each.minutes == expected.hour * 60 + expected.minute:
            japan = each
            report.guessed.append(f"time: {each.printed} is Japan’s, as it agrees with {sitting.start.printed}")
        else:
            report.asked.append(f"time: whose is {each.printed}?")
    return japan


def _end(start: Reading | None, end: Reading, report: Report) -> str:
    if start and start.minutes is not None and end.minutes is not None:
        lasted = (end.minutes - start.minutes) % (24 * 60)
        if lasted == 0 or lasted > _HALF_A_DAY:
            report.asked.append(f"time: from {start.printed} to {end.printed}? It ends before it starts")
            return todo(clock(end.minutes))
    return _time(end, report)


def _time(reading: Reading, report: Report) -> str:
    if reading.minutes is None:
        report.asked.append(f"time: no clock shows “{reading.printed}”")
        return todo(reading.printed)
    return clock(reading.minutes, reading.about)


def _printed(japan: Reading, start: Reading | None, day: date | None, place: Place | None, report: Report) -> Data:
    """The reading of Japan's clock, held against the local one."""
    if japan.minutes is None:
        return {"clock": "JP", "start": _time(japan, report)}
    made: dict[str, Data] = {"clock": "JP", "start": clock(japan.minutes)}
    printed = japan.date.on(day) if japan.date and day else None
    expected = _in_japan(start, day, place)
    shown = printed or (expected.date() if expected else None)
    if shown and shown != day:
        made["date"] = shown.isoformat()
    if expected is None:
        report.asked.append(f"time: {japan.printed} in Japan could not be held against a local time")
    elif (
        (expected.hour * 60 + expected.minute, expected.date()) != (japan.minutes, shown)
        and start
        and start.about is About.EXACT
    ):
        made["discrepancy"] = TODO
        report.asked.append(
            f"time: the page has {japan.printed} in Japan; by the local time it was {expected:%H:%M on %Y-%m-%d} there"
        )
    return made


def _in_japan(start: Reading | None, day: date | None, place: Place | None) -> datetime | None:
    """What Japan’s clock showed at the start; None where the local time or the place is not known."""
    here, there = zone(place.zone) if place else None, zone(_JAPAN)
    if not (here and there and start and start.minutes is not None and day):
        return None
    moment = datetime.combine(day, datetime.min.time(), here) + timedelta(minutes=start.minutes)
    return moment.astimezone(there)
