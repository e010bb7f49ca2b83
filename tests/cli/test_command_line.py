"""The command `readouts`: where it finds its project, and how it says that something is wrong."""

from __future__ import annotations

import doctest
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import readouts
from conftest import ROOT, TREE, Project
from readouts.version import __version__


def run(here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a folder, from the sources."""
    command = [sys.executable, str(ROOT / "scripts/build.py"), *arguments]
    return subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    """What was said, which must be one line and no traceback."""
    (said,) = done.stderr.strip().splitlines()
    return str(said)


def test_it_finds_the_project(small_project: Project, tmp_path: Path) -> None:
    # From a folder inside it, and by name from anywhere.
    assert run(small_project.folder / "docs/about", "check").stdout == "4 meetings: no problems found\n"
    assert run(tmp_path, "--project", str(small_project.folder), "check").stdout == "4 meetings: no problems found\n"


def test_it_says_where_there_is_no_project(tmp_path: Path) -> None:
    # Usage errors end with 2.
    done = run(tmp_path, "check")
    assert done.returncode == 2
    assert one_line(done) == f"{tmp_path} is no project, nor is a folder above it: there is no mkdocs.yml"


def test_it_tells_its_version(tmp_path: Path) -> None:
    # Even where there is no project.
    assert run(tmp_path, "--version").stdout == f"readouts, version {__version__}\n"


def test_what_cannot_be_read_is_a_problem(small_project: Project) -> None:
    # A link that leads nowhere, one that leads in circles, a pipe that would hang, and a folder that is not there.
    records = small_project.folder / "records"
    (records / "people/gone.yaml").symlink_to("nowhere.yaml")
    (records / "people/loop").symlink_to("..")
    subprocess.run(["mkfifo", "people/pipe.yaml"], cwd=records, check=True)  # noqa: S607  # wherever it is
    done = run(small_project.folder, "check")
    assert done.returncode == 1
    assert re.findall(r"^records/(\S+): unreadable (.*)$", done.stderr, re.MULTILINE) == [
        ("people/gone.yaml:1:1", "a link stands here, and links are not followed"),
        ("people/loop:1:1", "a link stands here, and links are not followed"),
        ("people/pipe.yaml:1:1", "this is no ordinary file"),
    ]
    shutil.rmtree(records)
    done = run(small_project.folder, "check")
    assert done.returncode == 1
    assert "records:1:1: unreadable the folder cannot be read: No such file or directory" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_command_tells_what_it_noticed(small_project: Project) -> None:
    # A cache that is no database, and what the rules warn of.
    assert run(small_project.folder).returncode == 0
    for arguments in (["check"], ["build"], ["index", "--site", "elsewhere"]):
        (small_project.folder / ".cache/state.sqlite").write_text("noise" * 999, encoding="utf-8")
        assert ".cache/state.sqlite is damaged and is made anew" in run(small_project.folder, *arguments).stderr


def test_a_busy_port_is_said_in_a_line(small_project: Project) -> None:
    # Somebody else listens there.
    import socket  # noqa: PLC0415  # for this test alone

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = small_project.mkdocs("serve", "--dev-addr", address)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"{address} cannot be served on: Address already in use" in done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as its wheel installs it."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "source"
    shutil.copytree(ROOT / "scripts/readouts", copy / "scripts/readouts", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", ".", "./source"], cwd=folder, check=True)
    (wheel,) = folder.glob("readouts-*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", str(folder / "site"), str(wheel)], check=True)
    return folder / "site"


def test_a_wheel_works_elsewhere(installed: Path, tmp_path: Path) -> None:
    # Without the sources: the pages are written, with the map, whose land is a file of the package.
    shutil.copytree(TREE, tmp_path / "records")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Elsewhere\n", encoding="utf-8")
    script = f"import sys; sys.path.insert(0, {str(installed)!r}); from readouts.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == "60 pages written, 0 removed, 0 unchanged\n", done.stderr
    assert "<svg" in (tmp_path / "docs/places/index.md").read_text(encoding="utf-8")
    script = f"import sys; sys.path.insert(0, {str(installed)!r}); import readouts; print(readouts.__file__)"
    where = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert where.stdout.startswith(str(installed))


def test_the_public_names_do_what_they_say(monkeypatch: pytest.MonkeyPatch) -> None:
    # The example of the package is one that works, and every public name is there.
    monkeypatch.chdir(ROOT)
    assert doctest.testmod(readouts) == (0, 3)
    assert all(hasattr(readouts, name) for name in readouts.__all__)
