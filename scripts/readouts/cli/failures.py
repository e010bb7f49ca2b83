"""How a command ends that cannot do what it was asked: with what is wrong, and 1."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

from readouts.build.search_index import SearchError
from readouts.problems import BrokenRecordsError
from readouts.problems.text import report

P = ParamSpec("P")


def failing(command: Callable[P, None]) -> Callable[P, None]:
    """The command, which prints what is wrong instead of a traceback."""

    @wraps(command)
    def run(*arguments: P.args, **options: P.kwargs) -> None:
        try:
            command(*arguments, **options)
        except BrokenRecordsError as error:
            click.echo(report(error.problems), err=True)
            sys.exit(1)
        except (SearchError, OSError) as error:
            click.echo(f"error: {error}", err=True)
            sys.exit(1)

    return run
