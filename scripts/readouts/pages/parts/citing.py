"""How a meeting's page, its accounts and their parts are cited."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.exports import account_citations, accounts, citation, citations
from readouts.exports.citation import CitedAccount
from readouts.model.vocabulary import Wording
from readouts.pages.words import meeting as say
from readouts.render.blocks import Block, Citation, Citations, Heading, Paragraph

if TYPE_CHECKING:
    from readouts.model import Meeting, Readout
    from readouts.pages.site import Site


def record(site: Site, meeting: Meeting) -> Iterator[Block]:
    """The record as the archive's own work: in one style to be read and printed, in all of them to be copied."""
    what = citation.cited(site.titles, meeting, site.base)
    first, *others = (Citation(name, text) for name, text in citations(what))
    yield Heading(2, (say.CITE,), "cite")
    yield Paragraph((first.text,), cls="ro-citation ro-own")
    yield Citations(say.CITE_RECORD, what.address, tuple(others))


def cited(site: Site, meeting: Meeting, readout: Readout) -> CitedAccount:
    """An account as something to cite."""
    publisher = site.archive.organizations[readout.publisher].name
    verbatim = readout.wording is Wording.VERBATIM
    return CitedAccount(
        publisher, readout.title or "", readout.published, verbatim, citation.cited(site.titles, meeting, site.base)
    )


def part(what: CitedAccount, locator: str, anchor: str) -> str:
    """A paragraph of an account, as a note."""
    return accounts.note(what, locator, f"{what.record.address}#{anchor}")


def account(site: Site, meeting: Meeting, readout: Readout) -> Iterator[Block]:
    """An account in every style, with a place for the locator of a part; and, once, how to fill that in by hand."""
    what = cited(site, meeting, readout)
    by_hand = accounts.note(what, say.LOCATOR, say.ADDRESS)
    yield Paragraph((say.cite_by_hand(by_hand),), cls="ro-by-hand")
    yield Citations(say.CITE_ACCOUNT, "", tuple(Citation(*each) for each in account_citations(what)))
