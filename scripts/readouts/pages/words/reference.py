"""What the reference says, the pages that stand in for broken records, and addresses that only lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.model.wording import count

if TYPE_CHECKING:
    from readouts.render.blocks import Inline, Inlines

# Vocabulary
VOCABULARY = "Vocabulary"
VOCABULARY_ABOUT = "The controlled lists of the records: every word and its definition."
COMPLETENESS = "Completeness"
COMPLETE = "The account was read to the end, and every point that was read is recorded as a statement."
INCOMPLETE = "The account was not read to the end, or not every point is recorded. It may say more than is recorded here."


def acts_about(version: int) -> str:
    """Above the list of acts."""
    return f"What a speaker does by a statement, with its event type in PLOVER (table version {version})."


def defined(definition: str) -> str:
    """Behind a word."""
    return f" — {definition}"


def act_defined(definition: str, plover: str) -> str:
    """Behind the name of an act."""
    return f" — {definition} PLOVER: {plover}."


# Fields
FIELDS = "Fields of a record"
FIELDS_ABOUT = "Every key of every record, its meaning, and a valid value."
KEY = "Key"
MEANING = "Meaning"
VALUE = "Value"
REQUIRED = " (required)"
LIST_OF = "List of: "

# Rules
RULES = "Rules"
RULES_ABOUT = "What a record must be, by the code in the message of a problem, with a mistake and its correction."
INSIDE = "In"
WRONG = "Wrong"
RIGHT = "Right"


def weighing(severity: str) -> str:
    """A rule whose finding is no error."""
    return f" A {severity}."


# Broken records
BROKEN = "The site cannot be built from the records as they are. Mend what is listed here and save: the pages come back by themselves."
WARNED = " The pages are as they would be, but `make check`, `make build` and the checks of a pull request refuse a warning."
PROBLEMS_SOURCE = "the problems found"
WARNINGS_SOURCE = "the warnings found"
WARNING = "warning: "
HINT = "Hint: "


def problems(number: int) -> str:
    """The title of the page that stands in for every page."""
    return f"{count(number, 'problem')} in the records"


def warnings(number: int) -> str:
    """What stands above every page."""
    return f"{count(number, 'warning')} in the records"


def place(line: int, column: int) -> str:
    """Where in a file something is."""
    return f"Line {line}, column {column}"


# Reports of errors, as they reach the repository
def error(title: str) -> str:
    """What a report is called before its writer calls it something else."""
    return f"Error: {title}"


def error_on(page: str, record: str) -> str:
    """What a report begins with."""
    return "\n".join([f"Page: {page}", *([f"Record: {record}"] if record else []), "", ""])


# Former addresses
MOVED = "This page has moved"
WITHDRAWN = "This record was withdrawn"


def withdrawn(key: str) -> str:
    """The title of the address of a record that is gone."""
    return f"Withdrawn: {key}"


def withdrawn_described(key: str) -> str:
    """Its description."""
    return f"The record {key} was taken out of the archive"


def taken_out(record: str, day: str) -> str:
    """When a record was taken out; the reason comes behind it."""
    return f"The record {record} was taken out of the archive ({day}). "


def moved(title: str) -> str:
    """The title of a former address."""
    return f"Moved: {title}"


def moved_to(title: str) -> str:
    """Its description."""
    return f"Moved to {title}"


def now_at(record: Inline) -> Inlines:
    """What it says."""
    return ("The record is now at ", record, ".")
