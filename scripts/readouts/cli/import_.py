"""`readouts import`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import click
from pydantic import TypeAdapter, ValidationError

from readouts.archive.load import load
from readouts.archive.records import Records
from readouts.build.files import create_bytes
from readouts.build.options import Options
from readouts.cli.failures import failing
from readouts.editing.importing import MAX_BYTES, Authorities, Given, PageError, imported
from readouts.model.collections import ORGANIZATIONS
from readouts.model.texts import Language, Url
from readouts.problems.suggestions import nearest


@click.command("import")
@click.argument("file", type=click.File("rb"))
@click.option("--url", default="", help="The address of the page.")
@click.option("--publisher", default="", help="The id of the organization that published it; else told by the address.")
@click.option("--language", default="", help="The language of the page, as en, ja or es; else told by its words.")
@click.option("--to", type=click.Path(path_type=Path), help="A new file for the draft; else it is printed.")
@click.pass_obj
@failing
def import_(  # noqa: PLR0913, PLR0917  # click hands over one argument for each option
    options: Options, file: BinaryIO, url: str, publisher: str, language: str, to: Path | None
) -> None:
    """Draft a record of a published readout: the HTML or plain text in FILE, or - for what is typed or piped in.

    The draft has TODO wherever something is not known for sure, and every gist is yours to write; a report says what was understood,
    guessed, asked and dropped. Nothing is fetched.
    """
    records = load(options.records)
    if records.broken:
        click.echo(f"left out, as they have problems: {', '.join(sorted(key for _, key in records.broken))}", err=True)
    given = Given(url, publisher, language)
    _refuse(given, records)
    if to and to.exists():
        raise click.BadParameter(f"{to} exists, and is not overwritten", param_hint="--to")
    try:
        made = imported(file.read(MAX_BYTES + 1), given, Authorities.of(records))
    except PageError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    if to:
        try:
            create_bytes(to, made.draft)
        except FileExistsError:
            raise click.BadParameter(f"{to} exists, and is not overwritten", param_hint="--to") from None
    else:
        click.echo(made.draft.decode(), nl=False)
    click.echo(f"\n{made.report.text()}", err=True)


def _refuse(given: Given, records: Records) -> None:
    """Refuse options that cannot be."""
    publishers = records.by_collection[ORGANIZATIONS.id]
    if given.publisher and given.publisher not in publishers:
        message = f"“{given.publisher}” is not in records/organizations.yaml.{nearest(given.publisher, publishers)}"
        raise click.BadParameter(message, param_hint="--publisher")
    for value, kind, name in ((given.url, Url, "--url"), (given.language, Language, "--language")):
        try:
            if value:
                TypeAdapter(kind).validate_python(value)
        except ValidationError as error:
            detail = error.errors()[0]
            raise click.BadParameter(f"{detail['msg']}: {detail['ctx']['hint']}", param_hint=name) from None
