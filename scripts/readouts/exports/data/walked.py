"""A meeting walked once for all tables: its statements with their keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from readouts.model.anchors import statement_anchor
from readouts.model.walk import located

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Meeting, Readout, Statement


class Said(NamedTuple):
    """A statement where it stands."""

    key: str
    """Its meeting and its address on the meeting’s page."""
    number: int
    """Position in the account, from 1."""
    account: Readout
    statement: Statement
    section: str | None
    """As it is printed."""
    paragraph: str | None
    """As above."""


@dataclass(frozen=True, slots=True)
class Walked:
    """A meeting, the archive it belongs to, and its statements."""

    archive: Archive
    meeting: Meeting
    said: tuple[Said, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "said", tuple(_said(self.meeting)))

    def account_key(self, account: Readout) -> str:
        """The key of an account: its meeting and its address on the meeting’s page."""
        return f"{self.meeting.id}#{account.anchor}"


def _said(meeting: Meeting) -> Iterator[Said]:
    numbers: Counter[str] = Counter()
    for found in located(meeting):
        account, section, paragraph = found.account, found.section, found.paragraph
        if found.statement:
            numbers[account.anchor] += 1
            yield Said(
                f"{meeting.id}#{statement_anchor(account, found.statement)}",
                numbers[account.anchor],
                account,
                found.statement,
                (section.heading or section.label) if section else None,
                paragraph.label if paragraph else None,
            )
