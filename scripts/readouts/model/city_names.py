"""What cities are called in other languages: those that time zones are named for by CLDR (Babel), and some that no zone is named for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from babel import localedata

_NO_ZONE = {
    "Beijing": "pekin peking pequim pequín pékin pékín pechino 北京 peiping",
    "Florence": "firenze florencia florenz",
    "Geneva": "genève genf ginebra ginevra genebra ジュネーブ",
    "Hiroshima": "広島",
    "Ho Chi Minh City": "saigon saigón",
    "Kyoto": "京都 kioto",
    "Milan": "milano milán mailand",
    "Mumbai": "bombay",
    "Munich": "münchen múnich",
    "New Delhi": "delhi nueva_delhi neu-delhi",
    "Osaka": "大阪",
    "Saint Petersburg": "leningrad petrograd san_petersburgo st_petersburg",
    "The Hague": "den_haag la_haya la_haye hague",
    "Washington": "washington_dc washington_d.c.",
    "Yangon": "rangoon rangun",
}
"""English name → what else the city is called, in small letters; `_` stands for a space."""


def english_city(name: str) -> str:
    """The English name of a city by one in another language, or an old one: “Pekin”, “Moscú”, “東京”; "" for none."""
    return _cities().get(name.casefold().replace("-", " "), "")


@cache
def _cities() -> Mapping[str, str]:
    """Name → English name. What means one city to one language and another to another is left out."""
    called: defaultdict[str, set[str]] = defaultdict(set)
    for language in localedata.locale_identifiers():
        if "_" not in language:
            for zone, names in localedata.load(language).get("time_zones", {}).items():
                if city := names.get("city"):
                    called[str(city).casefold().replace("-", " ")].add(_english(zone))
    own = {name.replace("_", " "): city for city, names in _NO_ZONE.items() for name in names.split()}
    return {name: cities.pop() for name, cities in called.items() if len(cities) == 1} | own


@cache
def _english(zone: str) -> str:
    city = localedata.load("en").get("time_zones", {}).get(zone, {}).get("city")
    return str(city) if city else zone.rpartition("/")[2].replace("_", " ")
