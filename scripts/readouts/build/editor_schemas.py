"""The schemas that editors complete from, kept in step with the records, whether or not they can be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.build.files import read, replace_bytes
from readouts.exports import editor_schema
from readouts.model.collections import COLLECTIONS

if TYPE_CHECKING:
    from pathlib import Path

    from readouts.archive.records import Records

FOLDER = "schema"
"""Below the cache: `.vscode/settings.json` names it."""


class EditorSchemas:
    """A folder with a schema for each kind of record."""

    def __init__(self, cache: Path) -> None:
        self._folder = cache / FOLDER
        self._ids: editor_schema.Ids = {}
        """What was listed last."""

    def are_there(self) -> bool:
        """Whether there is a file for each."""
        return all((self._folder / editor_schema.file(each)).is_file() for each in COLLECTIONS)

    def follow(self, records: Records) -> str:
        """Write those that changed; what is to be said where that cannot be done, else nothing."""
        ids = editor_schema.ids(records)
        if ids == self._ids and self.are_there():
            return ""
        try:
            for name, text in editor_schema.files(ids):
                data = text.encode()
                if read(self._folder / name) != data:
                    replace_bytes(self._folder / name, data)
        except OSError as error:
            return f"{self._folder} cannot be written, so that editors complete no ids: {error.strerror}"
        self._ids = ids
        return ""
