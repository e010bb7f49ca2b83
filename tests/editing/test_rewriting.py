"""Changing a few values of a file, and putting records into one: nothing else of it changes."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from any_yaml import PIECES
from conftest import FROZEN, TREE
from readouts.archive.load import load
from readouts.editing.entries import read_entries
from readouts.editing.new import files_of
from readouts.editing.rewriting import Rewriting
from readouts.problems import BrokenRecordsError
from readouts.source import Data, parse
from readouts.source.spans import read_spans

SHARED = [path.read_text(encoding="utf-8") for tree in (TREE, FROZEN) for path in sorted(tree.glob("*.yaml"))]


@st.composite
def shared_files(draw: st.DrawFn) -> str:
    """A file of several records, with comments and blank lines put in, in any order of its records."""
    text = draw(st.sampled_from(SHARED))
    for _ in range(draw(st.integers(0, 4))):
        lines = text.split("\n")
        lines.insert(draw(st.integers(0, len(lines))), draw(st.sampled_from(["", "# a", "  # b", "    # c", *PIECES[:8]])))
        text = "\n".join(lines)
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@given(shared_files(), st.sampled_from(["a", "lima-2", "zz"]))
@settings(max_examples=300, deadline=None)
def test_a_record_put_into_a_file(text: str, key: str) -> None:
    # The others say the same, and so do all comments; in a file in alphabetical order it stands where it belongs.
    before = parse(PurePosixPath("x"), text.encode())
    if before.problems or not isinstance(before.data, dict):
        return
    entries = read_entries(text)
    assert entries is not None
    assert entries.text.rstrip("\r\n") == text.rstrip("\r\n")
    was_in_order = entries.in_order
    entries.put(key, f"{key}:\n  name: New\n")
    after = parse(PurePosixPath("x"), entries.text.encode())
    assert after.problems == []
    assert after.data == before.data | {key: {"name": "New"}}
    assert sorted(after.comments) == sorted(before.comments)
    assert entries.in_order == was_in_order


@given(shared_files(), st.data())
@settings(max_examples=300, deadline=None)
def test_a_value_in_the_place_of_another(text: str, data: st.DataObject) -> None:
    # One value is another one; every byte before and behind it stays, in a file that has not the one layout.
    raw = text.encode() + b"\n"
    path = PurePosixPath("records/topics.yaml")
    try:
        rewriting = Rewriting(path, raw)
    except BrokenRecordsError:
        return
    spans = read_spans(text)
    every = [loc for loc, span in spans.items() if len(loc) > 1 and text[span.start : span.end].replace("-", "").isalnum()]
    loc = data.draw(st.sampled_from(every))
    old = text[spans[loc].start : spans[loc].end]
    rewriting.replace(loc, old, "another-one")
    found = rewriting.done().decode()
    expected = text[: spans[loc].start] + "another-one" + text[spans[loc].end :] + "\n"
    if found != expected:  # then the file had the one layout, and has it again
        assert parse(path, found.encode()).data == parse(path, expected.encode()).data
        assert "\r" not in text


def test_what_would_be_lost_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    # Whatever goes wrong in the text, the file is not written.
    raw = b"a:\n  name: A\n  broader: b  # so\n"
    for wrong in ("c # x", "c\n  kind: x", "c: d", "[c"):
        rewriting = Rewriting(PurePosixPath("topics.yaml"), raw)
        monkeypatch.setattr(rewriting, "edits", [(23, 24, wrong)])
        rewriting.said = {"a": {"name": "A", "broader": "c"}}
        with pytest.raises(BrokenRecordsError) as refused:
            rewriting.done()
        assert next(problem.code for problem in refused.value.problems) in ("rename", "yaml-syntax", "yaml-comment")


def test_a_record_that_would_change_others_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Whatever goes wrong where it is put in, nothing is written.
    (tmp_path / "topics.yaml").write_text("fish: {name: Fish, kind: theme, definition: Animals.}\n", encoding="utf-8")
    monkeypatch.setattr("readouts.editing.entries.Entries.text", "new-one:\n  name: New\n")
    with pytest.raises(BrokenRecordsError) as refused:
        files_of(load(tmp_path), {("topics", "new-one"): {"name": "New"}})
    assert [problem.message for problem in refused.value.problems] == ["new-one cannot be put into this file"]


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    # With the first record, and with a second one of the same command.
    drafts: dict[tuple[str, str], dict[str, Data]] = {("topics", "b"): {"name": "B"}, ("topics", "a"): {"name": "A"}}
    assert files_of(load(tmp_path), drafts) == {"topics.yaml": b"a:\n  name: A\n\nb:\n  name: B\n"}
