"""`readouts build`."""

from __future__ import annotations

import click

from readouts.build.builder import Builder
from readouts.build.options import Options
from readouts.build.progress import progress
from readouts.cli.failures import failing, tell_remarks


@click.command()
@click.pass_obj
@failing
def build(options: Options) -> None:
    """Write the pages of all records; nothing is written where a record is broken."""
    builder = Builder(options)
    builder.prepare()
    with progress() as tell:
        written = builder.write(tell=tell)
    tell_remarks(builder)
    click.echo(f"{written}")
