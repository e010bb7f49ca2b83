"""Whose official accounts there are of the meetings of relations over the years, as a table of signs that lead to what they count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from readouts.archive.coverage import Told
from readouts.pages.parts.meeting_lists import part_target
from readouts.pages.words import lists as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Cell, Division, Grid, Item, Items, Paragraph, Target

if TYPE_CHECKING:
    from readouts.archive.indexes import Pair
    from readouts.pages.site import Site

DECADE = 10


def blocks(site: Site, pairs: Sequence[Pair], caption: str) -> Iterator[Block]:
    """Some relations over the years: the years of the last two decades one by one, those before by decades."""
    found = {pair: site.archive.coverage(pair) for pair in pairs}
    years = {year for row in found.values() for year, _ in row}
    if not years:
        return
    shown = columns(years)
    yield Division("ro-legend", (Items(tuple(Item((line,)) for line in say.LEGEND)),))
    yield Paragraph((say.USE,), cls="ro-note")
    rows = tuple(
        (
            (_name(site, pair), Target(site.link.pair_page(pair))),
            tuple(_cell(site, pair, row, span, name) for name, span in shown),
        )
        for pair, row in found.items()
    )
    yield Grid(caption, shared.RELATION, tuple(name for name, _ in shown), rows)


def of_relation(site: Site, pair: Pair) -> Iterator[Block]:
    """One relation over the years."""
    yield from blocks(site, (pair,), say.COVERAGE_OF_RELATION)


def _name(site: Site, pair: Pair) -> str:
    """“ASEAN–Japan”: organizations by their short forms."""
    return "–".join(
        site.titles.publisher(party) if party in site.archive.organizations else site.archive.party_name(party)
        for party in pair
    )


def columns(years: Iterable[int]) -> tuple[tuple[str, range], ...]:
    """“1990s”, “2000s”, “2010”, “2011” and so on: name and years of each column, in the order of time, no year left out."""
    first, last = min(years), max(years)
    single = max(last // DECADE * DECADE - DECADE, first)
    decades = range(first // DECADE * DECADE, single // DECADE * DECADE, DECADE)
    return (
        *((f"{decade}s", range(decade, decade + DECADE)) for decade in decades),
        *((f"{year}", range(year, year + 1)) for year in range(single, last + 1)),
    )


def _cell(site: Site, pair: Pair, row: Sequence[tuple[int, Told]], span: range, name: str) -> Cell:
    of_span = [(year, told) for year, told in row if year in span]
    if not of_span:
        return Cell()
    both, one, reported = (sum(part) for part in zip(*(told for _, told in of_span), strict=True))
    number = both + one + reported
    sign = "●" if both else "◐" if one else "○"
    label = say.covered(_name(site, pair), name, both, one, reported)
    counted = [(year, each.meetings) for year, each in row]
    return Cell(f"{sign}{number if number > 1 else ''}", label, part_target(site.link.pair_page(pair), counted, of_span[-1][0]))
