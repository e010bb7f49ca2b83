"""What a change of the records means: each case is two states of the invented tree and all that is said of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError
from pydantic_core import from_json

from conftest import FROZEN, ROOT, TREE, add, edit
from readouts.archive.load import load
from readouts.editing.diff import difference
from readouts.editing.diff_parts import PartsDiff
from readouts.editing.diff_text import markdown, text
from readouts.editing.differences import Difference
from readouts.editing.version import Step, following, reasons, step
from readouts.model import Entry
from readouts.model.base import adapter
from readouts.model.collections import BY_ID
from readouts.problems import Loc
from readouts.source import Data

CASES = ROOT / "tests/cases/diff"


def change(records: Path, how: dict[str, Any]) -> None:
    """Edit, add, remove and rename files."""
    edit(records, how.get("edits", []))
    add(records, how.get("files", {}))
    for name in how.get("remove", []):
        (records / name).unlink()
    for name, other in how.get("move", {}).items():
        (records / name).rename(records / other)


@pytest.mark.parametrize("case", sorted(CASES.glob("*.yaml")), ids=lambda case: case.stem)
def test_a_case(case: Path, tmp_path: Path) -> None:
    # All of it, in its order.
    data: Any = yaml.safe_load(case.read_text(encoding="utf-8"))
    old = shutil.copytree(TREE, tmp_path / "old/records")
    change(old, data.get("before", {}))
    new = shutil.copytree(old, tmp_path / "new/records")
    change(new, data.get("after", {}))
    found = difference(load(old), load(new))
    assert text(found) + "\n" == data["expected"]
    assert step(found).label == data["rises"]


def test_a_tree_is_what_it_is() -> None:
    # With every field in use, nothing is said to have changed.
    for tree in (TREE, FROZEN):
        assert text(difference(load(tree), load(tree))) == "nothing changed"


def without(data: Data) -> Iterator[tuple[Loc, Data]]:
    """The data without each of its keys and items, at every depth, and the way to what is left out."""
    if isinstance(data, dict):
        for key in data:
            yield (key,), {each: value for each, value in data.items() if each != key}
            yield from (((key, *loc), {**data, key: less}) for loc, less in without(data[key]))
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield (number,), [*data[:number], *data[number + 1 :]]
            yield from (((number, *loc), [*data[:number], less, *data[number + 1 :]]) for loc, less in without(item))


def test_nothing_is_passed_over() -> None:
    # Whatever is left out of a record that uses every field, or put in, is told.
    tried = 0
    for record in load(TREE):
        whole: Data = from_json(record.data)
        kind: type[Entry] = BY_ID[record.collection].type
        old = adapter(kind).validate_python({**whole, "id": record.id}) if isinstance(whole, dict) else None
        for loc, less in without(whole):
            try:
                new = adapter(kind).validate_python({**less, "id": record.id}) if isinstance(less, dict) else None
            except ValidationError:
                continue
            if old and new and old != new and loc[0] != "formerly":
                tried += 1
                for before, after in ((old, new), (new, old)):
                    lines = PartsDiff(before, after, {}).lines
                    assert lines, loc
                    assert all(line.delta or line.warning for line in lines), loc
    assert tried > 150


@pytest.mark.parametrize(
    ("version", "rises", "next_one"),
    [
        ("1.2.3", Step.MAJOR, "2.0.0"),
        ("1.2.3", Step.MINOR, "1.3.0"),
        ("1.2.3", Step.PATCH, "1.2.4"),
        ("1.2.3", Step.NONE, "1.2.3"),
        ("1.2.9", Step.PATCH, "1.2.10"),
        ("1.2", Step.PATCH, None),
        ("01.2.3", Step.PATCH, None),
        ("", Step.MAJOR, None),
    ],
)
def test_the_version_that_follows(version: str, rises: Step, next_one: str | None) -> None:
    # Semantic Versioning 2.0.0, 2 and 6 to 8.
    assert following(version, rises) == next_one


def test_what_was_not_compared_is_no_reason_to_be_sure() -> None:
    # A file that cannot be read may hold anything.
    assert reasons(Difference(uncompared=("records/topics.yaml",))) == "the records say what they said, 1 file not compared"


def test_markdown(tmp_path: Path) -> None:
    # What a record says can become no markup.
    new = shutil.copytree(TREE, tmp_path / "records")
    change(
        new,
        {
            "edits": [{"in": "topics.yaml", "replace": "A fund.", "with": "A *fund* [x](y) <b>."}],
            "remove": ["people/orlov-pyotr.yaml"],
        },
    )
    assert markdown(difference(load(TREE), load(new))) == (
        "**records: 1 removed, 1 changed; 1 warning**\n\n"
        "### person orlov-pyotr: removed\n\n"
        "- **Warning:** the address people/orlov-pyotr/ is gone, and withdrawn.yaml does not tell why\n\n"
        "### topic fwf: changed\n\n"
        "- definition “A fund.” → “A \\*fund\\* \\[x\\](y) &lt;b&gt;.”"
    )
