"""Words that people write for a key of a record, or for a word of a list, each with what it may mean."""

from __future__ import annotations

import re
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

_TERMS: Mapping[str, str] = {
    "affirm": "confirm emphasise emphasize reaffirm share_the_view stress underline",
    "agree": "concur decide",
    "concern": "worry",
    "discuss": "consult exchange exchange_views exchange_of_views talk",
    "explain": "brief describe inform introduce outline report",
    "foreign-ministers": "bilateral",
    "hope": "expect look_forward wish",
    "intend": "plan want will",
    "ministerial": "bilateral",
    "offer": "announce",
    "praise": "appreciate commend esteem evaluate respect value",
    "recall": "mention refer remember",
    "request": "ask call_for seek",
    "state": "claim comment emphasise emphasize express indicate mention note point_out say stress tell touch underline",
    "summit": "bilateral leaders leaders_meeting",
    "thank": "appreciate appreciation express_appreciation express_gratitude grateful gratitude",
    "welcome": "delight pleased pleasure",
}
"""Word of a list → what readouts, or who writes a record, say for it: verbs in their first form."""


def meant_by(word: str, keys: Iterable[str]) -> list[str]:
    """Which of some keys a word may mean."""
    return _meant(_joined(word), keys, _WORDS)


def meant_of_list(word: str, terms: Iterable[str]) -> list[str]:
    """Which words of a list a word may mean, perhaps a verb in the past: `appreciated` for `thank`."""
    said = re.sub(r"^(?:to|have|has|had)_", "", _joined(word))
    verb, *rest = said.split("_")
    known = list(terms)
    for first in (verb, *(verb.removesuffix(ending) for ending in ("s", "d", "ed") if verb.endswith(ending))):
        if found := _meant("_".join((first, *rest)), known, _TERMS):
            return found
    return []


def _joined(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")


def _meant(said: str, keys: Iterable[str], words: Mapping[str, str]) -> list[str]:
    return [key for key in sorted(keys) if said in words.get(key, "").split()]
