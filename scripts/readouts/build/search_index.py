"""The index of the search, made by Pagefind, and beside it what the browser needs to narrow down and to mend a query.

The small pages (`build/search_pages.py`) are written only where they changed; the index is made anew when any of them did.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from readouts.archive.fingerprints import fingerprint
from readouts.build import search_data, search_pages
from readouts.build.files import handwritten, read, remove, replace_bytes
from readouts.build.outputs import Output
from readouts.build.state import code
from readouts.render.urls import file as file_in_site

if TYPE_CHECKING:
    from readouts.build.options import Options

BUNDLE = "pagefind"
"""The folder of the index in the site."""

FIRST = ("pagefind", search_data.PAGES, f"{search_data.WORDS}/")
"""What a search asks for first, with words and without: beginnings of paths below the folder."""

_PATIENCE, _PATIENCE_PER_PAGE = 120.0, 0.1
"""Seconds that Pagefind may take, and those for each page: a hundred times what it needs."""

_KEY = "made-from"
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js", "wasm.unknown.*")
"""What Pagefind adds for those who use its own forms, or pages in no language that it knows."""


class SearchError(Exception):
    """The index could not be made."""


class SearchIndex:
    """The index of one site."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.site = options.site
        """Where the index is made: in the site, or where a new one is built."""
        self.output = Output(options.cache / "search", file_in_site, search_pages.generated)
        """What is to be found of the generated pages."""
        self._by_hand: dict[str, str] = {}
        """Text of a hand-written page → what is to be found of it."""

    def make(self) -> bool:
        """Make the index, if anything to be found in it changed; whether it did.

        Raises:
            SearchError: where Pagefind fails; an index that was there stays.
        """
        pages, site = self.output, self.site
        by_hand = list(self._handwritten())
        known = dict(pages.made)  # at once: a save may be writing pages
        found = fingerprint(code(), sorted((path, made[0]) for path, made in known.items()), by_hand)
        bundle, key = site / BUNDLE, f"{found:016x}"
        if read(bundle / _KEY) == _sealed(bundle, key):
            return False
        for path, text in by_hand:
            replace_bytes(pages.folder / path, text.encode())
        wanted = {*map(file_in_site, known), *(path for path, _ in by_hand)}
        there = list(pages.folder.rglob("*.html"))
        over = [file for file in there if file.relative_to(pages.folder).as_posix() not in wanted]
        for file in over:  # of pages that people removed, and of builds nobody remembers
            remove(str(file), pages.folder)
        site.mkdir(parents=True, exist_ok=True)
        for left in site.glob(f".{BUNDLE}-*"):  # by a build that was killed; two at once do not see each other's
            if time.time() - left.stat().st_mtime > _limit(len(wanted)):
                shutil.rmtree(left, ignore_errors=True)
        made = Path(mkdtemp(prefix=f".{BUNDLE}-", dir=site))
        try:
            with _pagefind(pages.folder, made) as running:
                data = search_data.of_pages(pages.folder)  # meanwhile: they do not need each other
                said = _ended(running, len(wanted))
            if running.returncode or not (made / "pagefind-entry.json").exists():
                raise SearchError(said.strip() or "Pagefind found no page")
            _expect_whole(made, len(there) - len(over))
            for pattern in _UNUSED:
                for unused in made.glob(pattern):
                    unused.unlink()
            search_data.write(data, made)
            replace_bytes(made / _KEY, _sealed(made, key))
            made.chmod(0o755)  # a temporary folder is for its owner alone
            shutil.rmtree(bundle, ignore_errors=True)
            made.replace(bundle)
        finally:
            shutil.rmtree(made, ignore_errors=True)
        return True

    def _handwritten(self) -> Iterator[tuple[str, str]]:
        """What is to be found of each page that people write: path of its file below the output, and HTML."""
        docs = self.options.docs
        for top in handwritten(docs):
            for path in sorted(top.rglob("*.md")) if top.is_dir() else [top]:
                if path.suffix == ".md":
                    inside, text = path.relative_to(docs).as_posix(), path.read_text(encoding="utf-8")
                    if text not in self._by_hand:
                        self._by_hand[text] = search_pages.handwritten(text, inside)
                    yield file_in_site(inside), self._by_hand[text]


def _pagefind(pages: Path, to: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(to), "--silent"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603  # our own command


def _limit(pages: int) -> float:
    return _PATIENCE + pages * _PATIENCE_PER_PAGE


def _ended(running: subprocess.Popen[str], pages: int) -> str:
    """What Pagefind said. It may wait for ever where a disk is full."""
    limit = _limit(pages)
    try:
        return running.communicate(timeout=limit)[1]
    except subprocess.TimeoutExpired:
        running.kill()
        raise SearchError(f"Pagefind did not come to its end within {limit:.0f} seconds") from None


def _expect_whole(folder: Path, pages: int) -> None:
    """Raise SearchError where a file of a new index is cut off, or a page missing: Pagefind does not tell of a full disk."""
    try:
        entry = json.loads((folder / "pagefind-entry.json").read_bytes())
        counted = sum(language["page_count"] for language in entry["languages"].values())
        for file in sorted(folder.rglob("*.pf_*")):
            with gzip.open(file) as packed:
                if not packed.read():
                    raise EOFError(f"{file.name} is empty")  # noqa: TRY301  # as gzip says of one that is cut off
    except (OSError, EOFError, zlib.error, ValueError, KeyError) as error:
        raise SearchError(f"Pagefind left an index that cannot be read: {error}; is the disk full?") from error
    fragments = sum(1 for _ in folder.rglob("*.pf_fragment"))
    if not counted == fragments == pages:
        raise SearchError(f"Pagefind found {counted} pages of {pages} and kept {fragments}; is the disk full?")


def _sealed(folder: Path, key: str) -> bytes:
    """The key of an index with the number and the size of its files: one that lost some is made anew."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.name != _KEY and file.is_file()]
    return f"{key} {len(sizes)} {sum(sizes)}".encode()
