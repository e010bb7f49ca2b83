"""The same tree builds with Zensical and with forks of MkDocs: engines come and go, the pages stay."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

import mkdocs
from built import assert_same, pages, plain
from conftest import Project, quiet
from html_text import squeezed
from serving import PAGE, RECORD, serving

FORKS = {"properdocs": ("properdocs", "mkdocs-ProperDocs 1.6.7"), "mkdocs-ng": ("mkdocs", "mkdocs-1.8.0")}
"""Forks that run the hook: their module, and how the theme names them in every page. They have not the version of MkDocs."""

GENERATOR = re.compile(rb'<meta name="generator" content="(.+?), mkdocs-material-')

WITHOUT_ENGINES = """
import importlib.metadata, runpy, sys
gone, version = {"mkdocs", "material", "mkdocs-material", "jinja2", "Jinja2", "watchdog"}, importlib.metadata.version
def installed(name):
    if name in gone:
        raise importlib.metadata.PackageNotFoundError(name)
    return version(name)
importlib.metadata.version = installed
sys.modules.update(dict.fromkeys(gone))
sys.path.insert(0, "scripts")
runpy.run_path("scripts/build.py", run_name="__main__")
"""


class Article(HTMLParser):
    """The title of a page, and the text and links of its article."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.text: list[str] = []
        self.links: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where the parser is, and a link."""
        if tag in ("title", "article"):
            self.inside.append(tag)
        link = dict(attrs).get("href") if tag == "a" and "article" in self.inside else None
        if link:
            self.links.append(link)

    def handle_endtag(self, tag: str) -> None:
        """Leave the title or the article."""
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        """Keep a text that belongs to either."""
        if self.inside == ["title"]:
            self.title += data
        elif "article" in self.inside:
            self.text.append(data)


def read(site: Path, page: str) -> tuple[str, str, list[str]]:
    """Title, text and links of a page; links as they lead, however they are written."""
    article = Article()
    article.feed((site / page).read_text(encoding="utf-8"))
    links = [urljoin(f"https://example.org/{page.removesuffix('index.html')}", link) for link in article.links]
    return article.title.strip(), squeezed("".join(article.text)), links


def test_the_same_pages_with_zensical(real_site: Project, tmp_path: Path) -> None:
    # Titles, texts and links of every page are those of MkDocs; Zensical runs no hook and finds nothing to complain of. The search is the same, too.
    copy = Project(tmp_path / "project")
    shutil.copytree(real_site.folder, copy.folder, ignore=shutil.ignore_patterns("site", ".cache"))
    command = [str(Path(sys.executable).parent / "zensical"), "build", "--strict"]
    done = subprocess.run(command, cwd=copy.folder, env=quiet(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No issues found" in done.stdout + done.stderr
    first, second = real_site.folder / "site", copy.folder / "site"
    pages = {path.relative_to(first).as_posix() for path in first.rglob("index.html")}
    assert pages == {path.relative_to(second).as_posix() for path in second.rglob("index.html")}
    differ = {page: (one, other) for page in sorted(pages) if (one := read(first, page)) != (other := read(second, page))}
    assert differ == {}
    indexed = [sys.executable, "scripts/build.py", "index"]
    assert subprocess.run(indexed, cwd=copy.folder, env=quiet(), check=False).returncode == 0
    entries = [json.loads((site / "pagefind/pagefind-entry.json").read_text(encoding="utf-8")) for site in (first, second)]
    assert entries[0]["languages"]["en"]["page_count"] == entries[1]["languages"]["en"]["page_count"]
    assert '<form class="ro-find"' in (second / "index.html").read_text(encoding="utf-8")


@pytest.fixture(params=FORKS)
def fork(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """A fork that lies before MkDocs where Python looks for modules."""
    folder = Path(sys.prefix) / "engines"
    assert folder.is_dir(), "no forks of MkDocs: `make test` installs them"
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return FORKS[str(request.param)]


def generators(made: dict[str, bytes]) -> set[str]:
    """How the theme names the engine in pages; redirects are written by this project and name none."""
    return {found[1].decode() for page in made.values() if (found := GENERATOR.search(page))}


def test_the_same_pages_with_a_fork(fork: tuple[str, str], real_site: Project, tmp_path: Path) -> None:
    # Handed over or read one by one, every page is that of MkDocs to the byte, but for the name of what made it.
    engine, name = fork
    copy = Project(tmp_path / "project", engine)
    shutil.copytree(real_site.folder, copy.folder, ignore=shutil.ignore_patterns("site", ".cache"))
    done = copy.mkdocs("build", "--strict", "-f", "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    assert "one by one" not in done.stderr
    fast = pages(copy)
    assert generators(fast) == {name}
    here, there = ({path: GENERATOR.sub(b"", page) for path, page in made.items()} for made in (pages(real_site), fast))
    assert_same(here, there)
    assert_same(fast, plain(copy))


def test_serving_with_a_fork(fork: tuple[str, str], small_project: Project) -> None:
    # One save, one build, also of an editor that writes to a hidden file first; problems are shown on every page, and healed.
    project = replace(small_project, engine=fork[0])
    with serving(project) as server:
        server.until(PAGE, "Invites the minister to watch whales")
        record = project.folder / RECORD
        text = record.read_text(encoding="utf-8").replace("First Fiji–Iceland consultations", "Consultations on herring")
        hidden = record.with_name(f".{record.name}.swp")
        hidden.write_text(text, encoding="utf-8")
        hidden.rename(record)
        server.until(PAGE, "Consultations on herring")
        project.edit(RECORD, "topics: [whales, fwf]", "topics: [whale, fwf]")
        server.until("people/vula-seru/", "Did you mean")
        project.edit(RECORD, "topics: [whale, fwf]", "topics: [whales, fwf]")
        server.until(PAGE, "Consultations on herring")
        server.settled()
        assert server.builds() == 4


def test_a_change_of_engines_makes_pages_anew(
    fork: tuple[str, str], small_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What MkDocs rendered is not kept for a fork, although the same distributions are installed.
    with monkeypatch.context() as without:
        without.delenv("PYTHONPATH")
        assert small_project.mkdocs("build", "--strict").returncode == 0
    assert generators(pages(small_project)) == {f"mkdocs-{mkdocs.__version__}"}
    assert replace(small_project, engine=fork[0]).mkdocs("build", "--strict").returncode == 0
    assert generators(pages(small_project)) == {fork[1]}


def test_an_unknown_engine_reads_the_pages(small_project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What counts is the module that runs: here one that nobody tried, while the distribution that is installed is a known one.
    there = tmp_path / "engines/mkdocs"
    shutil.copytree(Path(mkdocs.__file__).parent, there, ignore=shutil.ignore_patterns("__pycache__", "locales"))
    init = there / "__init__.py"
    init.write_text(init.read_text(encoding="utf-8").replace(mkdocs.__version__, "1.9.0"), encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(there.parent))
    done = small_project.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "the pages are read one by one, because mkdocs 1.9.0 is not known" in done.stderr
    assert generators(pages(small_project)) == {"mkdocs-1.9.0"}


def test_the_build_script_needs_no_engine(small_project: Project) -> None:
    # Neither MkDocs nor its theme nor what they bring along: who has Zensical alone still gets the Markdown.
    command = [sys.executable, "-c", WITHOUT_ENGINES]
    done = subprocess.run(command, cwd=small_project.folder, env=quiet(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (small_project.folder / f"docs/{PAGE.rstrip('/')}.md").exists()
