"""Characters that look like others: what the eye does not tell apart is named here, with its Unicode name and its place.

Unicode's own list of confusable characters (UTS 39) has thousands; here stand those that keyboards, web pages and word processors
put into a date, an id or a code. Full-width forms and the like need no table: their compatibility decomposition (NFKC) is ASCII.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = str.maketrans("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdqwABEKMHOPCTYXIJS")
_GREEK = str.maketrans("οανρυικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oavpuikABEZHIKMNOPTYX")
_MARKS = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("“”„‟″«»", '"') | {"∶": ":", "⁓": "~"}
)
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f]")
_LATIN, _OTHER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f", "\u0370-\u0373\u0376-\u03ff\u0400-\u052f\u1f00-\u1fff"
_MIXED = re.compile(f"(?![μΩ])(?:(?<=[{_LATIN}])(?<!\\\\.)[{_OTHER}]|[{_OTHER}](?=[{_LATIN}]))")
"""Two Greek letters are units of measure, as in μm; a Latin letter behind a backslash is an escape."""
_SEAM = re.compile(f"(?<=[{_LATIN}])(?=[{_OTHER}])|(?<=[{_OTHER}])(?=[{_LATIN}])")
_QUOTED = re.compile(r"""(["'])(.*)\1""")


def plain(text: str) -> str:
    """The text as it was probably meant: in ASCII where it looks like ASCII, without quotation marks around it."""
    seen = "".join(map(_plainly, text)).strip()
    found = None if text[:1] in "'\"" else _QUOTED.fullmatch(seen)
    return found[2].strip() if found else seen


@lru_cache(maxsize=2**10)
def _plainly(character: str) -> str:
    """What a character looks like in ASCII, or itself."""
    if character.isspace():
        return " "
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", character))
    looks = text.translate(_CYRILLIC).translate(_GREEK).translate(_MARKS)
    return looks if looks.isascii() else character


def odd(text: str) -> str:
    """What to say of the first character that looks like another, or like none: `its 4th character is U+2013 EN DASH, …`."""
    for number, character in enumerate(text, start=1):
        if not character.isascii() and _plainly(character).isascii():
            looks, space = _plainly(character), character.isspace()
            what = "no ordinary space" if space else f"which looks like “{looks}”" if looks else "which cannot be seen"
            return f"its {_ordinal(number)} character is {named(character)}, {what}"
    return ""


def mixed(text: str) -> re.Match[str] | None:
    """A Cyrillic or Greek letter beside a Latin one, in one word."""
    return _MIXED.search(text)


def parted(text: str) -> str:
    """The text with a space between a Latin letter and a Cyrillic or Greek one beside it."""
    return _SEAM.sub(" ", text)


def named(character: str) -> str:
    """`U+2013 EN DASH`; a control character has no name."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
