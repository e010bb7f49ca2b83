"""When topics and set phrases of some meetings came up first and last, whether they are absent since, and the topics of each account.

Absent is said only where each account of every meeting since is official, was read to its end and is recorded whole.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from readouts.model.walk import statements
from readouts.model.wording import dated, short_day
from readouts.pages.parts import account, ranked, sources
from readouts.pages.words import relation as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Division, Fold, Heading, Inlines, Paragraph, Span, Table, joined

if TYPE_CHECKING:
    from readouts.archive.indexes import Summaries
    from readouts.archive.summaries import MeetingSummary
    from readouts.model import Meeting, Readout, Statement
    from readouts.pages.site import Site

ROWS = 25
"""So many topics are shown at once, those of most meetings."""

DENSE = "ro-dense"
"""The class of tables with many short cells."""

ACCOUNTS = 16
"""So many accounts are shown, the latest."""

Gone: TypeAlias = Callable[[str, int], str]
"""Says of something that it is absent: since which meeting, and at how many."""


def topics(site: Site, meetings: Summaries) -> Iterator[Block]:
    """First, latest and absent since, for each topic; a broad one comes up wherever a narrower one does."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    named = {topic for meeting in meetings for topic in meeting.topics}
    for number, meeting in enumerate(meetings):
        found = set(meeting.topics) | {site.archive.topics[topic].broader for topic in meeting.topics}
        for topic in named & found:
            at[topic].append(number)
    if not at:
        return
    ordered = sorted(at, key=lambda topic: (-len(at[topic]), -at[topic][-1], topic))
    rows = [((site.link.topic(topic),), *_when(site, meetings, at[topic], say.absent_since)) for topic in ordered]
    head = (shared.TOPIC, shared.MEETINGS, shared.FIRST, shared.LATEST, say.SINCE_THEN)
    yield Heading(2, (say.FIRST_LATEST,), "first-latest")
    yield Paragraph((say.ABSENT_RULE,), cls="ro-note")
    yield Division(DENSE, (Table(head, tuple(rows[:ROWS])),))
    if others := rows[ROWS:]:
        shown = Division(DENSE, (Table(head, tuple(others[: ranked.REST])),))
        yield Fold(say.more_topics(len(others)), (shown, *ranked.left(others)))


def phrases(site: Site, meetings: Summaries) -> Iterator[Block]:
    """The same for each set phrase, with those whose accounts have it: of each, at how many meetings."""
    at: defaultdict[str, list[int]] = defaultdict(list)
    printed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for number, each in enumerate(meetings):
        if each.phrased:
            for phrase, whose in sorted(_phrases(site, site.archive.meetings[each.id]).items()):
                at[phrase].append(number)
                printed[phrase].update(whose)
    if at:
        ordered = sorted(at, key=lambda phrase: (-at[phrase][-1], -len(at[phrase]), phrase))
        rows = tuple(
            (
                (shared.quoted(phrase), " ", Span((say.whose(_most_first(printed[phrase])),), "ro-about")),
                *_when(site, meetings, at[phrase], say.no_use_since),
            )
            for phrase in ordered[:ROWS]
        )
        yield Heading(2, (shared.SET_PHRASES,), "phrases")
        head = (say.PHRASE, shared.MEETINGS, shared.FIRST, shared.LATEST, say.SINCE_THEN)
        yield Division(DENSE, (Table(head, rows),))


def _most_first(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda each: (-each[1], each[0]))


def _phrases(site: Site, meeting: Meeting) -> Mapping[str, set[str]]:
    """The set phrases of a meeting, and whose accounts have each: a side's, reports, or the documents of the meeting."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for readout in meeting.readouts:
        side = account.side_of(site, readout)
        of_side = site.archive.party_name(side) if side else site.titles.publisher(readout.publisher)
        for each in readout.statements:
            if each.formula:
                found[each.formula.english].add(of_side if readout.official else say.IN_REPORTS)
    for outcome in meeting.outcomes:
        if outcome.formula:
            found[outcome.formula.english].add(say.IN_DOCUMENTS)
    return found


def _when(site: Site, meetings: Summaries, at: Sequence[int], gone: Gone) -> tuple[Inlines, ...]:
    """How often, first, latest, and what is known of the meetings since."""
    first, latest = (meetings[number] for number in (at[0], at[-1]))
    return (
        (f"{len(at)}",),
        (site.link.meeting(first, _short(first)),),
        (site.link.meeting(latest, _short(latest)) if len(at) > 1 else say.ONLY_THEN,),
        _since(meetings[at[-1] + 1 :], gone),
    )


def _short(meeting: MeetingSummary) -> str:
    day = meeting.date.day
    return short_day(day, with_year=True) if day else dated(meeting.date)


def _since(later: Summaries, gone: Gone) -> Inlines:
    if not later:
        return (say.AT_LATEST,)
    unsure = sum(not tells_all(each) for each in later)
    if unsure:
        return (say.not_told(unsure, len(later)),)
    return (gone(_short(later[0]), len(later)),)


def tells_all(meeting: MeetingSummary) -> bool:
    """Whether what is in none of its accounts was not said by any."""
    return bool(meeting.accounts) and all(each.official and each.complete for each in meeting.accounts)


def order(site: Site, meetings: Sequence[Meeting]) -> Iterator[Block]:
    """The topics of each official account in the order in which it comes to them, with the number of its statements on each."""
    found = ((meeting, each) for meeting in reversed(meetings) for each in meeting.readouts if each.official and _topics(each))
    accounts = tuple(islice(found, ACCOUNTS))
    if accounts:
        yield Heading(2, (say.ORDER,), "order")
        yield Paragraph((say.ORDER_RULE,), cls="ro-note")
        rows = tuple(
            (
                (site.link.meeting(meeting, f"{dated(meeting.date)}, {sources.whose(site, meeting, each)}", each.anchor),),
                (f"{len(each.statements)}" if each.tells_all else say.not_whole(len(each.statements)),),
                joined((_share(site, topic, number) for topic, number in _topics(each).items()), " · "),
            )
            for meeting, each in accounts
        )
        yield Division(DENSE, (Table((shared.ACCOUNT, say.STATEMENTS, say.IN_ORDER), rows),))


def _share(site: Site, topic: str, number: int) -> str:
    entry = site.archive.topics[topic]
    return f"{entry.abbreviation or entry.name} {number}"


def _topics(account: Readout) -> Counter[str]:
    return Counter(topic for each in account.statements for topic in each.topics)


def said(meetings: Sequence[Meeting]) -> Iterator[tuple[Meeting, Readout, Statement]]:
    """Every statement of some meetings, those of the latest first."""
    for meeting in reversed(meetings):
        for _, readout, each in statements(meeting):
            yield meeting, readout, each
