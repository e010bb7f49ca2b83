"""When states existed, by the tables of the model, and what to write instead of one that did not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from readouts.model.states import INDEPENDENT, SHARED, STATES, existed, instead
from readouts.model.values import COUNTRIES, Date, country_code, country_hint

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("code", "written", "found"),
    [
        ("SU", "1991-12-26", True),
        ("SU", "1991-12-27", False),
        ("SU", "1991", True),
        ("SU", "1922-12-29", False),
        ("DD", "1990-10-02", True),
        ("DD", "1990-10-03", False),
        ("CSHH", "1992-12-31", True),
        ("CSHH", "1993", False),
        ("CZ", "1993-01-01", True),
        ("CZ", "1992-12-31", False),
        ("ZR", "1996", True),
        ("ZR", "1970", False),
        ("CD", "1996", True),  # only its name was another
        ("YU", "2001", True),
        ("CSXX", "2003-02-04", True),
        ("RS", "2006-06-04", False),
        ("RS", "1912", True),  # before the days that are judged
        ("RU", "1855-02-07", True),
        ("RU", "1988", False),
        ("UA", "1980", True),  # a member of the United Nations
        ("EE", "1980", True),  # whose annexation many states never recognized
        ("XK", "2008-02-16", False),
        ("XK", "2026", True),
        ("JP", "1875", True),
        ("un", "1900", True),  # no state at all
    ],
)
def test_a_state_existed_on_its_days(code: str, written: str, found: bool) -> None:  # noqa: FBT001  # an expected value
    # A date that may fall on a day of the state is right; so is any date of what the tables do not have.
    day = Date.parse(written)
    assert existed(code, day.first, day.last) is found


@pytest.mark.parametrize(
    ("code", "day", "others"),
    [
        ("DD", date(1990, 10, 3), ("DE",)),
        ("ZR", date(2000, 1, 1), ("CD",)),
        ("YU", date(2004, 1, 1), ("CSXX", "BA", "HR", "MK", "SI")),
        ("YU", date(2010, 1, 1), ("RS", "ME", "BA", "HR", "MK", "SI")),
        ("CSXX", date(1995, 1, 1), ("YU",)),
        ("ME", date(1995, 1, 1), ("YU",)),
        ("ME", date(2005, 1, 1), ("CSXX",)),
        ("KZ", date(1980, 1, 1), ("SU",)),
        ("XK", date(1980, 1, 1), ()),
        ("SU", date(1900, 1, 1), ()),
    ],
)
def test_what_existed_instead(code: str, day: date, others: tuple[str, ...]) -> None:
    # What came after a state, what a state was a part of, or nothing.
    assert instead(code, day, day) == others


def test_the_tables_agree() -> None:
    # Every state that is named has a name; none begins after its end; successors exist on the day after, and wholes on the day before.
    for code, state in STATES.items():
        assert COUNTRIES[code]
        assert not state.iso_3166_3 or state.iso_3166_3.startswith(code[:2])
        assert set(state.successors) <= set(COUNTRIES)
        if state.until:
            assert state.since < state.until
            assert all(existed(each, state.until, state.until + DAY) for each in state.successors), code
    for code, (wholes, day) in INDEPENDENT.items():
        assert code not in STATES
        assert existed(code, day, day)
        assert instead(code, day - DAY, day - DAY) == wholes[-1:], code


def test_a_code_of_two_states_is_none() -> None:
    # `CS` is refused and both codes are offered; two letters of one state, its old four, and its name lead to its code.
    for short, codes in SHARED.items():
        assert short not in COUNTRIES
        assert all(code in country_hint(short) for code in codes)
    assert [country_code(each) for each in ("su", "SUHH", "Soviet Union", "Zaire", "CSHH")] == ["SU", "SU", "SU", "ZR", "CSHH"]


def test_countries_are_known_by_other_names() -> None:
    # Codes of other lists, and names in any language; what is two countries' name is nobody's.
    called = {
        "UK": "GB",
        "NLD": "NL",
        "Holland": "NL",
        "日本": "JP",
        "Perú": "PE",
        "Turkey": "TR",
        "Ivory Coast": "CI",
        "Great Britain": "GB",
    }
    assert {name: country_code(name) for name in called} == called
    assert [country_code(name) for name in ("Kongo", "Atlantis", "CS", "EU")] == ["", "", "", ""]
    assert country_hint("Icland").endswith("perhaps IS (Iceland)")
