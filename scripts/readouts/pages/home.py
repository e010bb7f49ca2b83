"""The home page: what this is, how far it reaches, what is new in it, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from readouts.model import wording
from readouts.model.collections import MEETINGS, PEOPLE, RELATIONS, TOPICS
from readouts.model.vocabulary import Act, TopicKind
from readouts.model.wording import count
from readouts.pages import calendar, changes
from readouts.pages import coverage as coverage_pages
from readouts.pages.kinds import PageKind, alone
from readouts.pages.parts import coverage
from readouts.pages.parts.meeting_lists import listed
from readouts.render.blocks import Block, Division, Facts, Heading, Inlines, Link, Page, Paragraph, Strong, Target, joined
from readouts.render.search_entry import SEPARATOR
from readouts.render.urls import METHOD, SEARCH

if TYPE_CHECKING:
    from readouts.archive.coverage import Reach
    from readouts.pages.site import Site

PATH = "index.md"
_LATEST = 8
_TOPICS = 24
_WAYS_ON = (("All meetings by year", MEETINGS.index), ("Calendar", calendar.PATH), ("Additions and corrections", changes.PATH))
PURPOSE = (
    "After a diplomatic meeting each side publishes its own account: a readout. "
    "Here the accounts stand side by side, as data: who met whom, when and where, and who said what about what."
)
INDEPENDENT = (
    "An independent archive, kept in the open by its contributors. It is not affiliated with any government or organization."
)

PARTIAL = "No list of meetings is complete: that two parties have few here says nothing of how often they met."
TRUST = "Every statement names the account that it is from. Silence is not taken for denial. Mistakes are mended openly."


def _page(site: Site, _: str) -> Page:
    blocks: list[Block] = [
        Heading(1, ("Readouts",), cls="ro-title"),
        Paragraph((Strong("Diplomatic meetings, as their sides recorded them."),), cls="ro-lead"),
        Paragraph((PURPOSE,), cls="ro-lead"),
        Paragraph((INDEPENDENT,)),
    ]
    if reach := site.archive.reach:
        blocks.append(Division("ro-facts", (Facts(tuple(_facts(site, reach))),)))
        blocks += [*_coverage(site), *_latest(site), *_topics(site)]
    return Page(PATH, "Readouts", PURPOSE, "records/", tuple(blocks))


def _facts(site: Site, reach: Reach) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    totals, told = site.archive.totals, reach.told
    years = f"{reach.first}" if reach.first == reach.last else f"{reach.first} to {reach.last}"
    parties = "1 party" if reach.parties == 1 else f"{reach.parties:,} parties"
    ways = [
        (count(totals.meetings, "meeting"), MEETINGS.index),
        (count(totals.pairs, "relation"), RELATIONS.index),
        (f"{totals.people:,} people", PEOPLE.index),
        (f"{totals.topics:,} topics", TOPICS.index),
    ]
    linked = joined((Link((text,), Target(path)) for text, path in ways), " · ")
    said = count(totals.statements, "statement")
    yield "Covers", ((f"{years} · {parties} · ", *linked, f" · {said}"),)
    kinds = [
        (told.both, "with official accounts of every side"),
        (told.one, "with an official account of one side, or of some"),
        (told.reported, "with reports of others only"),
    ]
    yield "Accounts", (("; ".join(f"{count(some, 'meeting')} {what}" for some, what in kinds if some),),)
    whole = f"{reach.complete:,} of {count(reach.accounts, 'account')} were read to the end and are recorded whole; each says whether it is."
    covers = Link(("What the archive covers",), Target(METHOD, "what-the-archive-covers"))
    yield "Complete", ((f"{whole} {PARTIAL} ", covers),)
    yield "Method", ((f"{TRUST} ", Link(("How records are made",), Target(METHOD))),)
    if asked := tuple(_questions(site)):
        yield "Ask", asked


def _questions(site: Site) -> Iterator[Inlines]:
    """Questions that the search has an answer to."""
    archive, examples = site.archive, site.archive.examples
    if examples.pair:
        pair, topic = examples.pair
        first, second = map(archive.party_name, pair)
        query = {"pair": f"{first}–{second}", "topic": site.titles.topic(topic)}
        yield _question(f"What did {first} and {second} say about “{site.titles.topic(topic)}”?", query)
    if examples.person:
        person, topic = examples.person
        name = archive.people[person].name.full
        yield _question(
            f"What did {name} say about “{site.titles.topic(topic)}”?", {"person": name, "topic": site.titles.topic(topic)}
        )
    if examples.asked:
        party = archive.party_name(examples.asked)
        yield _question(f"What did {party} ask for?", {"who": f"{party}{SEPARATOR}{Act.REQUEST.label}"})


def _question(text: str, query: dict[str, str]) -> Inlines:
    return (Link((text,), Target(SEARCH, query=urlencode({**query, "sort": "newest"}))),)


def _coverage(site: Site) -> Iterator[Block]:
    pairs = coverage_pages.ranked(site.archive.counts("pair"))
    shown = pairs[: coverage_pages.FIRST]
    if shown:
        yield Heading(2, ("Coverage",), "coverage")
        most = "The relations with most meetings by year" if len(pairs) > len(shown) else "Relations by year"
        yield from coverage.blocks(site, shown, f"{most}, and whose official accounts there are of them")
        all_of = [Link(("All relations",), Target(RELATIONS.index))]
        if len(pairs) > len(shown):
            all_of.insert(0, Link((f"Coverage of all {len(pairs):,} relations with meetings",), Target(coverage_pages.PATH)))
        yield Paragraph(joined(all_of, " · "), cls="ro-up")


def _latest(site: Site) -> Iterator[Block]:
    added = site.archive.latest_added(_LATEST)
    if added:
        yield Heading(2, ("Latest additions",), "latest")
        for day, meetings in groupby(added, key=lambda each: each.added):
            if day:
                yield Paragraph(
                    (f"Added to the archive on {wording.dated(day)}. The days below are those of the meetings.",), cls="ro-note"
                )
            yield listed(site, meetings, with_year=True)
    else:
        yield Heading(2, ("Latest meetings",), "latest")
        yield listed(site, site.archive.latest(_LATEST), with_year=True)
    yield Paragraph(joined((Link((text,), Target(path)) for text, path in _WAYS_ON), " · "), cls="ro-up")


def _topics(site: Site) -> Iterator[Block]:
    topics = sorted(site.archive.counts("topic"), key=lambda each: -each[1])
    issues = [topic for topic, _ in topics if site.archive.topics[topic].kind is not TopicKind.THEME][:_TOPICS]
    yield Heading(2, ("What they talk about",), "topics")
    yield Division("ro-cloud", (Paragraph(site.link.topics(issues)),))
    yield Paragraph((Link(("All topics",), Target(TOPICS.index)),), cls="ro-up")


KINDS = (PageKind("home", "", alone(PATH), _page),)
