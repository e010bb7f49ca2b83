"""`make grown`: every test in a copy of the project whose archive has grown. A valid new record breaks none.

The copy has a new meeting with a new place, occasion, topic and people; a meeting on the day of the first record, and one before it in the same
series; and the first record itself has another account and a correction.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from conftest import ROOT, make_project, quiet

MADE = {".git", ".venv", ".cache", ".coverage", ".hypothesis", "node_modules", "site"}
"""What can be made again, and is not copied."""
NEW = ROOT / "tests" / "cases" / "grown"
TALK = "meetings/2014/2014-11-10-japan-peru.yaml"
ACCOUNT = """\
  - publisher: prensa-latina
    account_of: PE
    language: es
    url: https://example.org/2014-11-10
    origin: press
    read: part
    recorded: part
    sections:
      - paragraphs:
          - statements:
              - speakers: [humala-ollanta]
                act: explain
                topics: [andean-tubers]
                gist: Explains the potato.
"""
CHANGE = "  - {date: 2026-11-24, what: An account of the press was added., why: It was found.}\n"


def grow(records: Path) -> None:
    """Add the new records, and mend the old one."""
    for file in NEW.rglob("*.yaml"):
        to = records / file.relative_to(NEW)
        to.parent.mkdir(parents=True, exist_ok=True)
        before = f"{to.read_text(encoding='utf-8')}\n" if file.parent == NEW else ""
        to.write_text(before + file.read_text(encoding="utf-8"), encoding="utf-8")
    talk = (records / TALK).read_text(encoding="utf-8")
    for key, more in (("readouts", ACCOUNT), ("changes", CHANGE)):
        assert talk.count(f"\n{key}:\n") == 1
        talk = talk.replace(f"\n{key}:\n", f"\n{key}:\n{more}")
    (records / TALK).write_text(talk, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Run pytest in the copy."""
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder) / "project", ROOT / "records")
        for path in ROOT.iterdir():  # tests look at the workflows, the guides and the settings of editors, too
            if path.name not in MADE and not path.name.endswith("_cache") and not (project.folder / path.name).exists():
                if path.is_dir():
                    shutil.copytree(path, project.folder / path.name, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    shutil.copy(path, project.folder)
        grow(project.folder / "records")
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
        return subprocess.run(command, cwd=project.folder, env=quiet(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
