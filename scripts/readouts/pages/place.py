"""The pages of places, and the list of them with a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.model.collections import PLACES
from readouts.pages.kinds import PageKind, alone, of_each
from readouts.pages.parts import facts, search_entries, world_map
from readouts.pages.parts.meeting_lists import MeetingList
from readouts.pages.parts.overview import Counted, followed, in_a_line, leads_on, overview
from readouts.render.blocks import Inlines, Item, Link, Span, Target, joined

if TYPE_CHECKING:
    from readouts.model import Place
    from readouts.pages.parts.facts import Rows
    from readouts.pages.site import Site
    from readouts.render.blocks import Page


def _page(site: Site, key: str) -> Page:
    place = site.archive.places[key]
    entry = search_entries.of_names("Place", place.also)
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


def _rows(site: Site, place: Place) -> Rows:
    yield from facts.also(place.also)
    yield "Country", ((site.link.party(place.country), ", capital" if place.capital else ""),)
    if place.capital_of:
        yield "Formerly capital of", (joined(site.link.party(each) for each in place.capital_of),)
    yield "Time zone", ((place.zone,),)
    point = f"{place.coordinates.latitude:.2f}, {place.coordinates.longitude:.2f}".replace("-", "−")
    on_map = Link(("on the map",), Target(PLACES.index, world_map.anchor(place.id)))
    if here := [site.archive.occasions[each] for each in site.archive.occasions_at(place.id)]:
        dated = sorted(here, key=lambda each: each.date.first.isoformat() if each.date else "")
        yield "Occasions", tuple((site.link.occasion(each.id),) for each in dated)
    yield "Coordinates", ((point, *((" · ", on_map) if world_map.shows(site, place.id) else ())),)
    yield from facts.remark(place.note)


def _index(site: Site, _: str) -> Page:
    page = overview(PLACES.index, PLACES.title, "Where meetings were held.", _counted(site), world_map.blocks(site))
    return followed(page, _others(site))


def _counted(site: Site) -> Counted:
    met = dict(site.archive.counts("place"))
    places = sorted(site.archive.places.values(), key=lambda each: each.name)
    return [(_with_hosts(site, each), met[each.id]) for each in places if each.id in met]


def _with_hosts(site: Site, place: Place) -> Inlines:
    """With the country, and how often that was a side."""
    country = site.archive.party_name(place.country)
    host = site.archive.hosted(place.id)
    about = f" {country} · host at {host} of" if host else f" {country} · all sides guests at"
    return (site.link.place(place.id), Span((about,), "ro-about"))


def _others(site: Site) -> list[Item]:
    """Those that only give a name to a seat, a capital or a clock."""
    places = sorted(site.archive.places.values(), key=lambda each: each.name)
    return [in_a_line(each.name, _rows(site, each), each.id) for each in places if not site.archive.tells((PLACES.id, each.id))]


KINDS = (
    PageKind("places", PLACES.id, alone(PLACES.index), _index),
    of_each(PLACES, "place", _page, _listed),
)
