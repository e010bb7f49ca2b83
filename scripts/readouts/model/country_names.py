"""What countries are called elsewhere: their other codes, their names in all languages of CLDR (Babel), and what is of them.

Only somebody who wrote no code is told of them, so they are read when that happens.
"""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel import localedata
from babel.core import get_global

_CODE = 2
_IN_USE = {
    "america": "US",
    "britain": "GB",
    "great britain": "GB",
    "korea": "KR",
    "republic of korea": "KR",
    "dprk": "KP",
    "macedonia": "MK",
    "drc": "CD",
}
"""Names in use that no language of CLDR has in English letters."""


def code_called(name: str) -> str:
    """The two letters of the country that another list or another language calls so: `UK`, `NLD`, “Holland”, “日本”, “Peruvian”; "" for none."""
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    if len(found := aliases.get(name.upper(), [])) == 1:
        return found[0]
    said = name.casefold()
    return _IN_USE.get(said) or _in_all_languages().get(said) or _of_adjectives().get(_without_accents(said), "")


@cache
def adjectives() -> Mapping[str, list[str]]:
    """Code → adjectives in the languages of accounts and readers, without accents and capitals. CLDR has none."""
    found: Mapping[str, list[str]] = json.loads(Path(__file__).with_name("country_adjectives.json").read_text(encoding="utf-8"))
    return found


@cache
def _of_adjectives() -> Mapping[str, str]:
    return {word: code for code, words in adjectives().items() for word in words}


def _without_accents(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))


@cache
def _in_all_languages() -> Mapping[str, str]:
    """Name → code. What is one country to one language and another to another, such as “Kongo”, is left out."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    for language in localedata.locale_identifiers():
        if "_" not in language:
            for code, name in localedata.load(language).get("territories", {}).items():
                if len(code) == _CODE:
                    called[str(name).casefold()].add(code)
    return {name: codes.pop() for name, codes in called.items() if len(codes) == 1}
