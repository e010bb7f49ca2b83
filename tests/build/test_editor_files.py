"""What the repository holds for editors is as it is generated, and its snippets are valid records."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath
from textwrap import indent

import pytest

from conftest import ROOT
from readouts.archive.load import load
from readouts.build.editor_files import files
from readouts.editing.fmt import formatted

FILE = "2014-11-10-japan-peru"
VARIABLES = {"TM_FILENAME_BASE": FILE, "CURRENT_YEAR": "2026", "CURRENT_MONTH": "11", "CURRENT_DATE": "24"}
SNIPPETS = json.loads((ROOT / ".vscode/readouts.code-snippets").read_text(encoding="utf-8"))


def test_the_files_are_as_they_are_generated() -> None:
    # `make format` writes them.
    assert {path: (ROOT / path).read_text(encoding="utf-8") for path, _ in files()} == dict(files())


def filled(name: str) -> str:
    """A snippet with its defaults, as VS Code fills it: https://code.visualstudio.com/docs/editing/userdefinedsnippets."""
    text = "\n".join(SNIPPETS[name]["body"])
    text = re.sub(r"\$\{([A-Z_]+)/(.*?)/\$1/\}", lambda found: re.sub(found[2], r"\1", VARIABLES[found[1]]), text)
    text = re.sub(r"\$([A-Z_]+)", lambda found: VARIABLES[found[1]], text)
    text = re.sub(r"\$\{\d+:([^${}]*)\}", r"\1", text).replace("$0", "")
    assert "$" not in text
    return text


def records() -> dict[str, str]:
    """Every snippet in its place: path below `records/` and text."""
    meeting, account, statement = filled("Meeting"), filled("Account"), filled("Statement")
    account = account.rstrip() + "\n" + indent(statement, "    ")
    return {
        f"meetings/2014/{FILE}.yaml": meeting.replace("readouts:\n  \n", "readouts:\n" + indent(account, "  ")) + "\n",
        "people/abe-shinzo.yaml": filled("Person"),
        "places.yaml": filled("Place"),
        "topics.yaml": filled("Topic"),
    }


def test_every_snippet_is_a_valid_record_in_its_layout(tmp_path: Path) -> None:
    # The strict reader and the model find nothing wrong, and `readouts fmt` nothing to change.
    for path, text in records().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
        assert formatted(PurePosixPath(path), text.encode()).decode() == text
    found = load(tmp_path)
    assert list(found.problems) == []
    assert len(list(found)) == len(records())


@pytest.mark.parametrize("name", SNIPPETS)
def test_every_snippet_is_for_records(name: str) -> None:
    # Each is used above, and offered in YAML alone, by its name.
    assert (SNIPPETS[name]["scope"], SNIPPETS[name]["prefix"]) == ("yaml", name.lower())
    assert filled(name).split("\n")[1].strip() in "".join(records().values())
