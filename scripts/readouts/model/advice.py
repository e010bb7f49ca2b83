"""Why a text is no date, clock time, duration or coordinate, and how it would be right, where that is beyond doubt."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date

from readouts.problems.lookalikes import plain
from readouts.problems.suggestions import one_of

_BRITISH = Locale("en", "GB")
_NOON = 12
_MONTHS = 12
_HOURS = 23
_MINUTES = 59
_EARTH = 180

_APART = r"(?:[\s./年月-]+)"
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_APART}(\d{{1,2}}){_APART}(\d{{1,2}})日?")
_YEAR_LAST = re.compile(rf"(\d{{1,2}}){_APART}(\d{{1,2}}){_APART}(\d{{4}})")
_SHORT_YEAR = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d\d")
_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)")
_MONTH = re.compile(rf"(?P<y>\d{{4}}){_APART}(?P<m>\d{{1,2}})月?|(?P<month>\d{{1,2}}){_APART}(?P<year>\d{{4}})")
_WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)(?:T|\s+)(\d\d:\d\d).*")
_ABOUT = r"(?:c\.|ca\.?|circa|about|around|approximately|~)"
_ABOUT_WHEN = re.compile(rf"{_ABOUT}\s*(\d{{4}}(?:-\d\d){{0,2}})", re.IGNORECASE)

_UNKNOWN = re.compile(r"((?!0000)\d{4})(?:-(0[1-9]|1[0-2]))?(?:[-/](?:\?+|[xX_*]+|00|-+))+")
"""A date whose day, or month and day, are signs for what is not known."""

_MARKED = re.compile(
    rf"(?P<about>{_ABOUT})|(?P<over>>|(?:a little |shortly |just )?after|over|more than)|(?P<under><|before|until|nearly|almost|under)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?P<h>\d{1,2})(?:\s*[:.h時-]\s*(?P<m>\d{1,2}))?(?::\d\d)?\s*[h分時]?\s*(?:(?P<half>[ap])\.?m\.?|o['’]clock|hrs?|uhr)?",
    re.IGNORECASE,
)
_OF_A_ZONE = re.compile(r"([^()]*\d[^\s()]*)\s+\(?(?:local time|[A-Z]{3,4}|(?:UTC|GMT)[+-]\d+)\)?")
_FOUR = re.compile(r"(?P<h>\d\d)(?P<m>\d\d)(?:\s*(?:h|hrs?|hours))?")
_SPAN = re.compile(r"(\d{1,2}[:.h]\d\d)\s*(?:-|to|until)\s*(\d{1,2}[:.h]\d\d)")
_LENGTH = re.compile(
    r"(?:(?P<h>\d{1,2})\s*(?:h|hrs?|hours?)(?![a-z])\.?\s*(?:and\s*)?)?(?:(?P<m>\d{1,3})\s*(?:m|mins?|minutes?|分間?)?\.?)?",
    re.IGNORECASE,
)
_COLON = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?")
_IN_WORDS = {
    "an hour": "1 h",
    "one hour": "1 h",
    "half an hour": "30 min",
    "an hour and a half": "1 h 30 min",
    "two hours": "2 h",
}
_DECIMAL = re.compile(r"([+-]?\d{1,3})[.,](\d+)\s*°?\s*([NSEWO])?|([NSEWO])\s*(\d{1,3})[.,](\d+)\s*°?", re.IGNORECASE)
_DEGREES = re.compile(r"(\d{1,3})\s*°\s*(?:(\d{1,2})\s*['′]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*[\"″]\s*)?([NSEW])", re.IGNORECASE)


class Advice(NamedTuple):
    """Why a text cannot be what it should be, and what to do; empty where the text does not say what was meant."""

    why: str = ""
    hint: str = ""


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
    if found := _UNKNOWN.fullmatch(seen):
        known = "-".join(filter(None, found.groups()))
        return Advice("a day or month that is not known is left out", f"write {known}")
    return _of_numbers(seen) or _of_words(seen)


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
    strange = [
        w
        for w in words
        if not w.isdecimal() and w not in _months() and w not in ("st", "nd", "rd", "th", "of", "the", *_weekdays())
    ]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or strange or len(years) + len(days) != len(numbers):
        return Advice()
    why = "a date is written in digits"
    if not days:
        return Advice(why, f"write {years[0]:04}-{months[0]:02}" if years[0] else "")
    found = _day(years[0], months[0], days[0])
    return Advice(why, f"write {found}") if found else _of_parts(years[0], months[0], days[0])


@cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in (_BRITISH, Locale("en")):
        for width in ("wide", "abbreviated"):
            names |= {name.lower().rstrip("."): number for number, name in locale.months["format"][width].items()}
    return names


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(name.lower() for width in ("wide", "abbreviated") for name in _BRITISH.days["format"][width].values())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _spoken(day: date) -> str:
    return format_date(day, "d MMMM y", locale=_BRITISH)


def about_clock(text: str) -> Advice:
    """What is wrong with a text that is no clock time."""
    seen = plain(text)
    if found := _SPAN.fullmatch(seen):
        first, last = (re.sub(r"[.h]", ":", time).rjust(5, "0") for time in found.groups())
        return Advice("this is a start and an end", f"write `start: {first}` and `end: {last}`")
    if seen.lower() in ("midnight", "noon", "midday"):
        return Advice(
            "there is no such word", "write noon" if seen.lower() == "midday" else "write 00:00, which is where a day begins"
        )
    if (found := _OF_A_ZONE.fullmatch(seen)) and not re.search(r"[ap]\.?m\.?$|hrs?$|uhr$", seen, re.IGNORECASE):
        hint = about_clock(found[1]).hint or f"write {found[1]}"
        return Advice("a time is on the clock of its place, so it has no zone", hint)
    sign, rest = _sign(seen)
    if half := {"午前": "am", "午後": "pm"}.get(rest[:2]):
        rest = f"{rest[2:]} {half}"
    found = _FOUR.fullmatch(rest) or _TIME.fullmatch(rest)
    if not found or (found["m"] is None and rest.isdecimal()):
        return Advice()
    return _of_clock(sign, int(found["h"]), int(found["m"] or 0), (found.groupdict().get("half") or "").lower(), rest)


def _of_clock(sign: str, hour: int, minute: int, half: str, text: str) -> Advice:
    if minute > _MINUTES:
        return Advice("the minutes of an hour are 00 to 59")
    if hour == _HOURS + 1 and not minute and not half:
        return Advice("a day ends at 23:59", f"for midnight write {_quoted(f'{sign}00:00')}, which is on the next day")
    if half and hour > _NOON:
        half = ""
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour > _HOURS:
        return Advice("the hours of a day are 00 to 23")
    if half or re.search(r"[ap]\.?m", text, re.IGNORECASE):
        why = "a time is on the 24-hour clock"
    elif re.fullmatch(r"\d:\d\d", text):
        why = "the hour has two digits"
    elif re.fullmatch(r"\d\d:\d\d:\d\d", text):
        why = "a time has no seconds"
    elif re.fullmatch(r"\d\d:\d\d", text):
        why = "“about”, “after” and “before” are the signs ~, > and <"
    else:
        why = "hour and minutes have two digits each and a colon between them"
    return Advice(why, f"write {_quoted(f'{sign}{hour:02}:{minute:02}')}")


def about_duration(text: str) -> Advice:
    """What is wrong with a text that is no duration."""
    sign, rest = _sign(plain(text))
    if found := _COLON.fullmatch(rest):
        hours, minutes = int(found[1]), int(found[2])
        return Advice("a duration is in hours and minutes", f"write {_quoted(sign + _length(hours, minutes))}")
    if words := _IN_WORDS.get(rest.lower()):
        return Advice("a duration is written in digits", f"write {_quoted(sign + words)}")
    found = _LENGTH.fullmatch(rest)
    if not found or not (found["h"] or found["m"]):
        return Advice()
    why = "a number alone does not say whether it is minutes" if rest.isdecimal() else "the units are written h and min"
    return Advice(why, f"write {_quoted(sign + _length(int(found['h'] or 0), int(found['m'] or 0)))}")


def _length(hours: int, minutes: int) -> str:
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else "") if part)


def about_coordinate(text: str, most: int) -> Advice:
    """What is wrong with a text that is no latitude (at most 90 degrees) or longitude (at most 180)."""
    seen = text.strip()
    if found := _DEGREES.fullmatch(seen):
        degrees = int(found[1]) + int(found[2] or 0) / 60 + float(found[3] or 0) / 3600
        value = -degrees if found[4].upper() in "SW" else degrees
        return Advice("degrees are decimal, without minutes", f"write {value:.2f}")
    if re.fullmatch(r"[+-]?\d{1,3},\d+", seen):
        return Advice("decimals stand behind a point", f"write {seen.replace(',', '.')}")
    if found := _DECIMAL.fullmatch(seen):
        number, half = f"{found[1] or found[5]}.{found[2] or found[6]}", (found[3] or found[4] or "").upper()
        if half:
            sign = "-" if half in "SWO" else ""
            return Advice(
                "south and west are a minus before the number, north and east nothing", f"write {sign}{number.lstrip('+-')}"
            )
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", seen):
        return Advice()
    why = f"it lies between -{most} and {most}"
    swapped = most < _EARTH and abs(float(seen)) <= _EARTH
    return Advice(
        why, "latitude and longitude are perhaps swapped: Tokyo is `{latitude: 35.68, longitude: 139.69}`" if swapped else ""
    )


def _sign(text: str) -> tuple[str, str]:
    """The sign that an approximate time or length begins with, and the rest."""
    found = _MARKED.match(text)
    if not found:
        return "", text
    sign = {"about": "~", "over": ">", "under": "<"}[found.lastgroup or "about"]
    return sign, text[found.end() :].strip()


def _quoted(text: str) -> str:
    """As YAML has it, which takes a `>` at the beginning for the sign of a block."""
    return f'"{text}"' if text.startswith(">") else text
