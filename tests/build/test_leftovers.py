"""What earlier builds left, and what people wrote among generated pages: the one goes, the other stays."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from conftest import TREE, Project, options
from readouts import exports
from readouts.build.builder import Builder
from readouts.build.files import refuse_shared
from readouts.problems import BrokenRecordsError
from readouts.render.markdown import MARK

RECORD = "records/meetings/2031/2031-05-06-fiji-iceland.yaml"
PERSON = "name: {given: New}\ncountry: IS\n"


def test_a_page_goes_from_the_site_whatever_was_forgotten(small_project: Project) -> None:
    # Without the cache, and after the settings changed, nothing says any more which pages the site had.
    new = small_project.folder / "records/people/new.yaml"
    page = small_project.folder / "site/people/new/index.html"
    forgetting: list[Callable[[], None]] = [
        lambda: shutil.rmtree(small_project.folder / ".cache"),
        lambda: small_project.edit("mkdocs.yml", "site_name: ", "site_name: The "),
    ]
    for forget in forgetting:
        new.write_text(PERSON, encoding="utf-8")
        assert small_project.mkdocs("build", "--strict").returncode == 0
        assert page.exists()
        new.unlink()
        forget()
        assert small_project.mkdocs("build", "--strict").returncode == 0
        assert not page.parent.exists()


def test_a_page_written_by_hand_among_generated_ones_is_refused(small_project: Project) -> None:
    # Whether anything else changed or not; the site stays as it was.
    assert small_project.mkdocs("build", "--strict").returncode == 0
    written = small_project.folder / "docs/people/notes.md"
    written.write_text("My own notes.\n", encoding="utf-8")
    for edit in ("", "given: Vulomasere", "given: Vulom"):
        if edit:
            people = small_project.folder / "records/people/new.yaml"
            people.write_text(f"name: {{{edit}}}\ncountry: IS\n", encoding="utf-8")
        done = small_project.mkdocs("build", "--strict")
        assert done.returncode == 1
        assert "docs/people/notes.md:1:1: not-generated" in done.stderr
        assert "Traceback" not in done.stderr
        assert (small_project.folder / "site/about/index.html").exists()
    assert written.read_text(encoding="utf-8") == "My own notes.\n"


def test_a_file_of_another_format_that_is_left_over_goes(small_project: Project) -> None:
    # Before MkDocs lists the files that it is going to copy.
    assert small_project.mkdocs("build", "--strict").returncode == 0
    schema = next((small_project.folder / "docs/schema").glob("*.json"))
    shutil.copy(schema, schema.with_name("old.json"))
    (small_project.folder / "records/people/new.yaml").write_text(PERSON, encoding="utf-8")
    done = small_project.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    assert not schema.with_name("old.json").exists()
    assert not (small_project.folder / "site/schema/old.json").exists()


def test_settings_count_by_what_they_say(small_project: Project) -> None:
    # A setting that comes from elsewhere than mkdocs.yml changes every page; a comment there changes none.
    (small_project.folder / "mkdocs.yml").rename(small_project.folder / "base.yml")
    (small_project.folder / "mkdocs.yml").write_text("INHERIT: base.yml\n", encoding="utf-8")
    assert small_project.mkdocs("build", "--strict").returncode == 0
    (small_project.folder / "mkdocs.yml").write_text("INHERIT: base.yml  # ours\n", encoding="utf-8")
    assert "Records: 0 pages written" in small_project.mkdocs("build", "--strict").stderr
    small_project.edit("base.yml", "site_name: ", "site_name: The ")
    assert ", 0 unchanged" in small_project.mkdocs("build", "--strict").stderr


def test_other_formats_follow_the_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Also where a process stays, as while serving.
    monkeypatch.setitem(exports.FILES, "schema", lambda archive: iter([("schema/people", f"{MARK} {archive.totals.people}")]))
    shutil.copytree(TREE, tmp_path / "records")
    builder = Builder(options(tmp_path))
    builder.write()
    new = tmp_path / "records/people/new.yaml"
    new.write_text(PERSON, encoding="utf-8")
    builder.open()
    builder.write()
    assert (tmp_path / "docs/schema/people").read_text(encoding="utf-8") == f"{MARK} {len(list(new.parent.iterdir()))}"


@pytest.mark.parametrize(
    "text", ["---\nA rule, and no front matter.\n", "---\ntitle: [\n---\nText.\n", "---\n- a\n---\nText.\n"]
)
def test_any_page_written_by_hand_can_be_searched(small_project: Project, text: str) -> None:
    (small_project.folder / "docs/about/notes.md").write_text(text, encoding="utf-8")
    assert small_project.mkdocs("build").returncode == 0
    assert (small_project.folder / "site/pagefind/pagefind-entry.json").exists()


def killed(project: Project) -> Path:
    """The page that a killed build left of a record that was taken back; another record changed since."""
    page = project.folder / "site/people/new/index.html"
    page.parent.mkdir()
    page.write_text("New", encoding="utf-8")
    (project.folder / ".cache/unfinished").touch()
    project.edit(RECORD, "title: First Fiji–Iceland consultations", "title: Consultations on herring")
    return page


def test_a_build_that_was_killed_leaves_no_page(small_project: Project) -> None:
    # It wrote pages that no cache knows of; then their record was taken back.
    assert small_project.mkdocs("build", "--strict").returncode == 0
    page = killed(small_project)
    assert small_project.mkdocs("build", "--strict").returncode == 0
    assert not page.parent.exists()
    assert not (small_project.folder / ".cache/unfinished").exists()


def test_what_a_killed_build_left_in_one_output_is_found_after_a_build_of_another(small_project: Project) -> None:
    # `mkdocs build` was killed; `readouts build`, which writes Markdown alone, came to its end.
    assert small_project.mkdocs("build", "--strict").returncode == 0
    page = killed(small_project)
    Builder(options(small_project.folder)).write()
    assert small_project.mkdocs("build", "--strict").returncode == 0
    assert not page.parent.exists()


def test_a_cache_that_cannot_be_written_leaves_no_page(small_project: Project) -> None:
    # Another build held the database; the page of a record that was taken back then goes all the same.
    assert small_project.mkdocs("build", "--strict").returncode == 0
    new = small_project.folder / "records/people/new.yaml"
    new.write_text(PERSON, encoding="utf-8")
    with closing(sqlite3.connect(small_project.folder / ".cache/state.sqlite")) as held:
        held.execute("begin immediate")
        assert small_project.mkdocs("build", "--strict").returncode == 0
        held.rollback()
    assert (small_project.folder / "site/people/new/index.html").exists()
    new.unlink()
    assert small_project.mkdocs("build", "--strict").returncode == 0
    assert not (small_project.folder / "site/people/new").exists()


def test_a_setting_that_is_a_function_is_the_same_in_every_process(small_project: Project) -> None:
    # Material's own recipe for icons names two.
    icons = "  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
    small_project.edit("mkdocs.yml", "markdown_extensions:\n", f"markdown_extensions:\n{icons}")
    assert small_project.mkdocs("build", "--strict").returncode == 0
    page = small_project.folder / "site/people/vula-seru/index.html"
    time = page.stat().st_mtime_ns
    (small_project.folder / "records/people/new.yaml").write_text(PERSON, encoding="utf-8")
    done = small_project.mkdocs("build", "--strict")
    assert page.stat().st_mtime_ns == time
    (written,) = re.findall(r"Records: (\d+) pages written", done.stderr)
    assert int(written) < 10


def test_citations_that_cannot_say_that_they_were_generated_go(small_project: Project) -> None:
    # RIS and CSL-JSON have no place for that. What else stands there, somebody wrote.
    builder = Builder(options(small_project.folder))
    builder.write()
    folder = small_project.folder / "docs/citations/relations"
    assert sorted(each.name for each in folder.glob("fiji-iceland.*")) == [
        f"fiji-iceland.{ending}" for ending in ("bib", "json", "ris")
    ]
    for ending in ("bib", "json", "ris"):
        shutil.copy(folder / f"fiji-iceland.{ending}", folder / f"former.{ending}")
    shutil.rmtree(small_project.folder / ".cache")
    Builder(options(small_project.folder)).write()
    assert not list(folder.glob("former.*"))
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BrokenRecordsError):
        Builder(options(small_project.folder)).prepare()
    assert (folder / "notes.txt").exists()


def test_no_two_pages_have_one_file(tmp_path: Path) -> None:
    # Nor two whose names differ only in capitals, which many systems take for one.
    with pytest.raises(BrokenRecordsError) as caught:
        refuse_shared(tmp_path / "docs", ["people/a.md", "people/b.md", "people/A.md", "people/c.md", "people/c.md"])
    assert [str(problem.path) for problem in caught.value.problems] == ["docs/people/a.md", "docs/people/c.md"]


def test_relations_whose_names_give_one_address_are_refused(tmp_path: Path) -> None:
    # “Fiji” and “Wire Forum” give what “Fiji Wire” and “Forum” give: neither page is written over the other.
    shutil.copytree(TREE, tmp_path / "records")
    other = tmp_path / "records/organizations.yaml"
    names = {
        "name: Forum of Islands": "name: Wire Forum",
        "pacific-wire:": "alone:\n  name: Forum\ntogether:\n  name: Fiji Wire\npacific-wire:",
    }
    text = other.read_text(encoding="utf-8")
    for old, new in names.items():
        assert old in text
        text = text.replace(old, new)
    other.write_text(text, encoding="utf-8")
    meetings = tmp_path / "records/meetings/2034"
    for name, one, two in (("2034-01-01-fiji-wire-forum", "FJ", "forum"), ("2034-01-02-fiji-wire-forum", "together", "alone")):
        (meetings / f"{name}.yaml").write_text(
            f"kind: summit\ndate: {name[:10]}\nplace: suva\ndelegations: [{{for: {one}}}, {{for: {two}}}]\n"
            "readouts: [{publisher: pacific-wire, language: en, read: part, recorded: part}]\n",
            encoding="utf-8",
        )
    with pytest.raises(BrokenRecordsError) as caught:
        Builder(options(tmp_path), keep=False).prepare()
    assert [str(problem.path) for problem in caught.value.problems] == ["docs/relations/fiji-wire-forum.md"]
