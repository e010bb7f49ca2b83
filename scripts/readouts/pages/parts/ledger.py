"""What a pair of parties asked and offered each other, what came of it, and which documents they agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.anchors import statement_anchor
from readouts.model.vocabulary import AGREED, ASKED
from readouts.model.walk import statements
from readouts.pages.parts import account
from readouts.render.blocks import Block, Heading, Inline, Item, Items, Link, Span

if TYPE_CHECKING:
    from readouts.model import Meeting, Outcome, Statement
    from readouts.pages.site import Site


def follow_ups(site: Site, meetings: tuple[Meeting, ...]) -> Iterator[Block]:
    """The ledger of what was asked, offered, promised and agreed: first what something is known to have come of, then what is open,
    the latest first. An agreement of which nothing is known to have come is not called open: most need nothing done. What merely came
    up again stands apart.
    """
    said = [(meeting, *found) for meeting in reversed(meetings) for found in _said(meeting)]
    done = [_line(site, *each) for each in said if each[1].followed_by and each[1].act in (*ASKED, *AGREED)]
    still = [_line(site, *each) for each in said if not each[1].followed_by and each[1].act in ASKED]
    again = [_line(site, *each) for each in said if each[1].followed_by and each[1].act not in (*ASKED, *AGREED)]
    if done or still:
        yield Heading(2, ("Asked, offered, promised and agreed",), "ledger")
    if done:
        yield Heading(3, ("What came of it",), "came-of-it")
        yield Items(tuple(done))
    if still:
        yield Heading(3, ("No follow-up on record",), "open")
        yield Items(tuple(still))
    if again:
        yield Heading(2, ("Came up again",), "came-up-again")
        yield Items(tuple(again))


def _said(meeting: Meeting) -> Iterator[tuple[Statement, str]]:
    for _, readout, statement in statements(meeting):
        yield statement, statement_anchor(readout, statement)


def _line(site: Site, meeting: Meeting, statement: Statement, anchor: str) -> Item:
    content: list[Inline] = [
        Span((wording.dated(meeting.date),), "ro-when"),
        " ",
        Span(account.who(site, statement), "ro-speaker"),
        " ",
        site.link.term(statement.act, "ro-act"),
        " ",
        site.link.meeting(meeting, statement.gist, anchor),
        *account.follow_ups(site, statement),
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
    when = site.link.day(meeting, "documents")
    return Item((Span((when,), "ro-when"), " ", title, f" — {outcome.type.label}, {outcome.status.label}"), cls="ro-ledger")
