"""Clocks: what a time was in another capital. Expected values come from the IANA rules, not from this code."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import edtf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from readouts.model import wording
from readouts.model.clocks import span, zone
from readouts.model.values import About, Clock, Date, Duration

ZONES = [
    "Asia/Tokyo",
    "America/Lima",
    "Asia/Kathmandu",
    "Pacific/Port_Moresby",
    "America/New_York",
    "Europe/Paris",
    "America/Santiago",
]

CASES = [
    # local date, zone, start, end, duration → other zone → as shown
    ("2014-11-10", "Asia/Shanghai", "10:25", "10:45", None, "America/Lima", "21:25–21:45 on 9 November"),
    ("2014-11-10", "Asia/Shanghai", "10:25", "10:45", None, "Asia/Tokyo", "11:25–11:45"),
    ("2018-08-14", "America/Lima", "10:00", None, "2 h 30 min", "Asia/Tokyo", "00:00–02:30 on 15 August"),
    ("2023-05-03", "America/Lima", "09:40", None, "~90 min", "Asia/Tokyo", "23:40 – about 01:10 on 4 May"),
    ("2018-11-18", "Pacific/Port_Moresby", "09:30", None, "~30 min", "Asia/Tokyo", "08:30 – about 09:00"),
    ("2014-07-25", "America/Mexico_City", "11:08", None, None, "Asia/Tokyo", "01:08 on 26 July"),
    ("2020-05-19", "Asia/Tokyo", "10:15", None, "~20 min", "America/Lima", "20:15 – about 20:35 on 18 May"),
    ("2031-05-06", "Asia/Kathmandu", "23:30", "00:10", None, "UTC", "17:45–18:25"),
    # Clocks went back an hour in New York on 2 November 2014 at 2:00, so this took two hours.
    ("2014-11-02", "America/New_York", "00:30", None, "120 min", "America/New_York", "00:30–01:30"),
]


@pytest.mark.parametrize("case", CASES)
def test_other_clocks(case: tuple[str, str, str, str | None, str | None, str, str]) -> None:
    # The local span, on the clock of another zone, with the date where it rolls over.
    day, here, start, end, duration, there, shown = case
    local, other = zone(here), zone(there)
    assert local
    assert other
    found = span(
        date.fromisoformat(day),
        local,
        Clock.parse(start),
        Clock.parse(end) if end else None,
        Duration.parse(duration) if duration else None,
    )
    assert found
    assert wording.spanning(found.at(other), date.fromisoformat(day)) == shown


@given(st.dates(date(1980, 1, 1), date(2035, 12, 31)), st.sampled_from(ZONES), st.sampled_from(ZONES), st.integers(0, 1439))
def test_another_clock_shows_the_same_moment(day: date, here: str, there: str, minutes: int) -> None:
    # There and back again, and by way of UTC, the moment is the same.
    local, other = zone(here), zone(there)
    assert local
    assert other
    found = span(day, local, Clock(minutes), None, Duration(45, About.ABOUT))
    assert found
    shown = datetime.fromtimestamp(found.start.timestamp(), local)
    assume(shown.replace(tzinfo=None) == found.start.replace(tzinfo=None))  # else clocks went forward over it
    away = found.at(other)
    assert away.start.timestamp() == found.start.timestamp()
    assert away.end
    assert away.end - away.start.astimezone(UTC) == timedelta(minutes=45)
    assert away.start.replace(tzinfo=None) == datetime.fromtimestamp(found.start.timestamp(), other).replace(tzinfo=None)


def test_zones_come_with_the_project() -> None:
    # Unknown names and paths out of the data are no zones.
    assert zone("Asia/Tokyo")
    for name in ("Asia/Tokio", "", "/etc/localtime", "../../etc/passwd", "Asia", "Asia/", "posixrules.x"):
        assert zone(name) is None, name


@pytest.mark.parametrize(
    ("text", "first", "last", "shown"),
    [
        # ISO 8601-2 (EDTF) levels 0 and 1
        ("2014-11-10", "2014-11-10", "2014-11-10", "10 November 2014"),
        ("2003-10", "2003-10-01", "2003-10-31", "October 2003"),
        ("2006", "2006-01-01", "2006-12-31", "2006"),
        ("2006~", "2006-01-01", "2006-12-31", "about 2006"),
        ("2003-10?", "2003-10-01", "2003-10-31", "probably October 2003"),
        ("2017-21", "2017-03-01", "2017-05-31", "spring 2017"),
        ("2017-01-16/2017-01-18", "2017-01-16", "2017-01-18", "16–18 January 2017"),
        ("2017-01-30/2017-02-02", "2017-01-30", "2017-02-02", "30 January – 2 February 2017"),
    ],
)
def test_dates_are_shown_as_far_as_they_are_known(text: str, first: str, last: str, shown: str) -> None:
    # The day, the month or the year, and never more.
    found = Date.parse(text)
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert wording.dated(found) == shown


@given(st.sampled_from(list(About)), st.integers(0, 23), st.integers(0, 59), st.integers(1, 99), st.integers(0, 59))
def test_times_and_durations_are_read_as_written(about: About, hours: int, minutes: int, long: int, rest: int) -> None:
    # Every mark with every time and length.
    assert Clock.parse(f"{about}{hours:02}:{minutes:02}") == Clock(hours * 60 + minutes, about)
    assert Duration.parse(f"{about}{long} h" + (f" {rest} min" if rest else "")) == Duration(long * 60 + rest, about)
    assert Duration.parse(f"{about}{long} min") == Duration(long, about)


@given(st.integers(1000, 9998), st.none() | st.integers(0, 19))
def test_months_and_years_are_what_the_standard_says(year: int, month: int | None) -> None:
    # The short way for ISO 8601's own forms gives what the library for EDTF gives, and refuses what it refuses.
    text = f"{year:04}" if month is None else f"{year:04}-{month:02}"
    try:
        expected = edtf.parse_edtf(text)
    except edtf.EDTFParseException:
        with pytest.raises(PydanticCustomError):
            Date.parse(text)
        return
    found = Date.parse(text)
    assert (found.first, found.last) == (date(*expected.lower_strict()[:3]), date(*expected.upper_strict()[:3]))
