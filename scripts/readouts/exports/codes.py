"""The codes by which other data knows a party: ISO 3166, Correlates of War, Gleditsch and Ward."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from babel.core import get_global

from readouts.model.state_codes import state_codes
from readouts.model.states import STATES
from readouts.model.values import COUNTRIES

_WITHDRAWN = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
"""Three letters that CLDR keeps as other names of countries of today, and that ISO 3166-1 has no more."""


class Codes(NamedTuple):
    """The codes of a party; all are none for an organization."""

    iso_3166_1_alpha_2: str | None
    iso_3166_1_alpha_3: str | None
    iso_3166_3: str | None
    """Of a state that is no more, under a name that ISO 3166-1 had."""
    cow: int | None
    """In the State System Membership list of Correlates of War."""
    gw: int | None
    """In the list of Gleditsch and Ward or in that of their microstates."""


@cache
def codes(party: str) -> Codes:
    """The codes of a country, by its code, or of an organization, by its id."""
    now = party if party in COUNTRIES and party not in STATES else None
    before = STATES[party].iso_3166_3 or None if party in STATES else None
    return Codes(now, _three_letters().get(now or ""), before, *state_codes(party))


@cache
def _three_letters() -> Mapping[str, str]:
    """Two letters → three: CLDR has the latter as aliases."""
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    long = 3
    found = (
        (names[0], alias) for alias, names in aliases.items() if len(names) == 1 and len(alias) == long and alias.isalpha()
    )
    return {country: alias for country, alias in found if alias not in _WITHDRAWN}
