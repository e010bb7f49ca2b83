"""What the repository holds for VS Code: which schema is for which records, how they are typed, and what to install.

`make format` writes it, and a test fails where it is stale. The snippets beside it are written by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readouts.build.editor_schemas import FOLDER
from readouts.build.files import read, replace_bytes
from readouts.exports.editor_schema import file
from readouts.model.collections import COLLECTIONS
from readouts.source import WIDTH

if TYPE_CHECKING:
    from readouts.model.collections import Collection

ROOT = Path(__file__).parents[3]

OTHER_RECORDS = ("!tests/records/**", "!tests/frozen/records/**", "!tests/cases/*/records/**")
"""Records of other archives: the editor takes every pattern for the end of a path."""

_CODE_WIDTH = 128


def files() -> Iterator[tuple[str, str]]:
    """Path below the project and text of every file."""
    yield ".vscode/settings.json", _json(_settings())
    yield ".vscode/extensions.json", _json({"recommendations": ["redhat.vscode-yaml", "editorconfig.editorconfig"]})


def _settings() -> dict[str, Any]:
    return {
        "yaml.schemas": {f".cache/{FOLDER}/{file(each)}": [_pattern(each), *OTHER_RECORDS] for each in COLLECTIONS},
        "yaml.validate": True,
        "yaml.completion": True,
        "yaml.hover": True,
        "yaml.yamlVersion": "1.2",  # in 1.1, NO (Norway) is false
        "yaml.format.enable": False,  # `readouts fmt` lays records out
        "[yaml]": {"editor.formatOnSave": False, "editor.rulers": [WIDTH]},
        "[python]": {"editor.rulers": [_CODE_WIDTH]},
        "files.associations": {"**/records/**/*.yaml": "yaml"},
    }


def _pattern(collection: Collection[Any]) -> str:
    if collection.one_file:
        return f"records/{collection.id}.yaml"
    return f"records/{collection.id}/*/*.yaml" if collection.by_year else f"records/{collection.id}/*.yaml"


def _json(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for path, text in files():
        if read(ROOT / path) != text.encode():
            replace_bytes(ROOT / path, text.encode())
