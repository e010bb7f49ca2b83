"""`readouts import`: where the draft and the report go, and what is refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, Project

PAGE = """\
Iceland-Fiji Foreign Ministers' Meeting
May 5, 2031

On May 5, at 10:00 a.m. (local time), Ms. Anna Jónsdóttir, Minister for Foreign Affairs, who is visiting Suva, held a meeting with Mr. VULA Seru, Minister of Foreign Affairs of Fiji.

1. Minister Jónsdóttir welcomed the talks on whales.
"""
URL = "https://example.org/page"


def run(here: Path, *arguments: str | Path, text: str = PAGE, command: str = "import") -> subprocess.CompletedProcess[str]:
    """The command in a folder, from the sources, with a page on its standard input."""
    line = [sys.executable, str(ROOT / "scripts/build.py"), command, *map(str, arguments)]
    return subprocess.run(line, cwd=here, input=text, capture_output=True, text=True, check=False)


def test_the_draft_is_printed_and_the_report_beside_it(small_project: Project) -> None:
    # The draft alone on the standard output; the project is as it was.
    before = {path: path.read_bytes() for path in (small_project.folder / "records").rglob("*.yaml")}
    done = run(small_project.folder, "-", "--publisher", "mfa-is", "--url", URL)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("kind: foreign-ministers\ndate: 2031-05-05\nplace: suva\n")
    assert "person: jonsdottir-anna" in done.stdout
    assert "topics: [whales]" in done.stdout
    assert f"url: {URL}\n" in done.stdout
    assert "Understood (" in done.stderr
    assert "Statements proposed: each needs a gist in your own words (1)" in done.stderr
    assert {path: path.read_bytes() for path in (small_project.folder / "records").rglob("*.yaml")} == before


def test_a_draft_in_the_records_is_no_record_yet(small_project: Project) -> None:
    # It is in its layout, every TODO is a problem, and another page can still be imported.
    path = Path("records/meetings/2031/2031-05-05-fiji-iceland.yaml")
    done = run(small_project.folder, "-", "--publisher", "mfa-is", "--to", path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    draft = (small_project.folder / path).read_text(encoding="utf-8")
    checked = run(small_project.folder, command="check")
    assert checked.returncode == 1
    assert checked.stderr.count(": todo “") == draft.count("TODO") > 0
    assert run(small_project.folder, path, "--check", command="fmt").returncode == 0
    again = run(small_project.folder, "-", "--publisher", "mfa-is")
    assert again.returncode == 0
    assert again.stderr.startswith("left out, as they have problems: 2031-05-05-fiji-iceland\n")


def test_a_file_is_never_overwritten(small_project: Project) -> None:
    # Not even by a draft of the same page, and nothing is left beside it.
    kept = small_project.folder / "kept.yaml"
    kept.write_text("kept", encoding="utf-8")
    files = sorted(small_project.folder.iterdir())
    done = run(small_project.folder, "-", "--to", kept)
    assert done.returncode == 2
    assert "exists, and is not overwritten" in done.stderr
    assert kept.read_text(encoding="utf-8") == "kept"
    assert sorted(small_project.folder.iterdir()) == files


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--publisher", "mfa-iz"), "“mfa-iz” is not in records/organizations.yaml. Did you mean “mfa-is”?"),
        (("--url", "javascript:alert(1)"), "“javascript:alert(1)” is not the address of a web page"),
        (("--language", "Japanese"), "“Japanese” is not a language"),
    ],
)
def test_options_that_cannot_be(small_project: Project, arguments: tuple[str, ...], says: str) -> None:
    done = run(small_project.folder, "-", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    ("text", "says"), [("", "error: the page has no text"), ("a" * 30_000, "error: the page has more than 3,000 lines, or")]
)
def test_what_is_no_readout(small_project: Project, text: str, says: str) -> None:
    done = run(small_project.folder, "-", text=text)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(says)


def test_a_file_that_is_not_there(small_project: Project) -> None:
    done = run(small_project.folder, "nowhere.html")
    assert done.returncode == 2
    assert "nowhere.html" in done.stderr
