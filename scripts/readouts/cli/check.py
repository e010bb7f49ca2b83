"""`readouts check`."""

from __future__ import annotations

import sys

import click

from readouts.build.builder import Builder
from readouts.build.options import Options
from readouts.cli.failures import failing
from readouts.model.wording import count
from readouts.problems.text import report


@click.command()
@click.pass_obj
@failing
def check(options: Options) -> None:
    """Check the records and write nothing. A warning fails, too."""
    builder = Builder(options)
    archive = builder.open()
    if builder.warnings:
        click.echo(report(builder.warnings), err=True)
        sys.exit(1)
    click.echo(f"{count(archive.totals.meetings, 'meeting')}: no problems found")
