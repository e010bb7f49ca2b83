"""What several kinds of page say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.model.wording import count

if TYPE_CHECKING:
    from readouts.render.blocks import Inline, Inlines

SITE = "Readouts"

# Terms of facts and heads of tables
ABOUT_MEETINGS = "Meetings on record"
ACCOUNT = "Account"
ACCOUNTS = "Accounts"
ALSO_WRITTEN = "Also written"
COUNTRY = "Country"
DATE = "Date"
FIRST = "First"
FIRST_ON_RECORD = "First on record"
KIND = "Kind"
LATEST = "Latest"
LATEST_ON_RECORD = "Latest on record"
MEETINGS = "Meetings"
NOTE = "Note"
OCCASION = "Occasion"
ORGANIZATION = "Organization"
PART_OF = "Part of"
PERSON = "Person"
PLACE = "Place"
RELATION = "Relation"
SIDE = "Side"
SPEAKS_FOR = "Speaks for"
TOPIC = "Topic"
TOPICS = "Topics"

# Headings and names of pages
ADDITIONS = "Additions and corrections"
ALL_RELATIONS = "All relations"
CALENDAR = "Calendar"
CHANGES = "Changes to this record"
COUNTRIES = "Countries"
COVERAGE = "Coverage"
DOCUMENTS = "Documents"
NOT_HELD = "Not held"
NO_MEETINGS = "No meetings on record"
OVER_THE_YEARS = "Over the years"
SET_PHRASES = "Set phrases"

# In a line
NO_SPEAKER = "No speaker named"
SOURCE = "source"

# Below every page
EDIT = "Edit this record"
REPORT = "Report an error"
FOLLOW = "Feeds and files: "
ATOM_FEED = "Atom feed"
JSON_FEED = "JSON feed"

# Formats
ATOM = "Atom"
BIBTEX = "BibTeX"
CSL_JSON = "CSL-JSON"
GEOJSON = "GeoJSON"
GEXF = "GEXF"
ICALENDAR = "iCalendar"
JSON = "JSON"
JSON_FEED_FORMAT = "JSON Feed"
RIS = "RIS"
SQLITE = "SQLite"


def meetings(number: int) -> str:
    """How many meetings there are."""
    return count(number, "meeting")


def labelled(what: str, number: int) -> str:
    """What something is, and how many meetings it has."""
    return f"{what}: {meetings(number)}"


def on_record(title: str, number: int) -> str:
    """A page's description."""
    return f"{title}: {meetings(number)} on record"


def back_to(name: str) -> str:
    """The way up from a page."""
    return f"Back to {name}"


def more(number: int) -> str:
    """What opens the rest of a list."""
    return f"{number} more"


def less_often(number: int) -> str:
    """How many of a list are not shown, which is ordered by how often they came up."""
    return f"And {number:,} that came up less often."


def did(past: str) -> str:
    """Behind a speaker, before what was said: “recalled”."""
    return f" {past}: "


def said_by_nobody(past: str) -> str:
    """The same where no speaker is named."""
    return f"{past.capitalize()}, no speaker named: "


def quoted(phrase: str) -> str:
    """Somebody's words."""
    return f"“{phrase}”"


def both(one: str, other: str) -> str:
    """Two names."""
    return f"{one} and {other}"


def noted(text: str) -> Inlines:
    """A remark of the archive."""
    return ("Note: ", text)


def reason(why: str) -> Inlines:
    """The reason for a change."""
    return ("Why: ", why)


def stands_in(index: Inline) -> Inlines:
    """At the address of what has only a line in a list."""
    return ("What is on record about it is in the list “", index, "”.")


def see(title: str, index: str) -> str:
    """That page's description."""
    return f"{title}: see {index}"


def for_whom(office: str, represented: str) -> str:
    """An office with what it is held for."""
    return f"{office}, for the {represented}"


def with_term(office: str, term: str) -> str:
    """An office with its holder's term."""
    return f"{office} ({term})" if term else office
