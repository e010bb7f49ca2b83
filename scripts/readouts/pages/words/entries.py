"""What the pages of people, countries, places, occasions, organizations and topics say."""

from __future__ import annotations

from readouts.model.wording import count
from readouts.pages.words.shared import meetings

# Topics
OFTEN = "Often discussed"
ONCE = "Discussed"
SPOKE_ABOUT = "Spoke about"

# Speech acts
WHO_DID_WHAT = "Speech acts by side"
ACTS = "Speech acts"
ACT = "Speech act"
ACTS_CAPTION = "Meetings by speech act and side"
ACTS_NOTE = (
    "The number of meetings at which an account on record says so; each number links to the statements. "
    "Accounts are often short, or from one side alone: what is not here may have been said all the same."
)


def acts_of(name: str) -> str:
    """What a person did in words."""
    return f"Speech acts of {name}"


def act_of(name: str, act: str) -> str:
    """What a side did in words."""
    return f"{name}: {act}"


# Over the years
YEARS_NOTE = (
    "The number of meetings at which an account on record says so; each number links to them. "
    "An empty cell does not mean that nothing was said: many meetings lack an account from some side."
)
SPOKE_ABOUT_IT = "Who spoke about it most, by year"


def spoke_most(name: str) -> str:
    """What a party's speakers spoke about."""
    return f"What {name} spoke about most, by year"


# People
OFFICES = "Offices"
MET = "Counterparts"
MET_CAPTION = "The number of meetings at which the two sat on different sides; each number links to them"
MET_MOST = "Who met whom most often"
PEOPLE = "People"
BY_FAMILY_NAME = "By family name"

# Countries
CAPITAL = "Capital"
RELATIONS_WITH = "Relations with"
HELD_THERE = "Meetings held there"
CODES = "Codes"
HOLDERS = "Office-holders on record"
OFFICE = "Office"
HOLDER = "Holder"
TERM = "Term, as far as known"
EXISTED = "Existed"
DECLARED = "Independence declared"
FOLLOWED_BY = "Followed by"


def from_to(first: str, last: str) -> str:
    """When a state existed."""
    return f"{first} to {last}"


def correlates_of_war(code: int, earlier: int, what: str) -> str:
    """A state's code in the list of Correlates of War, with that of its forerunner there if it has one."""
    return f"Correlates of War code {code}" + (f" ({earlier} for {what})" if earlier else "")


def gleditsch_ward(code: int) -> str:
    """The same in the list of Gleditsch and Ward."""
    return f"Gleditsch–Ward code {code}"


# Places
IS_CAPITAL = ", capital"
WAS_CAPITAL_OF = "Formerly capital of"
TIME_ZONE = "Time zone"
OCCASIONS = "Occasions"
COORDINATES = "Coordinates"
ON_MAP = "on the map"
MAP = (
    "Where the meetings on record were held; the larger the dot, the more meetings. "
    "The filled part is the share held in the country of one of the sides; at the others all were guests. "
    "Lines are calls, drawn between capitals. Each dot and line links to what it counts. The list below gives the same for places."
)


def hosted(country: str, host: int) -> str:
    """Of a place in a list: its country, and at how many of its meetings that was a side; the number of all comes behind it."""
    return f" {country} · host at {host} of" if host else f" {country} · all sides guests at"


def dot(place: str, number: int, host: int, country: str) -> str:
    """A place on the map, read aloud."""
    return f"{place}: {meetings(number)}, {host} with {country} as a side"


def calls(pair: str, number: int) -> str:
    """A line on the map, read aloud."""
    return f"{pair}: {count(number, 'call')}"


# Occasions
WHO_MET = "Who met"

# Organizations
DESCRIPTION = "Description"
SHORT_FORM = "Short form"
SEAT = "Seat"
WEBSITE = "Website"
RELATIONS = "Relations"
COVERED = "Meetings covered"


def accounts(number: int) -> str:
    """How many accounts somebody published."""
    return count(number, "account")


# What a topic's page says
ALSO = "Also called"
FIRST_MENTION = "First mention"
LATEST_MENTION = "Latest mention"
BY_YEAR = "By year"
NO_MENTION = "No meeting on record mentions it yet."
RAISED_BY = "Raised by"
WHO_SAID_WHAT = "Who said what"
LATEST_FIRST = "Latest meeting first."
HELD_ON = "Held on the occasion of "
WORDING = "How it is worded"


def topic_described(name: str, definition: str) -> str:
    """The page's description."""
    return f"{name}: {definition}"


def also(names: str) -> str:
    """Other names, in a line of the list of topics."""
    return f"Also called: {names}"


def earlier_phrases(number: int) -> str:
    """Phrases that are left out."""
    return f"And {count(number, 'earlier phrase')}."


def other_relations(number: int) -> str:
    """Relations that are left out."""
    return f"And for {count(number, 'other relation')}."


def used_again(number: int, last: str) -> str:
    """How long a phrase stayed the same, if it was used again."""
    return f", and at {count(number, 'more meeting')} until {last}" if number else ""
