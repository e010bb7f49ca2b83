"""The numbers that states have in the two lists of political science, by which data on conflict, trade or alliances is joined.

Sources of `state_codes.json`:

- Correlates of War Project: State System Membership List, v2016 (https://correlatesofwar.org/data-sets/state-system-membership/).
- K. S. Gleditsch and M. D. Ward: A revised list of independent states since the congress of Vienna, International Interactions 25
  (1999), 393–413, as updated to 2020, with their list of microstates.

The numbers were matched to country codes with country-converter 1.3.2 and countrycode 0.6.0, and each was then read beside the lists, which
decided where a library differed; the second list’s numbers of microstates are country-converter’s alone. `make codes` compares the file
with newer versions. Neither library is shipped: the one needs pandas, and both are under the GPL.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

EARLIER: dict[str, tuple[int, str]] = {
    "DE": (260, "the Federal Republic before the unification of 1990"),
    "YE": (678, "the Yemen Arab Republic before the unification of 1990"),
}
"""Country code → a number that Correlates of War has besides, and for what."""


class StateCodes(NamedTuple):
    """The numbers of a state."""

    correlates_of_war: int | None = None
    """In the list of Correlates of War; none for what that does not count as a state."""
    gleditsch_ward: int | None = None
    """In the list of Gleditsch and Ward or in that of their microstates; none for what neither has."""


def state_codes(country: str) -> StateCodes:
    """The numbers of a country, by its code (`JP`, `SU`); both are none for what is no state in either list."""
    return _codes().get(country, StateCodes())


@cache
def _codes() -> Mapping[str, StateCodes]:
    data = json.loads((Path(__file__).parent / "state_codes.json").read_text(encoding="utf-8"))
    return {country: StateCodes(*numbers) for country, numbers in data["codes"].items()}
