"""Words that people write for a key of a record, each with the keys that it may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_WORDS: Mapping[str, str] = {
    "abbreviation": "acronym short short_form short_name",
    "act": "action verb",
    "also": "alias aliases aka other_names",
    "as": "function office position role title",
    "broader": "parent theme",
    "country": "nationality state",
    "date": "day when",
    "definition": "description meaning",
    "delegations": "attendees countries parties participants people sides",
    "duration": "length lasted",
    "end": "ended finish finished to",
    "family": "last last_name lastname surname",
    "for": "country delegation of party side",
    "gist": "content description said summary text",
    "given": "first first_name firstname forename",
    "kind": "category level type",
    "language": "lang",
    "latitude": "lat north",
    "longitude": "east lon long lng",
    "members": "attendees others participants people",
    "mode": "format medium",
    "name": "label title",
    "note": "comment comments notes remark remarks",
    "occasion": "conference event sidelines",
    "person": "name who",
    "place": "city location town where",
    "published": "date posted released",
    "publisher": "author by ministry source",
    "readouts": "account accounts links source sources",
    "speakers": "by person speaker who",
    "start": "began begin beginning from starts time",
    "title": "heading name position role",
    "topics": "subject subjects tags theme themes topic",
    "until": "end ended to",
    "since": "begin from start started",
    "url": "address href link page source web website",
    "venue": "address building hotel location room",
    "zone": "time_zone timezone tz",
}
"""Key → what else it may be called."""


def meant_by(word: str, keys: Iterable[str]) -> list[str]:
    """Which of some keys a word may mean."""
    said = word.strip().lower().replace("-", "_").replace(" ", "_")
    return [key for key in sorted(keys) if said in _WORDS.get(key, "").split()]
