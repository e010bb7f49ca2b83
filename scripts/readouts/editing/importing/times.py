"""Clock times and lengths in a lead: whose clock, from when to when, and how long."""

from __future__ import annotations

import re
from typing import NamedTuple

from readouts.editing.importing.dates import Found, dates_in
from readouts.model.values import About

_CLOCKS = {
    "en": r"(?P<about>(?:at |from )?(?:around|about|approximately|shortly after|a little (?:past|after)|just after|just before) )?"
    r"(?<![\d:.,$-])(?:(?P<h>\d{1,2})[:.](?P<m>\d{2})(?![\d%])\s*(?P<half>[ap]\.?\s?m\b\.?)?|(?P<h2>\d{1,2})\s*(?P<half2>[ap]\.?\s?m\b\.?)|\b(?P<word>noon|midnight)\b)",
    "es": r"(?P<about>(?:alrededor de|hacia|poco después de|cerca de) )?(?<![\d:.,$-])"
    r"(?:(?P<h>\d{1,2})(?:[:.]|\s?h\s?)(?P<m>\d{2})(?![\d%])(?:\s*(?:horas|hrs?\.?|h\b))?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"|(?P<h2>\d{1,2})\s*(?P<half2>[ap]\.?\s?m\b\.?|horas\b(?= \(|,| de Jap| del))|\b(?P<word>mediodía|medianoche)\b)",
    "ja": r"(?P<half>午前|午後)?\s*(?P<h>\d{1,2})時(?!間)(?:(?P<m>\d{1,2})分(?!間)|(?P<thirty>半))?(?P<about>過ぎ|すぎ|頃|ごろ|前)?|(?P<word>正午)",
}
_LENGTHS = {
    "en": r"(?P<about>about|approximately|around|some|nearly|almost|just under|over|more than|just over|a little over|well over)?\s*(?:an?\s+)?(?<![\w.])"
    r"(?:(?P<h>\d{1,2}|one|two|three|four|an)(?:-|\s+)hours?(?:\s+and\s+(?:(?P<thirty>a half)|(?P<m>\d{1,2})\s+minutes))?|(?P<m2>\d{1,3}|ten|fifteen|twenty|thirty|forty|forty-five|fifty|sixty|ninety)(?:-|\s+)minutes?)",
    "es": r"(?P<about>unos|aproximadamente|alrededor de|cerca de|casi|más de|poco más de)?\s*(?<![\w.])"
    r"(?:(?P<h>\d{1,2}|una|dos|tres)\s+horas?(?:\s+y\s+(?:(?P<thirty>media)|(?P<m>\d{1,2})\s+minutos))?|(?P<m2>\d{1,3})\s+minutos)",
    "ja": r"(?P<about>約|およそ)?(?:(?P<h>\d{1,2})時間(?:(?P<m>\d{1,2})分|(?P<thirty>半))?|(?P<m2>\d{1,3})分)間?(?P<more>強|弱|余り|あまり)?",
}
_LABELS = {
    "en": (
        r"local time|[A-Z]\w+ time(?<!Japan time)(?<!Standard time)|\bEST\b|\bEDT\b|\bGMT\b",
        r"JST|Japan(?:ese)?(?: Standard)? time|Tokyo time",
    ),
    "es": (r"hora local|hora (?:de|del) (?!Jap|Tok)\w+", r"hora (?:de|en|del) (?:Japón|Tokio)|hora japonesa"),
    "ja": (r"現地時間|(?!日本)[ァ-ヶー]{2,}時間", r"日本時間"),
}
_PARTS = {
    "en": {
        r"\b(?:in|on) the morning\b|this morning": "morning",
        r"\b(?:in|on) the afternoon\b|this afternoon": "afternoon",
        r"\b(?:in|on) the evening\b|this evening": "evening",
    },
    "es": {
        r"(?:en|por|de) la mañana\b|esta mañana": "morning",
        r"(?:en|por) la tarde\b|esta tarde": "afternoon",
        r"(?:en|por) la noche\b|esta noche": "evening",
    },
    "ja": {r"午前(?!\s*\d)|(?<=日)朝": "morning", r"昼(?!食|夜)": "noon", r"午後(?!\s*\d)": "afternoon", r"夕方|夜": "evening"},
}
_NUMBERS = {
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
_NUMBERS |= {"one": 1, "an": 1, "two": 2, "three": 3, "four": 4, "una": 1, "dos": 2, "tres": 3}
_UNDER = re.compile(r"nearly|almost|just (?:under|before)|casi|弱|前$")
_OVER = re.compile(
    r"over|more than|shortly after|little (?:past|after)|just after|más de|poco después|強|余り|あまり|過ぎ|すぎ"
)
_NOON = 12


class Reading(NamedTuple):
    """A clock time as it is printed. Where it is impossible, `minutes` is None."""

    start: int
    end: int
    minutes: int | None
    about: About
    printed: str
    japan: bool | None
    """Whether it says to be Japan’s time; None where it does not say whose."""
    date: Found | None
    """The date printed with it."""


class Length(NamedTuple):
    """How long something took, in hours and minutes as printed: 90 minutes are no hour and a half."""

    start: int
    end: int
    hours: int
    minutes: int
    about: About


def part_of_day(text: str, language: str) -> str:
    """The part of the local day that a text names; empty where there is none."""
    _, japan = _LABELS[language]
    here = re.sub(rf"[(（][^()（）]*(?:{japan})[^()（）]*[)）]", "", text)  # in brackets stands Japan’s
    return next((part for pattern, part in _PARTS[language].items() if re.search(pattern, here, re.IGNORECASE)), "")


def readings_in(text: str, language: str) -> list[Reading]:
    """Every clock time in the order of a text, with whose it is and its date."""
    raw = [_reading(each) for each in re.finditer(_CLOCKS[language], text, re.IGNORECASE)]
    for number, each in enumerate(raw[:-1]):
        # “4:10 to 4:30 p.m.”: the first has the half of the second.
        behind = raw[number + 1]
        joined = re.fullmatch(r"\s*(?:to|until|-|–|a)\s*(?:las\s*)?", text[each.end : behind.start], re.IGNORECASE)
        if joined and each.minutes is not None and behind.minutes is not None and not re.search("(?i)[ap]", each.printed):
            half = behind.minutes >= _NOON * 60 and re.search("(?i)p", behind.printed) and each.minutes < _NOON * 60
            if half and each.minutes + _NOON * 60 <= behind.minutes:
                raw[number] = each._replace(minutes=each.minutes + _NOON * 60)
    labels = _labels(text, language, raw)
    dates = _dates(text, language, raw)
    return [each._replace(japan=labels.get(number), date=dates.get(number)) for number, each in enumerate(raw)]


def _reading(found: re.Match[str]) -> Reading:
    groups = found.groupdict()
    about = _about(groups.get("about") or "")
    printed = found[0].strip()
    if word := groups.get("word"):
        minutes: int | None = 0 if word.lower() in ("midnight", "medianoche") else _NOON * 60
    else:
        hour = int(groups.get("h") or groups.get("h2") or 0)
        half = (groups.get("half") or groups.get("half2") or "").lower()
        half = "p" if half.startswith(("p", "午後")) else "a" if half.startswith(("a", "午前")) else ""
        minutes = _minutes(hour, int(groups.get("m") or (30 if groups.get("thirty") else 0)), half)
    start = found.start() + (len(found[0]) - len(found[0].lstrip()))
    return Reading(start, found.end(), minutes, about, printed, None, None)


def _minutes(hour: int, minute: int, half: str) -> int | None:
    """Minutes since midnight; None where no clock shows it: 25:10, 16:46 a.m."""
    if minute > 59 or hour > 23:  # noqa: PLR2004  # what a clock shows
        return None
    if half and hour > _NOON:
        return None
    if half == "a" and hour == _NOON:
        hour = 0
    elif half == "p" and hour < _NOON:
        hour += _NOON
    return hour * 60 + minute


def _about(words: str) -> About:
    if not words.strip():
        return About.EXACT
    return About.UNDER if _UNDER.search(words) else About.OVER if _OVER.search(words) else About.ABOUT


def lengths_in(text: str, language: str) -> list[Length]:
    """Every length of time in the order of a text."""
    found = []
    for each in re.finditer(_LENGTHS[language], text, re.IGNORECASE):
        groups = each.groupdict()
        hours = _number(groups.get("h"))
        minutes = _number(groups.get("m") or groups.get("m2")) or (30 if groups.get("thirty") else 0)
        if hours or minutes:
            about = _about(f"{groups.get('about') or ''}{groups.get('more') or ''}")
            found.append(Length(each.start(), each.end(), hours, minutes, about))
    return found


def _number(word: str | None) -> int:
    """The number that digits or a word mean; 0 for none."""
    return int(word) if word and word.isdigit() else _NUMBERS.get((word or "").lower(), 0)


def _labels(text: str, language: str, readings: list[Reading]) -> dict[int, bool]:
    """Which readings say whose clock they are of. A label stands behind its time; in Japanese before it, or in brackets behind it."""
    told: dict[int, bool] = {}
    local, japan = _LABELS[language]
    for found in re.finditer(f"(?P<japan>{japan})|(?P<local>{local})", text, 0 if language != "es" else re.IGNORECASE):
        before = [number for number, each in enumerate(readings) if each.end <= found.start()]
        behind = [number for number, each in enumerate(readings) if each.start >= found.end()]
        if language == "ja":
            bracketed = before and text[readings[before[-1]].end : found.start()].strip(" から") in ("(", "(於")
            follows = not re.match(r"\s*[:):;;、]", text[found.end() :])
            number = before[-1] if bracketed and not follows else behind[0] if behind else before[-1] if before else None
        else:
            number = before[-1] if before else behind[0] if behind else None
        if number is not None and number not in told:
            told[number] = bool(found["japan"])
    return told


def _dates(text: str, language: str, readings: list[Reading]) -> dict[int, Found]:
    """The date that stands with a time: in Japanese right before it, else behind it and before the next; for the first, also before."""
    told: dict[int, Found] = {}
    dates = dates_in(text, language)
    for number, each in enumerate(readings):
        floor = readings[number - 1].end if number else 0
        ceiling = readings[number + 1].start if number + 1 < len(readings) else len(text)
        before = [one for one in dates if floor <= one.start and one.end <= each.start]
        behind = [
            one
            for one in dates
            if each.end <= one.start and one.end <= ceiling and one.start - each.end < _NEAR and one not in told.values()
        ]
        close = [one for one in before if each.start - one.end < _NEAR and not re.search(r"[();]", text[one.end : each.start])]
        if language == "ja":
            chosen = close[-1:] or ([] if number else before[-1:])
        elif number and close:
            chosen = (
                close[-1:]
                if not re.search(r"[();]", text[each.end : each.end + 1]) and not behind
                else behind[:1] or close[-1:]
            )
        else:
            chosen = [one for one in behind if not re.search(r"[();]", text[each.end : one.start])][:1] or (
                [] if number else before[-1:]
            )
        if chosen:
            told[number] = chosen[0]
    return told


_NEAR = 30
"""Characters between a time and the date that is printed with it."""


def clock(minutes: int, about: About = About.EXACT) -> str:
    """A time as it stands in a record: `~10:25`."""
    return f"{about.value}{minutes // 60:02}:{minutes % 60:02}"


def length(found: Length) -> str:
    """A length as it stands in a record: `~1 h 45 min`."""
    parts = [f"{found.hours} h" if found.hours else "", f"{found.minutes} min" if found.minutes else ""]
    return found.about.value + " ".join(part for part in parts if part)
