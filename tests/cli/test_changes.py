"""`readouts changes`: which version follows, and what changed, since a revision or a folder."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import repository
from conftest import ROOT, TREE
from readouts import open_archive


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose version 1.4.2 is tagged, with a topic and a statement reworded since, and the version as it was."""
    project = repository.make(tmp_path)
    (project / "CITATION.cff").write_text("version: 1.4.2\n", encoding="utf-8")
    repository.commit(project)
    repository.git(project, "tag", "v1.4.2")
    repository.edit(project, "Animals that swim.", "Animals that *swim* well.")
    file = project / "records/meetings/2034/2034-03-04-fiji-iceland.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Asks for a quota.", "Asks for quotas."), encoding="utf-8")
    return project


def run(here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a folder, from the sources."""
    command = [sys.executable, str(ROOT / "scripts/build.py"), "changes", *arguments]
    return subprocess.run(command, cwd=here, env=repository.GIT, capture_output=True, text=True, check=False)


def test_for_programs(project: Path) -> None:
    # Statement by statement, with the address on the page; the version of the revision is that of its own file.
    (project / "CITATION.cff").write_text("version: 1.4.3\n", encoding="utf-8")
    found = json.loads(run(project, "v1.4.2", "--format", "json").stdout)
    assert (found["since"], found["old"]["version"], found["new"]["version"]) == ("v1.4.2", "1.4.2", "1.4.3")
    assert (found["rises"], found["next"]) == ("patch", "1.4.3")
    assert found["new"]["digest"] == open_archive(project / "records").digest != found["old"]["digest"]
    (meeting, topic) = found["records"]
    assert (meeting["kind"], meeting["id"], meeting["became"]) == ("meeting", "2034-03-04-fiji-iceland", "changed")
    (change,) = meeting["changes"]
    assert change["what"].endswith("reworded from “Asks for a quota.” to “Asks for quotas.”")
    del change["what"]
    assert change == {
        "warning": False,
        "how": "changed",
        "part": "statement",
        "address": "asked",
        "field": "gist",
        "old": "Asks for a quota.",
        "new": "Asks for quotas.",
    }
    assert topic["changes"][0]["field"] == "definition"


def test_for_people(project: Path) -> None:
    done = run(project, "v1.4.2")
    assert done.stdout.startswith(
        "# Changes since v1.4.2\n\n"
        "- Version: the patch number rises: 1.4.3 follows 1.4.2 (2 records changed)\n"
        "- Digest before: `sha256:"
    )
    assert "- definition “Animals that swim.” → “Animals that \\*swim\\* well.”" in done.stdout
    repository.commit(project)
    assert "nothing rises (the records say what they said)" in run(project, "HEAD").stdout


def test_a_folder(project: Path, tmp_path: Path) -> None:
    # A project as it was downloaded once, or its records alone; then no version is known.
    once = tmp_path / "once"
    shutil.copytree(TREE, once / "records")
    (once / "CITATION.cff").write_text("version: 0.1.0\n", encoding="utf-8")
    (project / "records/people/orlov-pyotr.yaml").unlink()
    done = run(project, str(once), "--format", "json")
    found = json.loads(done.stdout)
    assert (found["rises"], found["next"], found["untold"]) == ("major", "1.0.0", 1)
    assert (done.returncode, "1 id of records gone without a word" in done.stderr) == (1, True)
    withdrawn = project / "records/withdrawn.yaml"
    entry = "orlov-pyotr: {kinds: [people], date: 2034-11-01, reason: He was made up.}\n"
    withdrawn.write_text(entry + withdrawn.read_text(encoding="utf-8"), encoding="utf-8")
    done = run(project, str(once), "--format", "json")
    assert (done.returncode, done.stderr, json.loads(done.stdout)["rises"]) == (0, "", "major")
    (once / "CITATION.cff").unlink()
    assert json.loads(run(project, str(once / "records"), "--format", "json").stdout)["next"] is None


def test_what_cannot_be_read_is_a_wrong_use(project: Path) -> None:
    done = run(project, "nowhere")
    assert (done.returncode, done.stdout, "git knows no revision “nowhere”" in done.stderr) == (2, "", True)
