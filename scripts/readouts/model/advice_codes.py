"""How a language, an item of Wikidata or an address would be right, where somebody wrote what they are called, or pasted more."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale
from babel.languages import get_official_languages

_ADDRESS = re.compile(r"""https?://[^\s<>"'`{|}\\^\[\]]+?(?=[)\]>,;]*(?:$|[\s<>"'\]]))""")
_SPACED = re.compile(r"https?://\S+(?: [^\s()]+)+\.(?:html?|pdf|php|aspx?|docx?|jsp)", re.IGNORECASE)
"""An address with a space in the name of its file."""
_BARE = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[^\s<>\"'`{|}\\^]*)?", re.IGNORECASE)


_SIGNED_IN = re.compile(r"(https?://)[^/@]*@([^/@]+(?:/.*)?)")
_PORT = re.compile(r"(https?://[^/:@]+):(\d+)((?:/.*)?)", re.ASCII)
_PORTS = 65535
_OTHER_LETTERS = re.compile(r"(https?://)([^/:?#@]+)(.*)")


def about_language(text: str) -> str:
    """The tags of a language given by its name, or by the code of a country: a hint; nothing where there is none."""
    names = _languages()
    said = text.strip().lower()
    tags = [names[said]] if said in names else []
    several = [names.get(each, each) for each in re.split(r"\s*(?:[,;/&+]|\band\b)\s*", said)]
    if len(several) > 1 and all(each in names.values() for each in several):
        return f"write one of {', '.join(several)}: a page in two languages has two accounts"
    if not tags and (found := re.fullmatch(r"([a-z]{2,3})[_-].*", said)) and found[1] in names.values():
        tags = [found[1]]
    if not tags and said in names.values():
        tags = [said]
    if not tags and (known := [names[word] for word in re.findall(r"[^\W\d_]+", said) if len(word) > 2 and word in names]):  # noqa: PLR2004  # shorter ones are tags
        tags = known[:1]
    if not tags:
        tags = [str(each) for each in get_official_languages(text.upper())][:3] if re.fullmatch(r"[a-zA-Z]{2}", text) else []
    return f"write {' or '.join(tags)}" if tags else ""


@cache
def _languages() -> dict[str, str]:
    """What languages are called in English and in themselves, in small letters → their tags."""
    english = {str(name).lower(): tag for tag, name in Locale("en").languages.items() if re.fullmatch(r"[a-z]{2,3}", tag)}
    own = {}
    for tag in ("ar", "de", "es", "fr", "id", "is", "it", "ja", "ko", "pt", "ru", "th", "tr", "uk", "vi", "zh"):
        own[str(Locale(tag).languages[tag]).lower()] = tag
    return own | english


def about_url(text: str) -> str:
    """The address in a text that is more than one, or that lacks its beginning: a hint; nothing where there is none."""
    if twice := re.fullmatch(r"(?:https?://)+(https?://.+?)[,;]*", text):
        return f"write it once: {twice[1]}"
    if _SPACED.fullmatch(text):
        return f"write each space as %20: {text.replace(' ', '%20')}"
    if host := _about_host(text):
        return host
    addresses = sorted(set(_ADDRESS.findall(text)))
    if len(addresses) > 1:
        return f"write one address, as in {addresses[0]}; another page is another account"
    if len(addresses) == 1:
        return f"write the address alone: {addresses[0]}"
    return f"write it from its beginning: https://{text}" if _BARE.fullmatch(text) else ""


def _about_host(text: str) -> str:
    if found := _SIGNED_IN.fullmatch(text):
        return f"write it without the name of a user: {found[1]}{found[2]}"
    if (found := _OTHER_LETTERS.fullmatch(text)) and not found[2].isascii():
        return f"write it as browsers copy it: {found[1]}{_in_ascii(found[2])}{found[3]}"
    if (found := _PORT.fullmatch(text)) and int(found[2]) > _PORTS:
        return f"write it without the port: {found[1]}{found[3]}"
    return ""


def _in_ascii(host: str) -> str:
    """A host as the domain name system has it; as it is, where that is not possible."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def about_wikidata(text: str) -> str:
    """The item in an address or beside other signs: a hint; nothing where there is none."""
    if re.fullmatch(r"[1-9]\d*", text):
        return f"write Q{text}"
    found = re.findall(r"(?<![a-z])q[1-9]\d*\b", text, re.IGNORECASE)
    return f"write {found[0].upper()}" if len(found) == 1 else ""
