"""The page of a topic: what it is, and who said what about it, meeting by meeting; and the list of topics."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.anchors import statement_anchor
from readouts.model.collections import TOPICS
from readouts.model.slugs import slug
from readouts.model.vocabulary import TopicKind
from readouts.pages.kinds import PageKind, alone, of_each
from readouts.pages.parts import changes, facts, history, over_years
from readouts.pages.parts.account import account_title, follow_ups, who
from readouts.pages.parts.meeting_lists import LATEST, LONG, MeetingList, briefly, by_year, entry
from readouts.pages.parts.overview import leads_on
from readouts.pages.parts.search_entries import of_topic
from readouts.pages.words import entries as say
from readouts.pages.words import lists, shared
from readouts.render.blocks import (
    Block,
    Division,
    Facts,
    Fold,
    Heading,
    Inlines,
    Item,
    Items,
    Link,
    Page,
    Paragraph,
    Span,
    Strong,
    Table,
    joined,
)

if TYPE_CHECKING:
    from readouts.archive.indexes import Summaries
    from readouts.archive.summaries import MeetingSummary
    from readouts.model import Meeting, Readout, Statement, Topic
    from readouts.pages.site import Site


YEARS = 20
"""So many years are counted, the latest."""

SIDES = 12
"""So many sides are named, those that raised it most."""

RUNS = 5
"""So many phrases of each of these are shown of a topic whose meetings are told apart by decades, the latest."""

RELATIONS = 12
"""So many relations are shown with their wording, those that used it most."""


def _listed(site: Site, key: str) -> MeetingList:
    topic = site.archive.topics[key]
    listing = by_year if topic.kind is TopicKind.THEME else partial(_said, topic)
    meetings = site.archive.on_topic(key)
    return MeetingList(TOPICS.page(key), site.titles.topic(key), f"records/{TOPICS.file(key)}", meetings, listing, briefly)


def _page(site: Site, key: str) -> Page:
    topic, found = site.archive.topics[key], _listed(site, key)
    if not site.archive.tells((TOPICS.id, key)):
        return leads_on(found.path, found.title, (TOPICS.index, TOPICS.title, key), of_topic(topic))
    by_side = _by_side(site, key, found.meetings)
    blocks: list[Block] = [Heading(1, (found.title,)), Paragraph((topic.definition,), cls="ro-lead")]
    blocks.append(Division("ro-facts", (Facts(tuple(_facts(site, topic, found.meetings))),)))
    blocks += [*_raised_by(site, key, by_side), *over_years.of_topic(site, key, by_side)]
    if not found.meetings:
        blocks.append(Paragraph((say.NO_MENTION,)))
    elif topic.kind is TopicKind.THEME:
        blocks.append(Heading(2, (shared.meetings(len(found.meetings)),), "meetings"))
    else:
        blocks += [*_wording(site, topic, found.meetings), Heading(2, (say.WHO_SAID_WHAT,), "statements")]
        blocks.append(Paragraph((say.LATEST_FIRST,), cls="ro-note"))
    about = say.topic_described(found.title, topic.definition)
    blocks += [*found.blocks(site), *changes.blocks(topic)]
    return Page(found.path, found.title, about, found.source, tuple(blocks), indexed=of_topic(topic))


def _facts(site: Site, topic: Topic, meetings: Summaries) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    if topic.also:
        yield say.ALSO, (joined(facts.forms(topic.also)),)
    yield shared.KIND, ((site.link.term(topic.kind),),)
    if topic.broader:
        yield shared.PART_OF, ((Link((site.archive.topics[topic.broader].name,), site.link.to(TOPICS, topic.broader)),),)
    if narrower := site.archive.narrower(topic.id):
        yield shared.TOPICS, (site.link.topics(each.id for each in narrower),)
    yield shared.ABOUT_MEETINGS, ((f"{len(meetings)}",),)
    if meetings:
        yield say.FIRST_MENTION, ((site.link.meeting(meetings[0]),),)
        yield say.LATEST_MENTION, ((site.link.meeting(meetings[-1]),),)
        yield say.BY_YEAR, (joined(_by_year(site, meetings), " · "),)
    if topic.note:
        yield shared.NOTE, ((topic.note,),)


def _by_year(site: Site, meetings: Summaries) -> Iterator[Inlines]:
    """The use of a topic over time: years with how many meetings each."""
    times = Counter(meeting.date.year for meeting in meetings)
    for year in sorted(times, reverse=True)[:YEARS]:
        yield (site.link.year(year), Span((f" {times[year]}",), "ro-count"))


def _by_side(site: Site, topic: str, meetings: Summaries) -> dict[str, list[MeetingSummary]]:
    """The sides whose speakers spoke of it, and at which meetings."""
    found: defaultdict[str, list[MeetingSummary]] = defaultdict(list)
    for meeting in meetings:
        speakers = (speaker for speaker, about in meeting.spoke if about == topic)
        for side in sorted({side for speaker in speakers if (side := site.archive.side_of(speaker))}):
            found[side].append(meeting)
    return found


def _raised_by(site: Site, topic: str, by_side: Mapping[str, list[MeetingSummary]]) -> Iterator[Block]:
    """Who raised it first and last on each side, those that raised it most first."""
    if not by_side:
        return
    ordered = sorted(by_side, key=lambda each: (-len(by_side[each]), each))
    rows: list[tuple[Inlines, ...]] = [
        (
            (site.link.party(side),),
            (f"{len(by_side[side])}",),
            *((site.link.day(by_side[side][end]), *_speaking(site, topic, side, by_side[side][end])) for end in (0, -1)),
        )
        for side in ordered
    ]
    yield Heading(2, (say.RAISED_BY,), "raised-by")
    head = (shared.SIDE, shared.MEETINGS, shared.FIRST_ON_RECORD, shared.LATEST_ON_RECORD)
    yield Division(history.DENSE, (Table(head, tuple(rows[:SIDES])),))
    if others := rows[SIDES:]:
        yield Fold(shared.more(len(others)), (Division(history.DENSE, (Table(head, tuple(others)),)),))


def _speaking(site: Site, topic: str, side: str, meeting: MeetingSummary) -> Inlines:
    """“, Abe”: who spoke of it for a side, where that was a person."""
    found = (speaker for speaker, about in meeting.spoke if about == topic and speaker in site.archive.people)
    names = [site.titles.surname(each) for each in found if site.archive.side_of(each) == side]
    return (f", {wording.listed(names)}",) if names else ()


def _wording(site: Site, topic: Topic, meetings: Summaries) -> Iterator[Block]:
    """How the set phrase for a topic changed, relation by relation: each phrase until another takes its place."""
    relations: defaultdict[str, list[tuple[Meeting, str, Inlines]]] = defaultdict(list)
    for each in meetings:
        if topic.id in each.phrased:
            meeting = site.archive.meetings[each.id]
            between = "–".join(sorted(site.archive.party_name(party) for party in meeting.parties))
            relations[between] += [(meeting, phrase, whose) for phrase, whose in _phrases(site, topic, meeting)]
    if not relations:
        return
    yield Heading(2, (say.WORDING,), "wording")
    most = sorted(relations, key=lambda each: (-len(relations[each]), each))[:RELATIONS]
    for between in sorted(most):
        yield Heading(3, (between,), f"wording-{slug(between)}")
        runs = [list(uses) for _, uses in groupby(relations[between], key=lambda use: use[1])]
        latest = LATEST if len(meetings) <= LONG else RUNS
        yield Items(tuple(_run(uses) for uses in runs[-latest:]))
        if (earlier := len(runs) - latest) > 0:
            yield Paragraph((say.earlier_phrases(earlier),), cls="ro-up")
    if others := len(relations) - len(most):
        yield Paragraph((say.other_relations(others),), cls="ro-up")


def _run(uses: list[tuple[Meeting, str, Inlines]]) -> Item:
    """A phrase as it was used meeting after meeting: since when, who used it first, and how often."""
    (meeting, phrase, whose), last = uses[0], uses[-1][0]
    again = len({each.id for each, _, _ in uses}) - 1
    more = say.used_again(again, wording.dated(last.date))
    return Item(
        (
            Span((wording.dated(meeting.date),), "ro-when"),
            " ",
            Strong(shared.quoted(phrase)),
            " ",
            Span((*whose, more), "ro-about"),
        ),
        cls="ro-ledger",
    )


def _phrases(site: Site, topic: Topic, meeting: Meeting) -> Iterator[tuple[str, Inlines]]:
    """The set phrases for a topic at a meeting, each with whose it is and where it stands."""
    for account in meeting.readouts:
        publisher = site.titles.publisher(account.publisher)
        for each in account.statements:
            if each.formula and topic.id in each.topics:
                source = site.link.meeting(meeting, publisher, statement_anchor(account, each))
                yield each.formula.english, (*who(site, each), ", ", each.act.label, " · ", source)
    for outcome in meeting.outcomes:
        if outcome.formula and topic.id in outcome.topics:
            yield outcome.formula.english, (outcome.type.label, " · ", site.link.meeting(meeting, outcome.title, "documents"))


def _said(topic: Topic, site: Site, meetings: Summaries) -> Iterator[Block]:
    """The statements on the topic, year by year and meeting by meeting."""
    for year, found in groupby(reversed(meetings), key=lambda each: each.date.year):
        yield Heading(3, (site.link.year(year),), f"y{year}", "ro-year")
        for each in found:
            meeting = site.archive.meetings[each.id]
            yield Heading(4, (site.link.meeting(meeting),), f"m-{meeting.id}", "ro-said")
            yield from _of_meeting(site, topic, meeting)


def _of_meeting(site: Site, topic: Topic, meeting: Meeting) -> Iterator[Block]:
    """What each account has on the topic, below whose it is; and the documents."""
    told = False
    for account in meeting.readouts:
        if said := [each for each in account.statements if topic.id in each.topics]:
            told = True
            yield Paragraph((account_title(site, meeting, account),), cls="ro-whose")
            yield Items(tuple(_line(site, meeting, account, each) for each in said))
    documents = [
        Item((site.link.meeting(meeting, outcome.title, "documents"),))
        for outcome in meeting.outcomes
        if topic.id in outcome.topics
    ]
    if documents:
        yield Paragraph((shared.DOCUMENTS,), cls="ro-whose")
        yield Items(tuple(documents))
    elif not told and meeting.occasion:
        yield Paragraph((say.HELD_ON, site.link.occasion(meeting.occasion)), cls="ro-whose")


def _line(site: Site, meeting: Meeting, account: Readout, statement: Statement) -> Item:
    gist = site.link.meeting(meeting, statement.gist, statement_anchor(account, statement))
    said: Inlines = (shared.said_by_nobody(statement.act.past),)
    if statement.speakers:
        said = (Span(who(site, statement), "ro-speaker"), shared.did(statement.act.past))
    return Item((*said, gist, *follow_ups(site, statement)))


def _index(site: Site, _: str) -> Page:
    about = lists.TOPICS
    blocks: list[Block] = [Heading(1, (TOPICS.title,)), Paragraph((about,), cls="ro-lead")]
    themes = sorted((each for each in site.archive.topics.values() if not each.broader), key=lambda each: each.name)
    for theme in themes:
        blocks += [Heading(2, (site.link.topic(theme.id),), theme.id), Paragraph((theme.definition,))]
        if narrower := site.archive.narrower(theme.id):
            blocks.append(Items(tuple(_entry(site, each) for each in narrower)))
    return Page(TOPICS.index, TOPICS.title, about, f"records/{TOPICS.file('')}", tuple(blocks))


def _entry(site: Site, topic: Topic) -> Item:
    """A topic of one meeting or none is told here, and nowhere else."""
    meetings = site.archive.on_topic(topic.id)
    if site.archive.tells((TOPICS.id, topic.id)):
        return entry(site.link.topic(topic.id), len(meetings))
    at: Inlines = (f"{lists.ONE_MEETING}: ", site.link.meeting(meetings[0])) if meetings else (shared.NO_MEETINGS,)
    also: Inlines = (say.also(", ".join(each.text for each in topic.also)),) if topic.also else ()
    note: Inlines = (topic.note,) if topic.note else ()
    told = Span((" ", *joined((part for part in ((topic.definition,), also, note, at) if part), " · ")), "ro-about")
    return Item((Strong(site.titles.topic(topic.id)), told), topic.id, "ro-entry")


KINDS = (
    PageKind("topics", TOPICS.id, alone(TOPICS.index), _index),
    of_each(TOPICS, "topic", _page, _listed),
)
