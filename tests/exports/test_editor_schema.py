"""What an editor completes from: ids and words with what they mean; a typo is marked, and nothing that is right."""

from __future__ import annotations

import json
import shutil
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from conftest import ROOT, TREE, options
from readouts.archive.load import load
from readouts.build.builder import Builder
from readouts.exports.editor_schema import ids, schema
from readouts.model.base import SLUG
from readouts.model.collections import COLLECTIONS, MEETINGS, collection_of
from readouts.problems import BrokenRecordsError
from readouts.source import parse

MEETING = "meetings/2031/2031-05-06-fiji-iceland.yaml"


def data(text: bytes) -> Any:  # noqa: ANN401  # what a YAML file holds
    """A record as the reader reads it."""
    return parse(PurePosixPath("x.yaml"), text).data


@pytest.mark.parametrize("records", [TREE, ROOT / "records"], ids=["invented", "real"])
def test_no_valid_record_is_marked(records: Path) -> None:
    # What the build accepts, an editor must not underline.
    known = ids(load(records))
    validators = {each.id: Draft202012Validator(schema(each, known)) for each in COLLECTIONS}
    for path in sorted(records.rglob("*.yaml")):
        collection = collection_of(path.relative_to(records).as_posix())
        assert collection
        found = validators[collection.id].iter_errors(data(path.read_bytes()))
        assert [f"{path}: {list(error.absolute_path)} {error.message}" for error in found] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("person: vula-seru", "person: vula-sera"),
        ("place: kathmandu", "place: katmandu"),
        ("for: FJ", "for: FI-JI"),
        ("for: FJ", "for: QQ"),
        ("act: agree", "act: agre"),
        ("topics: [whales, fwf]", "topics: [whales, wff]"),
        ("publisher: pacific-wire", "publisher: reykjavik"),
        ("kind: foreign-ministers", "kind: foreign-ministers\nkinds: summit"),
    ],
)
def test_a_typo_is_marked_where_it_is(old: str, new: str) -> None:
    # An id of another kind of record is none of this one.
    text = (TREE / MEETING).read_text(encoding="utf-8")
    assert old in text
    meeting = Draft202012Validator(schema(MEETINGS, ids(load(TREE))))
    assert list(meeting.iter_errors(data(text.encode()))) == []
    assert len(list(meeting.iter_errors(data(text.replace(old, new, 1).encode())))) == 1


def test_ids_and_words_are_told_with_what_they_mean() -> None:
    # As VS Code's extension for YAML reads it.
    parts = schema(MEETINGS, ids(load(TREE)))["$defs"]
    assert parts["Statement"]["properties"]["topics"]["items"] == {"$ref": "#/$defs/TopicId"}
    assert meaning(parts["TopicId"]) == {
        "fish": "Fish",
        "fwf": "Friends of Whales Fund",
        "nature": "Nature",
        "whales": "Whales",
    }
    assert meaning(parts["PersonOrCountryOrOrganizationId"]).items() >= {"vula-seru": "Vula Seru", "NO": "Norway"}.items()
    assert meaning(parts["MeetingId"])["2031-05-06-fiji-iceland"] == "First Fiji–Iceland consultations, 6 May 2031"
    assert meaning(parts["Extent"])["whole"] == "All of it, from its beginning to its end."
    assert parts["PersonOrCountryOrOrganizationId"]["errorMessage"] == "This names no person, country or organization."


def meaning(part: dict[str, Any]) -> dict[str, str]:
    """Value → meaning, of a list."""
    return dict(zip(part["enum"], part["enumDescriptions"], strict=True))


def test_a_kind_of_too_many_ids_says_only_what_they_look_like() -> None:
    # Of ten thousand meetings nobody reads a list. The tree has four people.
    listed = schema(MEETINGS, ids(load(TREE), most=4))["$defs"]
    assert listed["Delegate"]["properties"]["person"]["$ref"] == "#/$defs/PersonId"
    many = schema(MEETINGS, ids(load(TREE), most=3))["$defs"]
    assert many["Delegate"]["properties"]["person"]["pattern"] == SLUG
    assert "PersonId" not in many


def test_they_follow_the_records_while_some_are_broken(tmp_path: Path) -> None:
    # Whoever writes a meeting adds its place first, and the meeting is broken meanwhile; what is broken has an id all the same.
    shutil.copytree(TREE, tmp_path / "records")
    Builder(options(tmp_path)).write()
    person, places = tmp_path / "records/people/vula-seru.yaml", tmp_path / "records/places.yaml"
    person.write_text("nam: Vula\n", encoding="utf-8")
    text = places.read_text(encoding="utf-8")
    places.write_text(text.replace("moscow:\n  name: Moscow", "lima:\n  name: Lima"), encoding="utf-8")
    with pytest.raises(BrokenRecordsError):
        Builder(options(tmp_path)).open()
    parts = of(tmp_path)["$defs"]
    assert "lima" in parts["PlaceId"]["enum"]
    assert "moscow" not in parts["PlaceId"]["enum"]
    assert "vula-seru" in parts["PersonId"]["enum"]


def of(project: Path) -> dict[str, Any]:
    """The schema of meetings that a project has for editors."""
    found: dict[str, Any] = json.loads((project / ".cache/schema/meetings.json").read_text(encoding="utf-8"))
    return found


def test_they_are_written_anew_where_they_are_gone(tmp_path: Path) -> None:
    # Also by a build with nothing else to do.
    shutil.copytree(TREE, tmp_path / "records")
    Builder(options(tmp_path)).write()
    first = of(tmp_path)
    shutil.rmtree(tmp_path / ".cache/schema")
    Builder(options(tmp_path)).write()
    assert of(tmp_path) == first


def test_where_they_cannot_be_written_the_build_goes_on(tmp_path: Path) -> None:
    # A file stands where the folder should be.
    shutil.copytree(TREE, tmp_path / "records")
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache/schema").write_text("mine", encoding="utf-8")
    builder = Builder(options(tmp_path))
    builder.write()
    assert [note.partition(":")[0] for note in builder.notes] == [
        f"{tmp_path}/.cache/schema cannot be written, so that editors complete no ids"
    ]
    assert (tmp_path / ".cache/schema").read_text(encoding="utf-8") == "mine"
