"""From nodes to text: the one layout of a file. It knows YAML and nothing of records.

A value stands behind its key or dash, on one line, where it fits: a text plain or in quotes, a list of texts or a mapping that asks
for it in brackets. What does not fit goes below it, two columns further in: a long text as a block of lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from readouts.source import scalars
from readouts.source.nodes import Node

WIDTH = 120
"""Columns of a line; only what cannot be broken is longer."""
_STEP = 2


def write(root: Node) -> str:
    """The text of a file, which the strict reader takes for the same data.

    Blank lines stay, but no two in a row, and none at the ends of the file.
    """
    _lift(root)
    chunks = [*_notes(root.above, 0), *_notes([root.beside] if root.beside else [], 0)]
    if isinstance(root.value, str) or not root.value:
        chunks += [_brackets(root, 0) or scalars.inline(str(root.value)), *_notes(root.below, 0)]
    else:
        chunks += _block(root, 0)
    kept = [chunk for chunk, before in zip(chunks, ["", *chunks], strict=False) if chunk or before]
    return "\n".join(kept).rstrip("\n") + "\n"


def _lift(node: Node) -> None:
    """Move what would stand between a dash and the first line behind it above the dash."""
    for part in node.parts:
        _lift(part)
        if isinstance(node.value, list) and (first := next(part.parts, None)):
            part.above, first.above = part.above + first.above, []


def _block(node: Node, indent: int) -> Iterator[str]:
    """The lines of a list or mapping. Those of a text stay together, so that its blank lines are not taken for others."""
    pad = " " * indent
    heads = (
        [f"{pad}{scalars.key(key)}:" for key in node.value] if isinstance(node.value, dict) else [f"{pad}-"] * len(node.value)
    )
    for head, part in zip(heads, node.parts, strict=True):
        yield from _notes(part.above, indent)
        if isinstance(part.value, str):
            yield _text(head, part, part.value, indent)
        elif line := _brackets(part, WIDTH - len(head) - 1, listed=isinstance(node.value, list)):
            yield f"{head} {line}{_beside(part)}"
        elif isinstance(node.value, dict):
            yield f"{head}{_beside(part)}"
            yield from _block(part, indent + _STEP)
        else:
            yield from _item(part, indent)
    yield from _notes(node.below, indent)


def _item(node: Node, indent: int) -> Iterator[str]:
    """A list or mapping in a list, whose first line stands behind the dash; a comment that would stand there goes above."""
    first, *others = _block(node, indent + _STEP)
    yield from _notes([node.beside] if node.beside else [], indent)
    while first.lstrip(" ").startswith("#"):
        yield from _notes([first.lstrip(" ")], indent)
        first, *others = others
    yield f"{' ' * indent}- {first.lstrip(' ')}"
    yield from others


def _text(head: str, node: Node, text: str, indent: int) -> str:
    """A text behind its key or dash, or as a block below it."""
    line = scalars.inline(text, typed=node.typed, apart=bool(node.beside))
    room, below = WIDTH - len(head) - 1, WIDTH - indent - _STEP
    lines = None
    if "\n" in text:
        lines = (scalars.folded(text, below) if len(text) - 1 > below else None) or scalars.verbatim(text)
    elif len(line) > room:
        lines = scalars.folded(text, below)
    if lines is None:
        return f"{head} {line}{_beside(node)}"
    pad = " " * (indent + _STEP)
    return "\n".join([f"{head} {lines[0]}{_beside(node)}", *(f"{pad}{each}" if each else "" for each in lines[1:])])


def _brackets(node: Node, room: int, *, listed: bool = False) -> str | None:
    """A list or mapping in brackets; None where it stands in lines: it does not fit, has comments, or holds more than texts.

    A mapping of one key in a list needs no brackets to stand on one line: `- credit: Press Office`.
    """
    if not node.value:
        return "{}" if isinstance(node.value, dict) else "[]"
    texts = [part.value for part in node.parts if isinstance(part.value, str) and not part.commented and "\n" not in part.value]
    if len(texts) < len(node.value) or any(node.below):
        return None
    found = [scalars.inline(text, typed=part.typed, brackets=True) for text, part in zip(texts, node.parts, strict=True)]
    if isinstance(node.value, list):
        line = f"[{', '.join(found)}]"
    elif node.one_line and not (listed and len(found) == 1):
        line = f"{{{', '.join(f'{scalars.key(key)}: {text}' for key, text in zip(node.value, found, strict=True))}}}"
    else:
        return None
    return line if len(line) <= room else None


def _beside(node: Node) -> str:
    return f"  {node.beside}" if node.beside else ""


def _notes(lines: list[str], indent: int) -> Iterator[str]:
    """Comments and blank lines. Deeper than what is around it, a comment needs a space behind its sign."""
    for line in lines:
        text = line.lstrip("#")
        signs = line[: len(line) - len(text)]
        apart = " " if indent and text[:1].strip() else ""
        yield f"{' ' * indent}{signs}{apart}{text}" if line else ""
