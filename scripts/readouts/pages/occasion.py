"""The pages of occasions, and the list of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.collections import OCCASIONS
from readouts.pages.kinds import PageKind, alone, of_each
from readouts.pages.parts import facts, ranked, search_entries
from readouts.pages.parts.meeting_lists import MeetingList
from readouts.pages.parts.overview import Counted, followed, in_a_line, leads_on, overview
from readouts.render.blocks import Item

if TYPE_CHECKING:
    from readouts.model import Occasion
    from readouts.pages.parts.facts import Rows
    from readouts.pages.site import Site
    from readouts.render.blocks import Page


def _page(site: Site, key: str) -> Page:
    occasion = site.archive.occasions[key]
    entry = search_entries.of_names("Occasion", occasion.also)
    if not site.archive.tells((OCCASIONS.id, key)):
        return leads_on(OCCASIONS.page(key), occasion.name, (OCCASIONS.index, OCCASIONS.title, key), entry)
    found = _listed(site, key)
    discussed = ranked.topics(site, ranked.of_meetings(found.meetings), ranked.OFTEN)
    return facts.page(site, found, (*facts.at_a_glance(_rows(site, occasion)), *discussed), entry, occasion)


def _listed(site: Site, key: str) -> MeetingList:
    archive = site.archive
    name = archive.occasions[key].name
    return MeetingList(
        OCCASIONS.page(key),
        name,
        f"records/{OCCASIONS.file(key)}",
        archive.around_occasion(key),
        not_held=archive.not_held((OCCASIONS.id, key)),
    )


def _rows(site: Site, occasion: Occasion) -> Rows:
    yield from facts.also(occasion.also)
    if occasion.date:
        yield "Date", ((wording.dated(occasion.date),),)
    if occasion.place:
        yield "Place", ((site.link.place(occasion.place),),)
    if occasion.topics:
        yield "Part of", (site.link.topics(occasion.topics),)
    meetings = site.archive.around_occasion(occasion.id)
    if parties := Counter(party for meeting in meetings for party in meeting.parties):
        most = sorted(parties, key=lambda each: (-parties[each], site.archive.party_name(each)))
        yield "Who met", (facts.counted((site.link.party(party), parties[party]) for party in most),)
    yield from facts.remark(occasion.note)


def _index(site: Site, _: str) -> Page:
    about = "Summits and visits around which meetings were held, the latest first."
    return followed(overview(OCCASIONS.index, OCCASIONS.title, about, _counted(site)), _others(site))


def _others(site: Site) -> list[Item]:
    others = (each for each in site.archive.occasions.values() if not site.archive.tells((OCCASIONS.id, each.id)))
    return [in_a_line(each.name, _rows(site, each), each.id) for each in others]


def _counted(site: Site) -> Counted:
    archive = site.archive
    met = dict(archive.counts("occasion"))
    first = {key: archive.first_around(key) for key in archive.occasions}
    occasions = sorted(first, key=first.__getitem__, reverse=True)
    return [(site.link.occasion(each), met.get(each, 0)) for each in occasions if archive.tells((OCCASIONS.id, each))]


KINDS = (
    PageKind("occasions", OCCASIONS.id, alone(OCCASIONS.index), _index),
    of_each(OCCASIONS, "occasion", _page, _listed),
)
