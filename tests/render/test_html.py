"""The HTML that is handed to MkDocs is what MkDocs makes of the Markdown, on every page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink

from any_text import page_of, texts
from conftest import ROOT, all_files, all_pages
from readouts.archive.archive import Archive
from readouts.build.search_pages import _EXTENSIONS
from readouts.model.texts import _line
from readouts.render.blocks import Heading, Page
from readouts.render.html import TOC_DEPTH, fragment
from readouts.render.markdown import document
from readouts.render.urls import WRITTEN

Contents = list[tuple[str, str, int, "Contents"]]


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    """The site's own configuration, with its Markdown extensions."""
    return load_config(str(ROOT / "mkdocs.yml"))


def rendered(pages: list[Page], config: MkDocsConfig, others: Iterable[str] = ()) -> Iterable[tuple[str, Contents]]:
    """What MkDocs makes of the Markdown: content and table of contents of each page. `others` are files that pages may lead to."""
    files = Files([File(page.path, None, config.site_dir, use_directory_urls=True) for page in pages])
    for page, file in zip(pages, files, strict=True):
        file.content_string = document(page)
    made_of = list(files)
    for path in (*WRITTEN, *others):
        files.append(File(path, str(ROOT / "docs"), config.site_dir, use_directory_urls=True))
    for file in made_of:
        made = MkDocsPage(None, file, config)
        made.read_source(config)
        made.render(config, files)
        yield made.content or "", contents(made.toc)


def contents(links: Iterable[AnchorLink]) -> Contents:
    """A table of contents as plain data."""
    return [(each.title, each.id, each.level, contents(each.children)) for each in links]


def nested(tokens: Iterable[Any]) -> Contents:
    """The same of ours."""
    return [(each["name"], each["id"], each["level"], nested(each["children"])) for each in tokens]


def test_the_settings_are_those_of_mkdocs(config: MkDocsConfig) -> None:
    # What is stated in Python, too, is what `mkdocs.yml` says.
    named = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    assert sorted(_EXTENSIONS) == sorted(name for each in named for name in ([each] if isinstance(each, str) else each))
    assert config.mdx_configs["toc"]["toc_depth"] == TOC_DEPTH


@pytest.mark.parametrize("which", ["small", "real"])
def test_every_page(which: str, request: pytest.FixtureRequest, config: MkDocsConfig) -> None:
    # The real archive and the invented one, whole.
    archive: Archive = request.getfixturevalue(which)
    pages = list(all_pages(archive))
    others = all_files(archive)
    for page, (content, toc) in zip(pages, rendered(pages, config, others), strict=True):
        made = fragment(page, {*others, *(each.path for each in pages)})
        assert made.content == content, page.path
        assert nested(made.toc) == toc, page.path


@given(texts)
@settings(max_examples=150, deadline=None)
def test_any_text_in_any_place(config: MkDocsConfig, text: str) -> None:
    # Wherever a text stands, both ways print the same.
    page = page_of(_line(text))
    there = Page("people/x.md", "x", "x", "x", (Heading(1, ("x",)),))
    content, toc = next(iter(rendered([page, there], config)))
    made = fragment(page)
    assert made.content == content
    assert nested(made.toc) == toc
