"""What readers type into the search, by class of need, in a real browser against the frozen archive."""

from __future__ import annotations

from statistics import mean
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from conftest import ROOT

CLASSES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases/needs.yaml").read_text(encoding="utf-8"))
FIRST = 10
FOUND = """async (queries) => {
  const { find } = await import('/assets/search/find.js')
  const { pageOf } = await import('/assets/search/engine.js')
  return Promise.all(queries.map(async (query) => {
    const { hits } = await find(query)
    return (await Promise.all(hits.slice(0, 10).map((hit) => pageOf(hit.id)))).map(({ url }) => {
      const { pathname, hash } = new URL(url)
      return pathname.slice(1) + hash
    })
  }))
}"""


@pytest.mark.browser
@pytest.mark.parametrize("case", CLASSES, ids=lambda case: case["class"])
def test_needs_are_met(page: Page, address: str, case: dict[str, Any]) -> None:
    # The mean reciprocal rank of the first page that answers is what the class must reach.
    page.goto(f"{address}search/")
    found = page.evaluate(FOUND, [need["ask"] for need in case["needs"]])
    ranks = {need["ask"]: _rank(paths, need["want"]) for need, paths in zip(case["needs"], found, strict=True)}
    assert mean(ranks.values()) >= case["floor"], {ask: rank for ask, rank in ranks.items() if rank < 1}


def _rank(paths: list[str], wanted: list[str]) -> float:
    return next((1 / place for place, path in enumerate(paths[:FIRST], 1) if path in wanted), 0)
