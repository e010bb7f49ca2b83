"""What countries are called elsewhere: their other codes, and their names in all languages of CLDR (Babel).

Only somebody who wrote no code is told of them, so they are read when that happens.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

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
    """The two letters of the country that another list or another language calls so: `UK`, `NLD`, “Holland”, “日本”; "" for none."""
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    if len(found := aliases.get(name.upper(), [])) == 1:
        return found[0]
    return _IN_USE.get(name.casefold()) or _in_all_languages().get(name.casefold(), "")


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
