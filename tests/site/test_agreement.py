"""The method page tells the agreement of coders that their codings have."""

from __future__ import annotations

import csv
import re
from collections import Counter

import pytest

from conftest import ROOT

PAIRS = {"1": ("1", "2"), "2": ("1", "archive"), "3": ("2", "archive")}
FIELDS = {"act": "act", "speakers": "speakers", "topics": "topics, the same set"}


def alpha(codes: list[tuple[str, str]]) -> float:
    """Krippendorff’s alpha of two coders for nominal data without gaps (Content Analysis, 2004, chapter 11.3)."""
    counts = Counter(code for pair in codes for code in pair)
    total = 2 * len(codes)
    observed = sum(first != second for first, second in codes) / len(codes)
    expected = 1 - sum(count * (count - 1) for count in counts.values()) / (total * (total - 1))
    return 1 - observed / expected


def test_alpha_of_a_published_example() -> None:
    # Krippendorff, “Computing Krippendorff’s Alpha-Reliability” (2011), section B: two observers, ten values, 0.095.
    first, second = "0100000000", "1110010100"
    assert round(alpha(list(zip(first, second, strict=True))), 3) == 0.095


@pytest.mark.parametrize("column", PAIRS)
@pytest.mark.parametrize("field", FIELDS)
def test_the_table_tells_what_the_codings_say(field: str, column: str) -> None:
    rows = list(csv.DictReader((ROOT / "docs/about/agreement.csv").read_text(encoding="utf-8").splitlines()))
    one, other = PAIRS[column]
    codes = [(row[f"{field}_{one}"], row[f"{field}_{other}"]) for row in rows]
    page = (ROOT / "docs/about/method.md").read_text(encoding="utf-8")
    (line,) = re.findall(rf"^\| {FIELDS[field]} \|(.*)\|$", page, re.MULTILINE)
    cell = line.split("|")[int(column) - 1]
    same = sum(first == second for first, second in codes)
    assert re.findall(r"[0-9.]+", cell) == [f"{alpha(codes):.2f}", str(same), str(len(codes))]
