"""The pages of places, and the list of them with a map."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from readouts.model.collections import PLACES
from readouts.pages.kinds import PageKind, alone, of_each
from readouts.pages.parts import facts, search_entries, world_map
from readouts.pages.parts.meeting_lists import MeetingList, entry
from readouts.pages.parts.overview import at_one, followed, in_a_line, leads_on, overview
from readouts.pages.words import entries as say
from readouts.pages.words import lists, shared
from readouts.render.blocks import Inlines, Item, Link, Span, Target, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readouts.model import Place
    from readouts.pages.parts.facts import Rows
    from readouts.pages.site import Site
    from readouts.render.blocks import Page


def _page(site: Site, key: str) -> Page:
    place = site.archive.places[key]
    entry = search_entries.of_names(shared.PLACE, place.also)
    if not site.archive.tells((PLACES.id, key)):
        return leads_on(PLACES.page(key), place.name, (PLACES.index, PLACES.title, key), entry)
    return facts.page(site, _listed(site, key), facts.at_a_glance(_rows(site, place)), entry, place)


def _listed(site: Site, key: str) -> MeetingList:
    return MeetingList(
        PLACES.page(key),
        site.archive.places[key].name,
        f"records/{PLACES.file(key)}",
        site.archive.at_place(key),
        not_held=site.archive.not_held((PLACES.id, key)),
    )


def _rows(site: Site, place: Place, *, brief: bool = False) -> Rows:
    """In a line of a list, the clock and the coordinates of a place with a meeting are left to the meeting and to the map."""
    yield from facts.also(place.also)
    yield shared.COUNTRY, ((site.link.party(place.country), say.IS_CAPITAL if place.capital else ""),)
    if place.capital_of:
        yield say.WAS_CAPITAL_OF, (joined(site.link.party(each) for each in place.capital_of),)
    if not brief:
        yield say.TIME_ZONE, ((place.zone,),)
    point = f"{place.coordinates.latitude:.2f}, {place.coordinates.longitude:.2f}".replace("-", "−")
    on_map = Link((say.ON_MAP,), Target(PLACES.index, world_map.anchor(place.id)))
    if here := [site.archive.occasions[each] for each in site.archive.occasions_at(place.id)]:
        dated = sorted(here, key=lambda each: each.date.first.isoformat() if each.date else "")
        yield say.OCCASIONS, tuple((site.link.occasion(each.id),) for each in dated)
    if not brief:
        yield say.COORDINATES, ((point, *((" · ", on_map) if world_map.shows(site, place.id) else ())),)
    yield from facts.remark(place.note)


def _index(site: Site, _: str) -> Page:
    page = overview(PLACES.index, PLACES.title, lists.PLACES, _counted(site), world_map.blocks(site))
    return followed(page, _others(site))


def _counted(site: Site) -> Iterator[Item]:
    met = dict(site.archive.counts("place"))
    places = sorted(site.archive.places.values(), key=lambda each: each.name)
    for each in places:
        if site.archive.tells((PLACES.id, each.id)):
            yield entry(_with_hosts(site, each), met[each.id]) if each.id in met else entry(site.link.place(each.id), 0)
        elif each.id in met:
            yield _line(site, each)


def _with_hosts(site: Site, place: Place) -> Inlines:
    """With the country, and how often that was a side."""
    country = site.archive.party_name(place.country)
    host = site.archive.hosted(place.id)
    return (site.link.place(place.id), Span((say.hosted(country, host),), "ro-about"))


def _others(site: Site) -> list[Item]:
    """Those that only give a name to a seat, a capital or a clock."""
    places = sorted(site.archive.places.values(), key=lambda each: each.name)
    others = (each for each in places if not site.archive.tells((PLACES.id, each.id)))
    return [_line(site, each) for each in others if not site.archive.at_place(each.id)]


def _line(site: Site, each: Place) -> Item:
    met = site.archive.at_place(each.id)
    one = (row for meeting in met for row in at_one(site, meeting))
    return in_a_line(each.name, chain(_rows(site, each, brief=bool(met)), one), each.id)


KINDS = (
    PageKind("places", PLACES.id, alone(PLACES.index), _index),
    of_each(PLACES, "place", _page, _listed),
)
