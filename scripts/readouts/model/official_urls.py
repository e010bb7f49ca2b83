"""Finding the record of an official page by its address, however the address was copied.

Each account is indexed with a token made of its address; `docs/assets/search/resolve.js` makes the same token of what a reader
pastes. Both follow `tests/cases/resolve.yaml`.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_ARCHIVES = re.compile(
    r"^(?:web\.archive\.org/web|warp\.da\.ndl\.go\.jp/info:ndljp/pid|archive\.(?:today|ph|is|org))/[^/]*/", re.IGNORECASE
)
"""Web archives print the address of a page after their own."""

_TRACKING = re.compile(r"^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga|_gl)(?:=|$)", re.IGNORECASE)
"""Parameters that tell where a reader came from, not which page it is."""


def plain(url: str) -> str:
    """What of an address tells pages apart: no scheme, `www.`, port, fragment, tracking tail or final slash, in small letters."""
    text = _bare(url.strip())
    while (inside := _ARCHIVES.sub("", text)) != text:
        text = _bare(inside)
    text = text.partition("#")[0]
    path, _, query = text.partition("?")
    path = re.sub(r"(?:/(?:index|default)\.(?:html?|php|aspx?))?/*$", "", path, flags=re.IGNORECASE)
    kept = "&".join(part for part in query.split("&") if part and not _TRACKING.match(part))
    whole = f"{path}?{kept}" if kept else path
    try:
        return unquote(whole, errors="strict").lower()
    except UnicodeDecodeError:
        return whole.lower()


def _bare(url: str) -> str:
    return re.sub(r"^(?:https?:)?/*(?:www\d?\.)?([^/?#:]+)(?::(?:80|443))?", r"\1", url, flags=re.IGNORECASE)


def token(url: str) -> str:
    """A word that stands for an address: its FNV-1a digest (64 bits) in decimal digits, which no stemmer touches."""
    digest = 0xCBF29CE484222325
    for byte in plain(url).encode():
        digest = (digest ^ byte) * 0x100000001B3 % 2**64
    return f"address{digest}"
