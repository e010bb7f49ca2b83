"""The page that stands in for every page while the records are broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from readouts.model.wording import count
from readouts.render.blocks import Block, Heading, Inline, Item, Items, Page, Paragraph, Span, Strong
from readouts.render.code import typed

if TYPE_CHECKING:
    from readouts.problems import Problem


def problem_page(problems: Sequence[Problem]) -> Page:
    """All problems, file by file."""
    title = f"{count(len(problems), 'problem')} in the records"
    lead = "The site cannot be built from the records as they are. Mend what is listed here and save: the pages come back by themselves."
    blocks: list[Block] = [Heading(1, (title,)), Paragraph((lead,), cls="ro-lead")]
    for path, group in groupby(problems, key=lambda each: each.path):
        blocks += [Heading(2, (str(path),)), Items(tuple(Item(tuple(_line(each)), cls="ro-problem") for each in group))]
    return Page("index.md", title, lead, "the problems found", tuple(blocks))


def _line(problem: Problem) -> Iterator[Inline]:
    yield Strong(f"Line {problem.line}, column {problem.column}")
    yield " "
    yield Span((problem.code,), "ro-act")
    yield f" {problem.message}"
    if problem.hint:
        yield " "
        yield Span(("Hint: ", *typed(problem.hint)), "ro-follow")
