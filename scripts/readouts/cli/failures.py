"""How a command tells what is wrong: a remark on the way, or its end with 1."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

import click

from readouts.build.search_index import SearchError
from readouts.build.together import ChangedError
from readouts.build.workers import WorkerError
from readouts.editing.refusal import RefusedError
from readouts.exports.keyed import MissingExtraError
from readouts.problems import BrokenRecordsError, Report
from readouts.problems.text import report

if TYPE_CHECKING:
    from readouts.build.builder import Builder

P = ParamSpec("P")


def tell_remarks(builder: Builder) -> None:
    """Print what could not be used of the cache, and what the rules warn of."""
    for note in builder.notes:
        click.echo(note, err=True)
    if builder.warnings:
        click.echo(report(Report(builder.warnings)), err=True)


def failing(command: Callable[P, None]) -> Callable[P, None]:
    """The command, which prints what is wrong instead of a traceback."""

    @wraps(command)
    def run(*arguments: P.args, **options: P.kwargs) -> None:
        try:
            command(*arguments, **options)
        except BrokenRecordsError as error:
            click.echo(report(Report(error.problems)), err=True)
            sys.exit(1)
        except RefusedError as error:
            click.echo(f"error: {error}\n    hint: {error.hint}", err=True)
            sys.exit(1)
        except (SearchError, WorkerError, ChangedError, MissingExtraError, OSError) as error:
            click.echo(f"error: {error}", err=True)
            sys.exit(1)

    return run
