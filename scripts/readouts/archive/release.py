"""Which state of the data this is: its digest, and the version beside the records."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from readouts.model.base import written

if TYPE_CHECKING:
    from readouts.model import Entry

CITATION = "CITATION.cff"
"""The file beside `records/` that states the version of the data, as the Citation File Format has it."""


def digest_of(entry: Entry) -> str:
    """The SHA-256 of a record, as 64 hexadecimal digits.

    It is that of what the record says and not of its file: of JSON (UTF-8) with the keys in the order of the alphabet, without white space
    and without what a record need not say; whole numbers are written without a point.
    """
    text = json.dumps(_plain(written(entry)), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def digest(records: Iterable[tuple[str, str, str]]) -> str:
    """That of many records, by collection, id and their own: the SHA-256 of lines like those of `sha256sum`, in the order of paths."""
    lines = sorted((f"{collection}/{key}", own) for collection, key, own in records)
    text = "".join(f"{own}  {path}\n" for path, own in lines)
    return f"sha256:{sha256(text.encode()).hexdigest()}"


def version_beside(records: Path) -> str:
    """The version that `CITATION.cff` beside a folder of records states; empty where there is none."""
    try:
        root = yaml.compose((records.parent / CITATION).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ""
    if not isinstance(root, yaml.MappingNode):
        return ""
    return next((str(value.value) for key, value in root.value if key.value == "version"), "")


def _plain(value: object) -> object:
    """A value with whole numbers for numbers that are whole: languages differ in how they write those."""
    match value:
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case list():
            return [_plain(each) for each in value]
        case float() if value.is_integer():
            return int(value)
    return value
