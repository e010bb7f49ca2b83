"""The tables as Parquet (https://parquet.apache.org): a file for each, with types, for programs that read columns.

DuckDB writes them, which is the extra `readouts[data]`; `parquet: true` among the `extra` of `mkdocs.yml` asks for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pydantic_core import from_json, to_json

from readouts.exports.keyed import MissingExtraError

if TYPE_CHECKING:
    from readouts.exports.data.columns import Table

OPTION = "parquet"
"""What asks for it in `mkdocs.yml`."""

ENDING = ".parquet"

_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}


def write(tables: Sequence[Table], parts: Sequence[Path], folder: Path) -> None:
    """A file for each table; texts are as they are, with no apostrophe before them.

    Raises:
        MissingExtraError: where DuckDB is not installed.
    """
    try:
        import duckdb  # noqa: PLC0415  # it is not there unless somebody asked for it
    except ImportError:
        raise MissingExtraError(OPTION, "Parquet", "readouts[data]") from None
    with TemporaryDirectory(dir=folder) as rows, duckdb.connect(config={"threads": 1}) as database:
        _spread(tables, parts, Path(rows))
        for table in tables:
            columns = {each.name: _TYPES[each.type] for each in table.columns}
            found = database.read_json(f"{rows}/{table.name}", columns=columns, format="newline_delimited")
            found.write_parquet(str(folder / f"{table.name}{ENDING}"), compression="zstd")


def _spread(tables: Sequence[Table], parts: Sequence[Path], folder: Path) -> None:
    """The rows of each table as lines of JSON, in a file of its name."""
    columns = {table.name: [each.name for each in table.columns] for table in tables}
    with ExitStack() as stack:
        files = {name: stack.enter_context((folder / name).open("wb")) for name in columns}
        for part in parts:
            for name, rows in from_json(part.read_bytes()).items():
                files[name].writelines(to_json(dict(zip(columns[name], row, strict=True))) + b"\n" for row in rows)
