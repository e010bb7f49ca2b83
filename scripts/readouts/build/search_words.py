"""Other words for what the records say: adjectives of countries, everyday words, words of other languages.

Names of countries, cities and months come from CLDR (Babel), adjectives from the model, the rest from `search_words.json`. A key is a word or some words without accents
and capitals; its value, what the English text of a record has instead, the nearest first.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from readouts.model.country_names import adjectives

_OWN: dict[str, dict[str, list[str]]] = json.loads(Path(__file__).with_name("search_words.json").read_text(encoding="utf-8"))
_LANGUAGES = ("es", "de", "ja", "fr", "pt")
"""Languages of accounts and of readers whose names of countries and months are known; a country's own languages besides."""


_IDLE = frozenset(("de", "del", "la", "las", "el", "los", "y", "of", "the", "and"))
"""Words that a query loses before its meaning is looked up (`docs/assets/search/ask.js`)."""


@cache
def meanings() -> dict[str, list[str]]:
    """Word → what stands for it, the nearest first."""
    names = _countries()
    own = {plain(name) for name in names.values()}
    found: dict[str, list[str]] = {}
    for code in sorted(names):
        for other in _names(code):
            found.setdefault(plain(other), [plain(names[code])])
    for other, name in _cities():
        found.setdefault(plain(other), [plain(name)])
    found = {word: meant for word, meant in found.items() if word not in own}
    for table in (*_LANGUAGES, "forms"):  # where one word is two languages’, English counts
        found |= {plain(word): meant for word, meant in _OWN.get(table, {}).items()}
    found |= {plain(other): [plain(names[code])] for code in sorted(names) for other in adjectives().get(code, ())}
    keys = {" ".join(part for part in word.split() if part not in _IDLE): meant for word, meant in sorted(found.items())}
    return {word: meant for word, meant in keys.items() if word and meant != [word]}


def plain(text: str) -> str:
    """A text without accents and capitals, as `docs/assets/search/hits.js` has it."""
    return "".join(
        each for each in unicodedata.normalize("NFD", text) if not unicodedata.category(each).startswith("M")
    ).lower()


def _countries() -> dict[str, str]:
    """ISO 3166-1 code → English name."""
    return {code: name for code, name in Locale("en").territories.items() if len(code) == _ALPHA_2 and code.isalpha()}


_ALPHA_2 = 2


def months() -> dict[str, int]:
    """Name or short name of a month in the languages of accounts → its number."""
    found: dict[str, int] = {}
    for language in ("en", *_LANGUAGES):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in Locale(language).months[context][width].items():
                    bare = plain(name).rstrip(".")
                    if bare.isalpha() and bare.isascii():
                        found.setdefault(bare, number)
    return dict(sorted({**found, "sept": 9}.items()))


def _cities() -> Iterator[tuple[str, str]]:
    """Name of a city that a zone of time is called after, in other languages, with its English name."""
    for language in _LANGUAGES:
        for zone, names in Locale(language).time_zones.items():
            english = zone.rpartition("/")[2].replace("_", " ")
            if (city := names.get("city")) and plain(city) != plain(english):
                yield city, english


def _names(code: str) -> Iterator[str]:
    for language in dict.fromkeys((*_LANGUAGES, *get_official_languages(code))):
        try:
            name = Locale.parse(language).territories.get(code)
        except UnknownLocaleError:
            continue
        if name:
            yield name
