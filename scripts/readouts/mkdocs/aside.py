"""The pages of the last build, put aside while MkDocs empties the site: it leaves hidden folders alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from readouts.build.search_index import BUNDLE
from readouts.pages import FILES, FOLDERS
from readouts.render.urls import file as file_in_site

ASIDE = ".kept"
"""The folder in the site where they wait."""


def put_aside(site: Path) -> None:
    """Put the generated pages of a site aside; those that wait already, since the records were broken, stay."""
    if not (site / ASIDE).exists():
        for each in _generated():
            if (site / each).exists():
                _move(site / each, site / ASIDE / each)


def put_back(site: Path) -> None:
    """Put them back in their places."""
    for each in _generated():
        if (site / ASIDE / each).exists():
            _move(site / ASIDE / each, site / each)
    shutil.rmtree(site / ASIDE, ignore_errors=True)


def _generated() -> Iterator[str]:
    """Generated folders and files at the top of the site."""
    yield from FOLDERS
    yield from map(file_in_site, FILES)
    yield BUNDLE


def _move(path: Path, to: Path) -> None:
    if to.is_dir():
        shutil.rmtree(to)
    to.parent.mkdir(parents=True, exist_ok=True)
    path.replace(to)
