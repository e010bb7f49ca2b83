"""Rules about whose words an account holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model.collections import MEETINGS
from readouts.model.vocabulary import Wording
from readouts.model.walk import located

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Meeting


def verbatim_is_credited(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A verbatim account names its source; an account in our own words holds no official text.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `wording: verbatim`
    Right: `wording: verbatim⏎    credit: Source, the Ministry.`
    """
    for number, readout in enumerate(meeting.readouts):
        if readout.wording is Wording.VERBATIM and not (readout.credit and readout.url):
            hint = "add `url:` and `credit:` as the publisher asks for them"
            yield Finding(MEETINGS, meeting.id, ("readouts", number, "wording"), "a verbatim text needs its source", hint)
    for found in located(meeting):
        if found.paragraph and not found.statement and found.paragraph.text and found.account.wording is Wording.SUMMARY:
            message = "an account in our own words has statements, no `text:`"
            hint = "write each point as a statement's `gist:`; `wording: verbatim` is for official texts under a licence"
            yield Finding(MEETINGS, meeting.id, (*found.loc, "text"), message, hint)


def own_accounts_have_an_address(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """An account of a government or organization has the address of its page, so that it can be looked up.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `language: is⏎    published:`
    Right: `language: is⏎    url: https://example.org/2034⏎    archived: https://archive.example.org/2034⏎    published:`
    """
    for number, readout in enumerate(meeting.readouts):
        told = readout.official and readout.statements and readout.wording is Wording.SUMMARY
        if told and not (readout.url or readout.archived or readout.note):
            message = f"the account of {readout.publisher} has no address"
            hint = "add `url:` with the address of the page; where none is known, say in `note:` where the text stands, or write `origin: press`"
            yield Finding(MEETINGS, meeting.id, ("readouts", number), message, hint)


def accounts_have_one_form(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """An account has `sections`, or `paragraphs`, or `statements` of its own, not two of them.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `statements: [{act: hope, gist: Hopes.}]⏎    paragraphs:`
    Right: `paragraphs:`
    """
    for number, readout in enumerate(meeting.readouts):
        used = list(reversed(dict.fromkeys(stretch.form for stretch in readout.stretches())))
        if len(used) > 1:
            hint = "`sections:` where headings are printed, `paragraphs:` where only numbers are, else `statements:`"
            message = f"the account has {' and '.join(used)} of its own"
            yield Finding(MEETINGS, meeting.id, ("readouts", number, used[-1]), message, hint)
