"""Trees of records out of git: the bytes that were committed, or a sentence that says why not."""

from __future__ import annotations

from pathlib import Path

import pytest

import repository
from conftest import TREE
from readouts.editing.revisions import RevisionError, write_tree


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a folder of a repository."""
    return repository.make(tmp_path)


def test_a_tree_is_what_was_committed(project: Path, tmp_path: Path) -> None:
    # Byte for byte, wherever the project is in its repository; a link is no record, and what git makes of line ends does not count.
    (project / ".gitattributes").write_text("*.yaml text eol=crlf\n", encoding="utf-8")
    into = tmp_path / "into"
    into.mkdir()
    folder = write_tree(project, "records", "HEAD~1", into)
    assert folder == into / "records"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert files == {path.relative_to(TREE).as_posix(): path.read_bytes() for path in TREE.rglob("*.yaml")}


@pytest.mark.parametrize("revision", ["nowhere", "HEAD:a project/records", "--output=x", "HEAD --", "", "HEAD\nHEAD"])
def test_an_unknown_revision(project: Path, tmp_path: Path, revision: str) -> None:
    # Nothing that begins like an option reaches git as one.
    with pytest.raises(RevisionError, match="git knows no revision"):
        write_tree(project, "records", revision, tmp_path)
    assert not (project / "x").exists()


def test_a_revision_without_records(project: Path, tmp_path: Path) -> None:
    # Said as such.
    with pytest.raises(RevisionError, match="there is no folder recordings in HEAD"):
        write_tree(project, "recordings", "HEAD", tmp_path)


def test_no_repository(project: Path, tmp_path: Path) -> None:
    # As where somebody downloaded the files alone.
    (project.parent / ".git").rename(tmp_path / "elsewhere")
    with pytest.raises(RevisionError, match="is in no git repository"):
        write_tree(project, "records", "HEAD", tmp_path)


def test_no_git(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # On a machine without it.
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RevisionError, match="git is not installed"):
        write_tree(project, "records", "HEAD", tmp_path)
