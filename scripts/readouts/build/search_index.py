"""The index of the search, made by Pagefind, and beside it what the browser needs to narrow down and to mend a query.

The small pages (`build/search_pages.py`) are written only where they changed; the index is made anew when any of them did.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from readouts.archive.fingerprints import fingerprint
from readouts.build import search_data, search_pages
from readouts.build.files import handwritten, remove, replace_bytes
from readouts.build.outputs import Output
from readouts.build.state import code
from readouts.render.urls import file as file_in_site

if TYPE_CHECKING:
    from readouts.build.options import Options

BUNDLE = "pagefind"
"""The folder of the index in the site."""

FIRST = ("pagefind", search_data.PAGES, f"{search_data.WORDS}/")
"""What a search asks for first, with words and without: beginnings of paths below the folder."""

_KEY = "made-from"
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js", "wasm.unknown.*")
"""What Pagefind adds for those who use its own forms, or pages in no language that it knows."""


class SearchError(Exception):
    """The index could not be made."""


class SearchIndex:
    """The index of one site."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.output = Output(options.cache / "search", file_in_site, search_pages.generated)
        """What is to be found of the generated pages."""
        self._by_hand: dict[str, str] = {}
        """Text of a hand-written page → what is to be found of it."""

    def make(self) -> bool:
        """Make the index, if anything to be found in it changed; whether it did.

        Raises:
            SearchError: where Pagefind fails; an index that was there stays.
        """
        pages, site = self.output, self.options.site
        by_hand = list(self._handwritten())
        known = dict(pages.made)  # at once: a save may be writing pages
        found = fingerprint(code(), sorted((path, made[0]) for path, made in known.items()), by_hand)
        bundle, key = site / BUNDLE, f"{found:016x}".encode()
        if (bundle / _KEY).exists() and (bundle / _KEY).read_bytes() == key:
            return False
        for path, text in by_hand:
            replace_bytes(pages.folder / path, text.encode())
        wanted = {*map(file_in_site, known), *(path for path, _ in by_hand)}
        for file in list(pages.folder.rglob("*.html")):  # of pages that people removed, and of builds nobody remembers
            if file.relative_to(pages.folder).as_posix() not in wanted:
                remove(str(file), pages.folder)
        made = site / f".{BUNDLE}.tmp"
        shutil.rmtree(made, ignore_errors=True)
        try:
            with _pagefind(pages.folder, made) as running:
                data = search_data.of_pages(pages.folder)  # meanwhile: they do not need each other
                _, said = running.communicate()
            if running.returncode or not (made / "pagefind-entry.json").exists():
                raise SearchError(said.strip() or "Pagefind found no page")
            for pattern in _UNUSED:
                for unused in made.glob(pattern):
                    unused.unlink()
            search_data.write(data, made)
            replace_bytes(made / _KEY, key)
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
