"""The built site: complete, self-contained, deterministic, and left alone by a broken record.

What is asked of the real site is true of the site of any valid archive.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from conftest import ROOT, Project, all_pages, options
from html_text import lines, tags
from readouts.archive.archive import Archive
from readouts.build.builder import Builder
from readouts.pages import FILES, FOLDERS
from readouts.problems import BrokenRecordsError
from readouts.problems.text import line
from readouts.render.markdown import MARK

OWN = "https://example.org/"
RECORD = "records/meetings/2031/2031-05-06-fiji-iceland.yaml"


def test_every_page_has_an_address_of_its_own(real: Archive) -> None:
    # No two pages go to the same file, on file systems that fold case either.
    paths = [str(page.path).lower() for page in all_pages(real)]
    assert len(paths) == len(set(paths))


def test_no_page_asks_another_host(real_site: Project) -> None:
    # Nothing is loaded from elsewhere: links to other sites are only links.
    loading = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("source", "src"), ("object", "data")}
    for page in (real_site.folder / "site").rglob("*.html"):
        for tag, attributes in tags(page.read_text(encoding="utf-8")):
            for name, value in attributes.items():
                if (tag, name) in loading:
                    assert not urlsplit(value or "").netloc, f"{page}: {tag} {name}={value}"
    for sheet in (real_site.folder / "site").rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//", sheet.read_text(encoding="utf-8")), sheet


def test_every_page_leads_to_the_data(real_site: Project) -> None:
    # The footer of any page links the page that lists the archive's files.
    for page in ("index.html", "about/method/index.html", "search/index.html"):
        text = (real_site.folder / "site" / page).read_text(encoding="utf-8")
        assert re.search(r'<a href="[./]*reference/data/">', text.partition("<footer")[2]), page


def test_the_faces_are_light_and_bring_their_licence(real_site: Project) -> None:
    # The faces weigh 70 kB together at most, text shows before they are there, and their licence is beside them.
    site = real_site.folder / "site"
    faces = re.findall(r"@font-face \{[^}]*url\([^}]*\}", (site / "assets/readouts.css").read_text(encoding="utf-8"))
    files = [*site.glob("assets/fonts/*")]
    assert len(faces) == len(files) > 0
    assert all("font-display: swap" in face for face in faces)
    assert sum(file.stat().st_size for file in files) <= 70_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (site / "about/fonts-licence.txt").read_text(encoding="utf-8")


def test_nothing_is_shipped_that_no_page_asks_for(real_site: Project) -> None:
    # Every asset is asked for by a page, a style sheet or a script, source maps too, and everything that is asked for is there.
    site = real_site.folder / "site"
    assert {path for path in site.glob("assets/**/*.*") if path.is_file()} == asked_for(site)
    assert [path.name for path in site.glob("pagefind/wasm.*")] == ["wasm.en.pagefind"]


def test_the_card_is_shipped_where_pages_name_it(small_project: Project) -> None:
    # Only a site that knows its address can name a picture to those who link to it.
    small_project.edit("mkdocs.yml", "# site_url: https://example.org/", f"site_url: {OWN}archive/")
    assert small_project.mkdocs("build", "--strict").returncode == 0
    site = small_project.folder / "site"
    assert site / "assets/card.png" in asked_for(site, f"{OWN}archive/")
    assert {path for path in site.glob("assets/**/*.*") if path.is_file()} >= asked_for(site, f"{OWN}archive/")


def asked_for(site: Path, address: str = OWN) -> set[Path]:
    """Every file that a page, a style sheet or a script of the site has a browser load."""
    loading = {("script", "src"), ("img", "src"), ("link", "href"), ("meta", "content")}
    found: set[str] = set()
    for page in site.rglob("*.html"):
        values = [
            value or ""
            for tag, more in tags(page.read_text(encoding="utf-8"))
            for name, value in more.items()
            if (tag, name) in loading
        ]
        found |= {urljoin(address + page.relative_to(site).as_posix(), value) for value in values if "assets/" in value}
    for file in (*site.glob("assets/**/*.css"), *site.glob("assets/**/*.js")):
        text = re.sub(r"/\*\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)  # types are imported in comments
        names = re.findall(r"""(?:from|import)\(?\s*["'](\.[^"']+)|url\(["']?(?!data:)([^"')]+)|sourceMappingURL=(\S+)""", text)
        found |= {urljoin(address + file.relative_to(site).as_posix(), "".join(name)) for name in names}
    return {site / each.removeprefix(address) for each in found}


def test_every_link_and_anchor_leads_somewhere(real_site: Project) -> None:
    # MkDocs checks links of Markdown; this checks those of the finished pages, anchors too.
    site = real_site.folder / "site"
    anchors: dict[Path, set[str]] = {}
    links: list[tuple[Path, str]] = []
    for page in site.rglob("*.html"):
        if page.name == "404.html":
            continue
        found = tags(page.read_text(encoding="utf-8"))
        ids = [attributes["id"] for _, attributes in found if attributes.get("id")]
        twice = {each for each in ids if ids.count(each) > 1 and not (each or "").startswith("__")}
        assert not twice, f"{page}: {twice}"
        anchors[page] = {each for each in ids if each}
        links += [(page, attributes["href"] or "") for tag, attributes in found if tag == "a" and attributes.get("href")]
    for page, link in links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = Path(os.path.normpath(page.parent / parts.path)) if parts.path else page
        target = target / "index.html" if target.is_dir() else target
        assert target.exists(), f"{page.relative_to(site)} links to {link}"
        assert not parts.fragment or parts.fragment in anchors.get(target, set()), f"{page.relative_to(site)} links to {link}"


def test_the_page_for_what_is_not_there_leads_elsewhere(real_site: Project) -> None:
    # It may be shown at any address, so that its links begin at the root; the lists and the search are among them.
    site = real_site.folder / "site"
    found = tags((site / "404.html").read_text(encoding="utf-8"))
    links = [attributes["href"] or "" for tag, attributes in found if tag == "a" and attributes.get("href")]
    assert {"/search/", "/meetings/", "/people/", "/changes/"} <= set(links)
    for link in links:
        assert link.startswith(("/", "#"))
        assert link.startswith("#") or (site / link.lstrip("/") / "index.html").exists(), link


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    # Whatever the order of files, the time zone, the locale and the hash seed.
    found = set()
    for number, (zone, locale) in enumerate([("Asia/Tokyo", "C"), ("America/Lima", "C.UTF-8"), ("UTC", "POSIX")]):
        docs = tmp_path / str(number) / "docs"
        environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "LANG": locale, "PYTHONHASHSEED": str(number)}
        shutil.copytree(ROOT / "records", docs.parent / "records")
        shutil.copy(ROOT / "mkdocs.yml", docs.parent)
        command = [sys.executable, str(ROOT / "scripts/build.py")]
        subprocess.run(command, env=environment, check=True, capture_output=True, cwd=docs.parent)
        pages = sorted((path.relative_to(docs).as_posix(), path.read_bytes()) for path in docs.rglob("*.*") if path.is_file())
        found.add(hash(tuple(pages)))
    assert len(found) == 1


def test_only_what_changed_is_written(small_project: Project) -> None:
    # An unchanged page keeps its file; a page without a record goes; a second run does nothing.
    docs, here = small_project.folder / "docs", options(small_project.folder)
    first = Builder(here, keep=False).write()
    before = {path: path.stat().st_mtime_ns for path in docs.rglob("*.md")}
    again = Builder(here, keep=False).write()
    assert (again.written, again.removed, again.kept) == (0, 0, first.written)
    assert before == {path: path.stat().st_mtime_ns for path in docs.rglob("*.md")}
    small_project.edit("records/people/tomasson-karl.yaml", "title: Ambassador", "title: Ambassador, also: [Envoy]")
    small_project.edit(RECORD, "title: Memorandum on Whale Watching", "title: Memorandum on Whales")
    changed = Builder(here, keep=False).write()
    assert 1 <= changed.written < 5
    (docs / "people" / "gone.md").write_text(f"---\n{MARK}a record that is gone\n---\n", encoding="utf-8")
    assert Builder(here, keep=False).write().removed == 1


def test_handwritten_files_are_never_overwritten(small_project: Project) -> None:
    # A file that people wrote into a generated folder stops the build before anything is written.
    mine = small_project.folder / "docs" / "people" / "vula-seru.md"
    mine.parent.mkdir()
    mine.write_text("# My own page\n", encoding="utf-8")
    with pytest.raises(BrokenRecordsError) as caught:
        Builder(options(small_project.folder), keep=False).write()
    assert [line(problem).split(" ")[:2] for problem in caught.value.problems] == [
        ["docs/people/vula-seru.md:1:1:", "not-generated"]
    ]
    assert mine.read_text(encoding="utf-8") == "# My own page\n"
    assert not (small_project.folder / "docs" / "index.md").exists()
    done = small_project.mkdocs("build")
    assert done.returncode != 0
    assert "docs/people/vula-seru.md:1:1: not-generated" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (small_project.folder / "site").exists()


def test_a_broken_record_stops_the_build_and_spares_the_site(small_project: Project) -> None:
    # The exit code says so, all problems are printed, and the site of before is untouched.
    assert small_project.mkdocs("build", "--strict").returncode == 0
    site = small_project.folder / "site"
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    small_project.edit(RECORD, "kind: foreign-ministers", "kind: foreign")
    small_project.edit("records/places.yaml", "zone: Pacific/Fiji", "zone: Pacific/Fidji")
    done = small_project.mkdocs("build")
    assert done.returncode != 0
    assert f"{RECORD}:2:7: not-in-list" in done.stderr
    assert "records/places.yaml:18:9: unknown-zone" in done.stderr
    assert "Traceback" not in done.stderr
    assert before == {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_warning_fails_only_a_strict_build(small_project: Project) -> None:
    # A printed time that disagrees with the zone is published locally and refused by `make build`.
    small_project.edit(RECORD, "start: 05:45", "start: 05:15")
    assert small_project.mkdocs("build").returncode == 0
    before = (small_project.folder / "site" / "index.html").stat().st_mtime_ns
    strict = small_project.mkdocs("build", "--strict")
    assert strict.returncode != 0
    assert (small_project.folder / "site" / "index.html").stat().st_mtime_ns == before
    assert f"{RECORD}:19:16: printed-time warning: this clock showed 05:45 on 7 May 2031" in strict.stderr


def test_titles_and_descriptions_are_text(small_project: Project) -> None:
    # The theme prints both into HTML as they are; a name with an ampersand or quotes must not break out.
    small_project.edit(RECORD, "title: First Fiji–Iceland consultations", "title: 'Fish & \"Chips\" &lt;i&gt;'")
    assert small_project.mkdocs("build", "--strict").returncode == 0
    html = (small_project.folder / "site/meetings/2031/2031-05-06-fiji-iceland/index.html").read_text(encoding="utf-8")
    assert 'Fish & "Chips" &lt;i&gt;' in " ".join(lines(html))
    assert "i" not in [tag for tag, _ in tags(html)]


def test_git_ignores_what_is_generated_and_nothing_else_of_the_pages() -> None:
    # A page that somebody writes beside them is not lost with `make clean`.
    ignored = {line for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines() if line.startswith("/docs/")}
    assert ignored == {*(f"/docs/{folder}/" for folder in FOLDERS), *(f"/docs/{file}" for file in FILES)}
