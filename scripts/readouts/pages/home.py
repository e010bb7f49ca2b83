"""The home page: what this is, how far it reaches, what is new in it, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from readouts.model import wording
from readouts.model.collections import MEETINGS, PEOPLE, RELATIONS, TOPICS
from readouts.model.vocabulary import Act, TopicKind
from readouts.pages import calendar, changes
from readouts.pages import coverage as coverage_pages
from readouts.pages.kinds import PageKind, alone
from readouts.pages.parts import coverage
from readouts.pages.parts.meeting_lists import listed
from readouts.pages.words import home as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Division, Facts, Heading, Inlines, Link, Page, Paragraph, Strong, Target, joined
from readouts.render.search_entry import SEPARATOR
from readouts.render.urls import METHOD, SEARCH

if TYPE_CHECKING:
    from readouts.archive.coverage import Reach
    from readouts.pages.site import Site

PATH = "index.md"
_LATEST = 8
_TOPICS = 24
_WAYS_ON = ((say.ALL_BY_YEAR, MEETINGS.index), (shared.CALENDAR, calendar.PATH), (shared.ADDITIONS, changes.PATH))


def _page(site: Site, _: str) -> Page:
    blocks: list[Block] = [
        Heading(1, (shared.SITE,), cls="ro-title"),
        Paragraph((Strong(say.LEAD),), cls="ro-lead"),
        Paragraph((say.PURPOSE,), cls="ro-lead"),
        Paragraph((say.INDEPENDENT,)),
    ]
    if reach := site.archive.reach:
        blocks.append(Division("ro-facts", (Facts(tuple(_facts(site, reach))),)))
        blocks += [*_coverage(site), *_latest(site), *_topics(site)]
    return Page(PATH, shared.SITE, say.PURPOSE, "records/", tuple(blocks))


def _facts(site: Site, reach: Reach) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    totals, told = site.archive.totals, reach.told
    years, parties = say.years(reach.first, reach.last), say.parties(reach.parties)
    ways = [
        (shared.meetings(totals.meetings), MEETINGS.index),
        (say.relations(totals.pairs), RELATIONS.index),
        (say.people(totals.people), PEOPLE.index),
        (say.topics(totals.topics), TOPICS.index),
    ]
    linked = joined((Link((text,), Target(path)) for text, path in ways), " · ")
    yield say.COVERS, ((f"{years} · {parties} · ", *linked, f" · {say.statements(totals.statements)}"),)
    yield shared.ACCOUNTS, ((say.accounts_of(told.both, told.one, told.reported),),)
    covers = Link((say.WHAT_IT_COVERS,), Target(METHOD, "what-the-archive-covers"))
    yield say.COMPLETE, ((say.complete(reach.complete, reach.accounts), covers),)
    yield say.METHOD, ((say.TRUST, Link((say.HOW_MADE,), Target(METHOD))),)
    if asked := tuple(_questions(site)):
        yield say.ASK, asked


def _questions(site: Site) -> Iterator[Inlines]:
    """Questions that the search has an answer to."""
    archive, examples = site.archive, site.archive.examples
    if examples.pair:
        pair, topic = examples.pair
        first, second = map(archive.party_name, pair)
        query = {"pair": f"{first}–{second}", "topic": site.titles.topic(topic)}
        yield _question(say.said_about(shared.both(first, second), site.titles.topic(topic)), query)
    if examples.person:
        person, topic = examples.person
        name = archive.people[person].name.full
        query = {"person": name, "topic": site.titles.topic(topic)}
        yield _question(say.said_about(name, site.titles.topic(topic)), query)
    if examples.asked:
        party = archive.party_name(examples.asked)
        yield _question(say.asked_for(party), {"who": f"{party}{SEPARATOR}{Act.REQUEST.label}"})


def _question(text: str, query: dict[str, str]) -> Inlines:
    return (Link((text,), Target(SEARCH, query=urlencode({**query, "sort": "newest"}))),)


def _coverage(site: Site) -> Iterator[Block]:
    pairs = coverage_pages.ranked(site.archive.counts("pair"))
    shown = pairs[: coverage_pages.FIRST]
    if shown:
        yield Heading(2, (shared.COVERAGE,), "coverage")
        yield from coverage.blocks(site, shown, say.coverage_caption(of_all=len(pairs) == len(shown)))
        all_of = [Link((shared.ALL_RELATIONS,), Target(RELATIONS.index))]
        if len(pairs) > len(shown):
            all_of.insert(0, Link((say.coverage_of_all(len(pairs)),), Target(coverage_pages.PATH)))
        yield Paragraph(joined(all_of, " · "), cls="ro-up")


def _latest(site: Site) -> Iterator[Block]:
    added = site.archive.latest_added(_LATEST)
    if added:
        yield Heading(2, (say.LATEST_ADDITIONS,), "latest")
        for day, meetings in groupby(added, key=lambda each: each.added):
            if day:
                yield Paragraph((say.added_on(wording.dated(day)),), cls="ro-note")
            yield listed(site, meetings, with_year=True)
    else:
        yield Heading(2, (say.LATEST_MEETINGS,), "latest")
        yield listed(site, site.archive.latest(_LATEST), with_year=True)
    yield Paragraph(joined((Link((text,), Target(path)) for text, path in _WAYS_ON), " · "), cls="ro-up")


def _topics(site: Site) -> Iterator[Block]:
    topics = sorted(site.archive.counts("topic"), key=lambda each: -each[1])
    issues = [topic for topic, _ in topics if site.archive.topics[topic].kind is not TopicKind.THEME][:_TOPICS]
    yield Heading(2, (say.TALK_ABOUT,), "topics")
    yield Division("ro-cloud", (Paragraph(site.link.topics(issues)),))
    yield Paragraph((Link((say.ALL_TOPICS,), Target(TOPICS.index)),), cls="ro-up")


KINDS = (PageKind("home", "", alone(PATH), _page),)
