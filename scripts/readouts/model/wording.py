"""How values are worded: dates, times, lengths, languages, numbers of things. English from CLDR by Babel, on any machine."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date

from readouts.model.clocks import Span
from readouts.model.values import About, Clock, Date, Duration

_BRITISH = Locale("en", "GB")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_ABOUT = {About.EXACT: "", About.ABOUT: "about ", About.OVER: "after ", About.UNDER: "before "}
_LASTING = {About.EXACT: "", About.ABOUT: "about ", About.OVER: "over ", About.UNDER: "nearly "}


@lru_cache(maxsize=2**13)
def language(tag: str) -> str:
    """`ja` → “Japanese”."""
    return Locale.parse(tag, sep="-").get_display_name("en") or tag


@lru_cache(maxsize=2**13)
def day(value: date) -> str:
    """“10 November 2014”."""
    return format_date(value, "d MMMM y", locale=_BRITISH)


@lru_cache(maxsize=2**13)
def weekday(value: date) -> str:
    """“Monday 10 November 2014”."""
    return format_date(value, "EEEE d MMMM y", locale=_BRITISH)


@lru_cache(maxsize=2**13)
def short_day(value: date, *, with_year: bool) -> str:
    """“10 Nov”, as in a list under its year, or “10 Nov 2014”."""
    return format_date(value, "d MMM y" if with_year else "d MMM", locale=_BRITISH)


@lru_cache(maxsize=2**13)
def dated(value: Date) -> str:
    """A date as far as it is known: “10 November 2014”, “October 2003”, “about 2006”, “16–18 January 2017”."""
    if value.day:
        return day(value.day)
    if "/" in value.text:
        return _between(value.first, value.last)
    prefix = {"~": "about ", "?": "probably ", "%": "probably about "}.get(value.text[-1], "")
    year, _, month = value.text.rstrip("~?%").partition("-")
    if season := _SEASONS.get(month):
        return f"{prefix}{season} {year}"
    if (value.first.month, value.first.year) == (value.last.month, value.last.year):
        return prefix + (day(value.first) if value.first == value.last else format_date(value.first, "MMMM y", locale=_BRITISH))
    return f"{prefix}{year}" if value.first.year == value.last.year else f"{prefix}{value.first.year}–{value.last.year}"


def _between(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{format_date(first, 'd MMMM', locale=_BRITISH)} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def term(since: Date | None, until: Date | None) -> str:
    """A term of office as far as it is known: “since 26 December 2012 until 16 September 2020”."""
    ends = (("since", since), ("until", until))
    return " ".join(f"{word} {dated(date)}" for word, date in ends if date)


def years(since: Date | None, until: Date | None) -> str:
    """A term of office by its years: “2012–2020”, “since 2024”, “until 2003”, “2016”."""
    first, last = since and since.year, until and until.year
    if first and last:
        return f"{first}" if first == last else f"{first}–{last}"
    return f"since {first}" if first else f"until {last}" if last else ""


def time_of(value: Clock) -> str:
    """“10:25”, “about 10:25”, “in the afternoon”."""
    if value.minutes is None:
        return "at noon" if value.part == "noon" else f"in the {value.part}"
    return f"{_ABOUT[value.about]}{value.minutes // 60:02}:{value.minutes % 60:02}"


def lasting(value: Duration) -> str:
    """“about 20 minutes”, “nearly 2 hours”, “1 hour 45 minutes”."""
    hours, minutes = divmod(value.minutes, 60)
    parts = [f"{hours} hour{'s' * (hours > 1)}" if hours else "", f"{minutes} minute{'s' * (minutes > 1)}" if minutes else ""]
    return _LASTING[value.about] + " ".join(part for part in parts if part)


def spanning(value: Span, shown: date) -> str:
    """“10:25–10:45”, “21:25–21:45 on 9 November”: the date is given wherever it is not the date already shown."""
    start = f"{_ABOUT[value.start_about]}{value.start:%H:%M}"
    if value.end is None:
        return start + _elsewhen(value.start, shown)
    end = f"{_ABOUT[value.end_about]}{value.end:%H:%M}"
    if value.start.date() != value.end.date():
        return f"{start}{_elsewhen(value.start, shown)} – {end}{_elsewhen(value.end, value.start.date())}"
    return f"{start}{' – ' if value.end_about else '–'}{end}{_elsewhen(value.start, shown)}"


def _elsewhen(moment: datetime, shown: date) -> str:
    return "" if moment.date() == shown else f" on {format_date(moment.date(), 'd MMMM', locale=_BRITISH)}"


def count(number: int, noun: str) -> str:
    """`1 meeting`, `2,000 meetings`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def size(number: int) -> str:
    """So many bytes: `812 bytes`, `3.4 kB`, `12 MB`; thousands of thousands, as files are sold and sent."""
    for unit, name in ((1_000_000, "MB"), (1_000, "kB")):
        if number >= unit:
            return f"{number / unit:.1f} {name}" if number < 10 * unit else f"{number / unit:,.0f} {name}"
    return count(number, "byte")


def listed(names: Iterable[str]) -> str:
    """“Abe”, “Abe and Humala”, “Abe, Humala and Bachelet”."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def possessive(name: str) -> str:
    """“Japan’s”, “the Philippines’”."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"
