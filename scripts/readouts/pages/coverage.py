"""The coverage of more relations than the home page shows: one page, and where they are many one for each party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from readouts.model.collections import RELATIONS
from readouts.pages.kinds import PageKind
from readouts.pages.parts import coverage
from readouts.pages.parts.meeting_lists import entry
from readouts.pages.words import lists as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Heading, Items, Link, Page, Paragraph, Target

if TYPE_CHECKING:
    from readouts.archive.indexes import Pair
    from readouts.pages.site import Site

FOLDER = f"{RELATIONS.id}/coverage"
PATH = f"{FOLDER}/index.md"
FIRST = 12
"""So many relations are on the home page."""
MANY = 40
"""More relations than this do not go on one page."""


def ranked(counted: Iterable[tuple[Pair, int]]) -> tuple[Pair, ...]:
    """The pairs that met, those with most meetings first; of those with as many, the first by name."""
    return tuple(pair for pair, meetings in sorted(counted, key=lambda each: -each[1]) if meetings)


def _index_pages(site: Site) -> Iterator[tuple[str, str]]:
    if len(ranked(site.archive.counts("pair"))) > FIRST:
        yield PATH, ""


def _party_pages(site: Site) -> Iterator[tuple[str, str]]:
    counted = site.archive.counts("pair")
    if len(ranked(counted)) > MANY:
        yield from (
            (_path(party), party) for party in sorted({party for pair, meetings in counted if meetings for party in pair})
        )


def _path(party: str) -> str:
    return f"{FOLDER}/{party.lower()}.md"


def _index(site: Site, _: str) -> Page:
    pairs = ranked(site.archive.counts("pair"))
    body: list[Block] = [Heading(1, (shared.COVERAGE,)), Paragraph((say.COVERAGE,), cls="ro-lead")]
    if len(pairs) > MANY:
        body.append(Paragraph((say.most_only(MANY),)))
    body += coverage.blocks(site, pairs[:MANY], say.COVERAGE_CAPTION)
    if len(pairs) > MANY:
        met = dict(site.archive.counts("party"))
        parties = sorted({party for pair in pairs for party in pair}, key=site.archive.party_name)
        links = (entry(Link((site.archive.party_name(party),), Target(_path(party))), met[party]) for party in parties)
        body += [Heading(2, (say.BY_PARTY,), "parties"), Items(tuple(links))]
    body.append(Paragraph((Link((shared.ALL_RELATIONS,), Target(RELATIONS.index)),), cls="ro-up"))
    return Page(PATH, shared.COVERAGE, say.COVERAGE, "records/", tuple(body))


def _party(site: Site, party: str) -> Page:
    title = say.coverage_of(site.archive.party_name(party))
    back = Paragraph((Link((say.BACK_TO_COVERAGE,), Target(PATH)),), cls="ro-back")
    table = coverage.blocks(site, ranked(site.archive.pairs_with(party)), title)
    return Page(_path(party), title, title, "records/", (back, Heading(1, (title,)), *table))


KINDS = (
    PageKind("coverage", RELATIONS.id, _index_pages, _index),
    PageKind("coverage-of-party", RELATIONS.id, _party_pages, _party),
)
