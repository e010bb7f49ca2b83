"""A format of many files: each is made for a key, and made again only when something that it was made of has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from readouts.archive.archive import Archive

Join: TypeAlias = Callable[[Sequence[Path], Path, str], None]
"""Makes files of parts: the parts in their order, the folder for the files, and the site’s own address (empty where it is not known)."""


class MissingExtraError(Exception):
    """A format is asked for whose library is not installed."""

    def __init__(self, option: str, name: str, extra: str) -> None:
        """Of a format.

        Args:
            option: What asks for it in `mkdocs.yml`.
            name: What it is called.
            extra: What brings the library.
        """
        super().__init__(
            f"mkdocs.yml asks for {name} (`{option}: true`), and the library that writes it is not installed: "
            f"run `pip install '{extra}'`, or take the line out"
        )


@dataclass(frozen=True, slots=True)
class Keyed:
    """A format. What `make` asks of the archive for a key is what the file of that key depends on."""

    files: Callable[[Archive], Iterable[tuple[str, str]]]
    """Path below `docs/` and key of every file."""
    make: Callable[[Archive, str, str], str]
    """The text of a file: of the archive, the key, and the site’s own address (empty where it is not known)."""
    join: Join | None = None
    """Where it is given, the files are parts that nobody sees, of which this makes those that are published."""
    on_request: Mapping[str, Join] = field(default_factory=dict)
    """What makes more of the parts, where `mkdocs.yml` asks for it: by the key among its `extra`. May raise `MissingExtraError`."""
