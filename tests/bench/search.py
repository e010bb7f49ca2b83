"""What a search costs the reader: bytes over the wire and seconds, in a real browser on the loopback address."""

from __future__ import annotations

import gzip
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path
from typing import BinaryIO, ClassVar
from urllib.parse import urlsplit

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
  performance.clearResourceTimings()
  const began = performance.now()
  const done = new MutationObserver(() => {
    const loaded = performance.getEntriesByType('resource').map((each) => new URL(each.name).pathname)
    resolve([(performance.now() - began) / 1000, loaded])
  })
  done.observe(document.querySelector('.ro-results'), {childList: true})
  new Function('input', act)(input)
})"""
LOADED = "performance.getEntriesByType('resource').map((each) => new URL(each.name).pathname)"


@dataclass(frozen=True)
class Cost:
    """One thing a reader does: seconds and kilobytes until its results are in the page, and the kilobytes that follow."""

    name: str
    seconds: float
    kilobytes: float
    after: float = 0


class _Counting(Quiet):
    sizes: ClassVar[dict[str, int]] = {}
    """Path of each file that was sent → the bytes that a host sends which compresses."""

    def copyfile(self, source: BinaryIO, outputfile: BufferedIOBase) -> None:  # type: ignore[override]  # any file will do
        """Count what a host that compresses would send."""
        data = source.read()
        self.sizes[urlsplit(self.path).path] = min(len(data), len(gzip.compress(data)))
        outputfile.write(data)


def _kilobytes(paths: Iterable[str]) -> float:
    return sum(_Counting.sizes.get(path, 0) for path in paths) / 1000


def costs(project: Project) -> list[Cost]:
    """Opening the page of the search, asking for a person, a facet, and asking for a word of nearly every record.

    What a person costs is all that is loaded for a first result, Pagefind itself included; what follows are the counts of the facets.
    """
    path = find()
    assert path, "no browser"
    found = []
    with hosting(project, _Counting) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        _Counting.sizes.clear()
        tab.goto(f"{address}search/")
        tab.locator("#ro-search").wait_for()
        began = float(tab.evaluate("performance.now() / 1000"))
        tab.wait_for_timeout(1000)
        found.append(Cost("search-start", began, _kilobytes(_Counting.sizes)))
        asked = {"search-query": WORDS.format(_person(project)), "search-facet": FACET, "search-common": WORDS.format(COMMON)}
        for name, act in asked.items():
            if name == "search-facet":
                tab.evaluate("document.querySelector('details[data-facet=kind]').open = true")
                tab.wait_for_timeout(5000)
            seconds, before = tab.evaluate(SHOWN, act)
            tab.wait_for_timeout(1000)
            after = set(tab.evaluate(LOADED)).difference(before)
            waited = 0 if name == "search-facet" else WAIT
            found.append(Cost(name, seconds - waited, _kilobytes(set(before)), _kilobytes(after)))
        browser.close()
    return found


def _person(project: Project) -> str:
    """The family name of somebody in the middle of the archive, without the number that the synthetic ones have."""
    people = sorted((project.folder / "records" / "people").glob("*.yaml"))
    name = yaml.safe_load(people[len(people) // 2].read_text(encoding="utf-8"))["name"]
    return str(name["family"]).partition("-")[0]


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
