"""Where a meeting was, and what it was held around."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from readouts.editing.importing.names import Authorities, countries_in
from readouts.editing.importing.words import words
from readouts.model import Occasion
from readouts.model.slugs import slug

_AT = {
    "en": (
        r"(?:visiting|visited|visit to|held in|meeting in|talks in|stopping (?:over )?in|in|at)\s+(?:the (?:city|town) of\s+)?$",
        r"",
    ),
    "es": (r"(?:en|visita a|visita oficial a|ciudad de)\s+$", r""),
    "ja": (r"", r"^(?:市|島)?\s*(?:を(?:公式)?(?:訪問|実務訪問)|において|にて|で(?:、|,|開催)|訪問中|に(?:滞在|立ち寄))"),
}
_VISITED = {
    "en": r"(?:visiting|visit(?:ed)? to|paying a visit to|visit (?:of|by) .{3,40}? to|on a visit to)\s+(?:the\s+)?",
    "es": r"(?:visita (?:a|al|oficial a|oficial al)|en)\s+(?:la\s+)?",
    "ja": r"",
}
_VISITING = {"ja": r"^(?:共和国|王国|合衆国)?(?:を)?(?:公式|実務)?(?:訪問|訪日)"}
_UNKNOWN = re.compile(
    r"(?:visiting|held in|meeting in|talks in|, in) (?!(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)"
    r"(?P<city>(?:[A-Z][\w’'-]+ ?){1,3})(?=,|\.| to attend|\(| for )|\bin (?P<beside>(?:[A-Z][\w’'-]+ ?){1,3}?)(?= on the (?:margins|sidelines))"
)
_VENUE = re.compile(
    r"at the ((?:[A-Z][\w’']+ )*(?:Office|Residence|Palace|House|Headquarters|Ministry of Foreign Affairs|Hotel))\b(?: of Japan)?"
)
_SHORT = 30
"""Letters of a line that may name a place alone."""
_CLOSE = 12
"""Days between a meeting and the occasion around it, at most."""


class Place(NamedTuple):
    """A place by its id, or one to ask about."""

    id: str = ""
    proposal: str = ""
    why: str = ""


def place_in(text: str, language: str, known: Authorities) -> Place:
    """The city that a lead names as the place of the meeting."""
    before, behind = _AT.get(language, ("", ""))
    found = [
        each
        for each in known.places.find(text)
        if not re.match(r" (?:time|Summit|Declaration|Conference|Agreement)", text[each.end :])
    ]
    at = [
        each
        for each in found
        if (before and re.search(before, text[: each.start])) or (behind and re.search(behind, text[each.end :]))
    ]
    ids = list(dict.fromkeys(each.id for each in at or found))
    if len(ids) == 1 and (at or language == "ja"):
        return Place(ids[0])
    if ids:
        return Place("", ids[0], f"the lead names {' and '.join(ids)}; is it the place of the meeting?")
    if seat := _seat(text, known):
        return seat
    if language == "en":
        for each in _UNKNOWN.finditer(text):
            city = (each["city"] or each["beside"]).strip()
            if not countries_in(city, language):
                return Place("", slug(city), f"“{city}” is not in records/places.yaml")
    if country := _visited(text, language):
        capital = known.archive.capital(country)
        return Place("", capital.id if capital else "", f"the page names no city, only {country}")
    return Place("", "", "the page names no place")


def dateline(lines: list[str], known: Authorities) -> Place | None:
    """The city of a line that names a place and hardly anything else: “Sendai, Japan”. It may be where the page was written."""
    for line in lines:
        found = known.places.find(line) if len(line) < _SHORT else []
        if len(found) == 1 and found[0].start == 0:
            return Place("", found[0].id, f"the text names none, but a line beside it does: {line}")
    return None


def _seat(text: str, known: Authorities) -> Place | None:
    """The city of an organization’s headquarters, where a meeting was there."""
    for each in known.organizations.find(text):
        seat = known.archive.organizations[each.id].seat
        if seat and re.match(r"\)?(?: \([A-Z]+\))? Headquarters|\)?本部", text[each.end :]):
            return Place(seat)
    return None


def _visited(text: str, language: str) -> str:
    """The country that somebody was visiting."""
    countries = countries_in(text, language)
    if language == "ja":
        if re.search(r"訪日|来日", text):
            return "JP"
        return next((each.id for each in countries if re.search(_VISITING["ja"], text[each.end :])), "")
    pattern = _VISITED.get(language)
    if not pattern:
        return ""
    for found in re.finditer(pattern, text):
        for each in countries:
            if 0 <= each.start - found.end() < 30:  # noqa: PLR2004  # “the Socialist Republic of”
                return each.id
    return ""


def venue_in(text: str) -> str:
    """The building that a lead in English names."""
    found = _VENUE.search(text)
    return found[1] if found else ""


class Around(NamedTuple):
    """An occasion by its id, or one to ask about."""

    id: str = ""
    proposal: str = ""
    printed: str = ""
    """What the page calls it."""


def occasion_in(text: str, language: str, known: Authorities, day: date | None) -> Around:
    """What a lead says that somebody came for: an occasion of the archive by its name, or by its series and the day."""
    pattern = words().aims.get(language)
    phrases = [next(filter(None, found.groups()), "").strip() for found in re.finditer(pattern, text)] if pattern else []
    for phrase in phrases:
        named = known.occasions.find(phrase) or known.occasions.find(phrase.replace("United Nations", "UN"))
        if named and _around(known.archive.occasions[named[0].id], day, otherwise=True):
            return Around(named[0].id, "", phrase)
        topics = {each.id for each in known.topics.find(phrase)}
        fitting = [
            each.id
            for each in known.archive.occasions.values()
            if topics & set(each.topics) and _around(each, day, otherwise=False)
        ]
        if len(fitting) == 1:
            return Around(fitting[0], "", phrase)
    if phrases:
        year = f" {day.year}" if day and not re.search(r"\d{4}", phrases[0]) else ""
        return Around("", slug(f"{phrases[0]}{year}") if slug(phrases[0]) else "", phrases[0])
    return Around()


def _around(occasion: Occasion, day: date | None, *, otherwise: bool) -> bool:
    """Whether a meeting of a day may have been held around an occasion; `otherwise` where a day is not known."""
    if not day or not occasion.date:
        return otherwise
    return (occasion.date.first - day).days <= _CLOSE and (day - occasion.date.last).days <= _CLOSE
