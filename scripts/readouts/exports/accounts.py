"""An account, or a part of it, as a citation: its publisher first, then the archive by which it was found.

Written out here, because the processor of styles knows neither a locator in an entry nor how a text was found: Chicago as a
note (The Chicago Manual of Style), APA as a reference with the part in parentheses (Publication Manual, 7th edition), MLA as a
work cited with the part behind its date (MLA Handbook, 9th edition).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date

from readouts.exports.citation import AUTHOR
from readouts.model import wording

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from readouts.exports.citation import Cited, CitedAccount
    from readouts.model.values import Date

_AMERICAN = Locale("en", "US")
_MLA_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


MARK = "\ufffc"
"""Stands for a locator in a text that can be given any."""


def note(account: CitedAccount, locator: str, anchor: str) -> str:
    """A part in Chicago's notes, with its own address; the archive's own citation is left to that of the account."""
    return _note(account, locator, f"{_via(account)} {AUTHOR}", f"{account.record.address}#{anchor}")


def chicago(account: CitedAccount, locator: str = "") -> str:
    """A full note."""
    record = account.record
    issued = f"last modified {_american(record.issued)}" if record.issued else ""
    return _note(account, locator, f"{_via(account)} {AUTHOR}", f"“{record.title}”", issued, record.address)


def _note(account: CitedAccount, locator: str, *archive: str) -> str:
    title = f"“{account.title}”" if account.title else _untitled(account.record)
    parts = [account.author, title, _day(account.published, _american), locator, *archive]
    return _inside(", ".join(part for part in parts if part) + ".")


def apa(account: CitedAccount, locator: str = "") -> str:
    """An entry of the list of references."""
    record = account.record
    title = account.title or f"[{_capital(_untitled(record))}]"
    part = f" ({locator})" if locator else ""
    issued = f" ({_apa(record.issued)})" if record.issued else ""
    archive = f"{_capital(_via(account))} {AUTHOR}{issued}: {record.title}. {record.address}"
    return f"{account.author}. ({_day(account.published, _apa)}). {title}{part}. {archive}"


def mla(account: CitedAccount, locator: str = "") -> str:
    """An entry of the list of works cited."""
    record = account.record
    title = f"“{account.title}.”" if account.title else f"{_capital(_untitled(record))}."
    place = ", ".join(part for part in (_day(account.published, _mla), locator.replace("para.", "par.")) if part)
    issued = f"{_mla(record.issued)}, " if record.issued else ""
    archive = f"{_capital(_via(account))} {AUTHOR}, “{record.title},” {issued}{record.address}."
    return f"{account.author}. {title} {place}. {archive}"


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


def _day(published: Date | None, write: Callable[[date], str]) -> str:
    if published is None:
        return "n.d."
    return write(published.day) if published.day else wording.dated(published)


def _american(day: date) -> str:
    return format_date(day, "MMMM d, y", locale=_AMERICAN)


def _apa(day: date) -> str:
    return format_date(day, "y, MMMM d", locale=_AMERICAN)


def _mla(day: date) -> str:
    return f"{day.day} {_MLA_MONTHS[day.month - 1]} {day.year}"
