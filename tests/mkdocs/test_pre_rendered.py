"""The fast way is not another way: what is handed to MkDocs is what MkDocs would have made, and nothing stale is kept."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.synthetic import generate
from built import assert_same, pages, plain
from conftest import FROZEN, TREE, Project, make_project, options
from html_text import lines
from readouts.build.builder import Builder
from readouts.build.options import Options
from readouts.mkdocs.theme import Blank, Frames
from readouts.problems import BrokenRecordsError
from readouts.render.blocks import Heading, Link, Page, Paragraph, Target
from readouts.render.html import fragment

RECORD = "records/meetings/2031/2031-05-06-fiji-iceland.yaml"


def test_the_real_archive(real_site: Project, tmp_path: Path) -> None:
    # Every page of the project's own site.
    copy = Project(tmp_path / "project")
    shutil.copytree(real_site.folder, copy.folder)
    assert_same(pages(real_site), plain(copy))


ADDRESSES = ["", "site_url: https://example.org/archive/\nrepo_url: https://codeberg.org/o/r_s\n"]


@pytest.mark.parametrize("addresses", ADDRESSES)
def test_an_invented_archive_with_every_field(tmp_path: Path, addresses: str) -> None:
    # Long lists, redirects and all fields; with addresses of the site and of the repository, and without.
    generate(tmp_path / "records", 250)
    project = make_project(tmp_path / "project", tmp_path / "records")
    project.edit("docs/about/index.md", "../meetings/2014/2014-11-10-japan-peru.md", "../meetings/index.md")
    project.edit("mkdocs.yml", "docs_dir: docs\n", f"docs_dir: docs\n{addresses}")
    done = project.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    fast = pages(project)
    assert all((b"Report an error" in fast[name]) == bool(addresses) for name in ("index.html", "about/index.html"))
    listed = (project.folder / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert_same(fast, plain(project))
    assert listed.count("<loc>") == (project.folder / "site" / "sitemap.xml").read_text(encoding="utf-8").count("<loc>")


def test_a_link_to_no_page_is_found() -> None:
    # MkDocs does not look into pages that are handed over, so the writer does.
    page = Page("people/x.md", "x", "x", "x", (Heading(1, ("x",)), Paragraph((Link(("y",), Target("people/y.md")),))))
    assert "../y/" in fragment(page, {"people/y.md"}).content
    with pytest.raises(ValueError, match=r"people/x\.md links to people/y\.md"):
        fragment(page, {"people/x.md"})


def test_a_theme_that_uses_texts_otherwise_is_rendered_whole() -> None:
    # Shells foresee texts as they are and stripped in a label. A theme that does something else with them costs time, not truth.
    def render(blank: Blank) -> str:
        return f"<title>{blank.meta['title']}</title>{str(blank.meta['title']).upper()}{blank.content}"

    frames = Frames(render, lambda _: "", frozenset(), lambda: ["people/x.md", "people/y.md"])
    for name in "xy":
        page = Page(f"people/{name}.md", f"Mx {name}", "d", "s", (Heading(1, (name,), "top"),))
        assert frames.around(page) == f'<title>Mx {name}</title>MX {name.upper()}<h1 id="top">{name}</h1>'
    assert len(frames.strange) == 1


def state(docs: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


EDITS = [
    ("meetings/2031/2031-05-06-fiji-iceland.yaml", "gist: Agree to meet again.", "gist: Agree to part."),
    ("meetings/2031/2031-05-06-fiji-iceland.yaml", "topics: [whales, fwf]", "topics: [fish]"),
    ("meetings/2031/2031-05-06-fiji-iceland.yaml", "title: First Fiji–Iceland consultations", "title: Talks"),
    (
        "meetings/2031/2031-05-06-fiji-iceland.yaml",
        "  - {meeting: 2032-fiji-iceland, state: partly, note: The visit took place.}\n",
        "",
    ),
    ("meetings/2032/2032-fiji-iceland.yaml", "kind: summit", "kind: officials"),
    ("people/vula-seru.yaml", "given: Seru", "given: Old Seru"),
    ("people/vula-seru.yaml", "country: FJ", "country: FJ\nformerly: [seru]"),
    ("places.yaml", "name: Suva", "name: Greater Suva"),
    ("places.yaml", "zone: Atlantic/Reykjavik", "zone: Europe/London"),
    ("places.yaml", "latitude: 27.71", "latitude: 27.72"),
    ("organizations.yaml", "name: Pacific Wire", "name: Wire of the Pacific\n  abbreviation: WP"),
    ("organizations.yaml", "name: Forum of Islands", "name: The Forum"),
    ("organizations.yaml", "abbreviation: MFA", "abbreviation: MFAI"),
    ("topics.yaml", "name: Fish", "name: Fishes"),
    ("topics.yaml", "name: Nature", "name: The Nature"),
    ("topics.yaml", "abbreviation: FWF", "abbreviation: FW"),
    ("topics.yaml", "definition: Animals that sing.", "definition: Singers."),
    ("occasions.yaml", "name: Forum 2031", "name: The Forum of 2031"),
    ("occasions.yaml", "topics: [fwf]", "topics: [fish]"),
    ("relations/fiji-iceland.yaml", "introduction: Two islands.", "introduction: Islands."),
]


@pytest.mark.parametrize("seed", range(6))
def test_what_is_made_again_is_what_is_made_anew(tmp_path: Path, seed: int) -> None:
    # Any edits in any order: pages whose keys say they did not change, did not change.
    records, docs = tmp_path / "records", tmp_path / "docs"
    shutil.copytree(TREE, records)
    builder = Builder(options(tmp_path))
    builder.prepare()
    builder.write()
    edits = EDITS[:]
    random.Random(seed).shuffle(edits)  # noqa: S311  # the same orders every time
    for number, (path, old, new) in enumerate(edits):
        text = (records / path).read_text(encoding="utf-8")
        if text.count(old) != 1:
            continue  # an earlier edit took it away
        (records / path).write_text(text.replace(old, new), encoding="utf-8")
        if number % 5 == seed % 5:  # another process, which knows only what the cache keeps
            builder = Builder(options(tmp_path))
        builder.prepare()
        builder.write()
        anew = tmp_path / f"anew-{number}" / "docs"
        Builder(options(anew.parent, records), keep=False).write()
        assert state(docs) == state(anew), (path, new)


def test_relations_and_publishers_are_kept_up_to_date(tmp_path: Path) -> None:
    # What the invented tree does not have: a relation of two that never met alone, and a side that publishes on others' meetings.
    records, docs = tmp_path / "records", tmp_path / "docs"
    shutil.copytree(FROZEN, records)
    builder = Builder(options(tmp_path))
    builder.write()
    (records / "relations/canada-peru.yaml").write_text("parties: [CA, PE]\nintroduction: Two of three.\n", encoding="utf-8")
    builder.prepare()
    builder.write()
    organizations, talk = records / "organizations.yaml", records / "meetings/2014/2014-11-10-japan-peru.yaml"
    edits = {organizations: ("name: Pacific Alliance", "name: Pacific alliance"), talk: ("publisher: mofa-jp", "publisher: un")}
    for path, (old, new) in edits.items():
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        builder.prepare()
        builder.write()
    talk.write_text(talk.read_text(encoding="utf-8").replace("language: en", "language: fr", 1), encoding="utf-8")
    builder.prepare()
    builder.write()
    anew = tmp_path / "anew" / "docs"
    Builder(options(anew.parent, records), keep=False).write()
    assert state(docs) == state(anew)


def flipped(raw: bytes) -> bytes:
    """One bit in every two hundred bytes is another."""
    return bytes(byte ^ (number % 200 == 150) for number, byte in enumerate(raw))  # any would do


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda raw: raw[: len(raw) // 2],
    "noise": lambda _: b"noise" * 999,
    "flipped": flipped,
    "empty": lambda _: b"",  # SQLite takes that for a new database
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_broken_cache_is_ignored_and_said(small_project: Project, damage: str) -> None:
    # Whatever happened to it, the site is the same, and a note says what was not readable.
    assert small_project.mkdocs("build", "--strict").returncode == 0
    before = pages(small_project)
    kept = small_project.folder / ".cache/state.sqlite"
    kept.write_bytes(DAMAGE[damage](kept.read_bytes()))
    done = small_project.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    assert pages(small_project) == before
    assert ("is made anew" in done.stderr) == (damage != "empty")
    assert "Traceback" not in done.stderr
    again = small_project.mkdocs("build", "--strict")
    assert "0 pages written" in again.stderr
    assert "is made anew" not in again.stderr


def test_a_site_is_brought_up_to_date_after_the_pages_were(small_project: Project) -> None:
    # `readouts build` writes Markdown alone; what it found to be changed is still old in the site.
    assert small_project.mkdocs("build", "--strict").returncode == 0
    small_project.edit(RECORD, "title: First Fiji–Iceland consultations", "title: Consultations on herring")
    Builder(options(small_project.folder)).write()
    assert small_project.mkdocs("build", "--strict").returncode == 0
    assert "Consultations on herring" in (small_project.folder / "site/index.html").read_text(encoding="utf-8")


def test_a_record_that_is_added_overwrites_nothing(small_project: Project) -> None:
    # Whoever wrote a page in a folder of generated ones keeps the text, also where the record comes while serving.
    builder = Builder(options(small_project.folder), keep=False)
    builder.write()
    written = small_project.folder / "docs/people/new.md"
    written.write_text("My own notes.\n", encoding="utf-8")
    (small_project.folder / "records/people/new.yaml").write_text("name: {given: New}\ncountry: IS\n", encoding="utf-8")
    builder.open()
    with pytest.raises(BrokenRecordsError):
        builder.write()
    assert written.read_text(encoding="utf-8") == "My own notes.\n"


def test_a_project_may_be_moved_with_its_cache(small_project: Project) -> None:
    # What the cache says of the files of another folder says nothing of this one's.
    assert small_project.mkdocs("build").returncode == 0
    moved = Project(small_project.folder.with_name("moved"))
    shutil.copytree(small_project.folder, moved.folder)
    done = moved.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    assert_same(pages(small_project), pages(moved))


def test_nothing_is_done_twice_and_a_touched_page_is_mended(small_project: Project) -> None:
    # A second build finds everything as it was; a page that somebody damaged or removed is written again.
    assert small_project.mkdocs("build", "--strict").returncode == 0
    before = pages(small_project)
    again = small_project.mkdocs("build", "--strict")
    assert "Records: 0 pages written, 0 removed" in again.stderr
    assert "Search: index made" not in again.stderr
    assert (small_project.folder / "site/pagefind/pagefind-entry.json").exists()
    (small_project.folder / "site/people/vula-seru/index.html").write_text("damaged", encoding="utf-8")
    (small_project.folder / "site/topics/fish/index.html").unlink()
    assert "Records: 2 pages written, 0 removed" in small_project.mkdocs("build", "--strict").stderr
    assert pages(small_project) == before


def test_another_repository_is_noticed(small_project: Project, tmp_path: Path) -> None:
    # Setting, changing and removing its address are each a change of all pages, by another process or by the same one.
    known = "docs_dir: docs\nrepo_url: https://github.com/o/r\n"
    settings = [("docs_dir: docs\n", known), ("github.com/o/r", "gitlab.com/o/r"), ("repo_url: https://gitlab.com/o/r\n", "")]
    assert small_project.mkdocs("build", "--strict").returncode == 0
    for number, (old, new) in enumerate(settings):
        small_project.edit("mkdocs.yml", old, new)
        done = small_project.mkdocs("build", "--strict")
        assert done.returncode == 0, done.stderr
        anew = make_project(tmp_path / f"anew-{number}", small_project.folder / "records")
        shutil.copytree(small_project.folder / "docs/about", anew.folder / "docs/about", dirs_exist_ok=True)
        shutil.copy(small_project.folder / "mkdocs.yml", anew.folder)
        assert anew.mkdocs("build", "--strict").returncode == 0
        assert_same(pages(small_project), pages(anew))
        assert state(small_project.folder / "docs") == state(anew.folder / "docs")
        page = (small_project.folder / "site/people/vula-seru/index.html").read_text(encoding="utf-8")
        assert ("Edit this record" in page) == (number < 2)
        assert ("gitlab.com/o/r/-/edit/main/records/people/vula-seru.yaml" in page) == (number == 1)
        about = (small_project.folder / "site/about/index.html").read_text(encoding="utf-8")
        assert ("https://github.com/o/r/edit/main/docs/about/index.md" in about) == (number == 0)


def test_another_repository_is_noticed_by_the_markdown_alone(small_project: Project) -> None:
    # `readouts build` writes no site, and another process knows the pages by the cache.
    Builder(Options.of(small_project.folder)).write()
    small_project.edit("mkdocs.yml", "docs_dir: docs\n", "docs_dir: docs\nrepo_url: https://github.com/o/r\n")
    builder = Builder(Options.of(small_project.folder))
    builder.prepare()
    assert builder.write().written > 40
    assert "[Edit this record](" in (small_project.folder / "docs/people/vula-seru.md").read_text(encoding="utf-8")


MEETING = """
kind: summit
date: 2033-01-02
place: suva
delegations: [{for: FJ}, {for: TV, head: {person: new}}]
readouts: [{publisher: mfa-is, language: en, read: part, recorded: part}]
"""


def test_a_country_without_a_meeting(small_project: Project, tmp_path: Path) -> None:
    # A person of a country that never met, then its first meeting, then none again: each build is what it is from nothing.
    person, meeting = Path("records/people/new.yaml"), Path("records/meetings/2033/2033-01-02-fiji-tuvalu.yaml")
    steps = [(person, "name: {given: New}\ncountry: TV\n"), (meeting, MEETING), (meeting, ""), (person, "")]
    assert small_project.mkdocs("build", "--strict").returncode == 0
    for number, (path, text) in enumerate(steps):
        file = small_project.folder / path
        file.parent.mkdir(exist_ok=True)
        if text:
            file.write_text(text, encoding="utf-8")
        else:
            file.unlink()
        done = small_project.mkdocs("build", "--strict")
        assert done.returncode == 0, done.stderr
        anew = make_project(tmp_path / f"anew-{number}", small_project.folder / "records")
        shutil.copytree(small_project.folder / "docs/about", anew.folder / "docs/about", dirs_exist_ok=True)
        assert anew.mkdocs("build", "--strict").returncode == 0
        assert_same(pages(small_project), pages(anew))
        assert state(small_project.folder / "docs") == state(anew.folder / "docs")
        assert ("countries/tv/index.html" in pages(small_project)) == (number < len(steps) - 1)


def test_a_removed_record_takes_its_pages_along(small_project: Project) -> None:
    # Nothing of a record that is gone stays in the site or among the pages.
    small_project.edit(RECORD, "                about_meeting: 2032-fiji-iceland\n", "")
    small_project.edit(RECORD, "{meeting: 2032-fiji-iceland, state", "{date: 2032, state")
    assert small_project.mkdocs("build", "--strict").returncode == 0
    (small_project.folder / "records/meetings/2032/2032-fiji-iceland.yaml").unlink()
    assert small_project.mkdocs("build", "--strict").returncode == 0
    left = [*(small_project.folder / "site").rglob("*2032-fiji*"), *(small_project.folder / "docs").rglob("*2032-fiji*")]
    assert left == []
    shown = lines((small_project.folder / "site/relations/fiji-iceland/index.html").read_text(encoding="utf-8"))
    assert "Fiji–Iceland summit meeting (telephone)" not in "\n".join(shown)
