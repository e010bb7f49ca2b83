"""The command line: `python scripts/build.py` (build, check). The only room that prints and exits, beside the hook."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from readouts.build import open_archive, write_pages
from readouts.problems import BrokenRecordsError, count, report

ROOT = Path(__file__).resolve().parents[2]


@click.group(invoke_without_command=True)
@click.option("--records", default=ROOT / "records", type=click.Path(path_type=Path), help="The folder of records.")
@click.option("--docs", default=ROOT / "docs", type=click.Path(path_type=Path), help="The folder the pages go to.")
@click.pass_context
def main(context: click.Context, records: Path, docs: Path) -> None:
    """Check the records and write their pages."""
    context.obj = (records, docs)
    if context.invoked_subcommand is None:
        context.invoke(build)


@main.command()
@click.pass_obj
def build(paths: tuple[Path, Path]) -> None:
    """Write the pages of all records; nothing is written where a record is broken."""
    records, docs = paths
    try:
        opened = open_archive(records)
        written = write_pages(opened.archive, docs)
    except BrokenRecordsError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if opened.warnings:
        click.echo(report(opened.warnings), err=True)
    click.echo(f"{count(len(opened.archive.meetings), 'meeting')}: {written}")


@main.command()
@click.pass_obj
def check(paths: tuple[Path, Path]) -> None:
    """Check the records and write nothing. A warning fails, too."""
    try:
        opened = open_archive(paths[0])
    except BrokenRecordsError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if opened.warnings:
        click.echo(report(opened.warnings), err=True)
    else:
        click.echo(f"{count(len(opened.archive.meetings), 'meeting')}: no problems found")
    sys.exit(1 if opened.warnings else 0)
