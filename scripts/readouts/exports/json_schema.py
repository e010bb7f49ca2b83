"""JSON Schema for editors: what a YAML extension needs to explain keys and complete words while a record is typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from readouts.model.base import adapter
from readouts.model.collections import COLLECTIONS, Collection
from readouts.model.vocabulary import LISTS
from readouts.render.markdown import MARK

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Entry

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schema"


def files(_: Archive) -> Iterator[tuple[str, str]]:
    """A schema for each kind of record."""
    for collection in COLLECTIONS:
        yield f"{FOLDER}/{collection.id}.json", text(schema(collection))


def text(found: dict[str, Any]) -> str:
    """A schema as it stands in its file."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def schema(collection: Collection[Any]) -> dict[str, Any]:
    """The schema of a collection's files."""
    kind: type[Entry] = collection.type
    record = adapter(kind).json_schema(by_alias=True, ref_template="#/$defs/{model}")
    parts = record.pop("$defs", {})
    # A record does not state its own id: the name of its file, or its key, does.
    del record["properties"]["id"]
    record["required"] = [key for key in record.get("required", []) if key != "id"]
    parts[kind.__name__] = record
    for terms in LISTS:
        if terms.__name__ in parts:
            # JSON Schema has no place for the meaning of a single word; editors look for it here.
            parts[terms.__name__]["enumDescriptions"] = [term.definition for term in terms]
    one = {"$ref": f"#/$defs/{kind.__name__}"}
    body = {"type": "object", "additionalProperties": one} if collection.one_file else one
    head = {"$comment": f"{MARK}scripts/readouts/model/: edit that, not this file.", "$schema": DIALECT}
    return {**head, "title": kind.__name__, **body, "$defs": {key: _as_written(part) for key, part in sorted(parts.items())}}


def _as_written(part: Any) -> Any:  # noqa: ANN401  # a JSON Schema holds any JSON
    """The same schema for what a file can hold: every scalar is text, whatever other readers take it for, and no value is missing."""
    if isinstance(part, list):
        return [_as_written(each) for each in part]
    if not isinstance(part, dict):
        return part
    found = {key: _as_written(value) for key, value in part.items() if (key, type(value)) != ("title", str)}
    if found.get("type") in ("string", "boolean", "integer", "number") and "enum" not in found:
        found["type"] = ["string", "number", "boolean"]
    if {"type": "null"} in found.get("anyOf", ()):
        (only,) = (each for each in found.pop("anyOf") if each != {"type": "null"})
        del found["default"]
        found = {**only, **found}
    return found
