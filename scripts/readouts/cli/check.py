"""`readouts check`."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

import click

from readouts import __version__
from readouts.build.builder import Builder
from readouts.build.lines import Lines
from readouts.build.options import Options
from readouts.checks import RULES
from readouts.cli.failures import failing
from readouts.model.wording import count
from readouts.pages.reference import RULES_PAGE
from readouts.problems import BrokenRecordsError, Problem, Report
from readouts.problems.formats import FORMATS
from readouts.render.urls import url

TEXT = "text"
"""The one format for people: it goes where errors go."""


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "rendering", type=click.Choice(list(FORMATS)), default=TEXT, show_default=True, help="How problems are told."
)
@click.pass_obj
@failing
def check(options: Options, paths: tuple[Path, ...], rendering: str) -> None:
    """Check the records, and write no page. Ends with 1 where there is a problem; a warning is one, too.

    All records are read, since they name each other; of the problems, those in the files and folders PATHS are told, or all.
    """
    limits = [_inside(path, options) for path in paths]
    builder = Builder(options)
    try:
        meetings = count(builder.open().totals.meetings, "meeting")
        found = builder.warnings
    except BrokenRecordsError as error:
        meetings, found = "", error.problems
    for note in builder.notes:
        click.echo(note, err=True)
    told = [each for each in found if not limits or any(each.path.is_relative_to(limit) for limit in limits)]
    if rendering != TEXT:
        click.echo(FORMATS[rendering](_report(options, told)))
    elif told:
        click.echo(FORMATS[rendering](_report(options, told)), err=True)
    else:
        click.echo(f"{meetings}: no problems found" if meetings and not limits else "no problems found")
    if told:
        sys.exit(1)


def _report(options: Options, problems: list[Problem]) -> Report:
    reference = f"{options.base}{url(RULES_PAGE)}" if options.base else ""
    return Report(problems, Lines(options.project), RULES, reference, __version__)


def _inside(path: Path, options: Options) -> PurePosixPath:
    """What a file or folder below the records is called in problems.

    Raises:
        click.BadParameter: where it does not exist, or lies elsewhere.
    """
    # The last part is not followed if it is a link: links in the records are problems of their own.
    whole = path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()
    if not whole.exists() and not whole.is_symlink():
        raise click.BadParameter(f"{path} does not exist", param_hint="PATHS")
    if not whole.is_relative_to(options.records):
        raise click.BadParameter(f"{path} does not lie in {options.records}", param_hint="PATHS")
    return PurePosixPath(options.records.name) / whole.relative_to(options.records).as_posix()
