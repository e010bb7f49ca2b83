"""`readouts diff`: what it reads of git, and how it says that it cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, TREE

GIT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


def git(here: Path, *arguments: str) -> None:
    """Run git, whatever somebody has set it to."""
    subprocess.run(["git", *arguments], cwd=here, env=GIT, check=True, capture_output=True)  # noqa: S607  # wherever it is


def run(here: Path, *arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """The command in a folder, from the sources."""
    command = [sys.executable, str(ROOT / "scripts/build.py"), "diff", *arguments]
    environment = GIT if path is None else {**GIT, "PATH": path}
    return subprocess.run(command, cwd=here, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a folder of a repository, with two commits: the invented tree, and a topic reworded in it."""
    folder = tmp_path / "repository" / "a project"
    (folder / "records/people").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    for path in TREE.rglob("*.yaml"):
        copy = folder / "records" / path.relative_to(TREE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (folder / "records/people/link.yaml").symlink_to("vula-seru.yaml")
    git(folder.parent, "init", "--quiet")
    commit(folder)
    (folder / "records/people/link.yaml").unlink()
    edit(folder, "Animals that sing.", "Animals that sing well.")
    commit(folder)
    git(folder, "tag", "sung")
    return folder


def edit(project: Path, old: str, new: str) -> None:
    """Replace a text among the topics."""
    file = project / "records/topics.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def commit(project: Path) -> None:
    """Commit all there is."""
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "x")


def test_two_revisions_and_the_files(project: Path) -> None:
    # What is not committed counts where no second revision is named; a link in git is no record.
    assert run(project, "HEAD~1", "HEAD").stdout == (
        "topic whales: changed\n  definition “Animals that sing.” → “Animals that sing well.”\nrecords: 1 changed\n"
    )
    assert run(project, "sung").stdout == "nothing changed\n"
    edit(project, "Animals that swim.", "Animals that swim well.")
    assert run(project, "sung", "--format", "markdown").stdout == (
        "**records: 1 changed**\n\n### topic fish: changed\n\n- definition “Animals that swim.” → “Animals that swim well.”\n"
    )
    assert run(project / "records", "HEAD", "HEAD").stdout == "nothing changed\n"


@pytest.mark.parametrize("revision", ["nowhere", "HEAD:records", "--output=x", "HEAD --", ""])
def test_an_unknown_revision_is_a_wrong_use(project: Path, revision: str) -> None:
    # Nothing that begins like an option reaches git as one.
    done = run(project, "--", revision)
    assert done.returncode == 2
    assert f"git knows no revision “{revision}”" in done.stderr
    assert not (project / "x").exists()


def test_a_revision_without_records(project: Path) -> None:
    # Said as such.
    git(project, "rm", "-r", "--quiet", "records")
    commit(project)
    done = run(project, "HEAD~1", "HEAD")
    assert done.returncode == 2
    assert "there is no folder records in HEAD" in done.stderr


def test_no_repository_and_no_git(project: Path, tmp_path: Path) -> None:
    # One line each, and no traceback.
    assert "git is not installed" in run(project, "HEAD", path=str(tmp_path)).stderr
    (project.parent / ".git").rename(tmp_path / "elsewhere")
    done = run(project, "HEAD")
    assert done.returncode == 2
    assert f"{project} is in no git repository" in done.stderr
    assert "Traceback" not in done.stderr
