"""`readouts new`: a command for each kind of record, with an option for each key of it. All of them are the model’s."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

import click

from readouts.archive.archive import Archive
from readouts.archive.load import load
from readouts.archive.names import Names
from readouts.archive.records import Key, Records
from readouts.archive.todo import TODO
from readouts.build.files import read
from readouts.build.options import Options
from readouts.build.together import checked, tried, write_together
from readouts.checks import CHECKS
from readouts.cli.failures import failing
from readouts.editing.drafts import Drafts, Nobody
from readouts.editing.new import described, files_of, is_todo
from readouts.editing.questions import Question, questions
from readouts.editing.refusal import RefusedError
from readouts.editing.written import broken_records
from readouts.model.collections import BY_ID, COLLECTIONS, MEETINGS, Collection
from readouts.model.describe import spoken
from readouts.problems import BrokenRecordsError, Problem, Report
from readouts.problems.text import line, report
from readouts.source import Data

_RULES = {each.code for each in CHECKS}


@click.group()
def new() -> None:
    """Write a new record, and those that it names and that are not there yet.

    Each kind has an option for each of its keys. On a terminal, what a record needs is asked; elsewhere TODO stands for it, and `check`
    reports every TODO. Records are named by their ids or by whatever they are called; one that is there is never written over.
    """


def _command(collection: Collection[Any]) -> click.Command:
    """The command for a kind of record."""
    kind = spoken(collection.type)
    found = questions(collection.type)
    names = {question.name.replace("-", "_"): question.name for question in found}

    @failing
    def run(options: Options, key: str, others: tuple[str, ...], **given: str | tuple[str, ...] | None) -> None:
        answers = {names[name]: [text] if isinstance(text, str) else list(text or ()) for name, text in given.items()}
        _write(options, collection, key, answers, others)

    about = f"Write a new {kind}. {(collection.type.__doc__ or '').strip()}"
    parameters: list[click.Parameter] = [
        click.Option([f"--{each.name}"], multiple=each.many, help=_help(each)) for each in found
    ]
    parameters.append(
        click.Option(["--id", "key"], default="", help=f"Its id, as in {collection.example}; else made of what is said.")
    )
    help_of_others = "A record that it needs, described in a line: 'places/trujillo: {name: Trujillo, country: PE}'."
    parameters.append(click.Option(["--with", "others"], multiple=True, help=help_of_others))
    return click.Command(kind.replace(" ", "-"), params=parameters, callback=click.pass_obj(run), help=about)


def _help(question: Question) -> str:
    needed = " (needed)" if question.required else ""
    several = "; may be given several times" if question.many else ""
    shown = ", ".join(question.choices) or question.example
    return f"{question.meaning}{needed} {'One of' if question.choices else 'As in'}: {shown}{several}"


for each in COLLECTIONS:
    new.add_command(_command(each))


def _write(
    options: Options, collection: Collection[Any], key: str, answers: Mapping[str, list[str]], others: tuple[str, ...]
) -> None:
    """Draft the records, try them, and write them, all or none."""
    records = load(options.records)
    made = _drafted(records, collection, key, answers, others)
    files = files_of(records, made)
    before = {path: read(options.records / path) for path in files}
    known = set(map(_said, checked(records)))
    problems = sorted(each for each in tried(records, files) if _said(each) not in known)
    texts = {PurePosixPath(options.records.name) / path: raw.decode() for path, raw in files.items()}
    wrong = [
        each
        for each in problems
        if each.code not in _RULES and not (each.path in texts and is_todo(texts[each.path], (each.line, each.column)))
    ]
    if wrong:
        click.echo("nothing was written; the record would have these problems:", err=True)
        raise BrokenRecordsError(wrong)
    write_together(options.records, files, before)
    for name, own in made:
        click.echo(f"{options.records.name}/{BY_ID[name].file(own)}: {name}/{own} is new")
    if problems:
        click.echo(f"{report(Report(problems))}\nto be mended before the records can be published", err=True)


def _drafted(
    records: Records, collection: Collection[Any], key: str, answers: Mapping[str, list[str]], others: tuple[str, ...]
) -> dict[Key, dict[str, Data]]:
    """The record and those that it needs."""
    archive = Archive.of(records)
    given = dict(described(PurePosixPath("--with"), each) for each in others)
    asked = _Somebody(everything=not any(answers.values()) and not key) if _is_terminal() else Nobody()
    names = Names(records)
    for (name, own), data in broken_records(records).items():
        names.add(BY_ID[name].type.__name__, own, data)
    drafts = Drafts(records, archive, names, asked, given)
    own = drafts.make(collection, answers, key)
    if unused := given.keys() - drafts.made.keys():
        message = f"{'/'.join(min(unused))} is not named by the {spoken(collection.type)}"
        raise RefusedError(message, "name it, or leave it out")
    if collection is MEETINGS:
        drafts.made[collection.id, own]["changes"] = [{"date": _today(), "what": "Added to the archive."}]
    return drafts.made


def _said(problem: Problem) -> tuple[str, str, str]:
    """What tells a problem from others, wherever it stands."""
    return str(problem.path), problem.code, problem.message


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


class _Somebody:
    """Somebody at a terminal, who is asked again where an answer is refused."""

    def __init__(self, *, everything: bool) -> None:
        """With `everything`, what is usual is asked besides what is needed."""
        self.everything = everything

    def say(self, collection: Collection[Any], question: Question, accept: Callable[[str], None]) -> None:
        """Ask for a key: once, or until nothing is said where it takes several values."""
        if not (question.required or (question.usual and self.everything)):
            return
        shown = ", ".join(question.choices) or f"as in {question.example}"
        click.echo(f"{question.meaning} ({shown})")
        otherwise = TODO if question.required else "none"
        while text := self._prompt(f"{spoken(collection.type)}, {question.name} [empty: {otherwise}]", ""):
            if _taken(accept, text):
                if not question.many:
                    break
                otherwise = "no more"

    def name(self, collection: Collection[Any], proposed: str, accept: Callable[[str], None]) -> str:
        """Ask for the id."""
        while True:
            found = self._prompt(f"{spoken(collection.type)}, id [empty: {proposed}]", proposed)
            if _taken(accept, found):
                return found

    @staticmethod
    def _prompt(text: str, default: str) -> str:
        return str(click.prompt(text, default=default, show_default=False)).strip()


def _taken(accept: Callable[[str], None], text: str) -> bool:
    """Whether an answer was taken; else it is said why not."""
    try:
        accept(text)
    except RefusedError as error:
        click.echo(f"{error}\n    hint: {error.hint}", err=True)
    except BrokenRecordsError as error:
        click.echo("\n".join(map(line, error.problems)), err=True)
    else:
        return True
    return False
