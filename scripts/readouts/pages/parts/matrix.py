"""Which side of a pair raised which topic at which meeting, as a table of signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.anchors import statement_anchor
from readouts.model.collections import MEETINGS, TOPICS
from readouts.model.walk import statements
from readouts.pages.words import relation as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Cell, Column, Heading, Matrix, Paragraph, Target, text_of

if TYPE_CHECKING:
    from readouts.archive.indexes import Pair
    from readouts.model import Meeting
    from readouts.pages.site import Site

COLUMNS = 50
"""A matrix shows at most so many meetings, the latest."""

ROWS = 30
"""A matrix shows at most so many topics, those raised most."""

OFTEN = 2
"""Only topics raised at so many meetings are in the matrix."""


def blocks(site: Site, pair: Pair, meetings: tuple[Meeting, ...]) -> Iterator[Block]:
    """Which side raised which topic at which meeting."""
    told = [meeting for meeting in reversed(meetings) if any(statement.topics for statement in meeting.statements)][:COLUMNS]
    times = Counter(topic for meeting in told for topic in {t for s in meeting.statements for t in s.topics})
    topics = [topic for topic, number in sorted(times.items(), key=lambda each: (-each[1], each[0])) if number >= OFTEN][:ROWS]
    if len(told) < OFTEN or not topics:
        return
    first, second = map(site.archive.party_name, pair)
    yield Heading(2, (say.WHO_RAISED,), "topics")
    yield Paragraph((say.matrix_legend(first, second),), cls="ro-note")
    sure = tuple(map(_tell_all, told))
    if not all(sure):
        yield Paragraph((say.UNSURE,), cls="ro-note")
    yield Matrix(
        say.matrix_caption(latest_only=len(told) == COLUMNS),
        shared.TOPIC,
        tuple(map(_column, told)),
        tuple((_row(site, topic), tuple(_raised(site, pair, each, topic) for each in told)) for topic in topics),
        sure,
    )


def _tell_all(meeting: Meeting) -> bool:
    """Whether there are official accounts, and none of them may say more than is recorded."""
    official = [account for account in meeting.readouts if account.official]
    return bool(official) and all(account.tells_all for account in official)


def _column(meeting: Meeting) -> Column:
    day = meeting.date.day
    name = wording.short_day(day, with_year=False) if day else wording.dated(meeting.date)
    label = f"{wording.dated(meeting.date)}, {meeting.kind.label}"
    return Column(f"{meeting.date.year}", name, label, Target(MEETINGS.page(meeting.id)))


def _row(site: Site, topic: str) -> tuple[str, Target]:
    return text_of(site.link.topic(topic).content), site.link.to(TOPICS, topic)


def _raised(site: Site, pair: Pair, meeting: Meeting, topic: str) -> Cell:
    said = [(account, statement) for _, account, statement in statements(meeting) if topic in statement.topics]
    name, when = site.archive.topics[topic].name, wording.dated(meeting.date)
    if not said:
        return Cell() if _tell_all(meeting) else Cell("?")
    sides = {side for _, statement in said for speaker in statement.speakers if (side := site.archive.side_of(speaker))}
    first, second = (party in sides for party in pair)
    sign = "●" if first and second else "◐" if first else "◑" if second else "○"
    by = (
        wording.listed(named)
        if (named := [site.archive.party_name(party) for party in pair if party in sides])
        else say.NO_SIDE
    )
    if first != second and _tell_all(meeting):
        by = say.alone(by)
    account, statement = said[0]
    to = Target(MEETINGS.page(meeting.id), statement_anchor(account, statement))
    return Cell(sign, f"{name}, {when}: {by}", to)
