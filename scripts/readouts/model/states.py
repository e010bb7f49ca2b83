"""When states existed: those that are no more, and those that were a part of them.

ISO 3166-1 names the countries of today, and says nothing of when. Here stand the others that a record may name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_AFTER_THE_WAR = date(1945, 5, 9)


@dataclass(frozen=True, slots=True)
class Existence:
    """A state that existed for a time only."""

    since: date
    """Its first day."""
    until: date | None = None
    """Its last day; none while it exists."""
    successors: tuple[str, ...] = ()
    """The states that came after it, by code: in the order of their names, after the one that took its seat in the United Nations."""
    name: str = ""
    """English name; empty where CLDR has one."""
    iso_3166_3: str = ""
    """The four letters of ISO 3166-3; empty for a code that was not withdrawn."""


_OF_THE_SOVIET_UNION = ("RU", "AM", "AZ", "BY", "EE", "GE", "KZ", "KG", "LV", "LT", "MD", "TJ", "TM", "UA", "UZ")

STATES: dict[str, Existence] = {
    "BU": Existence(date(1948, 1, 4), date(1989, 6, 18), ("MM",), "Burma", "BUMM"),
    "CSHH": Existence(date(1918, 10, 28), date(1992, 12, 31), ("CZ", "SK"), "Czechoslovakia", "CSHH"),
    "CSXX": Existence(date(2003, 2, 4), date(2006, 6, 5), ("RS", "ME"), "Serbia and Montenegro", "CSXX"),
    "DD": Existence(date(1949, 10, 7), date(1990, 10, 2), ("DE",), "German Democratic Republic", "DDDE"),
    "DY": Existence(date(1960, 8, 1), date(1975, 11, 30), ("BJ",), "Dahomey", "DYBJ"),
    "HV": Existence(date(1960, 8, 5), date(1984, 8, 4), ("BF",), "Upper Volta", "HVBF"),
    "SU": Existence(date(1922, 12, 30), date(1991, 12, 26), _OF_THE_SOVIET_UNION, "Soviet Union", "SUHH"),
    "VD": Existence(date(1945, 9, 2), date(1976, 7, 1), ("VN",), "Democratic Republic of Viet-Nam", "VDVN"),
    "XK": Existence(date(2008, 2, 17)),
    "YD": Existence(date(1967, 11, 30), date(1990, 5, 21), ("YE",), "Democratic Yemen", "YDYE"),
    "YU": Existence(date(1918, 12, 1), date(2003, 2, 4), ("CSXX", "BA", "HR", "MK", "SI"), "Yugoslavia", "YUCS"),
    "ZR": Existence(date(1971, 10, 27), date(1997, 5, 17), ("CD",), "Zaire", "ZRCD"),
}
"""Code → when the state existed.

Codes and names are those of ISO 3166-3, for every state in it that others recognized (dependent territories and Southern
Rhodesia are left out), and CLDR’s `XK` for Kosovo, which ISO 3166 leaves to its users. Two letters where they are one
state’s alone; `CS` was Czechoslovakia and later Serbia and Montenegro, so these two are written with the four letters of
ISO 3166-3.

Days are those of the acts by which a state came into being and ceased to be, or took another name: its proclamation or
independence; the declaration 142-N of 26 December 1991, the accession of 3 October 1990, the Constitutional Charter of
4 February 2003, and so on. They are not the days on which ISO withdrew the code, which came months later. The lists of
Correlates of War (State System Membership, v2016) and of Gleditsch and Ward have the same ends for Czechoslovakia, the
German Democratic Republic and Democratic Yemen; they take Russia and Yugoslavia as going on under one code.
"""

SHARED = {"CS": ("CSHH", "CSXX")}
"""Two letters that were the code of several states → what to write instead."""

INDEPENDENT: dict[str, tuple[tuple[str, ...], date]] = {
    "AM": (("SU",), date(1991, 9, 21)),
    "AZ": (("SU",), date(1991, 8, 30)),
    "BA": (("YU",), date(1992, 3, 3)),
    "CZ": (("CSHH",), date(1993, 1, 1)),
    "GE": (("SU",), date(1991, 4, 9)),
    "HR": (("YU",), date(1991, 6, 25)),
    "KG": (("SU",), date(1991, 8, 31)),
    "KZ": (("SU",), date(1991, 12, 16)),
    "MD": (("SU",), date(1991, 8, 27)),
    "ME": (("YU", "CSXX"), date(2006, 6, 3)),
    "MK": (("YU",), date(1991, 9, 8)),
    "RS": (("YU", "CSXX"), date(2006, 6, 5)),
    "RU": (("SU",), date(1990, 6, 12)),
    "SI": (("YU",), date(1991, 6, 25)),
    "SK": (("CSHH",), date(1993, 1, 1)),
    "TJ": (("SU",), date(1991, 9, 9)),
    "TM": (("SU",), date(1991, 10, 27)),
    "UZ": (("SU",), date(1991, 8, 31)),
}
"""Code → the states it was a part of, and the day on which it declared its independence (Russia its sovereignty).

The declaration is the earliest day of several that could be taken, and it does not matter here that others recognized the
state later, or that the two lists above begin later: what is refused should be wrong beyond doubt. So the table leaves out Belarus
and Ukraine, which were members of the United Nations from 1945; Estonia, Latvia and Lithuania, whose annexation many
states never recognized; and all days before 9 May 1945. States that only took another name (`CD`, `MM`, …) are not in it.
"""


def existed(code: str, first: date, last: date) -> bool:
    """Whether a state existed on any day from the first to the last; yes of a state that the tables do not have."""
    if state := STATES.get(code):
        return last >= state.since and (state.until is None or first <= state.until)
    return last < _AFTER_THE_WAR or code not in INDEPENDENT or last >= INDEPENDENT[code][1]


def instead(code: str, first: date, last: date) -> tuple[str, ...]:
    """The states, by code, that existed where another did not: what it was a part of, or what came after it, or before."""
    if code in INDEPENDENT:
        return tuple(whole for whole in INDEPENDENT[code][0] if existed(whole, first, last))
    state = STATES[code]
    if last < state.since:
        found: Iterator[str] = (each for each, other in STATES.items() if code in other.successors)
        return tuple(each for each in found if existed(each, first, last))
    return tuple(dict.fromkeys(_after(state, first, last)))


def _after(state: Existence, first: date, last: date) -> Iterator[str]:
    for code in state.successors:
        if existed(code, first, last):
            yield code
        elif code in STATES:
            yield from _after(STATES[code], first, last)
