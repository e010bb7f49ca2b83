"""The command line: `readouts`, or `python scripts/build.py`. The only room that prints and exits.

To add a command, write a file like `check.py` and list its command here.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from readouts import __version__
from readouts.build.options import NoProjectError, Options, find_project
from readouts.cli.build import build
from readouts.cli.changes import changes
from readouts.cli.check import check
from readouts.cli.diff import diff
from readouts.cli.fmt import fmt
from readouts.cli.import_ import import_
from readouts.cli.index import index
from readouts.cli.new import new
from readouts.cli.rename import rename

COMMANDS = (build, changes, check, diff, fmt, import_, index, new, rename)


@click.group(invoke_without_command=True)
@click.version_option(__version__, prog_name="readouts")
@click.option("--project", type=click.Path(path_type=Path), help="The folder with mkdocs.yml; else the one you are in.")
@click.pass_context
def main(context: click.Context, project: Path | None) -> None:
    """Check the records and write their pages."""
    try:
        context.obj = Options.of(find_project(project or Path.cwd()))
    except NoProjectError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    if context.invoked_subcommand is None:
        context.invoke(build)


for command in COMMANDS:
    main.add_command(command)
