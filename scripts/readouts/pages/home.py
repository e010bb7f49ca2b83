"""The home page: what this is, what is new in it, and the ways in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.model.collections import MEETINGS, PEOPLE, RELATIONS, TOPICS
from readouts.model.vocabulary import TopicKind
from readouts.model.wording import count
from readouts.pages import calendar, changes
from readouts.pages.kinds import PageKind, alone
from readouts.pages.parts.meeting_lists import entry, listed
from readouts.render.blocks import (
    Block,
    Division,
    Heading,
    Inlines,
    Items,
    Link,
    Page,
    Paragraph,
    Strong,
    Target,
    joined,
)

if TYPE_CHECKING:
    from readouts.pages.site import Site

PATH = "index.md"
_LATEST = 8
_PAIRS = 8
_TOPICS = 24
_WAYS_ON = (("All meetings by year", MEETINGS.index), ("Calendar", calendar.PATH), ("Additions and corrections", changes.PATH))
PURPOSE = (
    "After a diplomatic meeting each side publishes its own account: a readout. "
    "Here the accounts stand side by side, as data: who met whom, when and where, and who said what about what."
)


def _page(site: Site, _: str) -> Page:
    archive = site.archive
    latest, totals = archive.latest(_LATEST), archive.totals
    ways = [
        (count(totals.meetings, "meeting"), MEETINGS.index),
        (count(totals.pairs, "relation"), RELATIONS.index),
        (f"{totals.people:,} people", PEOPLE.index),
        (f"{totals.topics:,} topics", TOPICS.index),
    ]
    linked = joined((Link((text,), Target(path)) for text, path in ways), " · ")
    more: Inlines = (f" · {count(totals.accounts, 'account')} · {count(totals.statements, 'statement')}",)
    pairs = sorted(archive.counts("pair"), key=lambda each: -each[1])[:_PAIRS]
    topics = sorted(archive.counts("topic"), key=lambda each: -each[1])
    issues = [topic for topic, _ in topics if archive.topics[topic].kind is not TopicKind.THEME][:_TOPICS]
    relations = tuple(entry(site.link.pair(pair), meetings) for pair, meetings in pairs)
    blocks: list[Block] = [
        Heading(1, ("Readouts",), cls="ro-title"),
        Paragraph((Strong("Diplomatic meetings, as their sides recorded them."),), cls="ro-lead"),
        Paragraph((PURPOSE,), cls="ro-lead"),
        Paragraph((*linked, *more), cls="ro-figures"),
    ]
    if latest:
        blocks += [
            Heading(2, ("Latest meetings",), "latest"),
            listed(site, latest, with_year=True),
            Paragraph(joined(Link((text,), Target(path)) for text, path in _WAYS_ON), cls="ro-up"),
            Heading(2, ("Relations",), "relations"),
            Items(relations),
            Paragraph((Link(("All relations",), Target(RELATIONS.index)),), cls="ro-up"),
            Heading(2, ("What they talk about",), "topics"),
            Division("ro-cloud", (Paragraph(site.link.topics(issues)),)),
            Paragraph((Link(("All topics",), Target(TOPICS.index)),), cls="ro-up"),
        ]
    return Page(PATH, "Readouts", PURPOSE, "records/", tuple(blocks))


KINDS = (PageKind("home", "", alone(PATH), _page),)
