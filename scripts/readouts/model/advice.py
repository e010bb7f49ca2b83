"""Why a text is no clock time, duration or coordinate, and how it would be right, where that is beyond doubt."""

from __future__ import annotations

import re
from typing import NamedTuple

from readouts.problems.lookalikes import plain

_NOON = 12
_HOURS = 23
_MINUTES = 59
_EARTH = 180

ABOUT = r"(?:c\.|ca\.?|circa|about|around|approximately|approx\.?|roughly|~)"
"""What says that a date or time is about right."""

_MARKED = re.compile(
    rf"(?P<about>{ABOUT})|(?P<over>>|(?:a little |shortly |just )?after|over|more than)|(?P<under><|before|until|nearly|almost|under)",
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
_HOURS_AND_PART = re.compile(r"(\d{1,2}[.,]\d{1,2})\s*(?:h|hrs?|hours?)", re.IGNORECASE)
_COLON = re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?")
_IN_WORDS = {
    "an hour": "1 h",
    "one hour": "1 h",
    "half an hour": "30 min",
    "an hour and a half": "1 h 30 min",
    "two hours": "2 h",
}
_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty forty-five fifty sixty ninety"
)
_NUMBERS = dict(
    zip(
        _UNITS.split(),
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "15", "20", "30", "40", "45", "50", "60", "90"],
        strict=True,
    )
) | {"fourty": "40"}
_DECIMAL = re.compile(r"([+-]?\d{1,3})[.,](\d+)\s*°?\s*([NSEWO])?|([NSEWO])\s*(\d{1,3})[.,](\d+)\s*°?", re.IGNORECASE)
_DEGREES = re.compile(r"(\d{1,3})\s*°\s*(?:(\d{1,2})\s*['′]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*[\"″]\s*)?([NSEW])", re.IGNORECASE)


class Advice(NamedTuple):
    """Why a text cannot be what it should be, and what to do; empty where the text does not say what was meant."""

    why: str = ""
    hint: str = ""


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
    return _of_digits(sign, rest)


def _of_digits(sign: str, rest: str) -> Advice:
    """What is wrong with a time in digits, behind its sign."""
    found = _FOUR.fullmatch(rest) or _TIME.fullmatch(rest)
    if not found and (length := _LENGTH.fullmatch(rest)) and length["m"] and not rest.isdecimal():
        return Advice(
            "this is a length of time", f"write `duration: {_quoted(sign + _length(int(length['h'] or 0), int(length['m'])))}`"
        )
    if found and found["m"] is None and rest.isdecimal() and int(rest) <= _HOURS:
        return Advice("the minutes are missing", f"for the full hour write {_quoted(f'{sign}{int(rest):02}:00')}")
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
    rest = re.sub(r"[a-z]+(?:-[a-z]+)?", lambda word: _NUMBERS.get(word[0].lower(), word[0]), rest, flags=re.IGNORECASE)
    if half := _HOURS_AND_PART.fullmatch(rest):
        hours, minutes = divmod(round(float(half[1].replace(",", ".")) * 60), 60)
        return Advice("a duration is in hours and minutes", f"write {_quoted(sign + _length(hours, minutes))}")
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
