"""A record of any kind may be renamed: the archive says the same, and whoever has an old address finds the new one."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import to_json

from conftest import FROZEN, TREE, options
from readouts.archive.archive import Archive
from readouts.archive.load import load
from readouts.archive.records import Records
from readouts.build.builder import Builder
from readouts.build.files import read
from readouts.build.together import checked, tried, write_together
from readouts.editing.fmt import formatted
from readouts.editing.rename import rename
from readouts.model import Meeting
from readouts.model.anchors import anchored
from readouts.model.collections import BY_ID, COLLECTIONS, MEETINGS, RELATIONS, WITHDRAWN
from readouts.source import parse


def renamed(records: Path, old: str, new: str) -> None:
    """Rename a record and write the files, as the command does."""
    found = load(records)
    changes = rename(found, Archive.of(found), old, new)
    assert tried(found, changes.files) == []
    write_together(records, changes.files, {path: read(records / path) for path in changes.files})


def said(records: Records) -> dict[str, Any]:
    """What each record says: without earlier ids, and without the `id` of a part."""
    return {f"{each.collection}/{each.id}": _without(json.loads(to_json(each.entry, by_alias=True))) for each in records}


def _without(data: Any) -> Any:  # noqa: ANN401  # any JSON
    if isinstance(data, dict):
        return {key: _without(item) for key, item in data.items() if key not in ("id", "formerly")}
    return [_without(item) for item in data] if isinstance(data, list) else data


def addresses(records: Records) -> list[str]:
    """The addresses inside all pages of meetings."""
    entries = (each.entry for each in records)
    return sorted(anchor for entry in entries if isinstance(entry, Meeting) for _, anchor in anchored(entry))


def comments(records: Path) -> list[str]:
    """All comments of a tree."""
    return sorted(each for path in records.rglob("*.yaml") for each in parse(Path("x"), path.read_bytes()).comments)  # type: ignore[arg-type]  # a name only


def some(records: Path) -> list[tuple[Path, str, str]]:
    """The first and the last record of every kind. The id of a relation follows from its parties: a case has one that was misnamed;
    what is gone keeps its id.
    """
    found = load(records).by_collection
    kinds = [each.id for each in COLLECTIONS if each not in (RELATIONS, WITHDRAWN)]
    ends = [(kind, key) for kind in kinds for key in (min(found[kind]), max(found[kind]))]
    return [(records, name, key) for name, key in dict.fromkeys(ends)]


EVERY = [*some(TREE), *some(FROZEN)]


@pytest.mark.parametrize(("tree", "name", "key"), EVERY, ids=lambda each: each if isinstance(each, str) else each.parent.name)
@pytest.mark.parametrize("layout", [False, True], ids=["any-layout", "the-one-layout"])
def test_there_and_back(tree: Path, name: str, key: str, tmp_path: Path, *, layout: bool) -> None:
    # Nothing is lost on the way; on the way back only the earlier id is new, and the `id` of a part that kept its address.
    records = shutil.copytree(tree, tmp_path / "records")
    for path in records.rglob("*.yaml") if layout else ():
        path.write_bytes(formatted(path, path.read_bytes()))  # type: ignore[arg-type]  # a path of any kind
    before, remarks = load(records), comments(records)
    new = f"{key}-x" if name == MEETINGS.id else f"x-{key}"
    renamed(records, f"{name}/{key}", new)
    there = load(records)
    assert checked(there) == []
    assert comments(records) == remarks
    assert addresses(there) == addresses(before)
    assert there.by_collection[name][new].formerly == (*before.by_collection[name][key].formerly, key)
    texts = re.sub(rf'"({name}/)?{key}"', rf'"\g<1>{new}"', json.dumps(said(before)))
    if not {other for other in before.by_collection if other != name and key in before.by_collection[other]}:
        assert json.loads(texts) == said(there)
    renamed(records, new if layout else f"{name}/{new}", key)
    back = load(records)
    assert said(back) == said(before)
    assert back.by_collection[name][key].formerly == (*before.by_collection[name][key].formerly, new)
    if layout:
        assert all(formatted(path, path.read_bytes()) == path.read_bytes() for path in records.rglob("*.yaml"))  # type: ignore[arg-type]  # a path of any kind


def test_old_addresses_lead_on(tmp_path: Path) -> None:
    # The page of the old id leads to that of the new one, of every kind.
    records = shutil.copytree(TREE, tmp_path / "records")
    moves = [(name, key, f"{key}-x" if name == MEETINGS.id else f"x-{key}") for _, name, key in some(TREE)]
    for name, key, new in moves:
        renamed(records, f"{name}/{key}", new)
    Builder(options(tmp_path), keep=False).write()
    for name, key, new in moves:
        page = tmp_path / "docs" / BY_ID[name].page(key)
        assert "This page has moved" in page.read_text(encoding="utf-8")
        text = page.read_text(encoding="utf-8")
        assert f"{new}.md" in text or f"index.md#{new}" in text  # what has to do with no meeting is a line in a list
        assert (tmp_path / "docs" / BY_ID[name].page(new)).exists()
