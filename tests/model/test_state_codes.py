"""The numbers of states, as the published lists have them."""

from __future__ import annotations

import pytest

from readouts.archive.archive import Archive
from readouts.model.state_codes import StateCodes, state_codes
from readouts.model.states import STATES
from readouts.model.values import COUNTRIES


@pytest.mark.parametrize(
    ("country", "of_war", "gleditsch_ward"),
    [
        ("US", 2, 2),
        ("PE", 135, 135),
        ("GB", 200, 200),
        ("DE", 255, 260),  # one list goes on with the Federal Republic of 1949, the other with the Germany of before
        ("DD", 265, 265),
        ("CSHH", 315, 315),
        ("CZ", 316, 316),
        ("RS", 345, 340),
        ("YU", 345, 345),
        ("CSXX", 345, 345),
        ("XK", 347, 347),
        ("RU", 365, 365),
        ("SU", 365, 365),
        ("CD", 490, 490),
        ("ZR", 490, 490),
        ("YE", 679, 678),
        ("YD", 680, 680),
        ("JP", 740, 740),
        ("VN", 816, 816),
        ("FJ", 950, 950),
        ("TO", 955, 972),  # a microstate of the second list
        ("NR", 970, 971),
    ],
)
def test_the_lists_say_so(country: str, of_war: int, gleditsch_ward: int) -> None:
    # Values from State System Membership v2016, and from the list of Gleditsch and Ward with its microstates.
    assert state_codes(country) == StateCodes(of_war, gleditsch_ward)


def test_what_is_no_state_has_no_number(small: Archive) -> None:
    # A territory, an organization, a code that nobody has.
    for party in ("HK", "GL", "PS", "VA", "forum", "ZZ"):
        assert small.state_codes(party) == StateCodes(None, None)


def test_the_table_is_whole() -> None:
    # Every state that is no more is in both lists, no number is below 2 or of four digits, and only heirs share one.
    numbered = [code for code in COUNTRIES if state_codes(code) != StateCodes()]
    assert set(STATES) <= set(numbered)
    assert all(number is not None and 2 <= number <= 999 for code in numbered for number in state_codes(code))
    today = [state_codes(code) for code in numbered if code not in STATES]
    assert len({codes.correlates_of_war for codes in today}) == len({codes.gleditsch_ward for codes in today}) == len(today)
