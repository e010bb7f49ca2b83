"""The page on the archive as data: which files there are, how much is in them, and what may be done with them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.exports import api, atom, bibliographies, calendars, geojson, gexf, json_feed, json_schema
from readouts.exports import data as tables
from readouts.exports.citation import AUTHOR
from readouts.exports.data import database, package, parquet
from readouts.model.collections import MEETINGS, PEOPLE, PLACES
from readouts.model.wording import count, size
from readouts.pages.kinds import PageKind, alone
from readouts.render.blocks import Block, Code, Division, Facts, Heading, Inlines, Link, Page, Paragraph, Table, Target
from readouts.render.code import typed
from readouts.render.urls import CITE, LICENCE, PYTHON, VERSIONS, url

if TYPE_CHECKING:
    from readouts.exports.data.columns import Column
    from readouts.pages.site import Site

FOLDER = "reference"
PATH = f"{FOLDER}/data.md"
COLUMNS = f"{FOLDER}/columns.md"
TITLE = "Data"
ABOUT = "The whole archive as files for programs: JSON, tables, feeds, calendars, maps, graphs and citations, at addresses that stay."
TERMS = "https://spdx.org/licenses/MIT"

_ADDRESSES = (
    f"An address follows the id of the record, as that of its page does: the feed of people/{PEOPLE.example}/ is "
    f"{atom.FOLDER}/{PEOPLE.id}/{PEOPLE.example}{atom.ENDING}. Everything is made anew from the records with the site, and the same records give the same bytes."
)
_LIMITS = (
    "No list of meetings is complete, and a statement is what one account says. Two accounts of a meeting often tell the same "
    "statement twice, so count meetings rather than statements."
)
_WHOLE = {
    f"{api.ROOT}/index.json": ("application/json", "JSON"),
    f"{tables.FOLDER}/{package.NAME}": ("application/json", "CSV, described by a Frictionless data package"),
    f"{tables.FOLDER}/{database.NAME}": ("application/vnd.sqlite3", "SQLite"),
    f"{calendars.FOLDER}/all{calendars.ENDING}": (calendars.TYPE, "iCalendar"),
    f"{geojson.FOLDER}/{MEETINGS.id}{geojson.ENDING}": (geojson.TYPE, "GeoJSON"),
    f"{gexf.FOLDER}/{gexf.PEOPLE}{gexf.ENDING}": (gexf.TYPE, "GEXF"),
    f"{bibliographies.FOLDER}/all.bib": ("application/x-bibtex", "BibTeX"),
}
"""Files that hold the whole archive in some way: path → media type and name of the format."""


def _page(site: Site, _: str) -> Page:
    blocks: list[Block] = [
        Heading(1, (TITLE,)),
        Paragraph((ABOUT,), cls="ro-lead"),
        Division("ro-facts", (Facts(tuple(_facts(site))),)),
        Paragraph((_ADDRESSES,)),
        Paragraph((_LIMITS,)),
        *_records(site),
        *_tables(site),
        *_feeds(site),
        *_calendars(site),
        *_maps(site),
        *_graphs(site),
        *_citations(site),
    ]
    return Page(PATH, TITLE, ABOUT, "records/", tuple(blocks), head=_dataset(site))


def _facts(site: Site) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    totals, never = site.archive.totals, len(site.archive.never_held)
    parts = [
        count(totals.meetings, "meeting"),
        f"{totals.people:,} people",
        count(totals.pairs, "relation"),
        count(totals.accounts, "account"),
        count(totals.statements, "statement"),
    ]
    apart = f" Beside them, {count(never, 'meeting')} on record that came to nothing: declined or cancelled." if never else ""
    yield "Holds", ((f"{', '.join(parts)}.{apart}",),)
    latest = f"{site.archive.version} is the latest release; what is here may be newer. " if site.archive.version else ""
    yield "Version", ((latest, Link(("What a version promises",), Target(VERSIONS))),)
    yield "Digest", ((Code(site.archive.digest),),)
    yield "Licence", ((Link(("MIT",), Target(LICENCE)), "; official texts belong to their publishers."),)
    yield "Cite", ((Link(("How to cite",), Target(CITE)),),)
    yield "Examples", ((Link(("Python, pandas, R, DuckDB and Datasette",), Target(PYTHON)),),)


def _records(site: Site) -> Iterator[Block]:
    yield Heading(2, ("Records",), "records")
    yield Paragraph(("Every record as JSON, with all that stands in it, and lists of them in pages. Described by OpenAPI.",))
    rows = [
        ("Where to begin", f"{api.ROOT}/index.json"),
        ("Description", f"{api.ROOT}/openapi.json"),
        ("Context (JSON-LD)", f"{api.ROOT}/context.jsonld"),
        ("JSON Schema of the files that contributors write", f"{json_schema.FOLDER}/{MEETINGS.id}.json"),
    ]
    yield _files(site, rows)


def _tables(site: Site) -> Iterator[Block]:
    yield Heading(2, ("Tables",), "tables")
    about = "The same as tables for statistics, with the codes of ISO, Correlates of War and Gleditsch and Ward, and as one database. "
    yield Paragraph((f"{about}What each column means: ", Link(("Columns of the tables",), Target(COLUMNS)), "."))
    rows = [("Frictionless data package", package.NAME), ("SQLite", database.NAME)]
    for kind, ending in (("CSV", ".csv"), ("Parquet", parquet.ENDING)):
        rows += [(f"{kind}: {table.name.replace('_', ' ')}", f"{table.name}{ending}") for table in tables.TABLES]
    every = [(name, f"{tables.FOLDER}/{file}") for name, file in rows]
    yield _files(site, [row for row in every if row[1] in site.sizes or not row[1].endswith(parquet.ENDING)])


def _columns(_: Site, __: str) -> Page:
    title, about = (
        "Columns of the tables",
        "Every table of the archive, what a row of it is, and what its columns mean. A column is text where nothing else is said.",
    )
    blocks: list[Block] = [Heading(1, (title,)), Paragraph((about,), cls="ro-lead")]
    for table in tables.TABLES:
        anchor = table.name.replace("_", "-")
        blocks += [Heading(2, (table.name.replace("_", " ").capitalize(),), anchor), Paragraph(typed(table.meaning))]
        blocks.append(Table(("Column", "Meaning"), tuple(((Code(each.name),), _meaning(each)) for each in table.columns)))
    return Page(COLUMNS, title, about, "scripts/readouts/exports/data/", tuple(blocks))


def _meaning(column: Column) -> Inlines:
    of = "" if column.type == "string" else f" {column.type.capitalize()}."  # what is not said to be anything else is text
    if not column.to:
        return (*typed(column.meaning), of)
    return (*typed(column.meaning), f"{of} Names a row of ", Link((column.to,), Target(None, column.to.replace("_", "-"))), ".")


def _feeds(site: Site) -> Iterator[Block]:
    yield Heading(2, ("Feeds",), "feeds")
    about = "What is new: records that were added, and corrections with their reasons, the latest hundred. "
    parts = "Besides the whole archive, every relation, country, organization, person and topic with a meeting has a feed; its page links it."
    yield Paragraph((about + parts,))
    yield _files(
        site, [("Atom", f"{atom.FOLDER}/all{atom.ENDING}"), ("JSON Feed", f"{json_feed.FOLDER}/all{json_feed.ENDING}")]
    )


def _calendars(site: Site) -> Iterator[Block]:
    held = site.archive.held
    known = sum(1 for each in held if each.date.day)
    yield Heading(2, ("Calendars",), "calendars")
    left = f" The other {len(held) - known:,} are in none: their day is not known." if known < len(held) else ""
    about = f"{count(known, 'meeting')}, each session on the clock of its place; a whole day where no hour is known.{left}"
    yield Paragraph((f"{about} There is one for each relation, country and organization, too.",))
    yield _files(site, [("iCalendar", f"{calendars.FOLDER}/all{calendars.ENDING}")])


def _maps(site: Site) -> Iterator[Block]:
    held = site.archive.held
    yield Heading(2, ("Maps",), "maps")
    away = sum(1 for each in held if not each.place)
    nowhere = f" Of {count(away, 'meeting')} no place is on record: calls have none." if away else ""
    yield Paragraph((f"{count(len(site.archive.places), 'place')} and {count(len(held), 'meeting')}.{nowhere}",))
    names = ((f"GeoJSON: {each.title.lower()}", f"{geojson.FOLDER}/{each.id}{geojson.ENDING}") for each in (PLACES, MEETINGS))
    yield _files(site, list(names))


def _graphs(site: Site) -> Iterator[Block]:
    people, parties = len(site.archive.counts("person")), len(site.archive.counts("party"))
    yield Heading(2, ("Graphs",), "graphs")
    about = "Who met whom: two people are joined where they sat on different sides, with the number of meetings, the first and the last."
    yield Paragraph((f"{about} {people:,} people and {parties:,} parties. Gephi opens both files.",))
    names = ((f"GEXF: {key}", f"{gexf.FOLDER}/{key}{gexf.ENDING}") for key in (gexf.PEOPLE, gexf.PARTIES))
    yield _files(site, list(names))


def _citations(site: Site) -> Iterator[Block]:
    yield Heading(2, ("Citations",), "citations")
    yield Paragraph(("The pages of all meetings, for programs that keep references. There are files for each relation, too.",))
    formats = (("BibTeX", ".bib"), ("RIS", ".ris"), ("CSL-JSON", ".json"))
    yield _files(site, [(name, f"{bibliographies.FOLDER}/all{ending}") for name, ending in formats])


def _files(site: Site, rows: list[tuple[str, str]]) -> Table:
    """A line for each file, with its size where the files were written."""
    sizes = [size(site.sizes[path]) if path in site.sizes else "" for _, path in rows]
    cells: list[tuple[Inlines, ...]] = [((name,), (Link((Code(path),), Target(path)),)) for name, path in rows]
    if not any(sizes):
        return Table(("What", "Address"), tuple(cells))
    return Table(("What", "Address", "Size"), tuple((*row, (own,)) for row, own in zip(cells, sizes, strict=True)))


def _dataset(site: Site) -> str:
    """schema.org’s `Dataset`, by which search engines for data know it."""
    reach, base = site.archive.reach, site.base
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": "Readouts: diplomatic meetings as their sides recorded them",
        "description": ABOUT,
        "license": TERMS,
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "creator": {"@type": "Organization", "name": AUTHOR},
        "keywords": ["diplomacy", "international relations", "summit meetings", "readouts"],
    }
    if reach:
        found["temporalCoverage"] = f"{reach.first}/{reach.last}"
    if weeks := site.archive.weeks:
        latest = max(each.change.date.first for each in site.archive.changed_in(weeks[0][0]))
        found["dateModified"] = latest.isoformat()
    if base:
        found["url"] = base + url(PATH)
        found["distribution"] = [
            {"@type": "DataDownload", "name": name, "encodingFormat": kind, "contentUrl": base + path}
            for path, (kind, name) in _WHOLE.items()
        ]
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


KINDS = (
    PageKind("data", FOLDER, alone(PATH), _page),
    PageKind("columns", FOLDER, alone(COLUMNS), _columns),
)
