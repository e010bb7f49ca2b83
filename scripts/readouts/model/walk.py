"""The parts of a meeting’s accounts in their order: account, section, paragraph, statement, each with its place in the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
        at: Loc = ("readouts", number)
        yield Located(at, account)
        yield from _of_statements((*at, "statements"), Located(at, account), account.points)
        yield from _of_paragraphs((*at, "paragraphs"), Located(at, account), account.paragraphs)
        for position, section in enumerate(account.sections):
            in_section = Located((*at, "sections", position), account, section)
            yield in_section
            yield from _of_paragraphs((*in_section.loc, "paragraphs"), in_section, section.paragraphs)


def _of_paragraphs(at: Loc, around: Located, paragraphs: tuple[Paragraph, ...]) -> Iterator[Located]:
    for number, paragraph in enumerate(paragraphs):
        found = replace(around, loc=(*at, number), paragraph=paragraph)
        yield found
        yield from _of_statements((*found.loc, "statements"), found, paragraph.statements)


def _of_statements(at: Loc, around: Located, said: tuple[Statement, ...]) -> Iterator[Located]:
    for number, statement in enumerate(said):
        yield replace(around, loc=(*at, number), statement=statement)


def statements(meeting: Meeting) -> Iterator[tuple[Loc, Readout, Statement]]:
    """Every statement of a meeting: its place in the record, its account, and itself."""
    for found in located(meeting):
        if found.statement:
            yield found.loc, found.account, found.statement
