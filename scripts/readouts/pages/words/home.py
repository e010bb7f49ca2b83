"""What the home page says."""

from __future__ import annotations

from readouts.model.wording import count
from readouts.pages.words.shared import meetings

LEAD = "Diplomatic meetings, as their sides recorded them."
PURPOSE = (
    "After a diplomatic meeting each side may publish its own account: a readout. "
    "Here the accounts stand side by side, as data: who met whom, when and where, and who said what on which topic."
)
INDEPENDENT = (
    "An independent archive, kept in the open by its contributors. It is not affiliated with any government or organization."
)

COVERS = "Covers"


def years(first: int, last: int) -> str:
    """The years that the meetings are of."""
    return f"{first}" if first == last else f"{first} to {last}"


def parties(number: int) -> str:
    """How many parties met."""
    return "1 party" if number == 1 else f"{number:,} parties"


def people(number: int) -> str:
    """How many people there are."""
    return f"{number:,} people"


def topics(number: int) -> str:
    """How many topics there are."""
    return f"{number:,} topics"


def relations(number: int) -> str:
    """How many pairs of parties there are."""
    return count(number, "relation")


def statements(number: int) -> str:
    """How many statements there are."""
    return count(number, "statement")


def accounts_of(both: int, one: int, reported: int) -> str:
    """Whose accounts there are of how many meetings."""
    kinds = (
        (both, "with official accounts from every side"),
        (one, "with an official account from one side or some"),
        (reported, "with reports by others only"),
    )
    return "; ".join(f"{meetings(some)} {what}" for some, what in kinds if some)


COMPLETE = "Complete"
WHAT_IT_COVERS = "What the archive covers"


def complete(whole: int, accounts: int) -> str:
    """How much of the accounts is known whole, and what follows from the rest; a link comes behind it."""
    return (
        f"{whole:,} of {count(accounts, 'account')} were read to the end and are recorded whole; each says whether it is. "
        "No list of meetings is complete: few meetings here do not mean that two parties seldom met. "
    )


METHOD = "Method"
TRUST = "Every statement names the account it comes from. Silence is not taken for denial. Corrections are public. "
HOW_MADE = "How records are made"

ASK = "Ask"


def said_about(who: str, topic: str) -> str:
    """A question to the search."""
    return f"What did {who} say about “{topic}”?"


def asked_for(party: str) -> str:
    """Another one."""
    return f"What did {party} ask for?"


def coverage_caption(*, of_all: bool) -> str:
    """What the table of coverage shows."""
    most = "Relations by year" if of_all else "The relations with the most meetings, by year"
    return f"{most}, and whose official accounts of their meetings there are"


def coverage_of_all(number: int) -> str:
    """A link to the coverage of more."""
    return f"Coverage of all {number:,} relations with meetings"


LATEST_ADDITIONS = "Latest additions"
LATEST_MEETINGS = "Latest meetings"
ALL_BY_YEAR = "All meetings by year"


def added_on(day: str) -> str:
    """Above the meetings that were added on a day."""
    return f"Added to the archive on {day}. The dates below are those of the meetings."


TALK_ABOUT = "What was discussed"
ALL_TOPICS = "All topics"
