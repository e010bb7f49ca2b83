"""Dates in a text: `Monday, November 10`, `8 May 2020`, `令和6年11月13日`, `本8日`, `10 de noviembre de 2014`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from babel import Locale

from readouts.model.advice_dates import ERAS

_ISO = r"(?<!\d)(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})(?!\d)"
_RELATIVE = {
    "en": {"today": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "yesterday": -1, "last night": -1},
    "ja": {"本日": 0, "今日": 0, "昨日": -1},
    "es": {"hoy": 0, "esta mañana": 0, "esta tarde": 0, "ayer": -1},
}


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text, as far as it is printed."""

    start: int
    end: int
    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    """Monday is 0."""

    def on(self, near: date | None) -> date | None:
        """The day it means; what is not printed is taken from a day near to it. None where there is no such day, or no way to know."""
        if self.year and self.month:
            return _day(self.year, self.month, self.day)
        if near is None:
            return None
        years = (near.year, near.year - 1, near.year + 1)
        if self.month:
            days = [_day(year, self.month, self.day) for year in years]
        else:
            first = near.replace(day=1)
            months = (first, first - timedelta(days=1), first + timedelta(days=32))
            days = [_day(each.year, each.month, self.day) for each in months]
        known = [each for each in days if each]
        return min(known, key=lambda each: abs((each - near).days)) if known else None


@cache
def _names(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Months and weekdays by their names in a language, whole and abbreviated, from CLDR."""
    locale = Locale(language if language in _RELATIVE else "en")
    months = {
        str(name).rstrip(".").lower(): number
        for width in ("abbreviated", "wide")
        for number, name in locale.months["format"][width].items()
    }
    days = {
        str(name).rstrip(".").lower(): number
        for width in ("abbreviated", "wide")
        for number, name in locale.days["format"][width].items()
    }
    return months | ({"sept": 9} if language == "en" else {}), days


@cache
def _pattern(language: str) -> re.Pattern[str]:
    if language == "ja":
        era = "|".join(ERAS)
        return re.compile(
            rf"(?:(?:(?P<era>{era})(?P<ey>元|\d{{1,2}})年|(?P<y1>\d{{4}})年)\s*)?(?P<m1>\d{{1,2}})月(?P<d1>\d{{1,2}})日"
            rf"|(?P<d2>(?<![\d月年])\d{{1,2}})日(?!間)|{_ISO}"
        )
    if language not in _RELATIVE:
        return re.compile(_ISO)
    months, days = _names(language)
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    weekday = "|".join(sorted(map(re.escape, days), key=len, reverse=True))
    if language == "es":
        return re.compile(
            rf"(?<!\w)(?:(?P<w1>{weekday}),?\s+)?(?P<d1>\d{{1,2}})º?\s+de\s+(?P<m1>{month})(?:\s+del?\s+(?P<y1>\d{{4}}))?(?!\w)"
            rf"|(?P<d2>\d{{1,2}})/(?P<m2>\d{{1,2}})/(?P<y2>\d{{4}})|{_ISO}",
            re.IGNORECASE,
        )
    behind = rf"(?:\s*\((?P<{{}}>{weekday})\.?\))?(?:,?\s+(?P<{{}}>\d{{{{4}}}}))?(?!\w)"
    return re.compile(
        rf"(?<!\w)(?:(?P<w1>{weekday})\.?,?\s+)?(?:the\s+)?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{month})\.?{behind.format('v1', 'y1')}"
        rf"|(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?{behind.format('v2', 'y2')})|{_ISO}",
        re.IGNORECASE,
    )


def dates_in(text: str, language: str) -> list[Found]:
    """Every date that a text prints, in its order."""
    return [_found(each, language) for each in _pattern(language).finditer(text)]


def _found(found: re.Match[str], language: str) -> Found:
    groups = found.groupdict()

    def number(*names: str) -> int | None:
        return next((int(groups[name]) for name in names if groups.get(name)), None)

    months, days = _names(language)
    name = groups.get("m1") or groups.get("m2") or ""
    month = months.get(name.lower()) or number("m3", *(("m1", "m2") if name.isdigit() else ()))
    year = number("y1", "y2", "y3")
    if groups.get("era"):
        year = ERAS[groups["era"]] + (1 if groups["ey"] == "元" else int(groups["ey"]))
    weekday = next((groups[each] for each in ("w1", "v1", "v2") if groups.get(each)), "")
    return Found(found.start(), found.end(), number("d1", "d2", "d3") or 0, month, year, days.get(weekday.lower()))


def relative(text: str, language: str, page: date) -> date | None:
    """The day that a text counts from that of its page: “today”, “yesterday”, “este viernes”; None where it does not."""
    known = _RELATIVE.get(language, {})
    edge = "" if language == "ja" else r"(?:\b)"
    found = re.search("|".join(rf"{edge}{word}{edge}" for word in known) or "(?!)", text, re.IGNORECASE)
    if found:
        return page + timedelta(days=known[found[0].lower()])
    _, days = _names(language)
    weekday = {"en": r"\bon (\w+day)\b", "es": r"\beste (\w+)\b"}.get(language, "(?!)")
    named = next((days[each[1].lower()] for each in re.finditer(weekday, text, re.IGNORECASE) if each[1].lower() in days), None)
    return None if named is None else page - timedelta(days=(page.weekday() - named) % 7)


def only_a_date(text: str, language: str) -> date | None:
    """The date of a line that holds a whole date and hardly anything else: that of a page."""
    found = next((each for each in dates_in(text, language) if each.year and each.month), None)
    if found is None:
        return None
    rest = text[: found.start] + text[found.end :]
    letters = re.sub(
        r"(?i)publish\w*|posted|issued|updated?|date|fecha( de publicaci[oó]n)?|publicado|[ap]m|jst|hrs?|[\d:()\[\]|,.–-]|[日月火水木金土]曜日?|掲載日?|更新",
        "",
        rest,
    )
    if len(re.sub(r"\W", "", letters)) > (4 if language == "ja" else 24):
        return None
    return found.on(None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
