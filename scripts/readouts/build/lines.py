"""The lines of files that problems are in."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from readouts.problems import Problem
from readouts.source import MAX_BYTES


class Lines:
    """Gives the line of a problem. What is no ordinary file, cannot be read, or is not text there, has none."""

    def __init__(self, project: Path) -> None:
        """For the files of a project, by which problems name them."""
        self._project = project
        self._path = PurePosixPath()
        self._lines: list[str] = []

    def __call__(self, problem: Problem) -> str:
        """The line, without its end."""
        if problem.path != self._path:  # problems come file by file
            self._path, self._lines = problem.path, _read(self._project / problem.path)
        return self._lines[problem.line - 1] if problem.line <= len(self._lines) else ""


def _read(path: Path) -> list[str]:
    """The lines of a file as the strict reader counts them; none of what it would not read."""
    try:
        if path.is_symlink() or not path.is_file():
            return []
        with path.open("rb") as file:
            text = file.read(MAX_BYTES).decode("utf-8", "replace")
    except OSError:
        return []
    return text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
