"""The page of a pair of parties: what ties them, and every meeting of the two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from readouts.model import wording
from readouts.pages import changes, ledger, timeline
from readouts.pages.draft import Draft, key
from readouts.pages.lists import LONG, MeetingList
from readouts.pages.search_entries import of_relation
from readouts.problems import count
from readouts.render.blocks import (
    Block,
    Division,
    Facts,
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

if TYPE_CHECKING:
    from readouts.archive.archive import Pair
    from readouts.model import Meeting, Milestone, Relation
    from readouts.pages.site import Site

_MOST = 12
FEW = 5
"""A list of so few meetings needs no narrowing down."""


def drafts(site: Site) -> Iterator[Draft]:
    """A page for every pair that has a relation record or met alone."""
    archive = site.archive
    for pair, meetings in archive.by_pair.items():
        path, relation = site.pair_path(pair), archive.relation(pair)
        named = [archive.meetings[each.meeting] for each in relation.milestones if each.meeting] if relation else []
        parties = [archive.digest("organizations", party) for party in pair]
        state = key(relation and archive.digest("relations", relation.id), parties, site.outlines(named), site.states(meetings))
        yield Draft(path, state, partial(_page, site, pair, meetings))
        yield from MeetingList(path, site.pair_title(pair), _source(relation), meetings).drafts(site)


def _page(site: Site, pair: Pair, meetings: tuple[Meeting, ...]) -> Page:
    relation = site.archive.relation(pair)
    title = site.pair_title(pair)
    blocks: list[Block] = [Heading(1, (title,))]
    if relation and relation.introduction:
        blocks.append(Paragraph((relation.introduction,), cls="ro-lead"))
    blocks.append(Division("ro-facts", (Facts(tuple(_facts(site, pair, meetings))),)))
    blocks += timeline.of_relation(site, pair, meetings, relation)
    if relation and relation.milestones:
        blocks += [
            Heading(2, ("Milestones",), "milestones"),
            Items(tuple(_milestone(site, each) for each in relation.milestones)),
        ]
    if meetings:
        shown = MeetingList(site.pair_path(pair), title, _source(relation), meetings, partial(site.by_year, marked=True))
        blocks += [Heading(2, ("Meetings",), "meetings"), *_narrowing(site, pair, meetings), *shown.blocks(site)]
        recent = meetings[-LONG:]
        blocks += [*ledger.matrix(site, pair, recent), *ledger.follow_ups(site, recent), *ledger.documents(site, recent)]
    if relation:
        blocks += changes.blocks(relation)
    if relation and relation.note:
        blocks.append(Paragraph(site.note(relation.note)[1:]))
    about = f"{title}: {count(len(meetings), 'meeting')} on record"
    return Page(
        site.pair_path(pair),
        title,
        about,
        _source(relation),
        tuple(blocks),
        indexed=of_relation(map(site.archive.party_name, pair), relation),
    )


def _narrowing(site: Site, pair: Pair, meetings: tuple[Meeting, ...]) -> Iterator[Block]:
    """A form that narrows the list down, or the search where the list is too long for one page."""
    if len(meetings) > LONG:
        names_of = "–".join(map(site.archive.party_name, pair))
        found = Target("search/index.md", query=urlencode({"pair": names_of, "sort": "newest"}))
        yield Paragraph((Link(("Search these meetings",), found),))
    elif len(meetings) > FEW:
        yield site.choices(meetings)


def _source(relation: Relation | None) -> str:
    return f"records/relations/{relation.id}.yaml" if relation else "records/meetings/"


def _facts(site: Site, pair: Pair, meetings: tuple[Meeting, ...]) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    yield "Parties", (joined(site.party(party) for party in pair),)
    yield "Meetings on record", ((f"{len(meetings)}",),)
    if meetings:
        first, last = meetings[0], meetings[-1]
        yield "First", ((site.meeting(first),),)
        yield "Latest", ((site.meeting(last),),)
        yield from _met_most(site, pair, meetings)
        topics = Counter(topic for meeting in meetings for topic in meeting.topics)
        yield "Most discussed", (joined(_counted(site, topics), " "),)


def _met_most(site: Site, pair: Pair, meetings: tuple[Meeting, ...]) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    for party in pair:
        heads = Counter(
            delegation.head.person
            for meeting in meetings
            for delegation in meeting.delegations
            if delegation.party == party and delegation.head and delegation.head.person
        )
        ranked = sorted(heads.items(), key=lambda each: (-each[1], each[0]))
        if ranked:
            shown = joined((site.person(key), f" ({times})") for key, times in ranked[:_MOST])
            more = f", and {len(ranked) - _MOST} more" if len(ranked) > _MOST else ""
            yield f"For {site.archive.party_name(party)}", ((*shown, more) if more else shown,)


def _counted(site: Site, topics: Counter[str]) -> Iterator[Inlines]:
    for topic, times in sorted(topics.items(), key=lambda each: (-each[1], each[0]))[:_MOST]:
        yield (site.topic(topic, "ro-topic"), Span((f" {times}",), "ro-count"))


def _mark(link: Link) -> Link:
    return replace(link, cls="ro-mark")


def _milestone(site: Site, milestone: Milestone) -> Item:
    source: tuple[Inline, ...] = (" · ", Link(("source",), milestone.source, "ro-mark")) if milestone.source else ()
    meeting = site.archive.meetings.get(milestone.meeting or "")
    at: tuple[Inline, ...] = (
        (" · ", _mark(site.meeting(meeting, f"meeting of {wording.dated(meeting.date)}"))) if meeting else ()
    )
    text = Span((milestone.text, *at, *source), "ro-milestone")
    return Item((Span((wording.dated(milestone.date),), "ro-when"), " ", text), cls="ro-meeting")
