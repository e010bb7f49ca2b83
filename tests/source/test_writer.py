"""The one layout: whatever is written, the strict reader takes for the same, with every comment, and it is written no other way."""

from __future__ import annotations

from itertools import pairwise
from pathlib import PurePosixPath

from hypothesis import example, given, settings
from hypothesis import strategies as st

from any_text import texts
from any_yaml import anything
from readouts.problems.lookalikes import mixed
from readouts.source import WIDTH, Node, parse, read_nodes, write
from readouts.source.characters import hidden

HERE = PurePosixPath("x.yaml")
ODD = [
    *(
        "NO",
        "no",
        "on",
        "~",
        "null",
        "true",
        "10:25",
        "~10:25",
        "2014-11-10",
        "2014",
        "0x1F",
        "1e3",
        "-1.5",
        "-",
        "?",
        ":",
        "---",
        "...",
    ),
    *(
        "a: b",
        "a:",
        ":a",
        "a #b",
        "a#b",
        "#a",
        " a",
        "a ",
        "a  b",
        "'",
        '"',
        "\\",
        'a"b',
        "a'b",
        "it's",
        "[a]",
        "{a",
        "a, b",
        "- a",
        "-a",
        "? a",
    ),
    *(
        "?a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        ">1 h",
        "%a",
        "@a",
        "`a",
        "<<",
        "=",
        "<<<<<<< a",
        "a\nb",
        "a\n",
        "a\n\nb\n",
        "\na",
        "a\n\n",
        " a\nb",
    ),
    *(
        "a\n b",
        "a \nb",
        "a\n  ",
        "a\tb",
        "a\n# b",
        "http://a.example/?b=c#d",
        "日本語",
        "１",
        "\u00a0a",
        "a\u00a0",
        "\u3000",
        "😀",
    ),
    *(
        f"{'word ' * 40}end",
        f"{'word ' * 40}",
        f" {'word ' * 40}end",
        f"{'wo: rd  ' * 30}end",
        "w" * 200,
        f"{'word ' * 40}end\n",
        f"{'a' * 130} b",
    ),
    f"{'word # ' * 40}end",
]
words = (st.sampled_from(ODD) | texts | st.lists(st.sampled_from(ODD), min_size=1).map(" ".join)).filter(
    lambda text: bool(text.strip()) and not hidden(text) and not mixed(text)
)
keys = (st.sampled_from([*ODD, "kind", "on"]) | texts).filter(
    lambda text: bool(text.strip()) and not hidden(text) and not mixed(text) and len(text) < WIDTH
)
remarks = st.lists(st.sampled_from(["", "# a", "#a", "#", "## a", "# a: b"]), max_size=3)


@st.composite
def nodes(draw: st.DrawFn, depth: int = 3) -> Node:
    """A tree with comments everywhere."""
    kind = draw(st.sampled_from(["text", "list", "mapping"] if depth else ["text"]))
    above = draw(remarks)
    beside = draw(st.sampled_from(["", "", "# b", "#"]))
    if kind == "text":
        return Node(draw(words), above, beside, typed=draw(st.booleans()))
    inner = nodes(depth=depth - 1)
    value = draw(st.lists(inner, max_size=4)) if kind == "list" else draw(st.dictionaries(keys, inner, max_size=4))
    below = draw(remarks) if value else []
    return Node(value, above, beside, below, one_line=draw(st.booleans()))


trees = nodes().filter(lambda node: not isinstance(node.value, str) and bool(node.value))


def all_comments(node: Node) -> list[str]:
    """What all comments of a tree say."""
    own = [comment.removeprefix("#").strip() for comment in (*node.above, node.beside, *node.below) if comment]
    return own + [comment for part in node.parts for comment in all_comments(part)]


def like(node: Node, other: Node) -> Node:
    """A node that asks for the layout that another asks for."""
    for part, asked in zip(node.parts, other.parts, strict=True):
        like(part, asked)
    node.one_line, node.typed = other.one_line, other.typed
    return node


@given(trees)
@settings(max_examples=1500, deadline=None)
def test_what_is_written_is_read_as_the_same(tree: Node) -> None:
    # Data in their order, comments, and the same text again.
    text = write(tree)
    document = parse(HERE, text.encode())
    assert document.problems == []
    assert repr(document.data) == repr(tree.data)
    assert sorted(comment[1:].strip() for comment in document.comments) == sorted(all_comments(tree))
    again = read_nodes(text)
    assert repr(again.data) == repr(tree.data)
    assert sorted(all_comments(again)) == sorted(all_comments(tree))
    assert write(like(again, tree)) == text


@given(anything)
@example(b"a:\n- x\n# b\n")
@example(b"# a\n---\nb: [c, # d\n  e] # f\n...\n# g\n")
@example(b"a:\n  b: |+\n    c\n\n  # d\n\ne: f\n")
@settings(max_examples=1500, deadline=None)
def test_what_was_laid_out_otherwise_is_kept(raw: bytes) -> None:
    # Any file that the strict reader takes: the same data and comments, in the one layout.
    before = parse(HERE, raw)
    if before.problems:
        return
    root = read_nodes(before.text)
    assert repr(root.data) == repr(before.data)
    text = write(root)
    after = parse(HERE, text.encode())
    assert after.problems == []
    assert repr(after.data) == repr(before.data)
    assert sorted(comment[1:].strip() for comment in after.comments) == sorted(
        comment[1:].strip() for comment in before.comments
    )
    assert write(read_nodes(text)) == text


@given(st.lists(st.sampled_from(["a", "long", "longer", "word", "Katmandú"]), min_size=1, max_size=80).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_lines_are_full_and_no_longer(text: str) -> None:
    # No word of a folded line would have had room on the line above.
    lines = write(Node({"key": Node([Node({"gist": Node(text)})])})).splitlines()
    assert max(map(len, lines)) <= WIDTH
    below = [line for line in lines if line.startswith(" " * 6)]
    assert all(len(line) + 1 + len(after.split()[0]) > WIDTH for line, after in pairwise(below))
