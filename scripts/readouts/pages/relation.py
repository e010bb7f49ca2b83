"""The page of a pair of parties: what ties them, and every meeting of the two; and the list of pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from readouts.archive.summaries import MeetingSummary, order
from readouts.model import wording
from readouts.model.collections import RELATIONS
from readouts.pages import brief, relation_topics
from readouts.pages.kinds import PageKind, alone
from readouts.pages.parts import changes, coverage, facts, ledger, ranked, timeline
from readouts.pages.parts.meeting_lists import LATEST, LONG, MeetingList, choices, entry, not_held, to_narrow_down
from readouts.pages.parts.overview import overview
from readouts.pages.parts.search_entries import of_relation
from readouts.pages.words import lists, shared
from readouts.pages.words import relation as say
from readouts.render.blocks import (
    Block,
    Division,
    Facts,
    Fold,
    Heading,
    Inline,
    Inlines,
    Item,
    Items,
    Link,
    Page,
    Paragraph,
    Span,
    Target,
    joined,
)
from readouts.render.urls import SEARCH

if TYPE_CHECKING:
    from readouts.archive.indexes import Pair, Summaries
    from readouts.model import Milestone, Relation
    from readouts.pages.site import Site

_MOST = 12
FEW = 5
"""A list of so few meetings needs no narrowing down."""


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    return ((site.link.pair_page(pair), " ".join(pair)) for pair in site.archive.pairs)


def _pair(key: str) -> Pair:
    first, second = key.split()
    return first, second


def _listed(site: Site, key: str) -> MeetingList:
    pair = _pair(key)
    source = _source(site.archive.relation(pair))
    return MeetingList(site.link.pair_page(pair), site.titles.pair(pair), source, site.archive.between(pair))


def _page(site: Site, key: str) -> Page:
    """Everything on one page, but of a long list the latest meetings alone."""
    pair, found = _pair(key), _listed(site, key)
    relation, title, meetings = site.archive.relation(pair), found.title, found.meetings
    blocks: list[Block] = [Heading(1, (title,))]
    if relation and relation.introduction:
        blocks.append(Paragraph((relation.introduction,), cls="ro-lead"))
    blocks.append(Division("ro-facts", (Facts(tuple(_facts(site, pair, meetings))),)))
    blocks += facts.ways(_ways(site, pair, meetings))
    if len(meetings) >= timeline.ENOUGH:
        blocks += [Heading(2, (shared.OVER_THE_YEARS,), "years"), *coverage.of_relation(site, pair)]
        blocks += timeline.of_relation(site, pair, meetings, relation)
    if meetings:
        recent = tuple(site.archive.meetings[each.id] for each in meetings[-LONG:])
        shown = replace(found, listing=_folded)
        blocks += ledger.follow_ups(site, recent)
        blocks += ranked.acts_of_pair(site, pair, meetings)
        blocks += [Heading(2, (shared.MEETINGS,), "meetings"), *_narrowing(site, pair, meetings), *shown.blocks(site)]
        blocks += [*ledger.documents(site, recent), *ledger.what_followed(site, recent)]
    if relation and relation.milestones:
        blocks += [
            Heading(2, (say.MILESTONES,), "milestones"),
            Items(tuple(_milestone(site, each) for each in relation.milestones)),
        ]
    blocks += not_held(site, site.archive.not_held((RELATIONS.id, site.archive.pair_id(pair))))
    if relation:
        blocks += [*changes.blocks(relation), *facts.note_alone(relation.note)]
    about = shared.on_record(title, len(meetings))
    return Page(
        found.path,
        title,
        about,
        found.source,
        tuple(blocks),
        indexed=of_relation(map(site.archive.party_name, pair), relation),
    )


def _ways(site: Site, pair: Pair, meetings: Summaries) -> Iterator[Link]:
    if relation_topics.enough(meetings):
        yield Link((say.TOPICS_OVER_TIME,), Target(relation_topics.path(site, pair)))
    yield from brief.of_pair(site, pair, meetings)


def _folded(site: Site, meetings: Iterable[MeetingSummary]) -> Iterator[Block]:
    """As `to_narrow_down`; where they are many, earlier decades are opened when they are asked for."""
    every = sorted(meetings, key=order)
    if len(every) <= LATEST:
        yield from to_narrow_down(site, every)
        return
    decades = [(name, list(found)) for name, found in groupby(reversed(every), key=lambda each: f"{each.date.year // 10:03}0s")]
    for number, (name, found) in enumerate(decades):
        listed = to_narrow_down(site, found)
        if number:
            yield Fold(shared.labelled(name, len(found)), listed)
        else:
            yield from listed


def _narrowing(site: Site, pair: Pair, meetings: Summaries) -> Iterator[Block]:
    """A form that narrows the list down, or the search where the list is too long for one page."""
    if len(meetings) > LONG:
        names_of = "–".join(map(site.archive.party_name, pair))
        found = Target(SEARCH, query=urlencode({"pair": names_of, "sort": "newest"}))
        yield Paragraph((Link((say.SEARCH_THESE,), found),))
    elif len(meetings) > FEW:
        yield choices(site, meetings)


def _source(relation: Relation | None) -> str:
    return f"records/{RELATIONS.file(relation.id)}" if relation else "records/meetings/"


def _facts(site: Site, pair: Pair, meetings: Summaries) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    yield say.PARTIES, (joined(site.link.party(party) for party in pair),)
    yield shared.ABOUT_MEETINGS, ((f"{len(meetings)}",),)
    if meetings:
        first, last = meetings[0], meetings[-1]
        yield shared.FIRST_ON_RECORD, ((site.link.meeting(first),),)
        yield shared.LATEST_ON_RECORD, ((site.link.meeting(last),),)
        yield from _met_most(site, pair, meetings)
        topics = Counter(topic for meeting in meetings for topic in meeting.topics)
        yield say.MOST_DISCUSSED, (joined(_counted(site, topics), " "),)


def _met_most(site: Site, pair: Pair, meetings: Summaries) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    for party in pair:
        heads = Counter(
            delegation.head.person
            for meeting in meetings
            for delegation in meeting.delegations
            if delegation.party == party and delegation.head and delegation.head.person
        )
        ranked = sorted(heads.items(), key=lambda each: (-each[1], each[0]))
        if ranked:
            shown = joined((site.link.person(key), f" ({times})") for key, times in ranked[:_MOST])
            more = say.and_more(len(ranked) - _MOST) if len(ranked) > _MOST else ""
            yield say.heads(site.archive.party_name(party)), ((*shown, more) if more else shown,)


def _counted(site: Site, topics: Counter[str]) -> Iterator[Inlines]:
    for topic, times in sorted(topics.items(), key=lambda each: (-each[1], each[0]))[:_MOST]:
        yield (site.link.topic(topic, "ro-topic"), Span((f" {times}",), "ro-count"))


def _mark(link: Link) -> Link:
    return replace(link, cls="ro-mark")


def _milestone(site: Site, milestone: Milestone) -> Item:
    source: tuple[Inline, ...] = (" · ", Link((shared.SOURCE,), milestone.source, "ro-mark")) if milestone.source else ()
    meeting = site.archive.summaries.get(milestone.meeting or "")
    at: tuple[Inline, ...] = (
        (" · ", _mark(site.link.meeting(meeting, say.meeting_of(wording.dated(meeting.date))))) if meeting else ()
    )
    text = Span((milestone.text, *at, *source), "ro-milestone")
    return Item((Span((wording.dated(milestone.date),), "ro-when"), " ", text), cls="ro-meeting")


def _index(site: Site, _: str) -> Page:
    counted = (entry(site.link.pair(pair), meetings) for pair, meetings in site.archive.counts("pair"))
    return overview(RELATIONS.index, RELATIONS.title, lists.RELATIONS, counted)


KINDS = (
    PageKind("relations", RELATIONS.id, alone(RELATIONS.index), _index),
    PageKind("relation", RELATIONS.id, _pages, _page, _listed, RELATIONS),
)
