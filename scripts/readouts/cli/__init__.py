"""The command line: `python scripts/build.py` (build, index, check). The only room that prints and exits, beside the hook."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from readouts.build import search_index
from readouts.build.builder import Builder, address
from readouts.build.progress import progress
from readouts.build.state import Cache
from readouts.problems import BrokenRecordsError, count, report

ROOT = Path(__file__).resolve().parents[3]


@click.group(invoke_without_command=True)
@click.option("--records", default=ROOT / "records", type=click.Path(path_type=Path), help="The folder of records.")
@click.option("--docs", default=ROOT / "docs", type=click.Path(path_type=Path), help="The folder the pages go to.")
@click.pass_context
def main(context: click.Context, records: Path, docs: Path) -> None:
    """Check the records and write their pages."""
    context.obj = (records, docs)
    if context.invoked_subcommand is None:
        context.invoke(build)


def _builder(records: Path, docs: Path) -> Builder:
    """A builder for the site that `mkdocs.yml` describes."""
    return Builder(records, docs, Cache(docs.parent / ".cache"), address(docs.parent / "mkdocs.yml"))


@main.command()
@click.pass_obj
def build(paths: tuple[Path, Path]) -> None:
    """Write the pages of all records; nothing is written where a record is broken."""
    records, docs = paths
    builder = _builder(records, docs)
    try:
        builder.prepare()
        with progress() as tell:
            written = builder.write(tell=tell)
    except BrokenRecordsError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if builder.warnings:
        click.echo(report(builder.warnings), err=True)
    click.echo(f"{written}")


@main.command()
@click.option("--site", default=ROOT / "site", type=click.Path(path_type=Path), help="The built site.")
@click.pass_obj
def index(paths: tuple[Path, Path], site: Path) -> None:
    """Make the index of the search of a site that another engine built."""
    records, docs = paths
    builder = _builder(records, docs)
    pages = search_index.tree(docs.parent / ".cache")
    try:
        builder.write(pages)
        made = search_index.index(pages, docs, site)
    except (BrokenRecordsError, search_index.SearchError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(f"{site / search_index.BUNDLE}: {'made' if made else 'unchanged'}")


@main.command()
@click.pass_obj
def check(paths: tuple[Path, Path]) -> None:
    """Check the records and write nothing. A warning fails, too."""
    records, docs = paths
    builder = _builder(records, docs)
    try:
        archive = builder.open()
    except BrokenRecordsError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if builder.warnings:
        click.echo(report(builder.warnings), err=True)
        sys.exit(1)
    click.echo(f"{count(len(archive.meetings), 'meeting')}: no problems found")
