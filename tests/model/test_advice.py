"""The advice on a value that was written otherwise: what it says to write is valid, and means what was meant."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePosixPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from any_text import texts
from readouts.model.advice import about_clock, about_coordinate, about_duration
from readouts.model.advice_dates import about_date
from readouts.model.values import Clock, Date, Duration
from readouts.problems.lookalikes import odd, plain
from readouts.source import parse

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
WRITE = re.compile(r'\bwrite (")?([\d~<>][^"` ]*(?: min| h(?: \d+ min)?)?)')


@given(
    DAYS,
    st.sampled_from(["{:%Y/%m/%d}", "{:%Y.%m.%d}", "{:%Y%m%d}", "{0:%Y} {0.month} {0.day}", "{0:%Y}年{0.month}月{0.day}日"]),
)
def test_a_day_with_other_signs(day: date, form: str) -> None:
    # Year, month and day in this order mean one day.
    text = form.format(day)
    assert about_date(text).hint == f"write {day.isoformat()}"


@given(
    DAYS,
    st.sampled_from(
        ["{0.day} {0:%B} {0:%Y}", "{0:%B} {0.day}, {0:%Y}", "{0:%A} {0.day} {0:%b} {0:%Y}", "{0:%Y} {0:%B} {0.day}"]
    ),
)
def test_a_day_in_words(day: date, form: str) -> None:
    # The name of the month tells it from the day.
    assert about_date(form.format(day)).hint == f"write {day.isoformat()}"


@given(DAYS)
def test_a_day_that_ends_with_the_year(day: date) -> None:
    # Where day and month could change places, both days are told.
    hint = about_date(f"{day.day}/{day.month}/{day.year}").hint
    other = day.replace(month=day.day, day=day.month) if day.day <= 12 else day
    assert set(re.findall(r"\d{4}-\d\d-\d\d", hint)) == {day.isoformat(), other.isoformat()}


@given(st.times())
def test_a_time_in_other_ways(when: object) -> None:
    # Hour and minute are those that were meant, on the 24-hour clock.
    hour, minute = int(f"{when:%H}"), int(f"{when:%M}")
    right = f"write {hour:02}:{minute:02}"
    half = "am" if hour < 12 else "pm"
    for text in (f"{hour:02}.{minute:02}", f"{hour:02}h{minute:02}", f"{hour % 12 or 12}:{minute:02} {half}"):
        assert about_clock(text).hint == right, text


@given(
    st.one_of(
        texts,
        st.from_regex(
            r"(about |>|before |~)?[0-9]{1,4}[:.h /-]{0,2}[0-9]{0,4}[:./-]?[0-9]{0,4} ?(am|pm|min|h|hours)?", fullmatch=True
        ),
    )
)
@example(">9:05")
@example("0000-00-00")
@example("about 0000")
@example("about 2014-13")
@example("01/0000")
@example("May 0000")
@example("31 May 0000")
@example("{got}")
def test_what_is_advised_is_valid(text: str) -> None:
    # Whatever is written, the advice does not fail, and what it says to write is read as it should be.
    for about, value in ((about_date, Date), (about_clock, Clock), (about_duration, Duration)):
        for quote, right in WRITE.findall(about(text).hint):
            line = f"key: {quote}{right}{quote}"
            document = parse(PurePosixPath("x.yaml"), line.encode())
            assert document.problems == [], line
            value.parse(right)
    for most in (90, 180):
        about_coordinate(text, most)


@given(texts)
def test_what_is_meant_is_plain(text: str) -> None:
    # What was made plain stays as it is, and nothing in it looks like something else.
    assert odd(plain(text)) == ""
    assert not (text.isascii() and odd(text))


def test_a_message_quotes_what_is_written() -> None:
    # A text with the signs of a template is quoted as it stands.
    with pytest.raises(PydanticCustomError, match=r"“\{why\}” is not a date"):
        Date.parse("{why}")
