"""What the page of a relation says, its topics over time, and briefing sheets."""

from __future__ import annotations

from readouts.model.wording import count, listed
from readouts.pages.words.shared import SET_PHRASES, meetings

# The facts
PARTIES = "Parties"
MOST_DISCUSSED = "Most discussed"


def heads(party: str) -> str:
    """Those who led a party's side."""
    return f"For {party}"


def and_more(number: int) -> str:
    """Behind the first names of many."""
    return f", and {number} more"


# The page
TOPICS_OVER_TIME = "Topics over time"
SEARCH_THESE = "Search these meetings"
MILESTONES = "Milestones"


def meeting_of(day: str) -> str:
    """The meeting of a milestone."""
    return f"meeting of {day}"


# The picture
MILESTONES_ROW = "milestones"
NO_OFFICE = "no office given"


def timeline(since: int | None, *, by_year: bool) -> str:
    """Below the picture of a relation; the first year of the milestones, if there are any."""
    more = f" Diamonds are milestones since {since}." if since else ""
    to = "the meetings of its year" if by_year else "its meeting"
    return f"Meetings by kind over the years; each dot links to {to}.{more} The list below gives the same."


def timeline_of_person(*, terms: bool, by_year: bool) -> str:
    """Below the picture of a person."""
    more = " A bar is a term of office, as far as sources give it." if terms else ""
    to = "the meetings of its year" if by_year else "its meeting"
    return f"Meetings by the office held at the time; each dot links to {to}.{more} The list below gives the same."


# Requests and promises
LEDGER = "Requests, offers, promises and agreements"
OPEN = "Open, or no follow-up on record"
IN_PART = "Fulfilled in part"
FULFILLED = "Fulfilled"
DECLINED = "Declined"
NO_STATE = "Taken up, state not recorded"
FOLLOWED = "What followed"


def earlier(number: int) -> str:
    """What opens the rest of a list."""
    return f"{number} earlier"


def and_earlier(number: int) -> str:
    """How many of a list are not shown."""
    return f"And {number:,} earlier."


def with_number(state: str, number: int) -> str:
    """A state, and how many have it."""
    return f"{state}: {number}"


# Topics over time: the title, and the page's description
def topics_of(relation: str) -> str:
    """The title."""
    return f"{relation}: topics over time"


def topics_described(title: str) -> str:
    """The page's description."""
    return f"{title}: who raised what, first and latest mention, and the topics of each account"


# Who raised what
WHO_RAISED = "Who raised what"
UNSURE = (
    "* and grey: no official account is on record, or not every one was read to the end and recorded whole. "
    "A topic with a question mark may have been raised, and a side with a sign may not have been alone."
)
NO_SIDE = "no side named"


def matrix_legend(first: str, second: str) -> str:
    """What the signs mean."""
    return (
        f"● both sides · ◐ {first} · ◑ {second} · ○ raised, no side named · empty: not mentioned in the accounts on record. "
        "Meetings without statements on record are left out."
    )


def matrix_caption(*, latest_only: bool) -> str:
    """What the table shows."""
    latest = " of the latest meetings" if latest_only else ""
    return f"Topics{latest}, and which side raised them according to the accounts"


def alone(sides: str) -> str:
    """A side that raised something and is known to have been the only one."""
    return f"{sides} alone"


# First, latest, absent
FIRST_LATEST = "First, latest, absent"
ABSENT_RULE = (
    "“Absent” is said of the accounts, not of the talks, and only where every account of every meeting since is official, "
    "was read to the end and is recorded whole; otherwise it is not known."
)
SINCE_THEN = "Since then"
PHRASE = "Phrase and accounts"
IN_REPORTS = "reports"
IN_DOCUMENTS = "documents"
ONLY_THEN = "only then"
AT_LATEST = "at the latest meeting"


def more_topics(number: int) -> str:
    """What opens the rest of the table."""
    return count(number, "more topic")


def absent_since(day: str, number: int) -> str:
    """A topic that no account of any meeting since has."""
    return f"absent since {day} ({meetings(number)})"


def no_use_since(day: str, number: int) -> str:
    """A phrase that is recorded of no account since."""
    return f"no use recorded since {day} ({meetings(number)})"


def whose(counted: list[tuple[str, int]]) -> str:
    """Whose accounts have a phrase, each with the number of meetings."""
    return " · ".join(f"{name} {number}" for name, number in counted)


def not_told(unsure: int, later: int) -> str:
    """Why nothing can be said of the meetings since."""
    return f"not known ({unsure} of {meetings(later)} since not wholly covered)"


# Topics of each account
ORDER = "Topics in each official account"
ORDER_RULE = "In the account’s own order; the number is that of its statements on record on the topic."
STATEMENTS = "Statements"
IN_ORDER = "Topics in their order"


def not_whole(statements: int) -> str:
    """How many statements of an account are on record, which may have more."""
    return f"{statements}, account incomplete"


# Whose words a printed line is from
def report_of(publisher: str) -> str:
    """An account that is no side's own."""
    return f"report of {publisher}"


def account_of(owner: str) -> str:
    """“Japan’s account”."""
    return f"{owner} account"


def told_apart(account: str, publisher: str, language: str) -> str:
    """One of a side's several accounts."""
    return f"{account} ({publisher}, {language})"


# Briefing sheets
BRIEF = "Briefing sheet, one page for print"
BRIEF_MEETINGS = "Latest meetings"
BRIEF_HEADS = "Heads of delegation"
BRIEF_OFFICES = "Offices and counterparts"
BRIEF_OPEN = "Requests, offers and promises not known to be settled"
BRIEF_PHRASES = SET_PHRASES
OFFICES = "Offices: "
COUNTERPARTS = "Counterparts: "


def brief_of(name: str) -> str:
    """The title of a sheet."""
    return f"{name}: briefing sheet"


def brief_described(title: str) -> str:
    """Its description."""
    return f"{title}, one page for print"


def brief_reach(number: int, first: str, last: str) -> str:
    """What a sheet is made of."""
    return f"{meetings(number)} on record, {first} to {last}. This sheet gives only what accounts on record say."


def brief_more(number: int, latest: int | None) -> str:
    """How many more are open, at so many meetings where those are not all."""
    return f"And {number} more{f' at the latest {latest} meetings' if latest else ''}."


def used_at(number: int, sides: list[str]) -> str:
    """At how many meetings a phrase was used, if it was at several, and in which sides’ accounts."""
    times = f", at {meetings(number)}" if number > 1 else ""
    return f"{times}, in accounts of {listed(sides)}" if sides else times
