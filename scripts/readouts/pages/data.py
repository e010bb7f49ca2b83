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
from readouts.model.wording import size
from readouts.pages.kinds import PageKind, alone
from readouts.pages.words import data as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Code, Division, Facts, Heading, Inlines, Link, Page, Paragraph, Table, Target
from readouts.render.code import typed
from readouts.render.urls import CITE, LICENCE, PYTHON, VERSIONS, url

if TYPE_CHECKING:
    from readouts.exports.data.columns import Column
    from readouts.pages.site import Site

FOLDER = "reference"
PATH = f"{FOLDER}/data.md"
COLUMNS = f"{FOLDER}/columns.md"
TERMS = "https://spdx.org/licenses/MIT"

_EXAMPLE = f"people/{PEOPLE.example}/", f"{atom.FOLDER}/{PEOPLE.id}/{PEOPLE.example}{atom.ENDING}"
_WHOLE = {
    f"{api.ROOT}/index.json": ("application/json", shared.JSON),
    f"{tables.FOLDER}/{package.NAME}": ("application/json", say.CSV_PACKAGE),
    f"{tables.FOLDER}/{database.NAME}": ("application/gzip", say.SQLITE_PACKED),
    f"{calendars.FOLDER}/all{calendars.ENDING}": (calendars.TYPE, shared.ICALENDAR),
    f"{geojson.FOLDER}/{MEETINGS.id}{geojson.ENDING}": (geojson.TYPE, shared.GEOJSON),
    f"{gexf.FOLDER}/{gexf.PEOPLE}{gexf.ENDING}": (gexf.TYPE, shared.GEXF),
    f"{bibliographies.FOLDER}/all.bib": ("application/x-bibtex", shared.BIBTEX),
}
"""Files that hold the whole archive in some way: path → media type and name of the format."""


def _page(site: Site, _: str) -> Page:
    blocks: list[Block] = [
        Heading(1, (say.TITLE,)),
        Paragraph((say.ABOUT,), cls="ro-lead"),
        Division("ro-facts", (Facts(tuple(_facts(site))),)),
        Paragraph((say.addresses(*_EXAMPLE),)),
        Paragraph((say.LIMITS,)),
        *_records(site),
        *_tables(site),
        *_feeds(site),
        *_calendars(site),
        *_maps(site),
        *_graphs(site),
        *_citations(site),
    ]
    return Page(PATH, say.TITLE, say.ABOUT, "records/", tuple(blocks), head=_dataset(site))


def _facts(site: Site) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    totals, never = site.archive.totals, len(site.archive.never_held)
    holds = say.holds(totals.meetings, totals.people, totals.pairs, totals.accounts, totals.statements)
    yield say.HOLDS, ((holds, say.not_held(never)),)
    latest = say.latest_release(site.archive.version) if site.archive.version else ""
    yield say.VERSION, ((latest, Link((say.PROMISES,), Target(VERSIONS))),)
    yield say.DIGEST, ((Code(site.archive.digest),),)
    yield say.LICENCE, ((Link((say.MIT,), Target(LICENCE)), say.OFFICIAL_TEXTS),)
    yield say.CITE, ((Link((say.HOW_TO_CITE,), Target(CITE)),),)
    yield say.EXAMPLES, ((Link((say.IN_LANGUAGES,), Target(PYTHON)),),)


def _records(site: Site) -> Iterator[Block]:
    yield Heading(2, (say.RECORDS,), "records")
    yield Paragraph((say.RECORDS_ABOUT,))
    rows = [
        (say.BEGIN, f"{api.ROOT}/index.json"),
        (say.DESCRIPTION, f"{api.ROOT}/openapi.json"),
        (say.CONTEXT, f"{api.ROOT}/context.jsonld"),
        (say.JSON_SCHEMA, f"{json_schema.FOLDER}/{MEETINGS.id}.json"),
    ]
    yield _files(site, rows)


def _tables(site: Site) -> Iterator[Block]:
    yield Heading(2, (say.TABLES,), "tables")
    yield Paragraph((say.TABLES_ABOUT, Link((say.COLUMNS,), Target(COLUMNS)), "."))
    rows = [(say.PACKAGE, package.NAME), (shared.SQLITE, database.NAME)]
    rows += [(say.csv(table.name.replace("_", " ")), table.file) for table in tables.TABLES]
    rows += [(say.parquet(table.name.replace("_", " ")), f"{table.name}{parquet.ENDING}") for table in tables.TABLES]
    every = [(name, f"{tables.FOLDER}/{file}") for name, file in rows]
    yield _files(site, [row for row in every if row[1] in site.sizes or not row[1].endswith(parquet.ENDING)])


def _columns(_: Site, __: str) -> Page:
    title, about = say.COLUMNS, say.COLUMNS_ABOUT
    blocks: list[Block] = [Heading(1, (title,)), Paragraph((about,), cls="ro-lead")]
    for table in tables.TABLES:
        anchor = table.name.replace("_", "-")
        blocks += [Heading(2, (table.name.replace("_", " ").capitalize(),), anchor), Paragraph(typed(table.meaning))]
        blocks.append(Table((say.COLUMN, say.MEANING), tuple(((Code(each.name),), _meaning(each)) for each in table.columns)))
    return Page(COLUMNS, title, about, "scripts/readouts/exports/data/", tuple(blocks))


def _meaning(column: Column) -> Inlines:
    of = (
        "" if column.type == "string" else say.of_type(column.type.capitalize())
    )  # what is not said to be anything else is text
    if not column.to:
        return (*typed(column.meaning), of)
    return (
        *typed(column.meaning),
        f"{of}{say.NAMES_A_ROW}",
        Link((column.to,), Target(None, column.to.replace("_", "-"))),
        ".",
    )


def _feeds(site: Site) -> Iterator[Block]:
    yield Heading(2, (say.FEEDS,), "feeds")
    yield Paragraph((say.FEEDS_ABOUT,))
    yield _files(
        site,
        [
            (shared.ATOM, f"{atom.FOLDER}/all{atom.ENDING}"),
            (shared.JSON_FEED_FORMAT, f"{json_feed.FOLDER}/all{json_feed.ENDING}"),
        ],
    )


def _calendars(site: Site) -> Iterator[Block]:
    held = site.archive.held
    known = sum(1 for each in held if each.date.day)
    yield Heading(2, (say.CALENDARS,), "calendars")
    yield Paragraph((say.calendars_about(known, len(held) - known),))
    yield _files(site, [(shared.ICALENDAR, f"{calendars.FOLDER}/all{calendars.ENDING}")])


def _maps(site: Site) -> Iterator[Block]:
    held = site.archive.held
    yield Heading(2, (say.MAPS,), "maps")
    away = sum(1 for each in held if not each.place)
    yield Paragraph((say.maps_about(len(site.archive.places), len(held), away),))
    names = ((say.geojson(each.title.lower()), f"{geojson.FOLDER}/{each.id}{geojson.ENDING}") for each in (PLACES, MEETINGS))
    yield _files(site, list(names))


def _graphs(site: Site) -> Iterator[Block]:
    people, parties = len(site.archive.counts("person")), len(site.archive.counts("party"))
    yield Heading(2, (say.GRAPHS,), "graphs")
    yield Paragraph((say.graphs_about(people, parties),))
    names = ((say.gexf(key), f"{gexf.FOLDER}/{key}{gexf.ENDING}") for key in (gexf.PEOPLE, gexf.PARTIES))
    yield _files(site, list(names))


def _citations(site: Site) -> Iterator[Block]:
    yield Heading(2, (say.CITATIONS,), "citations")
    yield Paragraph((say.CITATIONS_ABOUT,))
    formats = ((shared.BIBTEX, ".bib"), (shared.RIS, ".ris"), (shared.CSL_JSON, ".json"))
    yield _files(site, [(name, f"{bibliographies.FOLDER}/all{ending}") for name, ending in formats])


def _files(site: Site, rows: list[tuple[str, str]]) -> Table:
    """A line for each file, with its size where the files were written."""
    sizes = [size(site.sizes[path]) if path in site.sizes else "" for _, path in rows]
    cells: list[tuple[Inlines, ...]] = [((name,), (Link((Code(path),), Target(path)),)) for name, path in rows]
    if not any(sizes):
        return Table((say.WHAT, say.ADDRESS), tuple(cells))
    return Table((say.WHAT, say.ADDRESS, say.SIZE), tuple((*row, (own,)) for row, own in zip(cells, sizes, strict=True)))


def _dataset(site: Site) -> str:
    """schema.org’s `Dataset`, by which search engines for data know it."""
    reach, base = site.archive.reach, site.base
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": say.NAME,
        "description": say.ABOUT,
        "license": TERMS,
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "creator": {"@type": "Organization", "name": AUTHOR},
        "keywords": say.KEYWORDS,
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
