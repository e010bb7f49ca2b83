"""`readouts fmt`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import click

from readouts.archive.load import record_files
from readouts.build.files import replace_bytes
from readouts.build.options import Options
from readouts.editing.fmt import formatted
from readouts.model.wording import count
from readouts.problems import BrokenRecordsError, Problem, Report
from readouts.problems.text import report


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Write nothing, and end with 1 where a file would change.")
@click.pass_obj
def fmt(options: Options, paths: tuple[Path, ...], *, only_check: bool) -> None:
    """Bring records into their one layout: the files and folders PATHS, or all of the project.

    Ends with 2 where a file cannot be read; such a file stays as it is.
    """
    problems: list[Problem] = []
    changed = same = 0
    for path in dict.fromkeys(_files(paths or (options.records,), problems)):
        name = _named(path, options)
        try:
            changes = _format(path, name, write=not only_check)
        except BrokenRecordsError as error:
            problems += error.problems
        except OSError as error:
            problems.append(_unreadable(name, error.strerror or "it is not known why", "see that it may be read and written"))
        else:
            changed, same = changed + changes, same + (not changes)
            if changes:
                click.echo(name)
    if problems:
        click.echo(report(Report(sorted(problems))), err=True)
    click.echo(f"{count(changed, 'file')} {'would be changed' if only_check else 'changed'}, {same:,} unchanged")
    if only_check and changed:
        click.echo("Run `readouts fmt` to lay them out.", err=True)
    if problems or (only_check and changed):
        sys.exit(2 if problems else 1)


def _files(paths: tuple[Path, ...], problems: list[Problem]) -> Iterator[Path]:
    """The files, and those in the folders; what cannot be one is added to the problems."""
    for path in paths:
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            hint = "name the file itself; a link would become a file"
            problems.append(_unreadable(PurePosixPath(path), "this is no ordinary file or folder", hint))
        elif path.is_dir():
            stamps, refused = record_files(path)
            problems += refused.values()
            yield from (path / inside for inside in stamps)
        else:
            yield path


def _format(path: Path, name: PurePosixPath, *, write: bool) -> bool:
    """Whether the layout of a file is another; with `write` it is then written, by the same name and with the same rights."""
    raw = path.read_bytes()
    new = formatted(name, raw)
    if write and new != raw:
        replace_bytes(path, new, keep_rights=True)
    return new != raw


def _named(path: Path, options: Options) -> PurePosixPath:
    """What a file is called: by its way from the project, or else by its whole path, so that its folders are known."""
    whole = path.parent.resolve() / path.name
    return PurePosixPath(whole.relative_to(options.project) if whole.is_relative_to(options.project) else whole)


def _unreadable(name: PurePosixPath, message: str, hint: str) -> Problem:
    return Problem(name, 1, 1, "unreadable", message, hint)
