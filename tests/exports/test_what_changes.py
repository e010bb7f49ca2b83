"""Files of formats are made again only where something in them changed, and are the same whoever made them."""

from __future__ import annotations

import shutil
from pathlib import Path

from conftest import TREE, options
from readouts import exports
from readouts.build.builder import Builder
from readouts.exports import atom, bibliographies, calendars, geojson, gexf, json_feed

MINE = tuple(each.FOLDER for each in (atom, json_feed, calendars, geojson, gexf, bibliographies))


def made(project: Path) -> dict[str, tuple[int, bytes]]:
    """Path → time and bytes of every file of these formats."""
    found = (path for folder in MINE for path in sorted((project / "docs" / folder).rglob("*")) if path.is_file())
    return {path.relative_to(project / "docs").as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in found}


def build(project: Path) -> dict[str, tuple[int, bytes]]:
    """What a build leaves."""
    Builder(options(project)).write()
    return made(project)


def test_only_what_changed_is_written_again(tmp_path: Path) -> None:
    # A gist stands in none of these files, the family name of a person in those about that person; the files are as a cold build makes them.
    shutil.copytree(TREE, tmp_path / "records")
    first = build(tmp_path)
    assert {path.partition("/")[0] for path in first} == set(MINE)
    meeting = tmp_path / "records/meetings/2034/2034-03-04-fiji-iceland.yaml"
    meeting.write_text(meeting.read_text(encoding="utf-8").replace("Asks for a quota.", "Asks for quotas."), encoding="utf-8")
    assert build(tmp_path) == first
    person = tmp_path / "records/people/orlov-pyotr.yaml"
    person.write_text(person.read_text(encoding="utf-8").replace("family: Orlov", "family: Orloff"), encoding="utf-8")
    second = build(tmp_path)
    assert {path for path in second if second[path] != first[path]} == {
        "atom/people/orlov-pyotr.atom",
        "jsonfeed/people/orlov-pyotr.json",
        "gexf/people.gexf",
    }
    shutil.rmtree(tmp_path / ".cache")
    shutil.rmtree(tmp_path / "docs")
    assert {path: data for path, (_, data) in build(tmp_path).items()} == {path: data for path, (_, data) in second.items()}


def test_what_is_about_nothing_any_more_goes(tmp_path: Path) -> None:
    # The one meeting with the Soviet Union.
    shutil.copytree(TREE, tmp_path / "records")
    before = build(tmp_path)
    (tmp_path / "records/meetings/1988/1988-06-01-fiji-soviet-union.yaml").unlink()
    after = build(tmp_path)
    assert before.keys() - after.keys() == {
        *(
            f"{folder}/countries/su{ending}"
            for folder, ending in (("atom", ".atom"), ("jsonfeed", ".json"), ("calendars", ".ics"))
        ),
        *(f"{folder}/relations/fiji-soviet-union{ending}" for folder, ending in (("atom", ".atom"), ("calendars", ".ics"))),
        "jsonfeed/relations/fiji-soviet-union.json",
        *(f"citations/relations/fiji-soviet-union{ending}" for ending in bibliographies.FORMATS),
        "atom/people/orlov-pyotr.atom",
        "jsonfeed/people/orlov-pyotr.json",
    }
    assert b"Soviet" not in after["citations/all.bib"][1]
    assert set(MINE) < set(exports.FOLDERS)
