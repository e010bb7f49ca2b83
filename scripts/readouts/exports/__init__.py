"""Other formats than pages: one format a file, listed here.

A citation format is a function from what is cited to a text; every meeting's page shows all of them. A format of files is a
function from the archive to paths below `docs/` and what stands there, or, where it has many files, makes them key by key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from readouts.exports import (
    accounts,
    api,
    atom,
    bibliographies,
    bibtex,
    calendars,
    csl_json,
    data,
    geojson,
    gexf,
    json_feed,
    json_schema,
    ris,
    styles,
)
from readouts.exports.keyed import Keyed

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.exports.citation import Cited, CitedAccount

CitationFormat: TypeAlias = "Callable[[Cited], str]"
FileFormat: TypeAlias = "Callable[[Archive], Iterator[tuple[str, str]]]"

CITATIONS: dict[str, CitationFormat] = {
    "Chicago": partial(styles.text, style=styles.CHICAGO),
    "APA": partial(styles.text, style=styles.APA),
    "MLA": partial(styles.text, style=styles.MLA),
    "BibTeX": bibtex.text,
    "RIS": ris.text,
    "CSL-JSON": csl_json.text,
}
"""What a style or format is called on a page, in the order of the page."""

FILES: dict[str, FileFormat] = {json_schema.FOLDER: json_schema.files}
"""The folder of `docs/` that a format has for itself, and what it puts there."""

KEYED: dict[str, Keyed] = {
    each.FOLDER: each.FORMAT for each in (api, data, atom, json_feed, calendars, geojson, gexf, bibliographies)
}
"""As above, for formats of which a file is made again only when something that it was made of has changed."""

FOLDERS = (*FILES, *KEYED)
"""The folders of all formats of files."""


def citations(cited: Cited) -> tuple[tuple[str, str], ...]:
    """What is cited in every style and format."""
    return tuple((name, text(cited)) for name, text in CITATIONS.items())


def unmarked(path: str) -> bool:
    """Whether a path below `docs/` is that of a generated file that has no place to say so."""
    return path.startswith(f"{bibliographies.FOLDER}/") and path.endswith(bibliographies.UNMARKED)


def account_citations(cited: CitedAccount) -> Iterator[tuple[str, str, int, str]]:
    """An account in every style: name, text, where the locator of a part goes, and how it stands there with `*` in its place."""
    for name, write in accounts.STYLES.items():
        whole, part = write(cited, ""), write(cited, accounts.MARK)
        at = next((i for i, (one, other) in enumerate(zip(whole, part, strict=False)) if one != other), len(whole))
        yield name, whole, at, part[at : at + len(part) - len(whole)].replace(accounts.MARK, "*")


def files(archive: Archive) -> Iterator[tuple[str, str]]:
    """Path below `docs/` and text of every file of every format that is not made key by key."""
    for write in FILES.values():
        yield from write(archive)
