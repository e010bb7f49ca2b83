"""What the pages on the archive as data say."""

from __future__ import annotations

from readouts.model.wording import count
from readouts.pages.words.shared import meetings

TITLE = "Data"
ABOUT = "The whole archive as files for programs: JSON, tables, feeds, calendars, maps, graphs and citations, at addresses that stay."
LIMITS = (
    "No list of meetings is complete, and a statement is what one account says. Two accounts of a meeting often tell the same "
    "statement twice, so count meetings rather than statements."
)


def addresses(page: str, feed: str) -> str:
    """How addresses are made, by the example of a person's page and feed."""
    return (
        f"The address of a file follows the id of its record, as that of a page does: the feed of {page} is {feed}. "
        "Every build makes all files from the records; the same records give the same bytes."
    )


# The facts
HOLDS = "Holds"
LICENCE = "Licence"
MIT = "MIT"
OFFICIAL_TEXTS = "; official texts belong to their publishers."
CITE = "Cite"
HOW_TO_CITE = "How to cite"
EXAMPLES = "Examples"
IN_LANGUAGES = "Python, pandas, R, DuckDB and Datasette"
VERSION = "Version"
PROMISES = "What a version promises"
DIGEST = "Digest"


def latest_release(version: str) -> str:
    """The version in force; a link comes behind it."""
    return f"{version} is the latest release; these files may be newer. "


def holds(held: int, people: int, relations: int, accounts: int, statements: int) -> str:
    """What there is of everything."""
    parts = (
        meetings(held),
        f"{people:,} people",
        count(relations, "relation"),
        count(accounts, "account"),
        count(statements, "statement"),
    )
    return f"{', '.join(parts)}."


def not_held(number: int) -> str:
    """Behind that: what is not counted in it."""
    return f" Not counted: {meetings(number)}, declined or cancelled." if number else ""


# Lists of files
WHAT = "What"
ADDRESS = "Address"
SIZE = "Size"

RECORDS = "Records"
RECORDS_ABOUT = "Every record in full as JSON, and lists of records in pages. Described by OpenAPI."
BEGIN = "Where to begin"
DESCRIPTION = "Description"
CONTEXT = "Context (JSON-LD)"
JSON_SCHEMA = "JSON Schema of the files that contributors write"

TABLES = "Tables"
TABLES_ABOUT = (
    "The same as tables for statistics, with codes of ISO, Correlates of War and Gleditsch and Ward, and as one database. "
    "What each column means: "
)
PACKAGE = "Frictionless data package"
CSV_PACKAGE = "CSV, described by a Frictionless data package"
SQLITE_PACKED = "SQLite, compressed"
COLUMNS = "Columns of the tables"
COLUMNS_ABOUT = (
    "Every table of the archive, what a row stands for, and what its columns mean. A column is text unless its type is given."
)
COLUMN = "Column"
MEANING = "Meaning"


def csv(table: str) -> str:
    """A table as a file."""
    return f"CSV: {table}"


def parquet(table: str) -> str:
    """The same in another format."""
    return f"Parquet: {table}"


def of_type(name: str) -> str:
    """What the values of a column are."""
    return f" {name}."


NAMES_A_ROW = " Names a row of "

FEEDS = "Feeds"
FEEDS_ABOUT = (
    "Additions, and corrections with their reasons: the latest hundred of the whole archive, and the latest twenty "
    "of every relation, country, organization, person and topic with a meeting, whose page links to its feed."
)

CALENDARS = "Calendars"


def calendars_about(known: int, unknown: int) -> str:
    """What is in the calendars: meetings whose day is known."""
    left = f" The other {unknown:,} are left out: their day is not known." if unknown else ""
    return (
        f"{meetings(known)}, each session on the clock of its place; all day where no hour is known.{left} "
        "Each relation, country and organization has its own, too, with the latest two hundred."
    )


MAPS = "Maps"


def maps_about(places: int, held: int, nowhere: int) -> str:
    """What is on the maps."""
    without = f" No place is on record of {meetings(nowhere)}; calls have none." if nowhere else ""
    return f"{count(places, 'place')} and {meetings(held)}.{without}"


def geojson(what: str) -> str:
    """A map as a file."""
    return f"GeoJSON: {what}"


GRAPHS = "Graphs"


def graphs_about(people: int, parties: int) -> str:
    """What is in the graphs."""
    return (
        "Who met whom: two people are linked where they sat on different sides, with the number of meetings, the first and the last. "
        f"{people:,} people and {parties:,} parties. Gephi opens both files."
    )


def gexf(what: str) -> str:
    """A graph as a file."""
    return f"GEXF: {what}"


CITATIONS = "Citations"
CITATIONS_ABOUT = "All meetings, for reference managers. Each relation has its own files, too."

# For search engines
NAME = "Readouts: diplomatic meetings as their sides recorded them"
KEYWORDS = ("diplomacy", "international relations", "summit meetings", "readouts")
