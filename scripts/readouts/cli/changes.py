"""`readouts changes`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from readouts.build.options import Options
from readouts.cli.failures import failing
from readouts.cli.states import records_of
from readouts.editing.changes import FORMATS
from readouts.editing.changes import changes as changes_since
from readouts.editing.refusal import RefusedError
from readouts.model.wording import count


@click.command()
@click.argument("since")
@click.option(
    "--format", "rendering", type=click.Choice(list(FORMATS)), default="markdown", show_default=True, help="How it is told."
)
@click.pass_obj
@failing
def changes(options: Options, since: str, rendering: str) -> None:
    """Say which version of the data follows, and what changed in it since SINCE: a git revision, or a folder of records.

    Ends with 1 where a record is gone and records/withdrawn.yaml does not tell why, and with 2 where SINCE cannot be read.
    """
    with TemporaryDirectory(prefix="readouts-") as folder:
        old, new = (records_of(options, state, Path(folder) / "since") for state in (since, None))
        found = changes_since(since, old, new)
    click.echo(FORMATS[rendering](found))
    if found.found.untold:
        raise RefusedError(
            f"{count(found.found.untold, 'id')} of records gone without a word",
            f"tell why in {options.records.name}/withdrawn.yaml: `some-id: {{kinds: [people], date: 2026-11-24, reason: …}}`",
        )
