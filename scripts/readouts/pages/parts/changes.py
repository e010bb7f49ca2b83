"""The changes of a record, as it notes them itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.pages.words import shared
from readouts.render.blocks import Block, Heading, Inlines, Item, Items, Span

if TYPE_CHECKING:
    from readouts.model import Change, Entry


def blocks(entry: Entry) -> Iterator[Block]:
    """The changes of a record, on its own page."""
    if entry.changes:
        yield Heading(2, (shared.CHANGES,), "changes")
        yield Items(
            tuple(Item((Span((wording.dated(c.date),), "ro-when"), " ", *text(c)), cls="ro-ledger") for c in entry.changes)
        )


def text(change: Change) -> Inlines:
    """What changed, and why."""
    return (change.what, " ", Span(shared.reason(change.why), "ro-note")) if change.why else (change.what,)
