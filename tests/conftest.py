"""What tests share: three archives, projects to build, and a browser.

Only the two that never change, the invented tree and the frozen one, are asked for what they say. Of the project's own records tests
assert what is true of any valid archive, so that no new record breaks one.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from calendar import timegm
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from browser import FLAGS, find
from readouts import Archive, exports, open_archive
from readouts.build.files import handwritten
from readouts.build.options import Options
from readouts.exports.data import TABLES, database, package
from readouts.pages import all_jobs, page_of
from readouts.pages.published import Published
from readouts.render.blocks import Page as BlockPage

ROOT = Path(__file__).parents[1]
TREE = ROOT / "tests" / "records"
TODAY = date(2034, 11, 30)
"""The day on which tests check and build; the invented meetings are of the years to come."""

os.environ["SOURCE_DATE_EPOCH"] = str(timegm(TODAY.timetuple()))

FROZEN = ROOT / "tests" / "frozen" / "records"


@dataclass(frozen=True)
class Project:
    """A whole project in a folder of its own, with some records."""

    folder: Path
    engine: str = "mkdocs"
    """The module that builds: MkDocs, or a fork of it."""

    def mkdocs(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run MkDocs as a person would, without `-q`: that hides broken links."""
        command = [sys.executable, "-m", self.engine, *arguments]
        return subprocess.run(command, cwd=self.folder, env=quiet(), capture_output=True, text=True, check=False)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text that must be there."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


def pytest_addoption(parser: pytest.Parser) -> None:
    """How often a build is killed at some moment: a few times in the suite, many in `make killed`."""
    parser.addoption("--moments", default="6")


def quiet() -> dict[str, str]:
    """The environment without Material's notice about its successor."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def free_port() -> int:
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def make_project(folder: Path, records: Path) -> Project:
    """Copy the site's configuration, hand-written pages and scripts, with the given records."""
    (folder / "docs").mkdir(parents=True)
    for path in handwritten(ROOT / "docs"):
        copy = shutil.copytree if path.is_dir() else shutil.copy
        copy(path, folder / "docs" / path.name)
    shutil.copytree(ROOT / "scripts", folder / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(records, folder / "records")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return Project(folder)


def options(folder: Path, records: Path | None = None) -> Options:
    """Those of a project in a folder."""
    return Options(folder, records or folder / "records", folder / "docs", folder / "site")


def edit(records: Path, edits: Iterable[Mapping[str, str]]) -> None:
    """Replace texts in files of records (`in`, `replace`, `with`), each of which must stand there once."""
    for each in edits:
        file = records / each["in"]
        text = file.read_text(encoding="utf-8")
        assert text.count(each["replace"]) == 1, f"{each['replace']!r} stands {text.count(each['replace'])} times"
        file.write_text(text.replace(each["replace"], each["with"]), encoding="utf-8")


def add(records: Path, files: Mapping[str, str]) -> None:
    """Write files of records, in folders that need not be there."""
    for name, text in files.items():
        (records / name).parent.mkdir(parents=True, exist_ok=True)
        (records / name).write_text(text, encoding="utf-8")


def all_pages(archive: Archive) -> list[BlockPage]:
    """Every generated page."""
    return [page_of(job, archive, Published())[0] for job in all_jobs(archive)]


def all_files(archive: Archive) -> set[str]:
    """Every file of another format, to which pages may lead."""
    at_once = {path for path, _ in exports.files(archive)}
    keyed = {path for each in exports.KEYED.values() if not each.join for path, _ in each.files(archive)}
    tables = {package.NAME, database.NAME, *(table.file for table in TABLES)}
    return at_once | keyed | {f"data/{name}" for name in tables}


@pytest.fixture(scope="session")
def small() -> Archive:
    """The archive of the invented tree."""
    return open_archive(TREE)


@pytest.fixture(scope="session")
def frozen() -> Archive:
    """The archive of the frozen records."""
    return open_archive(FROZEN)


@pytest.fixture(scope="session")
def real() -> Archive:
    """The archive of the project's own records, which grows: only for what is true of any valid archive."""
    return open_archive(ROOT / "records")


@pytest.fixture
def small_project(tmp_path: Path) -> Project:
    """A project with the invented tree, free to be broken. Its about page links no record it does not have."""
    project = make_project(tmp_path / "project", TREE)
    project.edit("docs/about/index.md", "../meetings/2014/2014-11-10-japan-peru.md", "../meetings/index.md")
    return project


@pytest.fixture(scope="session")
def frozen_site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with the frozen records, built once, strictly."""
    return make_site(tmp_path_factory.mktemp("frozen") / "project", FROZEN)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real project, built once, strictly: for what is true of any valid archive."""
    return make_site(tmp_path_factory.mktemp("real") / "project", ROOT / "records")


def make_site(folder: Path, records: Path) -> Project:
    """A project whose strict build went well."""
    project = make_project(folder, records)
    done = project.mkdocs("build", "--strict")
    assert done.returncode == 0, done.stderr
    return project


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that prints nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Say nothing."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    path = find()
    assert path, "no browser: run `python tests/browser.py`, as `make test` does"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def address(frozen_site: Project) -> Iterator[str]:
    """The site of the frozen records on a loopback address."""
    with hosting(frozen_site) as address:
        yield address


@contextmanager
def hosting(project: Project, kind: type[Quiet] = Quiet) -> Iterator[str]:
    """A project's built site on a loopback address."""
    handler = partial(kind, directory=str(project.folder / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab that fails on any script error, on any request to another host, and on whatever the site’s policy forbids."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)

    def watch(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1", "data:", "blob:")):
            wrong.append(f"asked {request.url}")

    tab.on("request", watch)
    yield tab
    context.close()
    assert wrong == []
