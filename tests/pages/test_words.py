"""What the pages say stands in one place, so that it can be read aloud and changed without hunting."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from conftest import ROOT

PAGES = ROOT / "scripts/readouts/pages"
MODULES = sorted(file.relative_to(PAGES).as_posix() for file in PAGES.rglob("*.py") if file.parent.name != "words")

VALUE = "\0"
"""Stands for a value in a text."""

WORDED = re.compile(rf"[^\W\d_]{{2,}},? [^\W\d_]|^\W*[A-Z][a-z]+\b(?!\[)|{VALUE} [a-z]{{3,}}|[a-z]{{3,}} {VALUE}")
"""Two words one after another, one that begins with a capital letter, or one beside a value."""

NO_WORDING = {
    "parts/metadata.py": (
        "Article",
        "Event",
        "GeoCoordinates",
        "OfflineEvent",
        "OnlineEvent",
        "Organization",
        "Person",
        "Place",
    ),
    "data.py": ("DataDownload", "Dataset", "Organization"),
}
"""Names of schema.org’s types, which are for machines, by module."""

MARKUP = re.compile(r"^<[a-z]+ [a-z]+=")
"""An element of a page’s head."""

CLASSES = re.compile(r"^ro-[a-z-]+( ro-[a-z-]+)*$")
"""Classes of the style sheet."""


def worded(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of each literal that reads like wording; docstrings and names of types are none."""
    tree = ast.parse(source)
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(node.value)
        elif isinstance(node, ast.AnnAssign):
            skipped.update(ast.walk(node.annotation))
            if isinstance(node.annotation, ast.Name) and node.annotation.id == "TypeAlias" and node.value:
                skipped.update(ast.walk(node.value))
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.JoinedStr):
            skipped.update(node.values)
            parts = (part.value if isinstance(part, ast.Constant) else VALUE for part in node.values)
            text = "".join(part for part in parts if isinstance(part, str))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if WORDED.search(text):
            yield node.lineno, text


def test_finds_wording() -> None:
    # the check itself: it sees sentences, labels and texts with values, and nothing else
    source = '''
"""A docstring of several words."""
Rows: TypeAlias = "Iterator[tuple[str, int]]"
A = "No speaker named"
B = f"And {more} more."
C = "Capital"
D = "ro-facts"
E = f"{name}, {when}: {by}"
F = "relations/japan-peru.md"
G = f"{number} earlier"
'''
    assert [line for line, _ in worded(source)] == [4, 5, 6, 10]


@pytest.mark.parametrize("module", MODULES)
def test_wording_stands_in_words(module: str) -> None:
    found = worded((PAGES / module).read_text(encoding="utf-8"))
    allowed = NO_WORDING.get(module, ())
    left = [
        f"{module}:{line}: {text!r}"
        for line, text in found
        if not text.startswith(allowed) and not MARKUP.match(text) and not CLASSES.match(text)
    ]
    assert not left, "put it into pages/words: " + "; ".join(left)


def test_nothing_is_left_that_no_page_says() -> None:
    words = {
        file.stem: {
            name
            for node in ast.parse(file.read_text(encoding="utf-8")).body
            for name in ([node.name] if isinstance(node, ast.FunctionDef) else _assigned(node))
        }
        for file in (PAGES / "words").glob("*.py")
    }
    sources = [file.read_text(encoding="utf-8") for file in PAGES.rglob("*.py")]
    used = {name for source in sources for name in re.findall(r"\b(?:say|shared|lists)\.(\w+)", source)}
    used |= {
        name for source in sources for line in re.findall(r"pages\.words\.\w+ import (.+)", source) for name in line.split(", ")
    }
    assert {module: sorted(names - used) for module, names in words.items() if names - used} == {}


def _assigned(node: ast.stmt) -> list[str]:
    return [each.id for each in node.targets if isinstance(each, ast.Name)] if isinstance(node, ast.Assign) else []
