"""iCalendar: the meetings with a known day, on the clocks they were held by."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from readouts import Archive, Meeting
from readouts.exports import calendars

BASE = "https://archive.example/"


def read(archive: Archive, key: str) -> Calendar:
    """What a program for calendars reads of a file, without any complaint."""
    found = Calendar.from_ical(calendars.make(archive, key, BASE))
    assert [each.errors for each in found.walk() if each.errors] == []
    return found


def page(meeting: Meeting) -> str:
    """The address of a meeting."""
    return f"{BASE}meetings/{meeting.id[:4]}/{meeting.id}/"


def test_a_session_is_on_the_clock_of_its_place(small: Archive) -> None:
    # Kathmandu is 5:45 ahead of UTC; the talks there crossed midnight. Lunch the next day was in Suva, 12 hours ahead.
    talks, lunch = (each for each in read(small, "all").events if "2031-05-06" in str(each["UID"]))
    assert (talks["SUMMARY"], lunch["SUMMARY"]) == (
        "First Fiji–Iceland consultations: small group",
        "First Fiji–Iceland consultations: working lunch",
    )
    assert talks["DTSTART"].params["TZID"] == "Asia/Kathmandu"
    assert (talks.start.isoformat(), talks.end.isoformat()) == ("2031-05-06T23:30:00+05:45", "2031-05-07T00:10:00+05:45")
    assert (lunch.start.isoformat(), lunch.end.isoformat()) == ("2031-05-07T12:30:00+12:00", "2031-05-07T13:40:00+12:00")
    assert talks["LOCATION"] == "Hotel of the Yeti, Room 3 <East>, Kathmandu, Nepal"
    assert lunch["LOCATION"] == "Reef Hall, Suva, Fiji"
    assert lunch["DESCRIPTION"] == "The accounts give the time as about 12:30 – after 13:40."
    assert datetime(2031, 6, 1, tzinfo=UTC) == talks.DTSTAMP


def test_a_day_is_a_whole_day(small: Archive) -> None:
    # Where no hour is known.
    days = [each for each in read(small, "relations FJ IS").events if not isinstance(each.start, datetime)]
    assert [(each.start, each.end - each.start) for each in days] == []
    call = next(each for each in read(small, "all").events if "1988" in str(each["UID"]))
    assert (call.start.isoformat(), call.end - call.start) == ("1988-06-01T10:00:00+04:00", timedelta(minutes=15))


@pytest.mark.parametrize("archive", ["small", "frozen", "real"])
def test_every_meeting_that_was_held_on_a_known_day_is_in(archive: str, request: pytest.FixtureRequest) -> None:
    # And no other; the rest is counted in the description.
    found: Archive = request.getfixturevalue(archive)
    paths = dict(calendars.FORMAT.files(found))
    held = [each for each in found.meetings.values() if each.status == "held"]
    for key, meetings in {"all": held, **{f"countries {code}": of(held, code) for code in found.countries}}.items():
        if key not in paths.values():
            assert meetings == []
            continue
        calendar = read(found, key)
        known = sorted((each for each in meetings if each.date.day), key=lambda each: (each.date, each.id))
        earlier = known[:-200] if key != "all" else []
        known = known[len(earlier) :]
        assert {str(each["URL"]) for each in calendar.events} == {page(each) for each in known}
        told = re.findall(r"Without (?:the )?(\d+)", str(calendar.get("X-WR-CALDESC", "")))
        assert sum(map(int, told)) == len(meetings) - len(known)
        assert len({each["UID"] for each in calendar.events}) == len(calendar.events)


def test_a_part_has_its_latest(frozen: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    # Of more than a calendar holds, the latest; how many are left out is said. The whole archive has all.
    monkeypatch.setattr(calendars, "LATEST", 2)
    held = [each for each in frozen.meetings.values() if each.status == "held" and each.date.day]
    japan = sorted(of(held, "JP"), key=lambda each: (each.date, each.id))
    calendar = read(frozen, "countries JP")
    assert {str(each["URL"]) for each in calendar.events} == {page(each) for each in japan[-2:]}
    assert f"Without the {len(japan) - 2} earlier meetings" in str(calendar["X-WR-CALDESC"])
    assert {str(each["URL"]) for each in read(frozen, "all").events} == {page(each) for each in held}


def of(meetings: list[Meeting], party: str) -> list[Meeting]:
    """Meetings at which a party was a side."""
    return [each for each in meetings if party in each.parties]


def test_zones_are_in_the_file_and_right(frozen: Archive) -> None:
    # What the file says of its zones gives the same moments as the time-zone data.
    calendar = read(frozen, "all")
    rules = {str(each["TZID"]): each.to_tz(lookup_tzid=False) for each in calendar.timezones}
    starts = [each.start for each in calendar.events if isinstance(each.start, datetime)]
    assert {str(each.tzinfo) for each in starts} == rules.keys()
    assert starts
    for start in starts:
        assert start.replace(tzinfo=rules[str(start.tzinfo)]).utcoffset() == start.utcoffset()


def test_onsets_are_by_the_clock_that_they_end() -> None:
    # RFC 5545, 3.6.5. New York: the second Sunday of March and the first of November, at two in the morning by the clock until then (15 U.S.C. 260a);
    # each in a property of its own, since ical.js and vobject read the first value of a list alone.
    found = {
        name: sorted(re.findall(r"^(?:DTSTART|RDATE):(\S+)$", text, re.MULTILINE))
        for name, text in re.findall(r"BEGIN:(DAYLIGHT|STANDARD)\n(.*?)END:", zone("America/New_York", 2010), re.DOTALL)
    }
    sundays = {2010: (14, 7), 2011: (13, 6), 2012: (11, 4), 2013: (10, 3), 2014: (9, 2), 2015: (8, 1), 2016: (13, 6)}
    sundays |= {2017: (12, 5), 2018: (11, 4), 2019: (10, 3)}
    assert found["DAYLIGHT"] == [f"{year}03{march:02}T020000" for year, (march, _) in sundays.items()]
    assert found["STANDARD"] == [f"{year}11{november:02}T020000" for year, (_, november) in sundays.items()]


def zone(key: str, decade: int) -> str:
    """The rules of a zone for a decade, as they stand in calendars."""
    return calendars._zone(key, (decade,)).replace("\r\n ", "").replace("\r\n", "\n")  # noqa: SLF001  # no archive has each


def test_lines_are_as_the_standard_has_them(real: Archive) -> None:
    # RFC 5545, 3.1: lines end in CR LF and have at most 75 bytes; 3.6: what a calendar and an event must have.
    text = calendars.make(real, "all", "")
    lines = text.split("\r\n")
    assert lines[-1] == ""
    assert not [line for line in lines if "\n" in line or "\r" in line or len(line.encode()) > 75]
    assert (lines[0], lines[-2]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    calendar = Calendar.from_ical(text)
    assert {"PRODID", "VERSION"} <= calendar.keys()
    assert all({"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= each.keys() for each in calendar.events)
