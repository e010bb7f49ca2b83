"""What stands in the file of a record that the model refuses: so much of it as a command that changes files needs to know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.archive.records import Key, Records, named
from readouts.model.base import Part, fields
from readouts.model.collections import BY_ID
from readouts.model.describe import part_of
from readouts.model.references import Reference, refers_to
from readouts.problems import BrokenRecordsError, Loc
from readouts.source import Data, parse

if TYPE_CHECKING:
    from readouts.problems import Problem


def broken_records(records: Records) -> dict[Key, dict[str, Data]]:
    """What each record says that has a problem, such as a `TODO`.

    Raises:
        BrokenRecordsError: where a file is no YAML, or there is none that can be read: then nobody knows what it says.
    """
    found: dict[Key, dict[str, Data]] = {}
    unreadable: list[Problem] = [problem for each in records.others for problem in each.problems]
    for name, key in records.broken:
        file = records.homes[name, key]
        document = parse(named(records.folder, file), (records.folder / file).read_bytes())
        unreadable += document.problems
        data = document.data.get(key) if BY_ID[name].one_file and isinstance(document.data, dict) else document.data
        if isinstance(data, dict):
            found[name, key] = data
    broken = {file for file, held in records.files.items() if held.problems and not held.broken}
    unreadable += [problem for file in broken for problem in records.files[file].problems]
    if unreadable:
        raise BrokenRecordsError(set(unreadable))
    return found


def written_references(kind: type[Part], data: Data, loc: Loc = ()) -> Iterator[Reference]:
    """The references in what a file says of a record, though the record may be wrong elsewhere; at their ways in the file."""
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from written_references(kind, item, (*loc, number))
    elif isinstance(data, dict):
        for key, info in ((info.alias or name, info) for name, info in fields(kind).items()):
            found = data.get(key)
            if found is None:
                continue
            if to := refers_to(info):
                listed = list(enumerate(found)) if isinstance(found, list) else [(None, found)]
                for at, each in listed:
                    if isinstance(each, str):
                        yield Reference((*loc, key) if at is None else (*loc, key, at), to, each)
            elif inner := part_of(info.annotation):
                yield from written_references(inner, found, (*loc, key))
