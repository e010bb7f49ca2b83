"""The parts of a meeting’s accounts in their order: account, section, paragraph, statement, each with its place in the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.model.accounts import Paragraph, Readout, Section, Statement
    from readouts.model.meeting import Meeting
    from readouts.problems import Loc


@dataclass(frozen=True, slots=True)
class Located:
    """Where something stands in a meeting: `loc` is the way to the innermost part that is given."""

    loc: Loc
    account: Readout
    section: Section | None = None
    paragraph: Paragraph | None = None
    statement: Statement | None = None


def located(meeting: Meeting) -> Iterator[Located]:
    """Every account, section, paragraph and statement of a meeting, each before what it holds."""
    for number, account in enumerate(meeting.readouts):
        yield Located(("readouts", number), account)
        for stretch in account.stretches():
            loc, section, paragraph = ("readouts", number, *stretch.loc), stretch.section, stretch.paragraph
            if paragraph:
                yield Located(loc[:-1], account, section, paragraph)
            elif section:
                yield Located(loc, account, section)
            for position, statement in enumerate(stretch.statements):
                yield Located((*loc, position), account, section, paragraph, statement)


def statements(meeting: Meeting) -> Iterator[tuple[Loc, Readout, Statement]]:
    """Every statement of a meeting: its place in the record, its account, and itself."""
    for found in located(meeting):
        if found.statement:
            yield found.loc, found.account, found.statement
