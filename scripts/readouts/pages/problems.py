"""What is wrong with the records, for the browser: the page that stands in for every page while they are broken, and the warnings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from readouts.model.wording import count
from readouts.problems import Severity
from readouts.problems.excerpt import excerpt
from readouts.render.blocks import Block, Excerpt, Heading, Inline, Page, Paragraph, Span, Strong
from readouts.render.code import typed

if TYPE_CHECKING:
    from readouts.problems import Problem

LineOf: TypeAlias = Callable[["Problem"], str]
"""A problem → the line of the file that it is in, without its end; empty where it cannot be shown."""


def problem_page(problems: Sequence[Problem], line_of: LineOf) -> Page:
    """All problems, file by file."""
    title = f"{count(len(problems), 'problem')} in the records"
    lead = "The site cannot be built from the records as they are. Mend what is listed here and save: the pages come back by themselves."
    blocks: list[Block] = [Heading(1, (title,)), Paragraph((lead,), cls="ro-lead")]
    for path, group in groupby(problems, key=lambda each: each.path):
        blocks.append(Heading(2, (str(path),)))
        for each in group:
            place = f"Line {each.line}, column {each.column}"
            blocks += _told(each, place, line_of)
    return Page("index.md", title, lead, "the problems found", tuple(blocks))


def warning_page(problems: Sequence[Problem], line_of: LineOf) -> Page:
    """What is shown above every page while the rules warn of something."""
    title = f"{count(len(problems), 'warning')} in the records"
    lead = " The pages are as they would be, but `make check`, `make build` and the checks of a pull request refuse a warning."
    blocks: list[Block] = [Paragraph((Strong(f"{title}."), *typed(lead)))]
    for each in problems:
        blocks += _told(each, f"{each.path}:{each.line}:{each.column}", line_of)
    return Page("index.md", title, lead, "the warnings found", tuple(blocks))


def _told(problem: Problem, place: str, line_of: LineOf) -> Iterator[Block]:
    yield Paragraph(tuple(_line(problem, place)), cls="ro-problem")
    if line := line_of(problem):
        shown, caret = excerpt(line, problem.column)
        number = f"{problem.line}"
        yield Excerpt(f"{number} | {shown}", f"{' ' * len(number)} | {caret}")


def _line(problem: Problem, place: str) -> Iterator[Inline]:
    yield Strong(place)
    yield " "
    yield Span((problem.code,), "ro-act")
    yield f" {'' if problem.severity is Severity.ERROR else 'warning: '}{problem.message}"
    if problem.hint:
        yield " "
        yield Span(("Hint: ", *typed(problem.hint)), "ro-follow")
