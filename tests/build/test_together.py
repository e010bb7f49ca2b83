"""Several files are written together or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from readouts.build.together import ChangedError, Files, write_together

BEFORE: Files = {"a.yaml": b"a", "b/b.yaml": b"b", "c/c.yaml": None, "d.yaml": b"d"}
AFTER: Files = {"a.yaml": b"A", "b/b.yaml": None, "c/c.yaml": b"C", "d.yaml": b"D"}


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A folder as it was."""
    (tmp_path / "records/b").mkdir(parents=True)
    for path, raw in BEFORE.items():
        if raw is not None:
            (tmp_path / "records" / path).write_bytes(raw)
    return tmp_path / "records"


def held(records: Path) -> dict[str, bytes]:
    """Every file, also those under temporary names, and every folder."""
    return {path.relative_to(records).as_posix(): path.read_bytes() if path.is_file() else b"" for path in records.rglob("*")}


def test_all_are_written(records: Path) -> None:
    # With the rights that they had; a folder that is left empty goes.
    (records / "a.yaml").chmod(0o600)
    write_together(records, AFTER, BEFORE)
    assert held(records) == {"a.yaml": b"A", "c": b"", "c/c.yaml": b"C", "d.yaml": b"D"}
    assert (records / "a.yaml").stat().st_mode & 0o777 == 0o600


def failing(name: str, method: Callable[..., object]) -> Callable[..., object]:
    """A way to write that fails for one file."""

    def write(*arguments: object) -> object:
        if str(arguments[-1]).endswith(name):
            raise OSError("the disk is full")
        return method(*arguments)

    return write


@pytest.mark.parametrize("name", ["a.yaml", "c.yaml", "d.yaml"])
def test_where_one_fails_all_are_as_they_were(records: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Nothing is left behind either, whichever of them fails.
    before = held(records)
    monkeypatch.setattr("pathlib.Path.replace", failing(name, Path.replace))
    monkeypatch.setattr("readouts.build.together.os.link", failing(name, __import__("os").link))
    with pytest.raises(OSError, match="the disk is full"):
        write_together(records, AFTER, BEFORE)
    assert held(records) == before


@pytest.mark.parametrize(("path", "raw"), [("a.yaml", b"mended"), ("c/c.yaml", b"new"), ("b/b.yaml", None)])
def test_what_was_changed_meanwhile_stays(records: Path, path: str, raw: bytes | None) -> None:
    # Somebody saved, added or removed a file since the change was worked out.
    if raw is None:
        (records / path).unlink()
    else:
        (records / path).parent.mkdir(exist_ok=True)
        (records / path).write_bytes(raw)
    before = held(records)
    with pytest.raises(ChangedError, match=f"records/{path} was changed meanwhile; nothing was written"):
        write_together(records, AFTER, BEFORE)
    assert held(records) == before


def test_what_was_changed_by_another_in_between_is_not_brought_back(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Somebody saves a file that was just written, and then a later one fails.
    def link(*_: object) -> None:
        (records / "a.yaml").write_bytes(b"mended")
        raise OSError("the disk is full")

    monkeypatch.setattr("readouts.build.together.os.link", link)
    with pytest.raises(OSError, match="the disk is full"):
        write_together(records, AFTER, BEFORE)
    assert held(records) == {"a.yaml": b"mended", "b": b"", "b/b.yaml": b"b", "d.yaml": b"d"}
