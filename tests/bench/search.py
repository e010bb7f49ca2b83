"""What a search costs the reader: bytes over the wire and seconds, in a real browser on the loopback address."""

from __future__ import annotations

import gzip
import shutil
import tempfile
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path
from typing import BinaryIO

import yaml
from playwright.sync_api import sync_playwright

from browser import FLAGS, find
from conftest import Project, Quiet, hosting

WAIT = 0.12
"""Seconds the page waits for further keys; not counted."""

FACET = "document.querySelector('details[data-facet=kind] input[type=checkbox]').click()"
WORDS = "const q = document.querySelector('#ro-search input[name=q]'); q.value = '{}'; q.dispatchEvent(input)"
COMMON = "harbour"
"""A word of nearly every synthetic record."""

SHOWN = """(act) => new Promise((resolve) => {
  const input = new Event('input', {bubbles: true})
  const began = performance.now()
  const done = new MutationObserver(() => resolve((performance.now() - began) / 1000))
  done.observe(document.querySelector('.ro-results'), {childList: true})
  new Function('input', act)(input)
})"""


@dataclass(frozen=True)
class Cost:
    """One thing a reader does: until its results are in the page."""

    name: str
    seconds: float
    kilobytes: float


class _Counting(Quiet):
    sent = 0

    def copyfile(self, source: BinaryIO, outputfile: BufferedIOBase) -> None:  # type: ignore[override]  # any file will do
        """Count what a host that compresses would send."""
        data = source.read()
        _Counting.sent += min(len(data), len(gzip.compress(data)))
        outputfile.write(data)


def costs(project: Project) -> list[Cost]:
    """Opening the page of the search, asking for a person, a facet, and asking for a word of nearly every record.

    What a person costs is all that is loaded for a first result, Pagefind itself included.
    """
    path = find()
    assert path, "no browser"
    found = []
    with hosting(project, _Counting) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        _Counting.sent = 0
        tab.goto(f"{address}search/")
        tab.locator("#ro-search").wait_for()
        began = float(tab.evaluate("performance.now() / 1000"))
        tab.wait_for_timeout(1000)
        found.append(Cost("search-start", began, _Counting.sent / 1000))
        asked = {"search-query": WORDS.format(_person(project)), "search-facet": FACET, "search-common": WORDS.format(COMMON)}
        for name, act in asked.items():
            if name == "search-facet":
                tab.evaluate("document.querySelector('details[data-facet=kind]').open = true")
                tab.wait_for_timeout(5000)
            before = _Counting.sent
            seconds = float(tab.evaluate(SHOWN, act)) - (0 if name == "search-facet" else WAIT)
            tab.wait_for_timeout(1000)
            found.append(Cost(name, seconds, (_Counting.sent - before) / 1000))
        browser.close()
    return found


def _person(project: Project) -> str:
    """The family name of somebody in the middle of the archive."""
    people = sorted((project.folder / "records" / "people").glob("*.yaml"))
    name = yaml.safe_load(people[len(people) // 2].read_text(encoding="utf-8"))["name"]
    return str(name["family"])


def theme_index(site: Path) -> tuple[float, float]:
    """What the theme's own search loads before a first query, in kilobytes: as it is, and compressed."""
    index = site / "search" / "search_index.json"
    with (
        index.open("rb") as source,
        tempfile.TemporaryFile() as to,
    ):  # in pieces: memory of this process would count as its children's
        with gzip.GzipFile(fileobj=to, mode="wb", compresslevel=6) as packed:
            shutil.copyfileobj(source, packed)
        return index.stat().st_size / 1000, to.tell() / 1000
