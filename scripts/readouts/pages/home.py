"""The home page: what this is, what is new in it, and the ways in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from readouts.pages.draft import Draft, key
from readouts.problems import count
from readouts.render.blocks import (
    Block,
    Division,
    Heading,
    Inlines,
    Item,
    Items,
    Link,
    Page,
    Paragraph,
    Span,
    Strong,
    Target,
    joined,
)

if TYPE_CHECKING:
    from readouts.model import Meeting
    from readouts.pages.site import Site

_LATEST = 8
_PAIRS = 8
_TOPICS = 24
_WAYS_ON = (("All meetings by year", "meetings"), ("Calendar", "calendar"), ("Additions and corrections", "changes"))
PURPOSE = (
    "After a diplomatic meeting each side publishes its own account: a readout. "
    "Here the accounts stand side by side, as data: who met whom, when and where, and who said what about what."
)


def drafts(site: Site) -> Iterator[Draft]:
    """The home page alone."""
    archive = site.archive
    counts = [len(archive.meetings), len(archive.by_pair), len(archive.people), len(archive.topics)]
    pairs = [(site.pair_title(pair), len(meetings)) for pair, meetings in archive.by_pair.items()]
    topics = [(archive.digest("topics", each), len(meetings)) for each, meetings in sorted(archive.by_topic.items())]
    state = key(site.outlines(_latest(site)), counts, figures(site), pairs, topics)
    yield Draft("index.md", state, partial(_page, site))


def _latest(site: Site) -> list[Meeting]:
    return list(site.archive.meetings.values())[: -_LATEST - 1 : -1]


def figures(site: Site) -> tuple[int, int]:
    """How many accounts and statements there are."""
    meetings = site.archive.meetings
    statements = sum(site.archive.records["meetings", each].statements for each in meetings)
    return sum(len(meeting.readouts) for meeting in meetings.values()), statements


def _page(site: Site) -> Page:
    archive = site.archive
    latest = _latest(site)
    accounts, statements = figures(site)
    ways = [
        (count(len(archive.meetings), "meeting"), "meetings"),
        (count(len(archive.by_pair), "relation"), "relations"),
        (f"{len(archive.people):,} people", "people"),
        (f"{len(archive.topics):,} topics", "topics"),
    ]
    linked = joined((Link((text,), _index(folder)) for text, folder in ways), " · ")
    more: Inlines = (f" · {count(accounts, 'account')} · {count(statements, 'statement')}",)
    pairs = sorted(archive.by_pair, key=lambda each: (-len(archive.by_pair[each]), archive.pair_id(each)))[:_PAIRS]
    topics = sorted(archive.by_topic, key=lambda each: (-len(archive.by_topic[each]), each))
    issues = [topic for topic in topics if archive.topics[topic].kind != "theme"][:_TOPICS]
    relations = tuple(
        Item((site.pair(pair), " ", Span((count(len(archive.by_pair[pair]), "meeting"),), "ro-count")), cls="ro-entry")
        for pair in pairs
    )
    blocks: list[Block] = [
        Heading(1, ("Readouts",), cls="ro-title"),
        Paragraph((Strong("Diplomatic meetings, as their sides recorded them."),), cls="ro-lead"),
        Paragraph((PURPOSE,), cls="ro-lead"),
        Paragraph((*linked, *more), cls="ro-figures"),
    ]
    if latest:
        blocks += [
            Heading(2, ("Latest meetings",), "latest"),
            site.meetings(latest, with_year=True),
            Paragraph(joined(Link((text,), _index(folder)) for text, folder in _WAYS_ON), cls="ro-up"),
            Heading(2, ("Relations",), "relations"),
            Items(relations),
            Paragraph((Link(("All relations",), _index("relations")),), cls="ro-up"),
            Heading(2, ("What they talk about",), "topics"),
            Division("ro-cloud", (Paragraph(site.topics(issues)),)),
            Paragraph((Link(("All topics",), _index("topics")),), cls="ro-up"),
        ]
    return Page("index.md", "Readouts", PURPOSE, "records/", tuple(blocks))


def _index(folder: str) -> Target:
    return Target(f"{folder}/index.md")
