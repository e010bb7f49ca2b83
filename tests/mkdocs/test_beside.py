"""The site that is published is the old one or the new one, whatever ends a build."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import Project, quiet
from readouts.mkdocs import beside
from readouts.mkdocs.beside import Beside, BusyError

RECORD = "records/meetings/2031/2031-05-06-fiji-iceland.yaml"
TITLES = "title: First Fiji–Iceland consultations", "title: Consultations on herring"


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def clean(project: Project, folder: Path) -> dict[str, bytes]:
    """What a build of the same project makes that knows nothing of earlier ones."""
    copy = folder / "clean"
    shutil.copytree(project.folder, copy, ignore=shutil.ignore_patterns("site", ".cache"))
    assert Project(copy).mkdocs("build", "--strict").returncode == 0
    made = held(copy / "site")
    shutil.rmtree(copy)
    return made


def killed_at(project: Project, seconds: float) -> None:
    """Begin a build, and kill it after so many seconds, with all that it began."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    with subprocess.Popen(command, cwd=project.folder, env=quiet(), stderr=subprocess.DEVNULL) as build:
        time.sleep(seconds)
        build.kill()


def test_a_build_that_is_killed_leaves_the_old_site_or_the_new_one(
    small_project: Project, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    # At any moment; and the next build makes what a clean one makes.
    moments = int(request.config.getoption("--moments"))
    draw, sites = random.Random(moments), []  # noqa: S311  # any moments will do
    for old, new in (TITLES, TITLES[::-1]):
        began = time.monotonic()
        assert small_project.mkdocs("build", "--strict").returncode == 0
        lasts = time.monotonic() - began
        sites.append(clean(small_project, tmp_path))
        small_project.edit(RECORD, old, new)
    assert sites[0] != sites[1]
    left = []
    for number in range(moments):
        assert small_project.mkdocs("build", "--strict").returncode == 0
        assert held(small_project.folder / "site") == sites[number % 2]
        small_project.edit(RECORD, *TITLES[:: -1 if number % 2 else 1])
        killed_at(small_project, draw.uniform(0, lasts * 1.1))
        found = held(small_project.folder / "site")
        left.append("old" if found == sites[number % 2] else "new" if found == sites[1 - number % 2] else "another")
    assert "another" not in left
    assert small_project.mkdocs("build", "--strict").returncode == 0
    assert held(small_project.folder / "site") == sites[moments % 2]
    assert not [each.name for each in small_project.folder.iterdir() if each.name.startswith(".site")]


@pytest.mark.parametrize("at_once", [True, False])
def test_a_site_takes_the_place_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, at_once: bool) -> None:
    # Also where the system cannot let two folders change places. Pages that nothing changed are not written again.
    if not at_once:
        monkeypatch.setattr(beside, "_exchanged", lambda *_: False)
    site = tmp_path / "site"
    for path, text in {
        "people/a/index.html": "A",
        "people/b/index.html": "B",
        "about/index.html": "About",
        ".git/HEAD": "main",
    }.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    new = Beside(site)
    new.begin(tmp_path / "lock")
    new.take_over(lambda path: path == "people/b/index.html")
    assert (new.folder / "people/a/index.html").samefile(site / "people/a/index.html")
    (new.folder / "404.html").write_text("None", encoding="utf-8")
    new.publish()
    new.end()
    assert held(site) == {"people/a/index.html": b"A", "404.html": b"None", ".git/HEAD": b"main"}
    assert sorted(each.name for each in tmp_path.iterdir()) == ["lock", "site"]


def test_what_was_cut_off_between_two_renames_is_brought_back(tmp_path: Path) -> None:
    old = tmp_path / ".site.old"
    old.mkdir()
    (old / "index.html").write_text("Old", encoding="utf-8")
    beside_it = Beside(tmp_path / "site")
    beside_it.begin(tmp_path / "lock")
    beside_it.end()
    assert held(tmp_path / "site") == {"index.html": b"Old"}


def test_two_builds_of_one_site_do_not_disturb_each_other(tmp_path: Path) -> None:
    # The second one says so, and can begin when the first has ended.
    first, second = Beside(tmp_path / "site"), Beside(tmp_path / "site")
    first.begin(tmp_path / "lock")
    with pytest.raises(BusyError, match="another build is writing this site"):
        second.begin(tmp_path / "lock")
    assert first.folder.exists()
    first.publish()
    first.end()
    second.begin(tmp_path / "lock")
    second.end()
