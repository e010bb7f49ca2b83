"""What lists say: meetings by year and day, additions and corrections, coverage, and the list of everything of a kind."""

from __future__ import annotations

from readouts.model.wording import count
from readouts.pages.words.shared import ADDITIONS, meetings

# The list of everything of a kind
NOTHING = "Nothing on record yet."
ONE_MEETING = "One meeting"
COUNTRIES = "Countries, and how many meetings each took part in."
OCCASIONS = "Summits and visits around which meetings were held, latest first."
ORGANIZATIONS = "Ministries and other publishers of accounts, and parties that are not states."
PEOPLE = "Those who took part in meetings, and others on record, by family name."
PLACES = "Where meetings were held."
RELATIONS = "Pairs of parties and their meetings."
TOPICS = "What meetings were about, by theme."

# Meetings
ALL_YEARS = "All years"
ALL_BY_DECADE = "All by decade"
MONTH_NOT_KNOWN = "Month not known"


def by_year(number: int) -> str:
    """Below the title of the list of years."""
    return f"{meetings(number)}, by the year in which they were held."


def by_year_described(number: int) -> str:
    """That page's description."""
    return f"{meetings(number)} by year"


def in_year(year: int) -> str:
    """The title of a year's page."""
    return f"Meetings in {year}"


def in_year_described(number: int, year: int) -> str:
    """That page's description."""
    return f"{meetings(number)} in {year}"


def in_month(month: str, year: int) -> str:
    """The title of a month's page."""
    return f"Meetings in {month} {year}" if month else f"Meetings in {year}, month not known"


# The form that narrows a list down
NARROW = "Narrow down the meetings"
DECADE = "Decade"

# The calendar
CALENDAR = "Meetings by day of the year, whatever the year. The number says how many are on record."
BACK_TO_CALENDAR = "Back to the calendar"


def on_day(day: str) -> str:
    """The title of a day's page."""
    return f"Meetings on {day}"


# Additions and corrections
CHANGES = "What was added to the archive and what was corrected, by week, latest first, as the records note it."
EARLIER_WEEKS = "Earlier weeks"
NO_CHANGE = "No changes on record."
OTHER_MEETINGS = "Other meetings"
OTHER_RECORDS = "People, places and other records"
BACK_TO_WEEKS = "Back to all weeks"


def week(day: str) -> str:
    """A week by its first day."""
    return f"Week of {day}"


def changes_in_week(day: str) -> str:
    """The title of a week's page."""
    return f"{ADDITIONS}, week of {day}"


def changed(added: int, corrected: int) -> str:
    """“185 records added, 1 other change”."""
    other = "other change" if added else "change"
    parts = (f"{count(added, 'record')} added" if added else "", count(corrected, other) if corrected else "")
    return ", ".join(part for part in parts if part)


def records(number: int) -> str:
    """What many records note in the same words."""
    return f" {number:,} records."


# Coverage
COVERAGE = "The meetings on record by relation and year, and whose official accounts of them there are."
COVERAGE_CAPTION = "Relations by year, and whose official accounts of their meetings there are"
COVERAGE_OF_RELATION = "Meetings by year, and whose official accounts of them there are"
BY_PARTY = "By party"
BACK_TO_COVERAGE = "Back to coverage"
LEGEND = (
    "● a meeting with official accounts from both sides",
    "◐ no such meeting, but one with an official account from one side",
    "○ only reports by others",
    "empty: no meeting on record, which does not mean that none was held",
)
USE = (
    "A number says how many meetings there are, where there are several; each sign links to them. "
    "A table wider than the page scrolls sideways and opens at the latest years."
)


def most_only(number: int) -> str:
    """Above the table, where it leaves relations out."""
    return f"The {number} relations with the most meetings. The others are on the pages of their parties, below."


def coverage_of(party: str) -> str:
    """The title of a party's page of coverage."""
    return f"Coverage of the relations of {party}"


def covered(name: str, when: str, both: int, one: int, reported: int) -> str:
    """A cell, read aloud."""
    parts = (
        (both, "with official accounts from both sides"),
        (one, "with an official account from one side"),
        (reported, "with reports by others only"),
    )
    told = ", ".join(f"{some} {what}" for some, what in parts if some)
    return f"{name}, {when}: {meetings(both + one + reported)}, {told}"
