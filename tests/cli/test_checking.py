"""`readouts check`: what it tells, where, in which form, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, Project

ANNA = "records/people/jonsdottir-anna.yaml"


def run(here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a folder, from the sources."""
    command = [sys.executable, str(ROOT / "scripts/build.py"), *arguments]
    return subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)


@pytest.fixture
def broken(small_project: Project) -> Project:
    """A project with a mistake in a file of several, and one in a person’s file."""
    small_project.edit("records/places.yaml", "latitude: 27.71", "latitude: 127.71")
    small_project.edit(ANNA, "{text: Anna J., language: is}", "{text: 安娜 J., language: islenska}")
    return small_project


def test_each_problem_has_its_line(broken: Project) -> None:
    # With a caret below the place, also behind wide characters.
    done = run(broken.folder, "check")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        f"{ANNA}:2:32: language “islenska” is not a language\n"
        "    2 | also: [{text: 安娜 J., language: islenska}]\n"
        "      |                                  ^\n"
        "    hint: write a BCP 47 tag such as en, ja, es or zh-Hant\n"
        "records/places.yaml:6:27: coordinates “127.71” is no latitude: it lies between -90 and 90\n"
        "    6 |   coordinates: {latitude: 127.71, longitude: 85.32}\n"
        "      |                           ^\n"
        "    hint: latitude and longitude are perhaps swapped: Tokyo is `{latitude: 35.68, longitude: 139.69}`\n"
        "2 errors found\n"
    )


@pytest.mark.parametrize(
    ("here", "paths", "told"),
    [
        (".", ["records/people"], [ANNA]),
        (".", ["records/people/vula-seru.yaml"], []),
        (".", ["records/people", "records/places.yaml"], [ANNA, "records/places.yaml"]),
        ("records/people", ["."], [ANNA]),
        ("records/people", [".."], [ANNA, "records/places.yaml"]),
        ("records/people", ["../places.yaml"], ["records/places.yaml"]),
        ("records/people", ["../meetings/../people/jonsdottir-anna.yaml"], [ANNA]),
    ],
)
def test_paths_limit_what_is_told(broken: Project, here: str, paths: list[str], told: list[str]) -> None:
    # Files and folders, from wherever one is; what is right elsewhere or wrong elsewhere does not count.
    done = run(broken.folder / here, "check", "--format", "json", *paths)
    assert [each["path"] for each in json.loads(done.stdout)["problems"]] == told
    assert done.returncode == bool(told)


def test_a_problem_of_another_file_is_told_where_it_stands(small_project: Project) -> None:
    # All files are read: a person whose file is not among the paths is known.
    assert run(small_project.folder, "check", "records/meetings").stdout == "no problems found\n"


@pytest.mark.parametrize("path", ["records/nobody.yaml", "docs", ".", "records/../mkdocs.yml"])
def test_other_paths_are_a_wrong_use(small_project: Project, path: str) -> None:
    # What is not there, and what lies outside of the records.
    done = run(small_project.folder, "check", path)
    assert done.returncode == 2
    assert "Invalid value for PATHS" in done.stderr


def test_an_unknown_format_is_a_wrong_use(small_project: Project) -> None:
    # Click says which there are.
    done = run(small_project.folder, "check", "--format", "html")
    assert done.returncode == 2
    assert "'text', 'json', 'github', 'sarif'" in done.stderr


def test_a_warning_fails(small_project: Project) -> None:
    # A strict build would take none.
    small_project.edit("records/meetings/2031/2031-05-06-fiji-iceland.yaml", "start: 05:45", "start: 05:15")
    done = run(small_project.folder, "check", "--format", "github")
    assert done.returncode == 1
    assert done.stdout.startswith("::warning file=records/meetings/2031/2031-05-06-fiji-iceland.yaml,line=19,col=16,")


@pytest.mark.parametrize("rendering", ["json", "sarif", "github"])
def test_a_clean_tree_in_any_form(small_project: Project, rendering: str) -> None:
    # An empty list of problems is one, too.
    done = run(small_project.folder, "check", "--format", rendering)
    assert (done.returncode, done.stderr) == (0, "")
    if rendering != "github":
        json.loads(done.stdout)


def test_what_stands_in_for_a_file_is_not_opened(small_project: Project, tmp_path: Path) -> None:
    # Neither what a link leads to nor a pipe; and references to what they seem to hold are no problems.
    secret = tmp_path / "secret"
    secret.write_text("hidden", encoding="utf-8")
    people = small_project.folder / "records/people"
    (people / "vula-seru.yaml").unlink()
    (people / "vula-seru.yaml").symlink_to(secret)
    os.mkfifo(people / "pipe.yaml")
    done = run(small_project.folder, "check")
    assert done.returncode == 1
    assert "hidden" not in done.stderr
    assert [line.split(" ")[1] for line in done.stderr.splitlines() if line.startswith("records")] == [
        "unreadable",
        "unreadable",
    ]
