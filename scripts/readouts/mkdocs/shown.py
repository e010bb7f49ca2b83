"""Problems where people look while the site is served: a page of them in the place of every page, and warnings above one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readouts.build.files import replace_bytes
from readouts.pages.problems import problem_page, warning_page
from readouts.render.html import fragment
from readouts.render.markdown import document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readouts.build.lines import Lines
    from readouts.build.outputs import Output
    from readouts.problems import Problem

_SHOWN = ".problems"
"""Where the pages with the problems are, one for each depth of pages."""

_DEPTHS = range(8)
"""How deep pages may lie in the site."""


def write_problems(site: Output, problems: Sequence[Problem], lines: Lines) -> None:
    """Write a page with the problems for each depth of pages: relative addresses differ with it."""
    page = problem_page(problems, lines)
    for depth in _DEPTHS:
        path = "/".join(["x"] * depth) + ".md" if depth else "index.md"
        replace_bytes(site.folder / _SHOWN / f"{depth}.html", site.text(replace(page, path=path)).encode())


def instead(path: str, mount: str) -> str:
    """The path of the page with the problems that is served for that of another one.

    Args:
        path: That which a browser asks for.
        mount: Where the site begins: `/`, or a folder between slashes.
    """
    if not (path.startswith(mount) and path.endswith("/")):
        return path
    return f"{mount}{_SHOWN}/{path.count('/') - mount.count('/')}.html"


def problems_as_markdown(problems: Sequence[Problem], lines: Lines) -> str:
    """What a page that MkDocs reads says in the place of its own text."""
    return document(problem_page(problems, lines))


def warnings_as_html(warnings: Sequence[Problem], lines: Lines) -> str:
    """What stands above a page; nothing where there is no warning."""
    if not warnings:
        return ""
    content = fragment(warning_page(warnings, lines)).content
    return f'<aside class="ro-warnings" aria-label="Warnings" tabindex="0">\n{content}\n</aside>'
