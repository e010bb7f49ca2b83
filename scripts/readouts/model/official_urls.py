"""Finding the record of an official page by its address, however the address was copied.

Each account is indexed with a token made of its address; `docs/assets/search/resolve.js` makes the same token of what a reader
pastes. Both follow `tests/cases/resolve.yaml`.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_FLAGS = re.ASCII | re.IGNORECASE  # as browsers read a pattern with `i`

ARCHIVES = re.compile(
    r"^(?:web\.archive\.org/web|warp\.da\.ndl\.go\.jp/info:ndljp/pid|archive\.(?:today|ph|is|org))/[^/]*/", _FLAGS
)
"""Web archives print the address of a page after their own."""

TRACKING = re.compile(
    r"^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl|_x_tr_.*|amp|outputtype=amp|m=[01])(?:=|$)",
    _FLAGS,
)
"""Parameters that tell where a reader came from, or a form for phones, not which page it is."""

WRAPPERS = re.compile(
    r"^(?:translate\.google\.[a-z.]+/translate|google\.[a-z.]+/url|(?:l|lm)\.facebook\.com/l\.php|duckduckgo\.com/l)/?\?(?:.*&)?(?:u|q|url|uddg)=([^&]+)",
    _FLAGS,
)
"""Translators and sites that redirect: the page's own address (the group) is a parameter."""

TRANSLATED = re.compile(r"^([a-z0-9-]+)\.translate\.goog(?=[/?]|$)", _FLAGS)
"""A host as a translator writes it: `www-mofa-go-jp.translate.goog`, where a hyphen is a dot and two are one."""

HOST = re.compile(r"^(?:https?:)?/*(?:www\d?\.)?([^/?#:]+)(?::(?:80|443))?", _FLAGS)
"""A host (the group) with what is often written around it."""

INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)/*$|(^|[^/])/+$", _FLAGS)
"""The end of a path that servers add to the address of a folder. The letter before slashes (the group) stays: a search that could begin
at each slash of a long row would take a time that grows with the square of their number."""

ADDRESS = "address"
"""What every token begins with."""


def plain(url: str) -> str:
    """What of an address tells pages apart: no scheme, `www.`, port, fragment, tracking tail or final slash, in small letters."""
    text = _bare(url.strip().removeprefix("<").removesuffix(">"))
    if wrapped := WRAPPERS.match(text):
        text = _bare(unquote(wrapped[1], errors="replace"))
    if translated := TRANSLATED.match(text):
        own = translated[1].replace("--", "\0").replace("-", ".").replace("\0", "-")
        text = _bare(own + text[translated.end() :])
    while (inside := ARCHIVES.sub("", text)) != text:
        text = _bare(inside)
    text = text.partition("#")[0]
    path, _, query = text.partition("?")
    path = INDEX.sub(r"\1", path)
    kept = "&".join(part for part in query.split("&") if part and not TRACKING.match(part))
    whole = f"{path}?{kept}" if kept else path
    try:
        return unquote(whole, errors="strict").lower()
    except UnicodeDecodeError:
        return whole.lower()


def _bare(url: str) -> str:
    return HOST.sub(r"\1", url)


def token(url: str) -> str:
    """A word that stands for an address: its FNV-1a digest (64 bits) in decimal digits, which no stemmer touches."""
    digest = 0xCBF29CE484222325
    for byte in plain(url).encode():
        digest = (digest ^ byte) * 0x100000001B3 % 2**64
    return f"{ADDRESS}{digest}"


_LOOSE = re.compile(r"[\W_]+")
_ENDING = re.compile(r"\.(?:html?|php|aspx?|pdf)$", _FLAGS)


def word(text: str) -> str:
    """A file's name or an id as one word that a search does not take apart: `page3e_000261.html` is `page3e000261`."""
    return _LOOSE.sub("", _ENDING.sub("", text)).lower()


def tail(url: str) -> str:
    """The end of an address's path as one word; nothing where it has none with a digit or of six letters."""
    found = word(plain(url).partition("?")[0].rpartition("/")[2])
    return found if len(found) >= _TELLING or any(map(str.isdigit, found)) else ""


_TELLING = 6
"""Letters of a file's name from which on it tells pages apart."""
