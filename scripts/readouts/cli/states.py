"""Which state of the records an argument means: a git revision, or a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from readouts.archive.load import load
from readouts.editing.revisions import RevisionError, write_tree

if TYPE_CHECKING:
    from readouts.archive.records import Records
    from readouts.build.options import Options


def records_of(options: Options, state: str | None, into: Path) -> Records:
    """The records of a state, or those that are there.

    Args:
        options: The project's.
        state: A folder with records, or with a folder of them as a project has it; else a revision. None for the files as they are.
        into: Where a revision may be written to: the name of a folder that is not there yet.

    Raises:
        click.UsageError: where there are none.
    """
    folder = options.records if state is None else Path(state)
    if state is not None and (folder / options.records.name).is_dir():
        folder /= options.records.name
    if folder.is_dir():
        return load(folder)
    if state is None:
        raise click.UsageError(f"there is no folder {folder}")
    into.mkdir()
    try:
        return load(write_tree(options.project, options.records.name, state, into))
    except RevisionError as error:
        raise click.UsageError(str(error)) from error
