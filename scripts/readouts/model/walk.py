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
    for r, account in enumerate(meeting.readouts):
        at: Loc = ("readouts", r)
        yield Located(at, account)
        for s, section in enumerate(account.sections):
            in_section: Loc = (*at, "sections", s)
            yield Located(in_section, account, section)
            for p, paragraph in enumerate(section.paragraphs):
                in_paragraph: Loc = (*in_section, "paragraphs", p)
                yield Located(in_paragraph, account, section, paragraph)
                for t, statement in enumerate(paragraph.statements):
                    yield Located((*in_paragraph, "statements", t), account, section, paragraph, statement)


def statements(meeting: Meeting) -> Iterator[tuple[Loc, Readout, Statement]]:
    """Every statement of a meeting: its place in the record, its account, and itself."""
    for found in located(meeting):
        if found.statement:
            yield found.loc, found.account, found.statement
