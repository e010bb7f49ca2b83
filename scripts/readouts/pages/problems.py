"""What is wrong with the records, for the browser: the page that stands in for every page while they are broken, and the warnings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from readouts.pages.words import reference as say
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
    title = say.problems(len(problems))
    blocks: list[Block] = [Heading(1, (title,)), Paragraph((say.BROKEN,), cls="ro-lead")]
    for path, group in groupby(problems, key=lambda each: each.path):
        blocks.append(Heading(2, (str(path),)))
        for each in group:
            place = say.place(each.line, each.column)
            blocks += _told(each, place, line_of)
    return Page("index.md", title, say.BROKEN, say.PROBLEMS_SOURCE, tuple(blocks))


def warning_page(problems: Sequence[Problem], line_of: LineOf) -> Page:
    """What is shown above every page while the rules warn of something."""
    title = say.warnings(len(problems))
    blocks: list[Block] = [Paragraph((Strong(f"{title}."), *typed(say.WARNED)))]
    for each in problems:
        blocks += _told(each, f"{each.path}:{each.line}:{each.column}", line_of)
    return Page("index.md", title, say.WARNED, say.WARNINGS_SOURCE, tuple(blocks))


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
    yield f" {'' if problem.severity is Severity.ERROR else say.WARNING}{problem.message}"
    if problem.hint:
        yield " "
        yield Span((say.HINT, *typed(problem.hint)), "ro-follow")
