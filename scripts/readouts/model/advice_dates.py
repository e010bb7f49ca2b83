"""Why a text is no date, and how it would be right, where that is beyond doubt."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date

from readouts.model.advice import ABOUT, Advice
from readouts.problems.lookalikes import plain
from readouts.problems.suggestions import one_of

EARLIEST, LATEST = 1000, 9998
"""Years that a date may be of: below, a digit is missing; and there is a day before every day, and one after."""

_BRITISH = Locale("en", "GB")
_MONTHS = 12

_APART = r"(?:[\s./年月-]+)"
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_APART}(\d{{1,2}}){_APART}(\d{{1,2}})日?")
_YEAR_LAST = re.compile(rf"(\d{{1,2}}){_APART}(\d{{1,2}}){_APART}(\d{{4}})")
_SHORT_YEAR = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d\d")
_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)")
_MONTH = re.compile(rf"(?P<y>\d{{4}}){_APART}(?P<m>\d{{1,2}})月?|(?P<month>\d{{1,2}}){_APART}(?P<year>\d{{4}})")
_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)(?:T|\s+)(\d\d:\d\d).*")
_ABOUT_WHEN = re.compile(rf"{ABOUT}\s*(\d{{4}}(?:-\d\d){{0,2}})", re.IGNORECASE)

_TWO_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)\s*(?:-|,|;|and|to|until)\s*(\d{4}-\d\d-\d\d)")
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""Japanese era → the year before its first."""
_OF_AN_ERA = re.compile(rf"({'|'.join(ERAS)})(元|\d{{1,2}})年(\d{{1,2}})月(\d{{1,2}})日")

_UNKNOWN = re.compile(r"((?!0000)\d{4})(?:-(0[1-9]|1[0-2]))?(?:[-/](?:\?+|[xX_*]+|00|-+))+")
"""A date whose day, or month and day, are signs for what is not known."""


def about_date(text: str) -> Advice:
    """What is wrong with a text that is no date."""
    seen = plain(text)
    if found := _WITH_TIME.fullmatch(seen):
        return Advice(
            "a date has no time of day",
            f"write {found[1]} here; the time of a meeting stands under `sessions:` as `start: {found[2]}`",
        )
    if seen.lower() in ("today", "yesterday", "tomorrow"):
        return Advice(
            "it is another day tomorrow", "write the day itself, as in 2014-11-10; for what has not ended, delete the line"
        )
    if seen.lower() in ("present", "now", "current", "currently", "ongoing", "incumbent", "to date"):
        return Advice("it has not ended, or the day is not known", "delete the line")
    if found := _ABOUT_WHEN.fullmatch(seen):
        year, month, day = (int(part) for part in [*found[1].split("-"), "1", "1"][:3])
        hint = f"write {found[1]}~" if _day(year, month, day) else ""
        return Advice("the sign for “about” stands behind a date", hint)
    return _of_signs(seen) or _of_numbers(seen) or _of_words(seen)


def _of_signs(text: str) -> Advice | None:
    """A day that is not known, two days, or a year of a Japanese era."""
    if found := _UNKNOWN.fullmatch(text):
        known = "-".join(filter(None, found.groups()))
        return Advice("a day or month that is not known is left out", f"write {known}")
    if found := _TWO_DAYS.fullmatch(text):
        first, last = (_day(*map(int, day.split("-"))) for day in found.groups())
        return Advice("two days are joined by a slash", f"write {first}/{last}" if first and last and first <= last else "")
    if found := _OF_AN_ERA.fullmatch(text):
        year = ERAS[found[1]] + (1 if found[2] == "元" else int(found[2]))
        advice = _of_parts(year, int(found[3]), int(found[4]))
        return advice._replace(why="the year is that of the common calendar") if advice.hint else advice
    return None


def _of_numbers(text: str) -> Advice | None:
    if found := _YEAR_FIRST.fullmatch(text) or _TOGETHER.fullmatch(text):
        return _of_parts(int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR_LAST.fullmatch(text):
        return _of_either(int(found[3]), int(found[1]), int(found[2]))
    if found := _MONTH.fullmatch(text):
        return _of_month(int(found["y"] or found["year"]), int(found["m"] or found["month"]))
    return Advice("the year has four digits and stands first") if _SHORT_YEAR.fullmatch(text) else None


def _of_parts(year: int, month: int, day: int) -> Advice:
    if month > _MONTHS:
        why = f"there is no month {month}"
        return Advice(why, f"for {_spoken(turned)} write {turned}") if (turned := _day(year, day, month)) else Advice(why)
    if not (found := _day(year, month, day)):
        if not (year and month):
            return Advice("days, months and years are counted from 1")
        days = monthrange(year, month)[1]
        return Advice(f"{format_date(date(year, month, 1), 'MMMM y', locale=_BRITISH)} has {days} days")
    return Advice("year, month and day are joined by hyphens, month and day of two digits each", f"write {found}")


def _of_either(year: int, first: int, second: int) -> Advice:
    days = sorted({day for day in (_day(year, second, first), _day(year, first, second)) if day}, reverse=True)
    said = [f"{day} for {_spoken(day)}" for day in days] if len(days) > 1 else [str(day) for day in days]
    return Advice("the year stands first, then the month", f"write {one_of(said)}" if said else "")


def _of_month(year: int, month: int) -> Advice:
    if not _day(year, month, 1):
        return Advice(f"there is no month {month}" if year else "years are counted from 1")
    return Advice("year and month are joined by a hyphen", f"write {year:04}-{month:02}")


def _of_words(text: str) -> Advice:
    words = re.findall(r"[^\W\d_]+|\d+", text.lower())
    months = [number for word in words if (number := _months().get(word))]
    numbers = [word for word in words if word.isdecimal()]
    years = [int(number) for number in numbers if len(number) == 4]  # noqa: PLR2004  # digits of a year
    days = [int(number) for number in numbers if len(number) <= 2]  # noqa: PLR2004  # digits of a day
    strange = [w for w in words if not w.isdecimal() and w not in _months() and w not in (*_FILLERS, *_weekdays())]
    if len(months) == len(days) == len(numbers) == 1 and not strange:
        return Advice("the year is missing")
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or strange or len(years) + len(days) != len(numbers):
        return Advice()
    why = "a date is written in digits"
    if not days:
        return Advice(why, f"write {years[0]:04}-{months[0]:02}" if years[0] else "")
    found = _day(years[0], months[0], days[0])
    return Advice(why, f"write {found}") if found else _of_parts(years[0], months[0], days[0])


_FILLERS = ("st", "nd", "rd", "th", "of", "the", "de", "del", "do", "den", "el", "le", "er", "º")
_LANGUAGES = ("pt", "it", "de", "fr", "es", "en")
"""Whose names of months and weekdays are known; where one name is two months, the last has it."""


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in map(Locale, _LANGUAGES):
        for width in ("wide", "abbreviated"):
            names |= {name.lower().rstrip("."): number for number, name in locale.months["format"][width].items()}
    return names | {"sept": 9}


@cache
def _weekdays() -> frozenset[str]:
    days = [each.days["format"][width] for each in map(Locale, _LANGUAGES) for width in ("wide", "abbreviated")]
    return frozenset(name.lower().rstrip(".") for each in days for name in each.values())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None


def _spoken(day: date) -> str:
    return format_date(day, "d MMMM y", locale=_BRITISH)
