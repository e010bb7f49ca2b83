"""Built sites to compare."""

from __future__ import annotations

import shutil

from conftest import Project


def pages(project: Project) -> dict[str, bytes]:
    """Every page of a built site."""
    site = project.folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}


def plain(project: Project) -> dict[str, bytes]:
    """Every page as MkDocs makes it from the Markdown."""
    project.edit("mkdocs.yml", "extra:\n", "extra:\n  plain: true\n")
    shutil.rmtree(project.folder / "site")
    done = project.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "because `extra: plain` is set" in done.stderr
    return pages(project)


def assert_same(first: dict[str, bytes], second: dict[str, bytes]) -> None:
    """The same pages, byte for byte."""
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
