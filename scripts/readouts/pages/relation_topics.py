"""The topics of a relation over time: when each came up, who raised it, and how each account is made up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model.collections import RELATIONS
from readouts.pages.kinds import PageKind
from readouts.pages.parts import history, matrix
from readouts.pages.parts.meeting_lists import LONG
from readouts.pages.words import relation as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Heading, Link, Page, Paragraph, Target

if TYPE_CHECKING:
    from readouts.archive.indexes import Pair, Summaries
    from readouts.pages.site import Site

ENOUGH = 3
"""The topics of fewer meetings are read in their list."""


def path(site: Site, pair: Pair) -> str:
    """`relations/japan-peru/topics.md`."""
    return f"{site.link.pair_page(pair).removesuffix('.md')}/topics.md"


def enough(meetings: Summaries) -> bool:
    """Whether there is anything to be seen over time: at least so many meetings with topics, and a topic that came up again."""
    told = [topic for meeting in meetings for topic in meeting.topics]
    return sum(bool(meeting.topics) for meeting in meetings) >= ENOUGH and len(set(told)) < len(told)


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    archive = site.archive
    return ((path(site, pair), " ".join(pair)) for pair in archive.pairs if enough(archive.between(pair)))


def _page(site: Site, key: str) -> Page:
    first, second = key.split()
    pair, meetings = (first, second), site.archive.between((first, second))
    recent = tuple(site.archive.meetings[each.id] for each in meetings[-LONG:])
    title = say.topics_of(site.titles.pair(pair))
    back = Paragraph((Link((shared.back_to(site.titles.pair(pair)),), Target(site.link.pair_page(pair))),), cls="ro-back")
    blocks: tuple[Block, ...] = (
        back,
        Heading(1, (title,)),
        *matrix.blocks(site, pair, recent),
        *history.topics(site, meetings),
        *history.phrases(site, meetings),
        *history.order(site, recent),
    )
    about = say.topics_described(title)
    relation = site.archive.relation(pair)
    source = f"records/{RELATIONS.file(relation.id)}" if relation else "records/meetings/"
    return Page(path(site, pair), title, about, source, blocks)


KINDS = (PageKind("relation-topics", RELATIONS.id, _pages, _page),)
