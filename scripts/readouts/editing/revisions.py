"""Trees of records as git has them, read by git itself: its objects as they are, whatever the working tree makes of them."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path, PurePosixPath

from readouts.archive.release import CITATION

_FILES = (b"100644", b"100755")
"""Modes of ordinary files; a link in a tree is no record."""


class RevisionError(Exception):
    """A revision cannot be read; the text says why, and what to do."""


def write_tree(project: Path, folder: str, revision: str, into: Path) -> Path:
    """Write the records of a project and its `CITATION.cff`, as a revision has them, into another place; the folder of the records there.

    Args:
        project: A folder in the working tree of a git repository.
        folder: The folder's name in the project.
        revision: What git knows a commit by: a branch, a tag, `HEAD~3`, a digest.
        into: An empty folder.

    Raises:
        RevisionError: where git is not installed, the project is in no repository, or there is no such revision or folder in it.
    """
    commit = _commit(project, revision)
    try:
        listed = _git(project, "ls-tree", "-r", "-z", "--full-tree", f"{commit}:./{folder}")
    except subprocess.CalledProcessError:
        raise RevisionError(f"there is no folder {folder} in {revision}") from None
    entries = [entry.partition(b"\t") for entry in listed.split(b"\0") if entry]
    files = [(head.split()[2], PurePosixPath(os.fsdecode(name))) for head, _, name in entries if head.split()[0] in _FILES]
    records = [(digest, path) for digest, path in files if path.suffix in (".yaml", ".yml")]
    blobs = _git(project, "cat-file", "--batch", given=b"".join(digest + b"\n" for digest, _ in records))
    (into / folder).mkdir()
    with suppress(subprocess.CalledProcessError):  # it states the version, if it was there
        (into / CITATION).write_bytes(_git(project, "cat-file", "blob", f"{commit}:./{CITATION}"))
    start = 0
    for _, path in records:
        head, _, _ = blobs[start : start + 200].partition(b"\n")
        begin = start + len(head) + 1
        end = begin + int(head.split()[2])
        start = end + 1
        target = into.joinpath(folder, *path.parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(blobs[begin:end])
    return into / folder


def _commit(project: Path, revision: str) -> str:
    """The digest of a revision’s commit."""
    try:
        return _git(project, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    except subprocess.CalledProcessError as error:
        said = os.fsdecode(error.stderr)
    if "not a git repository" in said:
        raise RevisionError(f"{project} is in no git repository, so that nothing is known of earlier records")
    if "dubious ownership" in said:
        raise RevisionError(
            f"git does not trust {project}, which belongs to somebody else: `git config safe.directory` says more"
        )
    raise RevisionError(
        f"git knows no revision “{revision}”: write a branch, a tag or a commit, or fetch it first (`git fetch`)"
    )


def _git(project: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git says."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    command = ["git", "-C", str(project), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, env=environment, check=True)  # noqa: S603  # no shell; the revision is checked as one first
    except FileNotFoundError:
        raise RevisionError("git is not installed, or not where commands are looked for") from None
    return done.stdout
