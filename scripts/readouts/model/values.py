"""The values that more is known of than what is written: dates, clock times, durations and countries. `texts` has the others.

Each type parses the text of a YAML scalar and refuses what it cannot mean, with a hint that shows a valid example.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Self

from babel import Locale
from babel.core import get_global
from pydantic import Field, PlainSerializer, PlainValidator

from readouts.model.advice import about_clock, about_duration
from readouts.model.advice_dates import EARLIEST, LATEST, about_date
from readouts.model.country_names import code_called
from readouts.model.refusing import advise, one_text, refuse, schema
from readouts.model.states import SHARED, STATES
from readouts.problems.suggestions import alike, one_of

ENGLISH = Locale("en")


# Dates


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A date as far as it is known, in the Extended Date/Time Format (ISO 8601-2, EDTF levels 0 and 1).

    `first` and `last` are the earliest and the latest day it can mean; `text` is the date as written.
    """

    first: date
    last: date
    text: str

    @classmethod
    def parse(cls, value: object) -> Date:
        """Read `2014-11-10`, `2003-10`, `2006`, `2017-21` (spring), `2006~`, `2017-01-16/2017-01-18`."""
        return value if isinstance(value, Date) else _date(one_text(value))

    @property
    def day(self) -> date | None:
        """The one day it means, or None where it is not certain."""
        return self.first if self.first == self.last and self.text == self.first.isoformat() else None

    @property
    def year(self) -> int:
        """The year it is filed under."""
        return self.first.year


@lru_cache(maxsize=4096)
def _date(text: str) -> Date:
    hint = "write a day as 2014-11-10; a month as 2003-10, a year as 2006, an approximate one as 2006~ (EDTF)"
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            day = date.fromisoformat(text)
            found = Date(day, day, text)
        else:
            found = _month_or_year(text) or _extended(text)
    except ValueError:
        raise advise("date", "“{got}” is not a date", hint, text, about_date(text)) from None
    if found.last < found.first:
        raise refuse("date", "“{got}” ends before it begins", "write the earlier date first: 2017-01-16/2017-01-18", got=text)
    if not EARLIEST <= found.first.year <= found.last.year <= LATEST:
        raise refuse("date", "“{got}” is of no year that is recorded", f"write a year from {EARLIEST} to {LATEST}", got=text)
    return found


def _month_or_year(text: str) -> Date | None:
    """ISO 8601's own months and years, which need no grammar. Raises ValueError where there is no such month or year."""
    if not (found := re.fullmatch(r"(\d{4})(?:-(0\d|1\d))?", text, re.ASCII)):
        return None
    year = int(found[1])
    first, last = date(year, int(found[2] or 1), 1), date(year, int(found[2] or 12), 1)
    return Date(first, last.replace(day=monthrange(year, last.month)[1]), text)


def _extended(text: str) -> Date:
    """A date that is not simply a day. Raises ValueError where it is none."""
    import edtf  # noqa: PLC0415  # its grammar takes as long to load as a build with nothing to do

    try:
        parsed = edtf.parse_edtf(text if re.fullmatch(r"[0-9X~?%/-]{4,32}", text) else "")
        first, last = parsed.lower_strict(), parsed.upper_strict()  # open intervals have no first or last day
        return Date(date(*first[:3]), date(*last[:3]), text)
    except (TypeError, AttributeError, edtf.EDTFParseException) as error:
        raise ValueError(text) from error


# Clock times and durations


class About(StrEnum):
    """How exactly a time or a duration is known; the value is the mark it is written with."""

    EXACT = ""
    ABOUT = "~"
    OVER = ">"
    UNDER = "<"


class PartOfDay(StrEnum):
    """What an account says of the time where it names no hour."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True, slots=True)
class Clock:
    """A local clock time: minutes since midnight, or only a part of the day (`minutes` is None)."""

    minutes: int | None
    about: About = About.EXACT
    part: PartOfDay | None = None

    @classmethod
    def parse(cls, value: object) -> Self:
        """Read `10:25`, `~10:25` (about), `">18:04"` (a little after), `<11:00` (a little before), or `afternoon`."""
        text = one_text(value)
        if text in set(PartOfDay):
            return cls(None, part=PartOfDay(text))
        found = re.fullmatch(r"([~<>]?) ?([01]\d|2[0-3]):([0-5]\d)", text, re.ASCII)
        if not found:
            hint = 'write 10:25 on the 24-hour clock, ~10:25 for about, ">18:04" for a little after, or afternoon'
            raise advise("clock", "“{got}” is not a clock time", hint, text, about_clock(text))
        return cls(int(found[2]) * 60 + int(found[3]), About(found[1]))

    @property
    def text(self) -> str:
        """As it is written."""
        return self.part or ("" if self.minutes is None else f"{self.about}{self.minutes // 60:02}:{self.minutes % 60:02}")


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something took, in minutes."""

    minutes: int
    about: About = About.EXACT

    @classmethod
    def parse(cls, value: object) -> Self:
        """Read `20 min`, `~20 min` (about), `">30 min"` (over), `<2 h` (nearly), `1 h 45 min`."""
        text = one_text(value)
        found = re.fullmatch(r"([~<>]?) ?(?:(\d{1,2}) h)?(?:(?<=h) )?(?:(\d{1,3}) min)?", text, re.ASCII)
        if not found or not (found[2] or found[3]):
            hint = 'write 20 min, ~20 min for about, ">30 min" for over, <2 h for nearly, 1 h 45 min'
            raise advise("duration", "“{got}” is not a duration", hint, text, about_duration(text))
        return cls(int(found[2] or 0) * 60 + int(found[3] or 0), About(found[1]))

    @property
    def text(self) -> str:
        """As it is written: `~1 h 45 min`."""
        hours, minutes = divmod(self.minutes, 60)
        parts = [*([f"{hours} h"] if hours else []), *([f"{minutes} min"] if minutes or not hours else [])]
        return f"{self.about}{' '.join(parts)}"


# Countries

_NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
"""Two-letter codes that CLDR has and that are no country’s."""

UNIONS = {code: str(ENGLISH.territories[code]) for code in ("EU", "UN")}
"""Those among them that somebody may write for an organization, with its name."""

COUNTRIES: dict[str, str] = {
    **{
        code: str(name)
        for code, name in sorted(ENGLISH.territories.items())
        if re.fullmatch(r"[A-Z]{2}", code) and code not in _NO_COUNTRIES
    },
    **{code: state.name for code, state in STATES.items() if state.name},
}
"""Code → English short name: ISO 3166-1 alpha-2 and Kosovo from CLDR, and the states that are no more (`states`)."""

_COUNTRY_HINT = "write the two capital letters of ISO 3166-1, such as JP or PE"
_LIKE_A_NAME = 80
"""How alike a text must be to the name of a country, of 100: these are long, and many differ by a letter or two."""
_OLD_CODES = {state.iso_3166_3: code for code, state in STATES.items() if state.iso_3166_3}


def country_code(text: str) -> str:
    """The code of a country given by a name in any language, by a code in small letters or of another list; nothing where there is none."""
    code = {name.lower(): code for code, name in COUNTRIES.items()}.get(text.lower(), text.upper())
    if code not in COUNTRIES:
        code = _OLD_CODES.get(code) or ("" if code in SHARED else code_called(text))
    return code if code in COUNTRIES else ""


def country_hint(text: str) -> str:
    """What to write instead of a text that is no code of a country."""
    if code := country_code(text):
        return f"write {code}"
    if several := " or ".join(f"{code} for {COUNTRIES[code]}" for code in SHARED.get(text.upper(), ())):
        return f"write {several}: {text} was the code of both"
    codes = {name: code for code, name in COUNTRIES.items()}
    spoken_in = str(get_global("likely_subtags").get(text.lower(), "")).rpartition("_")[2]  # it may be a language’s code
    if spoken_in in COUNTRIES and text not in UNIONS:
        return f"{_COUNTRY_HINT}; perhaps {spoken_in} ({COUNTRIES[spoken_in]})"
    near = one_of([f"{codes[name]} ({name})" for name in alike(text, codes, _LIKE_A_NAME)])
    return f"{_COUNTRY_HINT}; perhaps {near}" if near else _COUNTRY_HINT


def _country(value: object) -> str:
    text = one_text(value)
    if text not in COUNTRIES:
        raise refuse("country", "“{got}” is not a country code", country_hint(text), got=text)
    return text


DateValue = Annotated[
    Date,
    PlainValidator(Date.parse),
    PlainSerializer(lambda date: date.text),
    schema(format="edtf"),
    Field(examples=["2014-11-10"]),
]
ClockValue = Annotated[
    Clock,
    PlainValidator(Clock.parse),
    PlainSerializer(lambda clock: clock.text),
    schema(format="clock"),
    Field(examples=["10:25"]),
]
DurationValue = Annotated[
    Duration,
    PlainValidator(Duration.parse),
    PlainSerializer(lambda duration: duration.text),
    schema(format="duration"),
    Field(examples=["~20 min"]),
]
Country = Annotated[str, PlainValidator(_country), schema(pattern="^[A-Z]{2}([A-Z]{2})?$"), Field(examples=["JP"])]
