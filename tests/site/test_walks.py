"""The page “How it is built” says how to add something; whoever follows it finds it there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, TREE, Project, make_project

GUIDE = (ROOT / "docs/about/design.md").read_text(encoding="utf-8")
STEP = re.compile(
    r"In\s`(?P<path>[^`]+)`,\s(?P<how>below|instead\sof)\s`(?P<old>[^`]+)`:\n\n```python\n(?P<code>.*?)```\n"
    r"|A\snew\sfile,\s`(?P<new>[^`]+)`:\n\n```python\n(?P<text>.*?)```\n",
    re.DOTALL,
)
TREATY = """\
treaty-of-suva:
  name: Treaty of Suva
  signed: 2031-05-06
  formerly: [suva-treaty]
  changes: [{date: 2031-06-01, what: The treaty was added.}]
"""


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the project in which every step of the page was followed."""
    project = make_project(tmp_path_factory.mktemp("extended") / "project", TREE)
    project.edit("docs/about/index.md", "../meetings/2014/2014-11-10-japan-peru.md", "../meetings/index.md")
    steps = list(STEP.finditer(GUIDE))
    assert len(steps) == len(re.findall(r"^```python$", GUIDE, re.MULTILINE))
    for step in steps:
        follow(project.folder / "scripts/readouts", step)
    (project.folder / "records/treaties.yaml").write_text(TREATY, encoding="utf-8")
    record = "records/meetings/2031/2031-05-06-fiji-iceland.yaml"
    project.edit(record, "place: kathmandu\nvenue:", "place: kathmandu\nweather: Snow & sun\nvenue:")
    return project


def follow(package: Path, step: re.Match[str]) -> None:
    """Do what a step says."""
    if step["new"]:
        (package / step["new"]).write_text(step["text"], encoding="utf-8")
        return
    file = package / step["path"]
    text = file.read_text(encoding="utf-8")
    assert text.count(step["old"]) == 1, f"{step['old']!r} stands {text.count(step['old'])} times in {step['path']}"
    added = step["code"] if step["how"] == "below" else step["code"].rstrip("\n")
    new = f"{step['old']}\n{added.rstrip()}" if step["how"] == "below" else added
    file.write_text(text.replace(step["old"], new), encoding="utf-8")


def run(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line of the copy."""
    command = [sys.executable, "scripts/build.py", *arguments]
    return subprocess.run(command, cwd=project.folder, capture_output=True, text=True, check=False)


def test_the_extended_site(extended: Project) -> None:
    # The field on its page and in the reference, the record with its schema and page, the format among the citations.
    done = extended.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    docs = extended.folder / "docs"
    meeting = (docs / "meetings/2031/2031-05-06-fiji-iceland.md").read_text(encoding="utf-8")
    assert "Weather\n:   Snow &amp; sun\n" in meeting
    assert "%T First Fiji–Iceland consultations" in meeting
    assert "The weather, where an account gives it." in (docs / "reference/fields.md").read_text(encoding="utf-8")
    assert "When it was signed." in (docs / "schema/treaties.json").read_text(encoding="utf-8")
    assert "<h1" in (extended.folder / "site/treaties/treaty-of-suva/index.html").read_text(encoding="utf-8")
    assert "../treaty-of-suva/" in (extended.folder / "site/treaties/suva-treaty/index.html").read_text(encoding="utf-8")
    changes = (docs / "changes/2031-05-26.md").read_text(encoding="utf-8")
    assert "[Treaty of Suva](../treaties/treaty-of-suva.md): The treaty was added." in changes
    assert "A place begins with a capital letter." in (docs / "reference/rules.md").read_text(encoding="utf-8")


def test_a_kind_of_record_without_pages(small_project: Project) -> None:
    # Whoever stops after the first of two steps has records that are read, checked and told of, and that nothing links to.
    (walk,) = re.findall(r"^### A kind of record\n(.*?)^### ", GUIDE, re.MULTILINE | re.DOTALL)
    for step in STEP.finditer(walk):
        follow(small_project.folder / "scripts/readouts", step)
    (small_project.folder / "records/treaties.yaml").write_text(TREATY, encoding="utf-8")
    done = small_project.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    assert not (small_project.folder / "site/treaties").exists()
    changes = (small_project.folder / "docs/changes/2031-05-26.md").read_text(encoding="utf-8")
    assert "- Treaty of Suva: The treaty was added." in changes


def test_the_extended_command_line(extended: Project) -> None:
    # The command answers, and the rule is told with its place.
    assert run(extended, "count").stdout == "4\n"
    places = extended.folder / "records/places.yaml"
    text = places.read_text(encoding="utf-8")
    places.write_text(text.replace("name: Suva", "name: suva"), encoding="utf-8")
    done = run(extended, "check")
    places.write_text(text, encoding="utf-8")
    assert done.returncode == 1
    assert "small-letter “suva” begins with a small letter" in done.stderr
