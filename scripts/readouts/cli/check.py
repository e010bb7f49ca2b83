"""`readouts check`."""

from __future__ import annotations

import sys

import click

from readouts.build.builder import Builder
from readouts.build.options import Options
from readouts.cli.failures import failing, tell_remarks
from readouts.model.wording import count


@click.command()
@click.pass_obj
@failing
def check(options: Options) -> None:
    """Check the records and write no page. A warning fails, too."""
    builder = Builder(options)
    archive = builder.open()
    tell_remarks(builder)
    if builder.warnings:
        sys.exit(1)
    click.echo(f"{count(archive.totals.meetings, 'meeting')}: no problems found")
