"""What a pair of parties asked and offered each other, what came of it, and which documents they agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.anchors import statement_anchor
from readouts.model.vocabulary import ASKED, LEDGER, FollowUpState
from readouts.model.walk import statements
from readouts.pages.parts import account, facts
from readouts.render.blocks import Block, Heading, Inline, Item, Items, Link, Span

if TYPE_CHECKING:
    from readouts.model import Meeting, Outcome, Readout, Statement
    from readouts.pages.site import Site


def follow_ups(site: Site, meetings: tuple[Meeting, ...]) -> Iterator[Block]:
    """The ledger of what was asked, offered, promised and agreed, the latest first: what something came of, and what is open as far as
    the archive knows. An agreement without a follow-up is not called open: most need nothing done. What followed other statements
    stands apart.
    """
    said = [(meeting, *found) for meeting in reversed(meetings) for found in _said(meeting)]
    done = [_line(site, *each) for each in said if each[1].act in LEDGER and each[1].followed_by and not _open(each[1])]
    still = [_line(site, *each) for each in said if each[1].act in LEDGER and _open(each[1])]
    later = [_line(site, *each) for each in said if each[1].act not in LEDGER and each[1].followed_by]
    if done or still:
        yield Heading(2, ("Asked, offered, promised and agreed",), "ledger")
    if done:
        yield Heading(3, ("What came of it",), "came-of-it")
        yield Items(tuple(done))
    if still:
        yield Heading(3, ("Open, or no follow-up on record",), "open")
        yield Items(tuple(still))
    if later:
        yield Heading(2, ("What followed",), "what-followed")
        yield Items(tuple(later))


def _open(statement: Statement) -> bool:
    """Whether something that was asked, offered or promised, or was agreed and came up again, is not known to have an end."""
    if statement.followed_by:
        return statement.followed_by[-1].state in (FollowUpState.OPEN, FollowUpState.REPEATED)
    return statement.act in ASKED


def _said(meeting: Meeting) -> Iterator[tuple[Statement, Readout]]:
    for _, readout, statement in statements(meeting):
        yield statement, readout


def _line(site: Site, meeting: Meeting, statement: Statement, readout: Readout) -> Item:
    by = (" ", Span((account.account_title(site, meeting, readout),), "ro-about")) if len(meeting.readouts) > 1 else ()
    content: list[Inline] = [
        Span((wording.dated(meeting.date),), "ro-when"),
        " ",
        Span(account.who(site, statement), "ro-speaker"),
        " ",
        site.link.term(statement.act, "ro-act"),
        " ",
        site.link.meeting(meeting, statement.gist, statement_anchor(readout, statement)),
        *by,
        *facts.note(statement.note),
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
