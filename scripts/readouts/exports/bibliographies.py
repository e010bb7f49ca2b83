"""Citations in bulk: all meetings, and those of each relation, in the formats of programs that keep references."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from readouts.archive.titles import Titles
from readouts.exports import bibtex, csl_json, ris, scopes
from readouts.exports.citation import cited
from readouts.exports.keyed import Keyed
from readouts.render.markdown import MARK

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.exports.citation import Cited

FOLDER = "citations"
OF = ("pair",)
"""The parts of the archive that have files of citations."""

Many: TypeAlias = "Callable[[Iterable[Cited]], str]"


def _bibtex(found: Iterable[Cited]) -> str:
    # What stands outside of an entry is a comment.
    return f"% {MARK}records/: edit those, not this file.\n\n" + "".join(f"{bibtex.text(each)}\n\n" for each in found)


def _ris(found: Iterable[Cited]) -> str:
    return "".join(f"{ris.text(each)}\n\n" for each in found)


def _csl_json(found: Iterable[Cited]) -> str:
    lines = ",\n".join(json.dumps(csl_json.item(each), ensure_ascii=False) for each in found)
    return f"[\n{lines}\n]\n"


FORMATS: dict[str, Many] = {".bib": _bibtex, ".ris": _ris, ".json": _csl_json}
"""By the ending of the file."""

UNMARKED = (".ris", ".json")
"""The formats that have no place to say that a file was generated."""


def files(archive: Archive) -> Iterator[tuple[str, str]]:
    """A file in each format for each part of the archive."""
    for way, key in scopes.parts(archive, *OF):
        yield from ((f"{FOLDER}/{way}{ending}", f"{ending} {key}") for ending in FORMATS)


def make(archive: Archive, key: str, base: str) -> str:
    """The citations of a part in a format; of meetings that were not held, too, as they have pages."""
    ending, _, part = key.partition(" ")
    scope, titles = scopes.scope(archive, part), Titles(archive)
    meetings = sorted((*scope.held, *scope.not_held), key=lambda each: each.id)
    return FORMATS[ending](cited(titles, each, base) for each in meetings)


FORMAT = Keyed(files, make)
