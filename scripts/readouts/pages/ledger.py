"""What a pair of parties asked and offered each other, what came of it, which documents they agreed, and who raised what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model import anchors, wording
from readouts.model.vocabulary import Act, Origin
from readouts.pages import readout
from readouts.render.blocks import Block, Cell, Heading, Inline, Item, Items, Link, Matrix, Paragraph, Span, Target, text_of

if TYPE_CHECKING:
    from readouts.archive.archive import Pair
    from readouts.model import Meeting, Outcome, Statement
    from readouts.pages.site import Site

ASKED = (Act.REQUEST, Act.URGE, Act.PROPOSE, Act.INVITE, Act.OFFER, Act.PROMISE)
"""Acts that somebody may answer by doing something."""

COLUMNS = 50
"""A matrix shows at most so many meetings, the latest."""

ROWS = 30
"""A matrix shows at most so many topics, those raised most."""

OFTEN = 2
"""Only topics raised at so many meetings are in the matrix."""


def follow_ups(site: Site, meetings: tuple[Meeting, ...]) -> Iterator[Block]:
    """The ledger: first what something is known to have come of, then what is open, the latest first."""
    asked = [(meeting, *found) for meeting in reversed(meetings) for found in _asked(meeting)]
    done = [_line(site, *each) for each in asked if each[1].followed_by]
    still = [_line(site, *each) for each in asked if not each[1].followed_by and each[1].act in ASKED]
    if done or still:
        yield Heading(2, ("Asked and offered",), "ledger")
    if done:
        yield Heading(3, ("What came of it",), "came-of-it")
        yield Items(tuple(done))
    if still:
        yield Heading(3, ("No follow-up on record",), "open")
        yield Items(tuple(still))


def _asked(meeting: Meeting) -> Iterator[tuple[Statement, str]]:
    for account in meeting.readouts:
        for statement in account.statements:
            if statement.act in ASKED or statement.followed_by:
                yield statement, anchors.statement_anchor(account, statement)


def _line(site: Site, meeting: Meeting, statement: Statement, anchor: str) -> Item:
    content: list[Inline] = [
        Span((wording.dated(meeting.date),), "ro-when"),
        " ",
        Span(readout.who(site, statement), "ro-speaker"),
        " ",
        site.term(statement.act, "ro-act"),
        " ",
        site.meeting(meeting, statement.gist, anchor),
        *(part for follow in statement.followed_by for part in readout.follow(site, follow)),
    ]
    return Item(tuple(content), cls="ro-ledger")


def documents(site: Site, meetings: tuple[Meeting, ...]) -> Iterator[Block]:
    """The documents that came of the meetings, the latest first."""
    found = [(meeting, outcome) for meeting in reversed(meetings) for outcome in meeting.outcomes]
    if found:
        yield Heading(2, ("Documents",), "documents")
        yield Items(tuple(_document(site, meeting, outcome) for meeting, outcome in found))


def _document(site: Site, meeting: Meeting, outcome: Outcome) -> Item:
    title: Inline = Link((outcome.title,), outcome.url) if outcome.url else outcome.title
    when = site.meeting(meeting, wording.dated(meeting.date), "documents")
    return Item((Span((when,), "ro-when"), " ", title, f" — {outcome.type.label}, {outcome.status.label}"), cls="ro-ledger")


def matrix(site: Site, pair: Pair, meetings: tuple[Meeting, ...]) -> Iterator[Block]:
    """Which side raised which topic at which meeting."""
    told = [meeting for meeting in reversed(meetings) if any(statement.topics for statement in meeting.statements)][:COLUMNS]
    times = Counter(topic for meeting in told for topic in {t for s in meeting.statements for t in s.topics})
    topics = [topic for topic, number in sorted(times.items(), key=lambda each: (-each[1], each[0])) if number >= OFTEN][:ROWS]
    if len(told) < OFTEN or not topics:
        return
    first, second = map(site.archive.party_name, pair)
    yield Heading(2, ("Who raised what",), "topics")
    legend = (
        f"● both sides · ◐ {first} alone · ◑ {second} alone · ○ raised, no side named · "
        "empty: not mentioned by complete accounts · ?: unknown, since no account on record is complete. "
        "Meetings of which no statements are on record are left out."
    )
    yield Paragraph((legend,), cls="ro-note")
    latest = " of the latest meetings" if len(told) == COLUMNS else ""
    yield Matrix(
        f"Topics{latest}, and which side raised them according to the accounts",
        "Topic",
        tuple((f"{wording.dated(meeting.date)}, {meeting.kind.label}", Target(site.meeting_path(meeting))) for meeting in told),
        tuple((_row(site, topic), tuple(_raised(site, pair, each, topic) for each in told)) for topic in topics),
    )


def _row(site: Site, topic: str) -> tuple[str, Target]:
    return text_of(site.topic(topic).content), Target(site.topic_path(topic))


def _raised(site: Site, pair: Pair, meeting: Meeting, topic: str) -> Cell:
    said = [(account, s) for account in meeting.readouts for s in account.statements if topic in s.topics]
    name, when = site.archive.topics[topic].name, wording.dated(meeting.date)
    if not said:
        whole = any(account.complete and account.origin is not Origin.PRESS for account in meeting.readouts)
        return Cell() if whole else Cell("?")
    sides = {side for _, statement in said for speaker in statement.speakers if (side := site.side_of(speaker))}
    first, second = (party in sides for party in pair)
    sign = "●" if first and second else "◐" if first else "◑" if second else "○"
    by = " and ".join(site.archive.party_name(party) for party in pair if party in sides) or "no side named"
    account, statement = said[0]
    to = Target(site.meeting_path(meeting), anchors.statement_anchor(account, statement))
    return Cell(sign, f"{name}, {when}: {by}", to)
