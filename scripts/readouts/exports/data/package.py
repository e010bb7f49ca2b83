"""CSV (RFC 4180, UTF-8) and its description as a Frictionless Data Package v1 (https://specs.frictionlessdata.io/data-package/).

Long tables are compressed, as the pattern “Compression of resources” has it (https://specs.frictionlessdata.io/patterns/).
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from gzip import GzipFile
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO, cast

from pydantic_core import from_json

from readouts.exports.data.columns import COMPRESSED
from readouts.exports.data.release import RELEASE

if TYPE_CHECKING:
    from readouts.exports.data.columns import Column, Row, Table, Value

NAME = "datapackage.json"
LEVEL = 6
"""How hard gzip tries, of 9: beyond that it takes twice as long and gains a hundredth."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, “CSV Injection”)."""


def write(tables: Sequence[Table], parts: Sequence[Path], folder: Path, base: str) -> None:
    """A file for each table, and the description of all."""
    counts = dict.fromkeys([table.name for table in tables], 0)
    state: Row = {}
    with ExitStack() as stack:
        writers = {}
        for table in tables:
            file = stack.enter_context(opened(folder / table.file))
            writers[table.name] = csv.writer(file)
            writers[table.name].writerow([each.name for each in table.columns])
        for part in parts:
            for name, rows in from_json(part.read_bytes()).items():
                counts[name] += len(rows)
                if name == RELEASE.name:
                    state = dict(zip([each.name for each in RELEASE.columns], *rows, strict=True))
                writers[name].writerows(list(map(cell, row)) for row in rows)
    found = description(tables, counts, state, base)
    (folder / NAME).write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """A file to be written, compressed if its name says so: the same bytes for the same text."""
    with ExitStack() as stack:
        file: BinaryIO = stack.enter_context(path.open("wb"))
        if path.suffix == COMPRESSED:
            file = cast("BinaryIO", stack.enter_context(GzipFile("", "wb", LEVEL, file, mtime=0)))
        yield stack.enter_context(TextIOWrapper(file, encoding="utf-8", newline=""))


def cell(value: Value) -> Value:
    """A value as it stands in a cell: a text that a spreadsheet would run is set behind an apostrophe."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def description(tables: Sequence[Table], counts: dict[str, int], state: Row, base: str) -> dict[str, object]:
    """The data package."""
    about: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": "readouts",
        "licenses": [{"name": "MIT", "path": "https://opensource.org/license/mit", "title": "MIT License"}],
        "title": "Readouts: diplomatic meetings as their sides recorded them",
        "description": (
            "Ids are those of the pages and stay. Dates are EDTF, with their first and last possible day beside them. "
            "A text that begins with =, +, - or @ is set behind an apostrophe. An empty cell is a value that is not known or does not apply."
        ),
    }
    about |= {name: value for name, value in (*state.items(), ("homepage", base)) if value}
    return about | {"resources": [_resource(table, counts[table.name]) for table in tables]}


def _resource(table: Table, rows: int) -> dict[str, object]:
    links = [
        {"fields": each.name, "reference": {"resource": "" if each.to == table.name else each.to, "fields": "id"}}
        for each in table.columns
        if each.to
    ]
    schema: dict[str, object] = {
        "fields": [_field(each) for each in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "path": table.file,
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **({"compression": "gz"} if table.of_statements else {}),
        "rows": rows,
        "schema": schema | ({"foreignKeys": links} if links else {}),
    }


def _field(each: Column) -> dict[str, object]:
    found: dict[str, object] = {"name": each.name, "type": each.type, "description": each.meaning}
    return found | ({"constraints": {"required": True}} if each.needed else {})
