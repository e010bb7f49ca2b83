"""Files of any kind: records with pieces cut out and put in, pieces alone, and bytes."""

from __future__ import annotations

from hypothesis import strategies as st

from conftest import TREE

RECORDS = [path.read_text(encoding="utf-8") for path in sorted(TREE.rglob("*.yaml"))]
PIECES = [
    *(
        " #",
        " #4 ",
        "  # x",
        "# ",
        ": ",
        ":",
        "- ",
        "-",
        "? ",
        "\n",
        "\r\n",
        "\r",
        "\n  ",
        "\t",
        " ",
        "'",
        '"',
        "\\",
        "|\n",
        ">-\n",
    ),
    *("[", "]", "{", "}", ",", "[" * 31, "]" * 31, "{a: " * 31, "}" * 31, "&a ", "*a", "!b ", "!!str ", "<<: ", "%TAG ! x\n"),
    *("---\n", "...\n", "\n<<<<<<< a\n", "\\u202e", "\\\n", "@", "`", "~", "\ufeff", "\x85", "\u2028", "\x00", "é", "😀"),
]


@st.composite
def changed(draw: st.DrawFn) -> bytes:
    """A record with a few pieces of it cut out and others put in."""
    text = draw(st.sampled_from(RECORDS))
    start = draw(st.integers(0, len(text)))
    text = text[start : start + draw(st.integers(1, 400))] if draw(st.booleans()) else text
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + draw(st.integers(0, 4)) :]
    return text.encode()


anything = (
    changed() | st.lists(st.sampled_from([*PIECES, "a", "b c"])).map(lambda pieces: "".join(pieces).encode()) | st.binary()
)
