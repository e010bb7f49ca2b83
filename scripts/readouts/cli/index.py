"""`readouts index`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from readouts.build.builder import Builder
from readouts.build.options import Options
from readouts.build.search_index import BUNDLE, SearchIndex
from readouts.cli.failures import failing, tell_remarks


@click.command()
@click.option("--site", type=click.Path(path_type=Path), help="The built site; else the one that mkdocs.yml names.")
@click.pass_obj
@failing
def index(options: Options, site: Path | None) -> None:
    """Make the index of the search of a site that another engine built."""
    options = replace(options, site=site) if site else options
    search = SearchIndex(options)
    builder = Builder(options)
    builder.write(search.output)
    tell_remarks(builder)
    made = search.make()
    click.echo(f"{options.site / BUNDLE}: {'made' if made else 'unchanged'}")
