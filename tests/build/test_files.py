"""A file is written whole or not at all, and nothing is left beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from readouts.build.files import create_bytes, replace_bytes, write_aside


@pytest.mark.parametrize("path", ["new.yaml", "2031/new.yaml"])
def test_a_temporary_file_lies_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    # A name alone is one in the current folder; a folder that is not there is made.
    monkeypatch.chdir(tmp_path)
    temporary = Path(write_aside(path, b"n", b"ew"))
    assert temporary.resolve().parent == (tmp_path / path).parent
    assert temporary.name.startswith(".")
    assert temporary.read_bytes() == b"new"


@pytest.mark.parametrize("write", [create_bytes, replace_bytes])
def test_a_new_file(tmp_path: Path, write: Callable[[Path, bytes], None]) -> None:
    # Nothing is left beside it.
    write(tmp_path / "new.yaml", b"new")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"new.yaml": b"new"}


def test_one_that_is_there_is_never_taken_for_a_new_one(tmp_path: Path) -> None:
    # It stays as it is.
    path = tmp_path / "kept.yaml"
    path.write_bytes(b"kept")
    with pytest.raises(FileExistsError):
        create_bytes(path, b"new")
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"kept"]


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    # The name is that of a folder.
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        replace_bytes(tmp_path / "folder", b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]
