"""`python -m bench`: times the build of a synthetic archive beside plain MkDocs, Zensical and Hugo, and writes `bench.json`.

    RECORDS=1000 make bench

Each measurement is a process of its own. Builds are repeated and the median is given; plain MkDocs, Zensical and Hugo run once
where they take more than a minute. Memory is the largest resident set of any process of the build, in MB.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from bench.search import costs, theme_index
from bench.synthetic import generate
from conftest import Project, free_port, make_project, quiet

BIN = Path(sys.executable).parent
LONG = 60.0
"""Seconds after which something else than ours is not repeated."""

HUGO = """
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
"""
LAYOUT = "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>"


@dataclass
class Measurement:
    """One line of `bench.json`."""

    name: str
    records: int
    pages: int
    runs: int
    seconds: float
    memory_mb: float | None
    ratio_to_mkdocs: float | None = None
    kilobytes: float | None = None
    """On disk, or over the wire."""


def timed(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds and MB of a process that must succeed."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env=quiet(), stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - began
        if process.returncode:
            output.seek(0)
            raise RuntimeError(output.read().decode())
    return seconds, usage.ru_maxrss / 1024


class Bench:
    """A project with a synthetic archive, and what was measured on it."""

    def __init__(self, folder: Path, records: int, runs: int) -> None:
        self.records, self.runs = records, runs
        generate(folder / "records", records)
        self.project = make_project(folder / "project", folder / "records")
        self.project.edit("docs/about/index.md", "../meetings/2014/2014-11-10-japan-peru.md", "../meetings/index.md")
        self.measured: list[Measurement] = []
        self.pages = 0

    def clean(self) -> None:
        """Remove everything that a build makes."""
        for name in ("site", ".cache", "docs/meetings", "docs/people", "docs/topics", "docs/relations", "docs/countries"):
            shutil.rmtree(self.project.folder / name, ignore_errors=True)

    def measure(self, name: str, command: list[str], before: Callable[[], object], *, ours: bool = True) -> None:
        """Run a command several times and note the median."""
        found: list[tuple[float, float]] = []
        while len(found) < self.runs and (ours or not found or found[0][0] < LONG):
            before()
            found.append(timed(command, self.project.folder))
        self.note(name, [seconds for seconds, _ in found], max(memory for _, memory in found))

    def note(self, name: str, seconds: list[float], memory: float | None, kilobytes: float | None = None) -> None:
        """Add a measurement and say it."""
        site = self.project.folder / "site"
        self.pages = self.pages or sum(1 for _ in site.rglob("index.html"))
        plain = next((each.seconds for each in self.measured if each.name == "mkdocs"), None)
        median = statistics.median(seconds)
        ratio = round(median / plain, 3) if plain else 1.0 if name == "mkdocs" else None
        memory = round(memory) if memory else None
        weight = round(kilobytes, 1) if kilobytes else None
        exact = round(median, 3)
        self.measured.append(Measurement(name, self.records, self.pages, len(seconds), exact, memory, ratio, weight))
        click.echo(
            f"{name:14} {self.records:>7,} records {median:8.3f} s  {memory or '':>5} MB  ratio {ratio}  {weight or ''} kB",
            err=True,
        )

    def edit_one(self) -> str:
        """Change a gist somewhere in the middle of the archive; what it says now."""
        path = self.one()
        text = path.read_text(encoding="utf-8")
        word = f"edited{time.monotonic_ns()}"
        head, _, tail = text.partition("gist: ")
        path.write_text(f"{head}gist: {word}{tail[tail.index(chr(10)) :]}", encoding="utf-8")
        return word

    def one(self) -> Path:
        """The record that is edited: one that begins a gist on a line of its own."""
        paths = sorted((self.project.folder / "records/meetings").glob("20*/20*-*-*-*.yaml"))
        return next(path for path in paths[len(paths) // 2 :] if "\n        gist: " in path.read_text(encoding="utf-8"))

    def saves(self) -> None:
        """Seconds from a save to the moment the dev server shows it."""
        path = self.one()
        page = f"meetings/{path.parent.name}/{path.stem}/"
        found = []
        with serving(self.project) as (url, memory):
            for _ in range(20):
                began = time.perf_counter()
                word = self.edit_one()
                while word not in get(url + page):
                    time.sleep(0.03)  # a browser waits to be told; asking more often would slow the server down
                found.append(time.perf_counter() - began)
                time.sleep(0.7)
            self.note("saved", found, memory())

    def run(self, skip: set[str], *, cold: bool) -> None:
        """All measurements, or that of a cold build alone."""
        mkdocs = [str(BIN / "mkdocs"), "build"]
        check = [sys.executable, "scripts/build.py", "check"]

        def plain() -> None:
            shutil.rmtree(self.project.folder / "site", ignore_errors=True)

        if cold:
            self.project.edit("mkdocs.yml", "extra:\n", "extra:\n  search: false\n")
            self.measure("cold", mkdocs, self.clean)
            return
        self.project.edit("mkdocs.yml", "extra:\n", "extra:\n  search: false\n")
        timed(mkdocs, self.project.folder)
        if "mkdocs" not in skip:
            self.plain_mkdocs(plain)
        if "zensical" not in skip:
            self.measure("zensical", [str(BIN / "zensical"), "build"], plain, ours=False)
        if "hugo" not in skip:
            self.hugo()
        self.measure("cold", mkdocs, self.clean)
        self.measure("unchanged", mkdocs, lambda: None)
        self.measure("one-changed", mkdocs, self.edit_one)
        self.measure("check", check, lambda: shutil.rmtree(self.project.folder / ".cache", ignore_errors=True))
        timed(mkdocs, self.project.folder)
        self.saves()
        timed(mkdocs, self.project.folder)
        self.search()

    def plain_mkdocs(self, before: Callable[[], object]) -> None:
        """The same pages without our hook, and with the theme's own search."""
        settings = (self.project.folder / "mkdocs.yml").read_text(encoding="utf-8")
        settings = settings.replace("hooks:\n  - scripts/hooks.py\n", "").replace("plugins: []", "plugins: [search]")
        (self.project.folder / "plain.yml").write_text(settings, encoding="utf-8")
        self.measure("mkdocs", [str(BIN / "mkdocs"), "build", "--config-file", "plain.yml"], before, ours=False)
        raw, compressed = theme_index(self.project.folder / "site")
        self.note("theme-search-index", [0], None, raw)
        self.note("theme-search-index-compressed", [0], None, compressed)

    def search(self) -> None:
        """Making the index of the search, its size, and what it costs the reader."""
        site = self.project.folder / "site"
        index = [sys.executable, "scripts/build.py", "index"]
        self.measure("index", index, lambda: shutil.rmtree(site / "pagefind", ignore_errors=True))
        size = sum(path.stat().st_size for path in (site / "pagefind").rglob("*") if path.is_file())
        self.note("index-size", [0], None, size / 1000)
        runs = [costs(self.project) for _ in range(self.runs)]
        for steps in zip(*runs, strict=True):
            self.note(steps[0].name, [step.seconds for step in steps], None, steps[0].kilobytes)
            self.note(f"{steps[0].name}-after", [0], None, steps[0].after)

    def hugo(self) -> None:
        """The same Markdown with a minimal layout."""
        folder = self.project.folder
        hugo = folder / "hugo"
        (hugo / "layouts" / "_default").mkdir(parents=True)
        (hugo / "hugo.toml").write_text(HUGO, encoding="utf-8")
        for name in ("single", "list"):
            (hugo / "layouts" / "_default" / f"{name}.html").write_text(LAYOUT, encoding="utf-8")
        (hugo / "layouts" / "index.html").write_text(LAYOUT, encoding="utf-8")
        ignore = shutil.ignore_patterns("schema", "assets", "overrides", "about")
        shutil.copytree(folder / "docs", hugo / "content", ignore=ignore)
        for index in (hugo / "content").rglob("index.md"):
            index.rename(index.with_name("_index.md"))  # to Hugo, a page with others below it
        command = [str(BIN / "hugo"), "--source", str(hugo), "--quiet"]
        self.measure("hugo", command, lambda: shutil.rmtree(hugo / "public", ignore_errors=True), ours=False)
        shutil.rmtree(hugo)


@contextmanager
def serving(project: Project) -> Iterator[tuple[str, Callable[[], float]]]:
    """A dev server: its address, and what its memory is."""
    port = free_port()
    command = [str(BIN / "mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=project.folder, env=quiet(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}/"

    def memory() -> float:
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))

    try:
        while "Readouts" not in get(url):
            time.sleep(0.1)
        yield url, memory
    finally:
        process.terminate()
        process.wait()


def get(url: str) -> str:
    """A page, or nothing while there is none."""
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310  # its own loopback address
            text: str = answer.read().decode()
            return text
    except (urllib.error.URLError, ConnectionError):
        return ""


def machine() -> dict[str, object]:
    """What the numbers depend on."""
    model = next(
        (
            line.split(":")[1].strip()
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
            if "model name" in line
        ),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {"cpu": model, "cores": os.cpu_count(), "memory_gb": round(memory), "python": platform.python_version()}


@click.command()
@click.argument("records", type=int, nargs=-1)
@click.option("--runs", default=5, help="How often each build is repeated.")
@click.option("--skip", multiple=True, help="Leave out a measurement: mkdocs, zensical, hugo.")
@click.option("--cold", is_flag=True, help="Measure a cold build alone.")
@click.option("--to", default=Path("bench.json"), type=click.Path(path_type=Path), help="Where the results go.")
def main(records: tuple[int, ...], runs: int, to: Path, skip: tuple[str, ...], *, cold: bool) -> None:
    """Measure archives of these sizes."""
    found: list[Measurement] = []
    for number in records or (1000,):
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(Path(folder), number, runs)
            bench.run(set(skip), cold=cold)
            found += bench.measured
    to.write_text(
        json.dumps({"machine": machine(), "measurements": [asdict(each) for each in found]}, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
