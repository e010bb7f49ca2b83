"""The strict reader on any input: it loses nothing, takes its time in proportion, and its hints are right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from any_yaml import RECORDS, anything
from conftest import ROOT
from readouts.problems import Loc
from readouts.problems.text import line
from readouts.source import MAX_BYTES, Data, parse

CASES = ROOT / "tests/cases" / "source"
HERE = PurePosixPath("x.yaml")


@pytest.mark.parametrize("case", sorted(CASES.glob("*.yaml")), ids=lambda case: case.stem)
def test_what_is_refused(case: Path) -> None:
    # The strict reader refuses exactly what the case says, in its words and at its places.
    document = parse(PurePosixPath(case.name), case.read_bytes())
    found = [f"{line(problem)}\n".removeprefix(f"{case.name}:") for problem in sorted(document.problems)]
    assert "".join(found) == case.with_suffix(".txt").read_text(encoding="utf-8")


def texts(data: Data, loc: Loc = ()) -> Iterator[tuple[Loc, bool, str]]:
    """Every text in some data: where it is, whether it is a key there, and what it says."""
    if isinstance(data, str):
        yield loc, False, data
        return
    for step, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(step, str):
            yield (*loc, step), True, step
        yield from texts(value, (*loc, step))


@given(anything)
@example(b"a: " + b"[" * 30 + b"{}" + b"]" * 30)
@example(b"a: " + b"[" * 31 + b"{}" + b"]" * 31)
@example(b"? a\n: b")
@settings(max_examples=1500, deadline=None)
def test_what_is_accepted_is_what_yaml_says(raw: bytes) -> None:
    # PyYAML's own loader finds the same texts, and each stands where the reader says.
    document = parse(HERE, raw)
    lines = [*raw.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), ""]
    for problem in document.problems:
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.message
        assert problem.hint
    if not document.problems:
        assert document.data == yaml.load(raw, yaml.CBaseLoader)  # noqa: S506  # builds nothing but texts, lists and dicts
        for loc, key, text in texts(document.data):
            line, column = document.position(loc, key=key)
            assert lines[line - 1][column - 1] in (text[0], "'", '"', "|", ">")


@given(st.data())
@settings(max_examples=1500, deadline=None)
def test_a_number_sign_is_never_lost(data: st.DataObject) -> None:
    # Wherever ` #4` comes into the text of a record, it is in the data or the file is refused.
    lines = data.draw(st.sampled_from(RECORDS)).split("\n")
    number = data.draw(
        st.sampled_from([n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")])
    )
    line = lines[number]
    at = data.draw(st.integers(len(line) - len(line.lstrip()) + 1, len(line)))
    gap = data.draw(st.sampled_from([" ", "  ", "\n" + " " * (len(line) - len(line.lstrip(" -")) + 1)]))
    lines[number] = f"{line[:at]}{gap}#4{line[at:]}"
    document = parse(HERE, "\n".join(lines).encode())
    assert document.problems or any("#4" in text for _, _, text in texts(document.data))


@pytest.mark.parametrize("case", sorted(CASES.glob("*.yaml")), ids=lambda case: case.stem)
def test_what_a_hint_says_is_right(case: Path) -> None:
    # With the line written as the hint says, nothing in that line is refused any more.
    for problem in parse(HERE, case.read_bytes()).problems:
        found = re.search(r"(?:: |^write )`(.+)`$", problem.hint)
        if not found:
            continue
        lines = case.read_text(encoding="utf-8").split("\n")
        line = lines[problem.line - 1]
        lines[problem.line - 1] = line[: len(line) - len(line.lstrip(" "))] + found[1]
        assert problem.line not in [each.line for each in parse(HERE, "\n".join(lines).encode()).problems]


SIZE = 1_000_000
LONG: dict[str, Callable[[int], str]] = {
    "a-word": lambda n: "a: " + "x" * n,
    "words": lambda n: "a: " + "x " * (n // 2) + "y",
    "spaces": lambda n: "a: b" + " " * n + "#c",
    "signs": lambda n: "a: x" + "#" * n,
    "brackets": lambda n: "a: " + "[" * n,
    "items-in-brackets": lambda n: "a: " + "[" * 31 + "b, " * (n // 3),
    "questions": lambda n: "? " * (n // 2),
    "dashes": lambda n: "- " * (n // 2),
    "quotes": lambda n: "a: " + '"b" ' * (n // 4),
    "escapes": lambda n: 'a: "' + "\\u202e" * (n // 6) + '"',
    "blank-lines": lambda n: "a: |\n" + "\n" * n + " b",
    "an-open-quote": lambda n: 'a: "' + "b: c\n" * (n // 5),
    "an-open-bracket": lambda n: "a: [b\n" + "c: d\n" * (n // 5),
    "tabs": lambda n: "\t\n" * (n // 2),
    "a-line-of-tabs": lambda n: "\t" * n,
    "controls": lambda n: "\x01\n" * (n // 2),
    "merges": lambda n: "<<<<<<< a\n" * (n // 10),
    "directives": lambda n: "".join(f"%TAG !a{each}! x\n" for each in range(n // 15)) + "---\na: b",
    "comments": lambda n: "# x\n" * (n // 4) + "a: b",
    "comments-behind-texts": lambda n: "".join(f"a{each}: b # c\n" for each in range(n // 14)),
    "comments-below-texts": lambda n: "- a\n  #b\n" * (n // 9),
    "comments-in-brackets": lambda n: "a: [" + "b c # d\n," * (n // 9) + "]",
    "duplicate-keys": lambda n: "a: b\n" * (n // 5),
    "missing-values": lambda n: "".join(f"a{each}:\n" for each in range(n // 8)),
    "anchors": lambda n: "".join(f"a{each}: &b c\n" for each in range(n // 14)),
    "aliases": lambda n: "".join(f"a{each}: *b\n" for each in range(n // 12)),
    "indentation": lambda n: "\n".join(" " * each + "a:" for each in range(int((2 * n) ** 0.5))),
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_time_grows_with_size_only(text: Callable[[int], str]) -> None:
    # Each takes a moment. Where time grows with the square it would take minutes, and pytest would stop it.
    assert parse(HERE, text(SIZE).encode()).path == HERE


def test_a_file_may_be_too_large() -> None:
    # Nothing is read of what is larger than any record.
    raw = b"a: " + b"x" * MAX_BYTES
    assert [problem.code for problem in parse(HERE, raw).problems] == ["file-size"]
    assert parse(HERE, raw[:MAX_BYTES]).data == {"a": "x" * (MAX_BYTES - 3)}
