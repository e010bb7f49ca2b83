"""Text is text: whatever a record contains is shown as it is, and never runs."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from any_text import page_of, texts
from conftest import ROOT, TREE, Project, make_project
from html_text import lines, squeezed, tags
from readouts.model.texts import _line
from readouts.render.blocks import Page
from readouts.render.markdown import document
from readouts.source import parse

CORPUS = (ROOT / "tests/cases" / "texts.txt").read_text(encoding="utf-8").splitlines()
EXTENSIONS: Any = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]


def rendered(page: Page) -> str:
    """The page's HTML by Python-Markdown as MkDocs sets it up."""
    names = [each if isinstance(each, str) else next(iter(each)) for each in EXTENSIONS]
    options = {name: value for each in EXTENSIONS if isinstance(each, dict) for name, value in each.items()}
    body = document(page).split("\n---\n", 1)[1]
    return markdown.Markdown(extensions=names, extension_configs=options).convert(body)


@given(texts)
@example("1. x")
@example("[x]: http://e.org 'y'")
@example("*[x]: y")
@example("{ #h .c }")
@example("x {: onclick=alert(1) }")
@example("</div>")
@example("    code")
@example("klzzwxh:0001")
@settings(max_examples=300, deadline=None)
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    # Every place of a page shows the text, and no tag is on the page that the page did not ask for.
    text = _line(text)
    html = rendered(page_of(text))
    wanted = squeezed(text)
    twice = f"{wanted} {wanted}"
    table = [wanted, "x", wanted, wanted]
    expected = [wanted, wanted, twice, twice, wanted, wanted, wanted, wanted, wanted, wanted, wanted, *table]
    assert lines(html) == expected
    plain = [tag for tag, _ in tags(rendered(page_of("x")))]
    assert [tag for tag, _ in tags(html)] == plain
    assert not any(name.startswith("on") for _, attributes in tags(html) for name in attributes)


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
@settings(max_examples=500, deadline=None)
def test_no_input_ends_in_a_traceback(raw: bytes) -> None:
    # Anything at all is either read or refused with a place in the file.
    document = parse(PurePosixPath("x.yaml"), raw)
    for problem in document.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message
        assert problem.hint


@given(
    st.recursive(
        texts.map(squeezed), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts.map(squeezed), inner, max_size=4)
    )
)
@settings(max_examples=200, deadline=None)
def test_what_is_quoted_is_read_back(data: Any) -> None:  # noqa: ANN401  # any JSON
    # JSON is YAML: a tree of quoted texts comes back as it was, every scalar a text.
    raw = json.dumps({"data": data}, ensure_ascii=False).encode()
    document = parse(PurePosixPath("x.yaml"), raw)
    refused = [problem.code for problem in document.problems]
    if not refused:
        assert document.data == {"data": data}
    assert set(refused) <= {"yaml-no-value", "yaml-character", "yaml-syntax", "yaml-depth"}


@pytest.fixture(scope="module")
def nasty_site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site whose record has the corpus of nasty texts in every field that takes text."""
    project = make_project(tmp_path_factory.mktemp("nasty") / "project", TREE)
    project.edit("docs/about/index.md", "../meetings/2014/2014-11-10-japan-peru.md", "../meetings/index.md")
    statements = [{"id": f"n{n}", "act": "state", "gist": text, "note": text} for n, text in enumerate(CORPUS)]
    paragraphs = [{"id": f"q{n}", "text": text, "note": text} for n, text in enumerate(CORPUS)]
    record = {
        "kind": "summit",
        "date": "2033-01-01",
        "place": "suva",
        "note": CORPUS[0],
        "delegations": [{"for": "FJ"}, {"for": "IS"}],
        "readouts": [
            {
                "publisher": "mfa-is",
                "language": "is",
                "url": "https://example.org/",
                "origin": "primary",
                "read": "whole",
                "recorded": "whole",
                "wording": "verbatim",
                "credit": CORPUS[1],
                "sections": [{"paragraphs": [{"id": "nasty", "statements": statements}, *paragraphs]}],
            }
        ],
    }
    file = project.folder / "records/meetings/2033/2033-01-01-fiji-iceland.yaml"
    file.parent.mkdir()
    file.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    done = project.mkdocs("build")  # not strictly: markup in a gist is warned of
    assert done.returncode == 0, done.stderr
    return project


def test_nasty_texts_through_mkdocs(nasty_site: Project) -> None:
    # The published page shows each text letter for letter, and has no script or handler beside the theme's.
    html = (nasty_site.folder / "site/meetings/2033/2033-01-01-fiji-iceland/index.html").read_text(encoding="utf-8")
    article = re.search(r"<article.*</article>", html, re.DOTALL)
    assert article
    shown = "\n".join(lines(article[0]))
    for text in CORPUS:
        assert shown.count(squeezed(text)) >= 4, text  # paragraph, statement, and a note on each
    found = tags(article[0])
    assert not [tag for tag, _ in found if tag in ("script", "iframe", "img", "style", "form", "b", "code", "em", "mark")]
    assert not [name for _, attributes in found for name in attributes if name.startswith("on")]
    assert not [each for _, attributes in found if (each := attributes.get("href") or "").startswith("javascript")]
