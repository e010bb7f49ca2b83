"""`readouts diff`: between two revisions, or since one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import repository
from conftest import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a folder of a repository."""
    return repository.make(tmp_path)


def run(here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a folder, from the sources."""
    command = [sys.executable, str(ROOT / "scripts/build.py"), "diff", *arguments]
    return subprocess.run(command, cwd=here, env=repository.GIT, capture_output=True, text=True, check=False)


def test_two_revisions_and_the_files(project: Path) -> None:
    # What is not committed counts where no second revision is named.
    assert run(project, "HEAD~1", "HEAD").stdout == (
        "topic whales: changed\n  definition “Animals that sing.” → “Animals that sing well.”\nrecords: 1 changed\n"
    )
    assert run(project, "sung").stdout == "nothing changed\n"
    repository.edit(project, "Animals that swim.", "Animals that swim well.")
    assert run(project, "sung", "--format", "markdown").stdout == (
        "**records: 1 changed**\n\n### topic fish: changed\n\n- definition “Animals that swim.” → “Animals that swim well.”\n"
    )
    assert run(project / "records", "HEAD", "HEAD").stdout == "nothing changed\n"


def test_what_cannot_be_read_is_a_wrong_use(project: Path) -> None:
    # A revision that is not there, and files that are not; no traceback.
    done = run(project, "--", "--help")
    assert (done.returncode, "git knows no revision “--help”" in done.stderr) == (2, True)
    (project / "records").rename(project / "recordings")
    done = run(project, "HEAD")
    assert (done.returncode, "there is no folder" in done.stderr) == (2, True)
    assert "Traceback" not in done.stderr
