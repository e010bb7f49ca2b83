"""An account, or a part of it, as a citation: its publisher first, then the archive by which it was found.

Written out here, because the processor of styles knows neither a locator in an entry nor how a text was found: Chicago as a
note (The Chicago Manual of Style), APA as a reference with the part in parentheses (Publication Manual, 7th edition), MLA as a
work cited with the part behind its date (MLA Handbook, 9th edition).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date

from readouts.exports.citation import AUTHOR
from readouts.exports.styles import headline
from readouts.model import wording
from readouts.model.values import Date

if TYPE_CHECKING:
    from collections.abc import Callable

    from readouts.exports.citation import Cited, CitedAccount

_AMERICAN = Locale("en", "US")
_MLA_MONTHS = {"May": "May", "Jun": "June", "Jul": "July", "Sep": "Sept."}


MARK = "\ufffc"
"""Stands for a locator in a text that can be given any."""


def note(account: CitedAccount, locator: str, address: str) -> str:
    """A part in Chicago's notes, with its own address; the archive's own citation is left to that of the account."""
    return _note(account, locator, f"{_via(account)} {AUTHOR}", address)


def chicago(account: CitedAccount, locator: str = "") -> str:
    """A full note."""
    record = account.record
    issued = f"last modified {_chicago_date(Date.parse(record.issued.isoformat()))}" if record.issued else ""
    return _note(account, locator, f"{_via(account)} {AUTHOR}", f"“{headline(record.title)}”", issued, record.address)


def _note(account: CitedAccount, locator: str, *archive: str) -> str:
    title = f"“{account.title}”" if account.title else _untitled(account.record)
    parts = [account.author, title, _chicago_date(account.published), locator, *archive]
    return _inside(", ".join(part for part in parts if part) + ".")


def apa(account: CitedAccount, locator: str = "") -> str:
    """An entry of the list of references."""
    record = account.record
    title = account.title or f"[{_capital(_untitled(record))}]"
    part = f" ({locator})" if locator else ""
    issued = f" ({_apa_date(Date.parse(record.issued.isoformat()))})" if record.issued else ""
    archive = f"{_capital(_via(account))} {AUTHOR}{issued}: {record.title}. {record.address}"
    return f"{account.author}. ({_apa_date(account.published)}). {title}{part}. {archive}"


def mla(account: CitedAccount, locator: str = "") -> str:
    """An entry of the list of works cited."""
    record = account.record
    title = f"“{account.title}.”" if account.title else f"{_capital(_untitled(record))}."
    place = ", ".join(part for part in (_mla_date(account.published), locator.replace("para.", "par.")) if part)
    issued = f"{_mla_date(Date.parse(record.issued.isoformat()))}, " if record.issued else ""
    archive = f"{_capital(_via(account))} {AUTHOR}, “{headline(record.title)},” {issued}{record.address}."
    return f"{account.author}. {title} {place.removesuffix('.')}. {archive}"


STYLES: dict[str, Callable[[CitedAccount, str], str]] = {"Chicago": chicago, "APA": apa, "MLA": mla}
"""What a style is called on a page, in the order of the page."""


def _via(account: CitedAccount) -> str:
    """How the archive has it."""
    return "via" if account.verbatim else "as summarized in"


def _untitled(record: Cited) -> str:
    return f"account of the {record.title}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _inside(text: str) -> str:
    """American usage: a comma or full stop goes before the closing quotation mark."""
    return text.replace("”,", ",”").replace("”.", ".”")


def _dated(published: Date | None, day: str, month: str) -> str:
    """A date as far as it is known, by CLDR patterns for a day and a month."""
    if published is None:
        return ""
    if published.day or re.fullmatch(r"\d{4}-\d{2}", published.text):
        return format_date(published.first, day if published.day else month, locale=_AMERICAN)
    return wording.dated(published)


def _chicago_date(published: Date | None) -> str:
    return _dated(published, "MMMM d, y", "MMMM y") or "n.d."


def _apa_date(published: Date | None) -> str:
    return _dated(published, "y, MMMM d", "y, MMMM") or "n.d."


def _mla_date(published: Date | None) -> str:
    """May, June and July are not shortened, and September has four letters."""
    short = _dated(published, "d MMM. y", "MMM. y") or "N.d."
    return re.sub(r"(May|Jun|Jul|Sep)\.", lambda found: _MLA_MONTHS[found[1]], short)
