"""What the page of a meeting says: the facts, each account, the comparison, and how they are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.render.blocks import Inline, Inlines

# The sides
UNNAMED = "Not named in the accounts"
NO_HEAD = "No head of delegation is recorded."

# The facts
REPORT = "Report"
REPORTS = "Reports"
NOT_FOUND = "Not found"
DAY_NOT_KNOWN = "The exact day is not known."
TIME = "Time"
NO_TIME = "Not given in the accounts."
STATUS = "Status"
WAS_NOT_HELD = ": this meeting was not held."
MODE = "Mode"


def described(title: str, people: list[str], topics: list[str]) -> str:
    """The page's description."""
    parts = (title, " and ".join(people), f"Topics: {', '.join(topics)}" if topics else "")
    return ". ".join(part for part in parts if part)


def local_time(place: str, offset: str) -> str:
    """Behind the hours of a session: whose clock it is, with its difference from UTC where that is known."""
    return f" {place} time (UTC{offset})" if offset else f" {place} time"


def in_capital(capital: str) -> str:
    """Behind the same hours on a capital's clock."""
    return f" in {capital}"


def printed_as(time: str) -> str:
    """What an account prints in place of the hour."""
    return f"Printed as {time}."


def guests(people: Inlines) -> Inlines:
    """Those who came to one session alone."""
    return ("With ", *people)


def looked_for(side: Inline, day: str, where: str) -> Inlines:
    """An account that was looked for and not found."""
    return ("No account by ", side, f" was found on {day}. Searched: {where}")


# Headings
ANNOTATIONS = "Annotations: speaker, act and topics"
OTHER_REPORTS = "Press and other reports"
TAKEN_UP = "Earlier points taken up at this meeting"
ABBREVIATIONS = "Abbreviations"
PREVIOUS = "Previous meeting"
NEXT = "Next meeting"

# An account: where it is from
PUBLISHER = "Publisher"
ACCOUNT_OF = "Account of"
REPORTS_ON = "Reports on"
LANGUAGE = "Language"
ASKED_FOR_BY = "Meeting requested by"
ATMOSPHERE = "Atmosphere"
PHOTO = "Photo"
PHOTOS = "Photos"
PROVENANCE = "Source and completeness"
CREDIT = "Credit"
PAGE = "Page"
TITLE = "Title"
ARCHIVED = "Archived copy"
PUBLISHED = "Published"
READ_ON = "Read on"
NO_CREDIT = "no credit printed"

# An account that is incomplete, and why
NOTHING_RECORDED = "its content is not recorded here."
MAY_LEAVE_OUT = "a report, which may leave out what was said."
NOT_READ_WHOLE = "not read to the end; it may say more than is recorded here."
NOT_RECORDED_WHOLE = "not all of its points are recorded here."


def one_of(number: int, every: int) -> str:
    """Tells accounts of a publisher in one language apart."""
    return f"{number} of {every}"


def photo(credit: str, number: int | None) -> str:
    """Whose a photo is and where it is seen; how many there are, where that is known."""
    return f"{credit} (on the official page{f', {number}' if number else ''})"


# A statement
ON_ANOTHER_MEETING = "About another meeting: "
IN_REPLY = "In reply to this statement"
CAME_OF_IT = "What came of it"
LATER = "Later"


def unattributed(act: str) -> str:
    """Who did what, where the account does not say who."""
    return f"{act}, no speaker named:"


def spoken_to(names: str) -> str:
    """To whom something was said."""
    return f"to {names}"


def as_reported(name: str) -> str:
    """Through whom it is known."""
    return f"as {name} reported"


# The comparison
COMPARED = "The accounts compared"
IN_ALL = "in all accounts"
IN_BOTH = "in both accounts"
IN_SOME = "in some accounts"
NOT_MENTIONED = "Not mentioned."


def comparison(*, all_whole: bool) -> str:
    """How the comparison is read."""
    silence = "" if all_whole else " A partial account may cover topics that are not shown for it."
    return f"Topic by topic; the number is the statement’s place in the side’s account.{silence}"


def side_account(owner: str, *, several: bool) -> str:
    """“Japan’s account”."""
    return f"{owner} accounts" if several else f"{owner} account"


def whole_or_partial(name: str, *, whole: bool) -> str:
    """A side's account and whether it is known whole."""
    return f"{name} ({'whole' if whole else 'partial'})"


def in_one(name: str, *, alone: bool) -> str:
    """Heads the topics that one side's account has; alone, where the others are known whole."""
    return f"Only in {name}" if alone else f"In {name}"


# Citing
CITE = "Cite"
CITE_RECORD = "Cite this record in other styles and formats"
CITE_ACCOUNT = "Cite this account"
LOCATOR = "[locator]"
ADDRESS = "[address]"


def cite_by_hand(citation: str) -> str:
    """How a part is cited where no script fills in its locator and address; the sign, once opened, shows both."""
    return f"To cite a part, take the locator and the address of its ¶: {citation}"


def cite_part(locator: str) -> str:
    """The sign beside a paragraph, read aloud."""
    return f"Cite {locator}"
