"""Topics, people and acts by the number of meetings: the first are shown, the others are opened when they are asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from readouts.model.collections import MEETINGS
from readouts.model.vocabulary import Act
from readouts.pages.words import entries as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Division, Fold, Heading, Inline, Paragraph, Span, Target, joined
from readouts.render.charts import Bar, Bars
from readouts.render.urls import SEARCH

if TYPE_CHECKING:
    from readouts.archive.indexes import Pair, Summaries
    from readouts.archive.summaries import MeetingSummary
    from readouts.pages.site import Site

FIRST = 12
"""So many are shown at once."""

MOST = 30
"""So many are shown at most, where many are equal."""

REST = 40
"""So many others are opened at most: more are better searched for, and a page must not grow with the archive."""

ENOUGH = 3
"""Of fewer meetings nothing is counted that their own pages tell."""

Row = tuple[tuple[str, Target | None], tuple[Bar, ...]]


def topics(site: Site, found: Mapping[str, int], heading: str) -> Iterator[Block]:
    """Topics with the number of meetings of each, those of most meetings first, and of as many those that are most in the archive."""
    if not found:
        return
    every = dict(site.archive.counts("topic"))
    ranked = sorted(found, key=lambda each: (-found[each], -every.get(each, 0), each))
    once = found[ranked[0]] == 1
    chips = [_chip(site, each, 0 if once else found[each]) for each in ranked]
    number = _cut([found[each] for each in ranked])
    yield Heading(2, (say.ONCE if once and heading == say.OFTEN else heading,), "topics")
    yield Division("ro-chips", (Paragraph(joined(chips[:number], " ")),))
    if others := chips[number:]:
        yield Fold(shared.more(len(others)), (Division("ro-chips", (Paragraph(joined(others[:REST], " ")),)), *left(others)))


def left(others: Sequence[object]) -> Iterator[Block]:
    """How many of those that are not shown at once are not shown at all."""
    if len(others) > REST:
        yield Paragraph((shared.less_often(len(others) - REST),), cls="ro-up")


def _chip(site: Site, topic: str, number: int) -> Inline:
    link = site.link.topic(topic, "ro-topic")
    return Span((link, Span((f" {number}",), "ro-count")), "ro-chip") if number else link


def _cut(numbers: Sequence[int]) -> int:
    """How many are shown of numbers in falling order: about `FIRST`, and of equal numbers all or none."""
    if len(numbers) <= FIRST:
        return len(numbers)
    last = numbers[FIRST - 1]
    upto = sum(number >= last for number in numbers)
    return upto if upto <= MOST else sum(number > last for number in numbers) or FIRST


def of_meetings(meetings: Summaries) -> Counter[str]:
    """The topics of some meetings, and how many meetings each has."""
    return Counter(topic for meeting in meetings for topic in meeting.topics)


def bars(caption: str, head: tuple[str, ...], rows: Sequence[Row]) -> Iterator[Block]:
    """A table of bars; all of them are drawn to one scale.

    Args:
        caption: What is counted.
        head: What the rows are of, and the columns.
        rows: Those with most first.
    """
    most = max((bar.number for _, row in rows for bar in row), default=1)
    yield Bars(caption, head, tuple(rows[:FIRST]), most)
    if rest := rows[FIRST:]:
        yield Fold(shared.more(len(rest)), (Bars(caption, head, tuple(rest[:REST]), most), *left(rest)))


def counted(site: Site, meetings: Sequence[MeetingSummary], label: str, query: Mapping[str, str | list[str]]) -> Bar:
    """A number of meetings: the one, or what the search finds of several."""
    if not meetings:
        return Bar(0)
    label = shared.labelled(label, len(meetings))
    return Bar(len(meetings), label, found(site, meetings, query))


def found(site: Site, meetings: Sequence[MeetingSummary], query: Mapping[str, str | list[str]]) -> Target:
    """The one meeting, or the search for several."""
    if len(meetings) == 1:
        return Target(MEETINGS.page(site.archive.summaries[meetings[0].id].id))
    return Target(SEARCH, query=urlencode(query, doseq=True))


def acts_of_pair(site: Site, pair: Pair, meetings: Summaries) -> Iterator[Block]:
    """What each side of a pair did in words, by the number of meetings."""
    if len(meetings) < ENOUGH:
        return
    names = [site.archive.party_name(party) for party in pair]
    of_side = [_acts(site, meetings, party) for party in pair]
    acts = {act for each in of_side for act in each}
    ranked = sorted(acts, key=lambda act: (-sum(len(each.get(act, ())) for each in of_side), act.label))
    rows: list[Row] = []
    for act in ranked:
        query = {"pair": "–".join(names), "act": act.label}
        row = (
            counted(site, each.get(act, ()), say.act_of(name, act.label), {**query, "speaker": name})
            for name, each in zip(names, of_side, strict=True)
        )
        rows.append(((act.label, None), tuple(row)))
    if rows:
        yield Heading(2, (say.WHO_DID_WHAT,), "acts")
        yield Paragraph((say.ACTS_NOTE,), cls="ro-note")
        yield from bars(say.ACTS_CAPTION, (say.ACT, *names), rows)


def acts_of_person(site: Site, person: str, meetings: Summaries) -> Iterator[Block]:
    """What a person did in words, by the number of meetings."""
    if len(meetings) < ENOUGH:
        return
    by_act: dict[Act, list[MeetingSummary]] = {}
    for meeting in meetings:
        for speaker, act in meeting.acted:
            if speaker == person:
                by_act.setdefault(act, []).append(meeting)
    name = site.titles.speaker(person)
    rows: list[Row] = [
        (
            (act.label, None),
            (counted(site, by_act[act], act.label, {"speaker": name, "act": act.label}),),
        )
        for act in sorted(by_act, key=lambda act: (-len(by_act[act]), act.label))
    ]
    if rows:
        yield Heading(2, (say.ACTS,), "acts")
        yield Paragraph((say.ACTS_NOTE,), cls="ro-note")
        yield from bars(say.acts_of(name), (say.ACT, shared.MEETINGS), rows)


def _acts(site: Site, meetings: Summaries, party: str) -> dict[Act, list[MeetingSummary]]:
    by_act: dict[Act, list[MeetingSummary]] = {}
    for meeting in meetings:
        for act in sorted({act for speaker, act in meeting.acted if site.archive.side_of(speaker) == party}):
            by_act.setdefault(act, []).append(meeting)
    return by_act
