"""Where something stands, in the short form that a printed sheet needs: “2014-11-10, Japan’s account, para. 2(1)”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.anchors import statement_anchor
from readouts.model.locators import locators
from readouts.pages.parts.account import side_of
from readouts.pages.words import relation as say

if TYPE_CHECKING:
    from readouts.model import Meeting, Readout, Statement
    from readouts.pages.site import Site
    from readouts.render.blocks import Link


def statement(site: Site, meeting: Meeting, readout: Readout, said: Statement) -> Link:
    """A link to a statement, by its locator; the words of a text are cited by their paragraph alone."""
    anchor = statement_anchor(readout, said)
    place = locators(readout)[anchor].partition(", annotation ")[0]
    return site.link.meeting(meeting, f"{meeting.date.text}, {whose(site, meeting, readout)}, {place}", anchor)


def whose(site: Site, meeting: Meeting, readout: Readout) -> str:
    """“Japan’s account”, with the publisher where the side has several; “report of” the publisher where it is nobody’s own."""
    side = side_of(site, readout)
    publisher = site.titles.publisher(readout.publisher)
    if not readout.official or side is None:
        return say.report_of(publisher)
    name = say.account_of(wording.possessive(site.archive.party_name(side)))
    same = [each for each in meeting.readouts if each.official and side_of(site, each) == side]
    return say.told_apart(name, publisher, wording.language(readout.language)) if len(same) > 1 else name
