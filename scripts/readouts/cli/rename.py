"""`readouts rename`."""

from __future__ import annotations

import click

from readouts.archive.archive import Archive
from readouts.archive.load import load
from readouts.build.files import read
from readouts.build.options import Options
from readouts.build.together import checked, tried, write_together
from readouts.cli.failures import failing
from readouts.editing.rename import Renaming
from readouts.editing.rename import rename as renaming
from readouts.model.wording import count
from readouts.problems import BrokenRecordsError, Problem


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Write nothing, and say what would change.")
@click.pass_obj
@failing
def rename(options: Options, old: str, new: str, *, dry_run: bool) -> None:
    """Give the record OLD (`people/abe-shinzo`, or an id that only one record has) the id NEW.

    Every record that names it is changed, and its old address leads to the new one. All is written, or nothing. An id that goes for good is
    told in records/withdrawn.yaml instead.
    """
    records = load(options.records)
    found = renaming(records, Archive.of(records), old, new)
    before = {path: read(options.records / path) for path in found.files}
    if worse := _new(checked(records), tried(records, found.files), found):
        raise BrokenRecordsError(worse)
    for place in found.places:
        click.echo(place)
    if not dry_run:
        write_together(options.records, found.files, before)
    said = f"{found.collection.id}/{found.old} {'would become' if dry_run else 'is now'} {found.collection.id}/{found.new}"
    click.echo(f"{said}: {count(len(found.places), 'place')} in {count(_number_of_files(found), 'file')}")


def _new(before: list[Problem], after: list[Problem], found: Renaming) -> list[Problem]:
    """The problems that were not there before, wherever they stand."""
    known = {(each.code, each.message.replace(found.old, found.new)) for each in before}
    return [each for each in after if (each.code, each.message.replace(found.old, found.new)) not in known]


def _number_of_files(found: Renaming) -> int:
    return sum(1 for raw in found.files.values() if raw is not None)
