"""`readouts diff`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from readouts.build.options import Options
from readouts.cli.failures import failing
from readouts.cli.states import records_of
from readouts.editing.diff import difference
from readouts.editing.diff_text import FORMATS


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--format", "rendering", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How it is told."
)
@click.pass_obj
@failing
def diff(options: Options, base: str, head: str | None, rendering: str) -> None:
    """Say what changed in the records from BASE to HEAD, or to the files as they are now: git revisions, or folders of records.

    A warning is an address that readers may have kept and that no longer leads where it did. Ends with 2 where a revision cannot be read.
    """
    with TemporaryDirectory(prefix="readouts-") as folder:
        old = records_of(options, base, Path(folder) / "base")
        new = records_of(options, head, Path(folder) / "head")
        click.echo(FORMATS[rendering](difference(old, new)))
