"""A git repository with a project in a folder of it, whatever somebody has set git to."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from conftest import TREE

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
    """Run git."""
    subprocess.run(["git", *arguments], cwd=here, env=GIT, check=True, capture_output=True)  # noqa: S607  # wherever it is


def commit(project: Path) -> None:
    """Commit all there is."""
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "x")


def make(folder: Path) -> Path:
    """A project with two commits: the invented tree with a link in it, and a topic reworded and no link, tagged `sung`."""
    project = folder / "repository" / "a project"
    project.mkdir(parents=True)
    (project / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    shutil.copytree(TREE, project / "records")
    (project / "records/people/link.yaml").symlink_to("vula-seru.yaml")
    git(project.parent, "init", "--quiet")
    commit(project)
    (project / "records/people/link.yaml").unlink()
    edit(project, "Animals that sing.", "Animals that sing well.")
    commit(project)
    git(project, "tag", "sung")
    return project


def edit(project: Path, old: str, new: str) -> None:
    """Replace a text among the topics."""
    file = project / "records/topics.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
