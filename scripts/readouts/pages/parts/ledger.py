"""What a pair of parties asked and offered each other, what came of it, and which documents they agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.anchors import statement_anchor
from readouts.model.vocabulary import ASKED, LEDGER, FollowUpState
from readouts.model.walk import statements
from readouts.pages.parts import account, facts
from readouts.pages.words import relation as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Fold, Heading, Inline, Item, Items, Link, Paragraph, Span

if TYPE_CHECKING:
    from readouts.model import Meeting, Outcome, Readout, Statement
    from readouts.pages.site import Site


SHOWN = 6
"""So many of a state are seen at once, the latest."""

MOST = 50
"""So many more are opened at most, the latest."""

_STATES: dict[FollowUpState | None, str] = {
    FollowUpState.OPEN: say.OPEN,
    FollowUpState.REPEATED: say.OPEN,
    FollowUpState.PARTLY: say.IN_PART,
    FollowUpState.FULFILLED: say.FULFILLED,
    FollowUpState.DECLINED: say.DECLINED,
    None: say.NO_STATE,
}
"""State → how it is called, in the order of the page."""


def follow_ups(site: Site, meetings: tuple[Meeting, ...]) -> Iterator[Block]:
    """The ledger of what was asked, offered, promised and agreed, by state and the latest first: what is open as far as the archive
    knows, then what something came of. An agreement without a follow-up is not called open: most need nothing done.
    """
    said = [(meeting, *found) for meeting in reversed(meetings) for found in _said(meeting) if found[0].act in LEDGER]
    states: dict[str, list[Item]] = {name: [] for name in _STATES.values()}
    for each in said:
        statement = each[1]
        if still_open(statement) or statement.followed_by:
            state = FollowUpState.OPEN if still_open(statement) else statement.followed_by[-1].state
            states[_STATES[state]].append(_line(site, *each))
    if any(states.values()):
        yield Heading(2, (say.LEDGER,), "ledger")
    for name in _STATES.values():
        found = states.pop(name, [])
        if found and name == say.OPEN:
            yield Heading(3, (name,), "open")
            yield from _shortened(found)
        elif found:
            yield Fold(say.with_number(name, len(found)), tuple(_at_most(found)))


def what_followed(site: Site, meetings: tuple[Meeting, ...]) -> Iterator[Block]:
    """What followed statements by which nothing was asked, offered, promised or agreed."""
    said = [(meeting, *found) for meeting in reversed(meetings) for found in _said(meeting)]
    if later := [_line(site, *each) for each in said if each[1].act not in LEDGER and each[1].followed_by]:
        yield Heading(2, (say.FOLLOWED,), "what-followed")
        yield from _shortened(later)


def _shortened(lines: list[Item]) -> Iterator[Block]:
    """The latest, and the others when they are asked for."""
    yield Items(tuple(lines[:SHOWN]))
    if earlier := lines[SHOWN:]:
        yield Fold(say.earlier(len(earlier)), tuple(_at_most(earlier)))


def _at_most(lines: list[Item]) -> Iterator[Block]:
    """What is opened when it is asked for: not more than can be read."""
    yield Items(tuple(lines[:MOST]))
    if len(lines) > MOST:
        yield Paragraph((say.and_earlier(len(lines) - MOST),), cls="ro-up")


def still_open(statement: Statement) -> bool:
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
        f"{statement.act.past}: ",
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
        yield Heading(2, (shared.DOCUMENTS,), "documents")
        yield from _shortened([_document(site, meeting, outcome) for meeting, outcome in found])


def _document(site: Site, meeting: Meeting, outcome: Outcome) -> Item:
    title: Inline = Link((outcome.title,), outcome.url) if outcome.url else outcome.title
    when = site.link.day(meeting, "documents")
    return Item((Span((when,), "ro-when"), " ", title, f" — {outcome.type.label}, {outcome.status.label}"), cls="ro-ledger")
