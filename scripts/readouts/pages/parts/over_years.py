"""Who spoke about what in which years, as a table of numbers that lead to what they count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from readouts.model.collections import TOPICS
from readouts.pages.parts import ranked
from readouts.pages.parts.coverage import columns
from readouts.pages.words import entries as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Cell, Grid, Heading, Paragraph, Target

if TYPE_CHECKING:
    from readouts.archive.indexes import Summaries
    from readouts.archive.summaries import MeetingSummary
    from readouts.pages.site import Site

ENOUGH = 8
"""Fewer meetings are read in their list."""

AGAIN = 3
"""What came up at so few meetings has no row of its own: it is read in its list."""

ROWS = 6
"""So many topics or sides are shown, those with most meetings."""

SHADES = 4
"""So many shades tell small numbers from large ones."""


def of_party(site: Site, party: str, meetings: Summaries) -> Iterator[Block]:
    """The topics that a party's speakers spoke about most."""
    name = site.archive.party_name(party)
    rows: dict[str, list[MeetingSummary]] = {}
    for meeting in meetings:
        for topic in {topic for speaker, topic in meeting.spoke if site.archive.side_of(speaker) == party}:
            rows.setdefault(topic, []).append(meeting)
    most = _most(rows)
    shown = [(site.titles.topic(each), site.link.to(TOPICS, each), rows[each]) for each in most]
    queries = [{"speaker": name, "topic": site.titles.topic(each)} for each in most]
    yield from _blocks(site, say.spoke_most(name), shared.TOPIC, list(zip(shown, queries, strict=True)))


def of_topic(site: Site, topic: str, by_side: Mapping[str, Sequence[MeetingSummary]]) -> Iterator[Block]:
    """The sides whose speakers spoke about a topic most."""
    most = _most(by_side)
    title = site.titles.topic(topic)
    shown = [(site.archive.party_name(each), site.link.to_party(each), by_side[each]) for each in most]
    queries = [{"speaker": site.archive.party_name(each), "topic": title} for each in most]
    yield from _blocks(site, say.SPOKE_ABOUT_IT, shared.SIDE, list(zip(shown, queries, strict=True)))


def _most(found: Mapping[str, Sequence[MeetingSummary]]) -> list[str]:
    ordered = sorted(found, key=lambda each: (-len(found[each]), each))
    return [each for each in ordered if len(found[each]) >= AGAIN][:ROWS]


def _blocks(
    site: Site,
    caption: str,
    corner: str,
    rows: Sequence[tuple[tuple[str, Target, Sequence[MeetingSummary]], dict[str, str]]],
) -> Iterator[Block]:
    every = {meeting.id: meeting for (_, _, meetings), _ in rows for meeting in meetings}
    if len(every) < ENOUGH:
        return
    spans = columns({meeting.date.year for meeting in every.values()})
    cells = [[_of(meetings, span) for _, span in spans] for (_, _, meetings), _ in rows]
    most = max(len(each) for row in cells for each in row)
    yield Heading(2, (shared.OVER_THE_YEARS,), "years")
    yield Paragraph((say.YEARS_NOTE,), cls="ro-note")
    yield Grid(
        caption,
        corner,
        tuple(name for name, _ in spans),
        tuple(
            (
                (name, to),
                tuple(
                    _cell(site, found, most, f"{name}, {column}", {**query, "from": f"{span[0]:04}", "to": f"{span[-1]:04}"})
                    for found, (column, span) in zip(row, spans, strict=True)
                ),
            )
            for ((name, to, _), query), row in zip(rows, cells, strict=True)
        ),
    )


def _of(meetings: Iterable[MeetingSummary], span: range) -> list[MeetingSummary]:
    return [meeting for meeting in meetings if meeting.date.year in span]


def _cell(site: Site, meetings: Sequence[MeetingSummary], most: int, what: str, query: dict[str, str]) -> Cell:
    if not meetings:
        return Cell()
    label = shared.labelled(what, len(meetings))
    return Cell(f"{len(meetings)}", label, ranked.found(site, meetings, query), -(-len(meetings) * SHADES // most))
