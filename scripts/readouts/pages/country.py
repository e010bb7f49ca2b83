"""The pages of countries, which have no records of their own, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.archive.indexes import PARTIES
from readouts.model import wording
from readouts.model.state_codes import EARLIER
from readouts.model.states import STATES
from readouts.model.values import COUNTRIES
from readouts.pages.kinds import PageKind, alone
from readouts.pages.links import COUNTRY_PAGES, country_page
from readouts.pages.parts import facts
from readouts.pages.parts.meeting_lists import MeetingList
from readouts.pages.parts.overview import Counted, overview
from readouts.render.blocks import joined
from readouts.render.search_entry import SearchEntry

if TYPE_CHECKING:
    from readouts.pages.parts.facts import Rows
    from readouts.pages.site import Site
    from readouts.render.blocks import Page

INDEX_PATH = f"{COUNTRY_PAGES}/index.md"


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    return ((country_page(code), code) for code in site.archive.countries)


def _page(site: Site, code: str) -> Page:
    return facts.page(site, _listed(site, code), facts.at_a_glance(_rows(site, code)), SearchEntry("Country", (code,)))


def _listed(site: Site, code: str) -> MeetingList:
    return MeetingList(
        country_page(code),
        COUNTRIES[code],
        "records/",
        site.archive.of_party(code),
        not_held=site.archive.not_held((PARTIES, code)),
    )


def _rows(site: Site, code: str) -> Rows:
    archive = site.archive
    yield from _existed(site, code)
    if capital := archive.capital(code):
        yield "Capital", ((site.link.place(capital.id),),)
    if pairs := archive.pairs_with(code):
        yield "Relations", (facts.counted((site.link.pair(pair), meetings) for pair, meetings in pairs),)
    if people := archive.people_of(code):
        yield "People", (joined(site.link.person(each) for each in sorted(people, key=site.titles.surname)),)
    if codes := "; ".join(_codes(site, code)):
        yield "Codes", ((codes,),)
    yield from facts.often(site, archive.of_party(code))


def _codes(site: Site, code: str) -> Iterator[str]:
    """“Correlates of War code 740”, “Gleditsch–Ward code 740”, as far as there are any."""
    codes = site.archive.state_codes(code)
    if codes.correlates_of_war is not None:
        number, what = EARLIER.get(code, (0, ""))
        yield f"Correlates of War code {codes.correlates_of_war}" + (f" ({number} for {what})" if number else "")
    if codes.gleditsch_ward is not None:
        yield f"Gleditsch–Ward code {codes.gleditsch_ward}"


def _existed(site: Site, code: str) -> Rows:
    """When a state existed that is no more, or of which ISO 3166 does not say that it exists; and what came after it."""
    if state := STATES.get(code):
        if state.until:
            yield "Existed", ((f"{wording.day(state.since)} to {wording.day(state.until)}",),)
        else:
            yield "Independence declared", ((wording.day(state.since),),)
        pages = set(site.archive.countries)
        after = (site.link.party(each) if each in pages else COUNTRIES[each] for each in state.successors)
        if state.successors:
            yield "Followed by", (joined(after),)


def _index(site: Site, _: str) -> Page:
    return overview(INDEX_PATH, "Countries", "Countries by the meetings they took part in.", _counted(site))


def _counted(site: Site) -> Counted:
    met = {party: meetings for party, meetings in site.archive.counts("party") if party in COUNTRIES}
    return [(site.link.party(code), met[code]) for code in sorted(met, key=lambda each: COUNTRIES[each])]


KINDS = (
    PageKind("countries", COUNTRY_PAGES, alone(INDEX_PATH), _index),
    PageKind("country", COUNTRY_PAGES, _pages, _page, _listed),
)
