"""The pages of occasions, and the list of them."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.collections import OCCASIONS
from readouts.pages.kinds import PageKind, alone, of_each
from readouts.pages.parts import facts, ranked, search_entries
from readouts.pages.parts.meeting_lists import MeetingList, entry
from readouts.pages.parts.overview import at_one, followed, in_a_line, leads_on, overview
from readouts.pages.words import entries as say
from readouts.pages.words import lists, shared
from readouts.render.blocks import Item, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readouts.model import Occasion
    from readouts.pages.parts.facts import Rows
    from readouts.pages.site import Site
    from readouts.render.blocks import Page


def _page(site: Site, key: str) -> Page:
    occasion = site.archive.occasions[key]
    entry = search_entries.of_names(shared.OCCASION, occasion.also)
    if not site.archive.tells((OCCASIONS.id, key)):
        return leads_on(OCCASIONS.page(key), occasion.name, (OCCASIONS.index, OCCASIONS.title, key), entry)
    found = _listed(site, key)
    discussed = ranked.topics(site, ranked.of_meetings(found.meetings), say.OFTEN)
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


def _rows(site: Site, occasion: Occasion, *, brief: bool = False) -> Rows:
    yield from facts.also(occasion.also)
    if occasion.date:
        yield shared.DATE, ((wording.dated(occasion.date),),)
    if occasion.place:
        yield shared.PLACE, ((site.link.place(occasion.place),),)
    if occasion.topics:
        yield shared.PART_OF, (joined(map(site.link.topic, occasion.topics)) if brief else site.link.topics(occasion.topics),)
    meetings = site.archive.around_occasion(occasion.id)
    parties = Counter(party for meeting in meetings for party in meeting.parties)
    if not brief:
        most = sorted(parties, key=lambda each: (-parties[each], site.archive.party_name(each)))
        yield say.WHO_MET, (facts.counted((site.link.party(party), parties[party]) for party in most),)
    yield from facts.remark(occasion.note)


def _index(site: Site, _: str) -> Page:
    return followed(overview(OCCASIONS.index, OCCASIONS.title, lists.OCCASIONS, _counted(site)), _others(site))


def _others(site: Site) -> list[Item]:
    others = (each for each in site.archive.occasions.values() if not site.archive.tells((OCCASIONS.id, each.id)))
    return [_line(site, each) for each in others if not site.archive.around_occasion(each.id)]


def _line(site: Site, each: Occasion) -> Item:
    one = (row for meeting in site.archive.around_occasion(each.id) for row in at_one(site, meeting))
    return in_a_line(each.name, chain(_rows(site, each, brief=True), one), each.id)


def _counted(site: Site) -> Iterator[Item]:
    archive = site.archive
    met = dict(archive.counts("occasion"))
    first = {key: archive.first_around(key) for key in archive.occasions}
    occasions = sorted(first, key=first.__getitem__, reverse=True)
    for each in occasions:
        if archive.tells((OCCASIONS.id, each)):
            yield entry(site.link.occasion(each), met.get(each, 0))
        elif each in met:
            yield _line(site, archive.occasions[each])


KINDS = (
    PageKind("occasions", OCCASIONS.id, alone(OCCASIONS.index), _index),
    of_each(OCCASIONS, "occasion", _page, _listed),
)
