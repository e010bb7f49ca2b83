"""A record in its one layout is the same record, with the same comments, and its layout is the same again."""

from __future__ import annotations

import re
import shutil
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_yaml import PIECES
from conftest import FROZEN, ROOT, TREE
from readouts.archive.load import load
from readouts.editing.fmt import SHORT, formatted, kind_of_file
from readouts.model.base import adapter
from readouts.model.collections import COLLECTIONS
from readouts.model.describe import keys
from readouts.problems import BrokenRecordsError
from readouts.source import parse

CASES = ROOT / "tests/cases/fmt"
FILES = [path.relative_to(TREE) for path in sorted(TREE.rglob("*.yaml"))]


INPUTS = [path for path in sorted(CASES.rglob("*.yaml")) if not path.name.endswith(".expected.yaml")]


@pytest.mark.parametrize("case", INPUTS, ids=lambda case: str(case.relative_to(CASES)))
def test_a_case(case: Path) -> None:
    # The layout is that of the file beside it, and that file has it already.
    expected = case.with_suffix(".expected.yaml").read_text(encoding="utf-8")
    name = PurePosixPath(case.relative_to(CASES))
    assert formatted(name, case.read_bytes()).decode() == expected
    assert formatted(name, expected.encode()).decode() == expected


def typed(records: Path) -> dict[str, object]:
    """What the records of a tree say, as the model has it."""
    read = load(records)
    assert [problem for file in read.files.values() for problem in file.problems] == []
    return {f"{each.collection}/{each.id}": each.entry for file in read.files.values() for each in file.records}


@pytest.mark.parametrize("records", [TREE, FROZEN], ids=["invented", "frozen"])
def test_the_records_are_the_same(records: Path, tmp_path: Path) -> None:
    # Every field of every record, and every comment; what has the layout keeps its bytes.
    copy = shutil.copytree(records, tmp_path / "records")
    for path in copy.rglob("*.yaml"):
        raw = path.read_bytes()
        name = PurePosixPath(path.relative_to(copy))
        path.write_bytes(formatted(name, raw))
        assert formatted(name, path.read_bytes()) == path.read_bytes()
        assert sorted(parse(name, raw).comments) == sorted(parse(name, path.read_bytes()).comments)
    assert typed(copy) == typed(records)


@given(st.data())
@settings(max_examples=500, deadline=None)
def test_a_record_in_any_state(data: st.DataObject) -> None:
    # With pieces cut out and put in: refused for what the reader says, or kept; never half of both.
    file = data.draw(st.sampled_from(FILES))
    text = (TREE / file).read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        text = (
            text[:at]
            + data.draw(st.sampled_from([*PIECES, "\n# a\n", "\n    # a\n", "  # a\n"]))
            + text[at + data.draw(st.integers(0, 4)) :]
        )
    before = parse(PurePosixPath(file), text.encode())
    if before.problems:
        with pytest.raises(BrokenRecordsError) as refused:
            formatted(PurePosixPath(file), text.encode())
        assert refused.value.problems == sorted(before.problems)
    else:
        raw = formatted(PurePosixPath(file), text.encode())
        assert formatted(PurePosixPath(file), raw) == raw
        assert len(parse(PurePosixPath(file), raw).comments) == len(before.comments)


def test_the_record_of_the_guide_has_the_layout() -> None:
    # What people copy needs no change.
    guide = (ROOT / "docs/about/contributing.md").read_text(encoding="utf-8")
    found = re.findall(r"```yaml\n(kind: .*?)```", guide, re.DOTALL)
    assert found
    for each in found:
        assert formatted(PurePosixPath("meetings/2018/x.yaml"), each.encode()).decode() == each


def test_keys_have_one_order() -> None:
    # That of the model, what every record has last, and unknown ones behind them in their own order.
    raw = b"zebra: a\nwikidata: Q1\nchanges: []\napple: b\nnote: c\ncountry: IS\nname: {given: d, family: e}\n"
    found = formatted(PurePosixPath("people/x.yaml"), raw).decode()
    assert re.findall(r"^\w+", found, re.MULTILINE) == ["name", "country", "wikidata", "note", "zebra", "apple"]
    assert "name: {family: e, given: d}\n" in found


def test_what_is_the_rule_is_dropped() -> None:
    # The record is the same without it. What has a comment stays, and a part never becomes empty.
    raw = b"""\
kind: summit
status: held
mode: in-person
date: 2031
sessions: [{kind: talks}, {kind: talks, start: 10:25}]
delegations: [{for: IS, members: []}, {for: FJ}]
outcomes: []
readouts:
  - {publisher: mfa-is, language: is, origin: primary, read: part, recorded: part, wording: summary  # ours
    }
"""
    name = PurePosixPath("meetings/2031/2031-fiji-iceland.yaml")
    found = formatted(name, raw)
    assert (
        found.decode()
        == """\
kind: summit
date: "2031"
sessions:
  - kind: talks
  - start: 10:25
delegations:
  - for: IS
  - for: FJ
readouts:
  - publisher: mfa-is
    language: is
    read: part
    recorded: part
    wording: summary  # ours
"""
    )
    (meetings, *_) = COLLECTIONS
    entries = [adapter(meetings.type).validate_python({**record(name, each), "id": "x"}) for each in (raw, found)]
    assert entries[0] == entries[1]


def record(name: PurePosixPath, raw: bytes) -> dict[str, Any]:
    """The data of a file with one record."""
    data = parse(name, raw).data
    assert isinstance(data, dict)
    return data


def test_line_ends_and_a_mark_at_the_beginning() -> None:
    # Those of Unix, and none.
    assert formatted(PurePosixPath("topics.yaml"), b"\xef\xbb\xbfa:\r\n  name:   B\r\n\r\n\r\n\r\nb:\r\n  name: C") == (
        b"a:\n  name: B\n\nb:\n  name: C\n"
    )


@pytest.mark.parametrize(
    ("path", "raw", "code"),
    [
        ("people/x.yaml", b"name: a: b", "yaml-syntax"),
        ("people/x.yaml", b"name: a\nname: b", "yaml-duplicate-key"),
        ("people/x.yaml", b"name: a \xff", "file-encoding"),
        ("people/x/y.yaml", b"name: a", "file-name"),
        ("x.yaml", b"name: a", "file-name"),
    ],
)
def test_what_is_refused(path: str, raw: bytes, code: str) -> None:
    # What the reader refuses, in its words, and files in which no record belongs.
    with pytest.raises(BrokenRecordsError) as refused:
        formatted(PurePosixPath(path), raw)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_a_file_that_would_lose_something_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    # Whatever the writer does wrong, the file is not written.
    for wrong in ("name: Ana\n", "name: {given: Ana}\ncountry: IS\n", "name: [\n"):
        monkeypatch.setattr("readouts.editing.fmt.write", lambda _, text=wrong: text)
        with pytest.raises(BrokenRecordsError) as refused:
            formatted(PurePosixPath("people/x.yaml"), b"name: {given: Ana}  # so far\ncountry: IS\n")
        assert [problem.code for problem in refused.value.problems] == ["format"]


def test_the_kind_is_told_by_the_end_of_the_path() -> None:
    # In any tree of records; short parts hold nothing but single values.
    for each in COLLECTIONS:
        file = each.file(each.example)
        for path in (file, f"records/{file}", f"/tmp/topics/records/{file}"):  # noqa: S108  # a name only
            assert kind_of_file(PurePosixPath(path)) is each
    assert kind_of_file(PurePosixPath("records/2031/x.yaml")) is None
    for part in SHORT:
        assert not [key for key, info in keys(part).items() if "tuple" in str(info.annotation)]


def test_numbers_are_not_quoted() -> None:
    # Texts that look like numbers are, so that editors take both for what they are.
    raw = b"suva:\n  name: '12'\n  capital: 'true'\n  coordinates: {latitude: '1.5', longitude: \"-2\"}\n"
    assert formatted(PurePosixPath("places.yaml"), raw).decode() == (
        'suva:\n  name: "12"\n  coordinates: {latitude: 1.5, longitude: -2}\n  capital: true\n'
    )


@pytest.mark.parametrize("line", ["  #\n", "  # x\n", "# x\n", "  ## x ##\n"])
def test_time_grows_with_comments_only(line: str) -> None:
    # It takes a moment. Where time grows with the square it would take minutes, and pytest would stop it.
    raw = "name: {given: Seru}\nalso:\n  - Old Seru\n" + line * (900_000 // len(line))
    assert formatted(PurePosixPath("people/x.yaml"), raw.encode()).count(b"#") == raw.count("#")


def test_a_comment_of_several_signs_stays_as_it_is() -> None:
    raw = b"name: {given: Seru}\nalso:\n  ## forms ##\n  - Old Seru\n"
    assert formatted(PurePosixPath("people/x.yaml"), raw) == raw


@pytest.mark.parametrize("number", ["1e3", "0o17", "-1.5E+3"])
def test_what_another_reader_takes_for_a_number_is_quoted(number: str) -> None:
    raw = f"name: {{given: {number}}}\n".encode()
    assert formatted(PurePosixPath("people/x.yaml"), raw).decode() == f'name: {{given: "{number}"}}\n'
