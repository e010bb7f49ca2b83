"""`make codes`: compares the numbers of states in the model with those of two libraries that are kept up to date.

Neither is installed with what it needs: country-converter’s table is read as a file, countrycode needs nothing. Read each difference
beside the published lists (`readouts/model/state_codes.py`) before `state_codes.json` is changed.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from countrycode import countrycode

from readouts.model.state_codes import state_codes
from readouts.model.states import STATES
from readouts.model.values import COUNTRIES

KNOWN = {
    ("country-converter", "gleditsch_ward", "CZ"): "315 is Czechoslovakia’s",
    ("country-converter", "gleditsch_ward", "VN"): "817 is the Republic of Vietnam’s, which ended in 1975",
    ("country-converter", "gleditsch_ward", "YE"): "680 is Democratic Yemen’s",
    ("countrycode", "correlates_of_war", "VA"): "327 is the Papal States’, which ended in 1870",
    ("countrycode", "gleditsch_ward", "VA"): "327 is the Papal States’, which ended in 1870",
    ("countrycode", "gleditsch_ward", "VD"): "817 is the Republic of Vietnam’s, the other one",
    ("countrycode", "gleditsch_ward", "VN"): "817 is the Republic of Vietnam’s, which ended in 1975",
}
"""Differences that the lists decide against the library, with the reason."""

PRESENT = [code for code in COUNTRIES if code not in STATES]


class Number(NamedTuple):
    """What a library says."""

    library: str
    of: str
    country: str
    number: int


def of_country_converter() -> Iterator[Number]:
    """Its column of Gleditsch and Ward; it has none of Correlates of War."""
    spec = find_spec("country_converter")
    folder = Path(next(iter((spec and spec.submodule_search_locations) or ())))
    with (folder / "country_data.tsv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            for country in re.findall(r"[A-Z]{2}", row["ISO2"]):  # “GR”, but also “^GR$|^EL$”
                if country in COUNTRIES and row["GWcode"]:
                    yield Number("country-converter", "gleditsch_ward", country, int(float(row["GWcode"])))


def of_countrycode() -> Iterator[Number]:
    """Both lists, of the countries of today by code and of others by name."""
    names = [COUNTRIES[code] for code in STATES]
    for of, column in (("correlates_of_war", "cown"), ("gleditsch_ward", "gwn")):
        today = countrycode(PRESENT, origin="iso2c", destination=column)
        others = countrycode(names, origin="country.name", destination=column)
        for country, number in zip([*PRESENT, *STATES], [*today, *others], strict=True):
            if number is not None:
                yield Number("countrycode", of, country, int(number))


def main() -> int:
    """Print what differs; 1 where that is not known."""
    found = [*of_country_converter(), *of_countrycode()]
    failed = 0
    for each in found:
        own = getattr(state_codes(each.country), each.of)
        if own != each.number:
            reason = KNOWN.get((each.library, each.of, each.country), "")
            failed += not reason
            sys.stdout.write(f"{each.country}: {each.of} is {own}; {each.library} has {each.number}. {reason or 'Why?'}\n")
    versions = " and ".join(f"{library} {version(library)}" for library in ("country-converter", "countrycode"))
    sys.stdout.write(f"{len(found)} numbers of {versions} compared; {failed} differ without a known reason.\n")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
