"""The accounts of the sides of a meeting side by side: topic by topic, whose account has it, how early, and in which words.

Only official accounts are compared. They are aligned by topic, never by paragraph. Silence is not denial: that a topic is not
mentioned, or stands in one account only, is said of a side alone whose every account was read to its end and recorded whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.anchors import statement_anchor
from readouts.pages.parts.account import side_of
from readouts.pages.words import meeting as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Division, Heading, Inlines, Item, Items, Link, Paragraph, Span, Strong, Target, joined

if TYPE_CHECKING:
    from readouts.model import Meeting, Statement
    from readouts.pages.parts.account import Words

_BOTH = 2


@dataclass(frozen=True, slots=True)
class _Side:
    party: str
    name: str
    """“Japan’s account”."""
    whole: bool
    """Whether what is not in it was not said by it."""
    said: tuple[tuple[Statement, str], ...]
    """The statements of its accounts one after another, each with its address."""

    def on(self, topic: str) -> list[tuple[int, Statement, str]]:
        return [(place, each, anchor) for place, (each, anchor) in enumerate(self.said, start=1) if topic in each.topics]


def blocks(words: Words) -> Iterator[Block]:
    """Nothing where fewer than two sides have an official account with statements on topics."""
    sides = list(_sides(words))
    if len(sides) < _BOTH:
        return
    yield Heading(2, (say.COMPARED,), "side-by-side")
    yield Paragraph((say.comparison(all_whole=all(side.whole for side in sides)),), cls="ro-note")
    topics = dict.fromkeys(topic for side in sides for statement, _ in side.said for topic in statement.topics)
    shared = [topic for topic in topics if sum(bool(side.on(topic)) for side in sides) > 1]
    for topic in shared:
        everywhere = all(side.on(topic) for side in sides)
        both = say.IN_BOTH if len(sides) == _BOTH else say.IN_ALL
        state = Span((both if everywhere else say.IN_SOME,), "ro-state")
        head = Paragraph((Strong(words.topic(topic)), " ", state), cls="ro-about-topic")
        cells = [_cell(words, side, topic) for side in sides if side.whole or side.on(topic)]
        yield Division("ro-aligned", (head, Division("ro-columns", tuple(cells))))
    for side in sides:
        if alone := [topic for topic in topics if topic not in shared and side.on(topic)]:
            known = all(other.whole for other in sides if other is not side)
            yield Heading(3, (say.in_one(side.name, alone=known),), f"only-{side.party.lower()}")
            links = (Link((words.topic(topic),), Target(None, side.on(topic)[0][2])) for topic in alone)
            yield Paragraph(joined(links, " · "))


def _sides(words: Words) -> Iterator[_Side]:
    meeting: Meeting = words.meeting
    official = [(side_of(words.site, each), each) for each in meeting.readouts if each.official]
    for party in meeting.parties:
        own = [each for side, each in official if side == party]
        said = tuple((statement, statement_anchor(each, statement)) for each in own for statement in each.statements)
        if any(statement.topics for statement, _ in said):
            name = say.side_account(wording.possessive(words.site.archive.party_name(party)), several=len(own) > 1)
            yield _Side(party, name, all(each.tells_all for each in own), said)


def _cell(words: Words, side: _Side, topic: str) -> Division:
    name = Paragraph((say.whole_or_partial(side.name, whole=side.whole),), cls="ro-account-name")
    said = tuple(Item(_said(words, *each)) for each in side.on(topic))
    return Division("ro-column", (name, Items(said) if said else Paragraph((say.NOT_MENTIONED,), cls="ro-gap")))


def _said(words: Words, place: int, statement: Statement, anchor: str) -> Inlines:
    speaker = wording.listed(map(words.speaker, statement.speakers)) if statement.speakers else shared.NO_SPEAKER
    return (f"{place} {speaker}: ", Link((statement.gist,), Target(None, anchor)))
