"""Where values stand: whatever stands between the first and the last sign of a value, is that value."""

from __future__ import annotations

from pathlib import PurePosixPath

from hypothesis import given, settings
from hypothesis import strategies as st

from any_yaml import anything
from readouts.problems import Loc
from readouts.source import Data, parse
from readouts.source.spans import read_spans


def values(data: Data, loc: Loc = ()) -> dict[Loc, Data]:
    """Every value by its way."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return {loc: data} | {way: each for key, item in inside for way, each in values(item, (*loc, key)).items()}


@given(anything, st.booleans())
@settings(max_examples=500, deadline=None)
def test_every_value_has_its_place(raw: bytes, windows: bool) -> None:  # noqa: FBT001  # hypothesis draws it
    # In any file that the strict reader takes, with line ends of Unix or of Windows.
    document = parse(PurePosixPath("x"), raw)
    if document.problems:
        return
    text = document.text.replace("\n", "\r\n") if windows else document.text
    spans = read_spans(text)
    every = values(document.data)
    assert spans.keys() == every.keys()
    for loc, span in spans.items():
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        if span.brackets or (isinstance(every[loc], str) and "\n" not in text[span.start : span.end]):
            opened = "[" if loc and spans[loc[:-1]].brackets else ""
            alone = parse(PurePosixPath("x"), f"k: {opened}{text[span.start : span.end]}{']' if opened else ''}".encode())
            assert alone.data == {"k": [every[loc]] if opened else every[loc]}
        if loc and isinstance(loc[-1], str) and "\n" not in text[slice(*span.key)]:
            assert parse(PurePosixPath("x"), f"{text[slice(*span.key)]}: v".encode()).data == {loc[-1]: "v"}
