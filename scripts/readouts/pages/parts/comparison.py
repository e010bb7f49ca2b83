"""Several accounts of one meeting side by side: topic by topic, in which of them it stands, how early, and in which words.

Accounts are aligned by topic, never by paragraph. Silence is not denial: that a topic is not mentioned, or stands in one
account only, is said of official accounts alone that were read to their end and recorded whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model.anchors import statement_anchor
from readouts.model.vocabulary import Extent
from readouts.pages.parts.account import account_title, who
from readouts.render.blocks import Block, Division, Heading, Item, Items, Link, Paragraph, Span, Target, joined

if TYPE_CHECKING:
    from readouts.model import Meeting, Readout
    from readouts.pages.site import Site

_EVERYWHERE = {2: "in both accounts"}


def blocks(site: Site, meeting: Meeting) -> Iterator[Block]:
    """Nothing where fewer than two accounts have statements."""
    accounts = [each for each in meeting.readouts if any(s.topics for s in each.statements)]
    if len(accounts) < 2:  # noqa: PLR2004  # two are compared
        return
    yield Heading(2, ("Side by side",), "side-by-side")
    explained = "The accounts topic by topic. The number tells where in its account a statement stands."
    yield Paragraph((explained,), cls="ro-note")
    for each in accounts:
        if not each.tells_all:
            silent = f"The account of {account_title(site, meeting, each)} {_why(each)}: it may speak of topics that are not shown for it."
            yield Paragraph((silent,), cls="ro-gap")
    topics = dict.fromkeys(topic for each in accounts for statement in each.statements for topic in statement.topics)
    shared = [topic for topic in topics if sum(_speaks(each, topic) for each in accounts) > 1]
    for topic in shared:
        everywhere = all(_speaks(each, topic) for each in accounts)
        state = _EVERYWHERE.get(len(accounts), "in all accounts") if everywhere else "in some accounts"
        head = Paragraph((site.link.topic(topic), " ", Span((state,), "ro-state")), cls="ro-about-topic")
        cells = [_cell(site, meeting, each, topic) for each in accounts if each.tells_all or _speaks(each, topic)]
        yield Division("ro-aligned", (head, Division("ro-columns", tuple(cells))))
    for each in accounts:
        if alone := [topic for topic in topics if topic not in shared and _speaks(each, topic)]:
            only = "Only in" if all(other.tells_all for other in accounts if other is not each) else "In"
            yield Heading(3, (f"{only} {account_title(site, meeting, each)}",), f"only-{each.anchor}")
            yield Paragraph(joined([_first(site, each, topic) for topic in alone], " "))


def _first(site: Site, account: Readout, topic: str) -> Link:
    """A topic, with a link to the first statement of an account on it."""
    statement = next(each for each in account.statements if topic in each.topics)
    name = site.link.topic(topic).content
    return Link(name, Target(None, statement_anchor(account, statement)), "ro-topic")


def _speaks(account: Readout, topic: str) -> bool:
    return any(topic in statement.topics for statement in account.statements)


def _cell(site: Site, meeting: Meeting, account: Readout, topic: str) -> Division:
    reported = f" ({account.origin.label})" if not account.official else ""
    name = Paragraph((f"{account_title(site, meeting, account)}{reported}",), cls="ro-account-name")
    said = [
        Item(
            (
                Span((f"{place}",), "ro-order"),
                " ",
                Span(who(site, statement), "ro-speaker"),
                " ",
                site.link.term(statement.act, "ro-act"),
                " ",
                Link((statement.gist,), Target(None, statement_anchor(account, statement))),
            ),
            cls="ro-statement",
        )
        for place, statement in enumerate(account.statements, start=1)
        if topic in statement.topics
    ]
    return Division("ro-column", (name, Items(tuple(said)) if said else Paragraph(("Not mentioned.",), cls="ro-gap")))


def _why(account: Readout) -> str:
    """Why silence of an account says nothing."""
    if not account.official:
        return "is known only from a report"
    return "was not read to its end" if account.read is Extent.PART else "is not recorded whole"
