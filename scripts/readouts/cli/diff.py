"""`readouts diff`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from readouts.archive.load import load
from readouts.archive.records import Records
from readouts.build.options import Options
from readouts.cli.failures import failing
from readouts.editing.diff import difference
from readouts.editing.diff_text import FORMATS
from readouts.editing.revisions import RevisionError, write_tree


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--format", "rendering", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How it is told."
)
@click.pass_obj
@failing
def diff(options: Options, base: str, head: str | None, rendering: str) -> None:
    """Say what changed in the records from the git revision BASE to HEAD, or to the files as they are now.

    A warning is an address that readers may have kept and that no longer leads where it did. Ends with 2 where a revision cannot be read.
    """
    with TemporaryDirectory(prefix="readouts-") as folder:
        old = _records(options, base, Path(folder) / "base")
        new = _records(options, head, Path(folder) / "head")
        click.echo(FORMATS[rendering](difference(old, new)))


def _records(options: Options, revision: str | None, into: Path) -> Records:
    """The records of a revision, or those that are there."""
    if revision is None:
        if not options.records.is_dir():
            raise click.UsageError(f"there is no folder {options.records}")
        return load(options.records)
    into.mkdir()
    try:
        return load(write_tree(options.project, options.records.name, revision, into))
    except RevisionError as error:
        raise click.UsageError(str(error)) from error
