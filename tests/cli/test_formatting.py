"""`readouts fmt`: what it writes, what it leaves alone, and how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, Project

ANA = b"country: IS\nname: {given: Ana}\n"
TIDY = b"name: {given: Ana}\ncountry: IS\n"


def run(here: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The command in a folder, from the sources."""
    command = [sys.executable, str(ROOT / "scripts/build.py"), "fmt", *map(str, arguments)]
    return subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A folder of two people in a project with nothing else, one of them not in the layout."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    folder = tmp_path / "records/people"
    folder.mkdir(parents=True)
    (folder / "ana.yaml").write_bytes(ANA)
    (folder / "tidy.yaml").write_bytes(TIDY)
    return folder


def test_all_records_are_formatted(small_project: Project) -> None:
    # The second time nothing changes, and the records are as good as before.
    record = "records/meetings/2034/2034-09-fiji-iceland.yaml"
    small_project.edit(record, "kind: summit\nstatus: cancelled\n", "status: cancelled\nkind: summit\n")
    done = run(small_project.folder)
    assert done.returncode == 0, done.stderr
    assert f"{record}\n" in done.stdout
    assert run(small_project.folder).stdout.startswith("0 files changed, ")
    assert run(small_project.folder, "--check").returncode == 0
    check = [sys.executable, str(ROOT / "scripts/build.py"), "check"]
    assert subprocess.run(check, cwd=small_project.folder, capture_output=True, check=False).returncode == 0


def test_a_check_writes_nothing(people: Path) -> None:
    # It names what would change, and ends with 1.
    done = run(people, "--check")
    assert done.returncode == 1
    assert done.stdout == "records/people/ana.yaml\n1 file would be changed, 1 unchanged\n"
    assert (people / "ana.yaml").read_bytes() == ANA


@pytest.mark.parametrize("path", ["ana.yaml", ".", "../people", ".."])
def test_files_and_folders_can_be_named(people: Path, path: str) -> None:
    # From wherever one is; the rights of the file stay, and nothing is left beside it.
    (people / "ana.yaml").chmod(0o640)
    done = run(people, path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("records/people/ana.yaml\n1 file changed, ")
    assert (people / "ana.yaml").read_bytes() == TIDY
    assert (people / "ana.yaml").stat().st_mode & 0o777 == 0o640
    assert sorted(each.name for each in people.iterdir()) == ["ana.yaml", "tidy.yaml"]


def test_what_has_the_layout_is_not_written(people: Path) -> None:
    # Its time stays, so that no build takes it for changed.
    before = (people / "tidy.yaml").stat().st_mtime_ns
    run(people)
    assert (people / "tidy.yaml").stat().st_mtime_ns == before


def test_a_file_that_cannot_be_read_stays_as_it_is(people: Path) -> None:
    # Its problems are told, the others are formatted all the same, and the end is 2.
    (people / "broken.yaml").write_bytes(b"name: a: b\n")
    done = run(people)
    assert done.returncode == 2
    assert done.stderr.startswith("records/people/broken.yaml:1:8: yaml-syntax ")
    assert done.stderr.endswith("1 error found\n")
    assert (people / "broken.yaml").read_bytes() == b"name: a: b\n"
    assert (people / "ana.yaml").read_bytes() == TIDY


def test_a_link_stays_a_link(people: Path, tmp_path: Path) -> None:
    # Named or found in a folder, it is refused, and what it leads to is not written.
    (tmp_path / "elsewhere.yaml").write_bytes(ANA)
    link = people / "link.yaml"
    link.symlink_to(tmp_path / "elsewhere.yaml")
    for arguments in (["link.yaml"], []):
        done = run(people, *arguments)
        assert done.returncode == 2
        assert "unreadable" in done.stderr
        assert "Traceback" not in done.stderr
        assert link.is_symlink()
        assert (tmp_path / "elsewhere.yaml").read_bytes() == ANA


def test_a_path_that_is_not_there_is_a_wrong_use(people: Path) -> None:
    # As with any command.
    done = run(people, "nobody.yaml")
    assert done.returncode == 2
    assert "does not exist" in done.stderr


def test_another_tree_of_records(people: Path, tmp_path: Path) -> None:
    # Its folders say what its files hold.
    other = tmp_path / "tests/records/people"
    other.mkdir(parents=True)
    (other / "ana.yaml").write_bytes(ANA)
    (other / "ana.txt").write_bytes(ANA)
    done = run(people, tmp_path / "tests")
    assert done.stdout == "tests/records/people/ana.yaml\n1 file changed, 0 unchanged\n"
