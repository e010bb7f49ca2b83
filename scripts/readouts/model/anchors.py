"""Addresses inside a meeting's page: they stay the same when the text around them changes.

A part with an `id` keeps it for good. Without one, a paragraph is addressed by the labels printed around it, and anything
else by a digest of its own words: neither depends on what stands before it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model.slugs import slug
from readouts.model.walk import Located, located

if TYPE_CHECKING:
    from readouts.model import Meeting, Paragraph, Readout, Section, Statement
    from readouts.problems import Loc

OF_THE_PAGE = frozenset({"abbreviations", "changes", "cite", "documents", "reports", "side-by-side", "taken-up"})
"""Addresses that the page of a meeting has of its own."""

BEGINS_OF_THE_PAGE = ("only-", "ro-")
"""Beginnings of such addresses: what only one side mentions, and what the scripts and style sheets know."""


def anchored(meeting: Meeting) -> Iterator[tuple[Loc, str]]:
    """Every addressed part of a meeting's page: where it stands in the record, and its address."""
    for found in located(meeting):
        if anchor := _anchor(found):
            yield found.loc, anchor


def _anchor(found: Located) -> str:
    if found.statement:
        return statement_anchor(found.account, found.statement)
    if found.paragraph:
        return paragraph_anchor(found.account, found.section, found.paragraph)
    return section_anchor(found.account, found.section) if found.section else found.account.anchor


def statement_anchor(readout: Readout, statement: Statement) -> str:
    """The statement's address: its id, or a digest of its words."""
    return statement.id or _digest(readout, _words(statement))


def section_anchor(readout: Readout, section: Section) -> str:
    """The section's address: its printed label or heading; none where a second section has the same."""
    printed = section.label or section.heading or ""
    same = [each for each in readout.sections if (each.label or each.heading) == printed]
    return f"{readout.anchor}-section-{slug(printed)}" if slug(printed) and len(same) == 1 else ""


def paragraph_anchor(readout: Readout, section: Section | None, paragraph: Paragraph) -> str:
    """The paragraph's address: its id, its printed labels, or a digest of its words."""
    if paragraph.id:
        return paragraph.id
    number = section.label if section else None
    printed = [label for label in (number, paragraph.label) if label and slug(label)]
    every = [(each.section, each.paragraph) for each in readout.stretches() if each.paragraph]
    labels = [(other.label if other else None, each.label) for other, each in every]
    same = [each for each in labels if each == (number, paragraph.label)]
    if printed and paragraph.label and len(same) == 1:
        return slug(" ".join([readout.anchor, *printed]))
    return _digest(readout, "\n".join([paragraph.label or "", paragraph.text or "", *map(_words, paragraph.statements)]))


def _words(statement: Statement) -> str:
    """What makes a statement the one it is: a mended act, a topic more or a new field leave it where it stands."""
    return f"{' '.join(statement.speakers)}: {statement.gist}"


def _digest(readout: Readout, words: str) -> str:
    return f"{readout.anchor}-{hashlib.sha256(words.encode()).hexdigest()[:8]}"
