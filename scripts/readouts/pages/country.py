"""The pages of countries, which have no records of their own, and the list of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.archive.indexes import PARTIES
from readouts.model import wording
from readouts.model.state_codes import EARLIER
from readouts.model.states import STATES
from readouts.model.values import COUNTRIES
from readouts.pages.kinds import PageKind, alone
from readouts.pages.links import COUNTRIES_INDEX, COUNTRY_PAGES, country_page
from readouts.pages.parts import facts, history, over_years, ranked
from readouts.pages.parts.meeting_lists import MeetingList, entry
from readouts.pages.parts.overview import followed, in_a_line, leads_on, overview
from readouts.pages.words import entries as say
from readouts.pages.words import lists, shared
from readouts.render.blocks import Division, Fold, Heading, Inlines, Item, Table, joined
from readouts.render.search_entry import SearchEntry

if TYPE_CHECKING:
    from readouts.model import Office, Person
    from readouts.pages.parts.facts import Rows
    from readouts.pages.site import Site
    from readouts.render.blocks import Block, Page


HOLDERS = 24
"""So many office-holders are shown at once."""


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    return ((country_page(code), code) for code in site.archive.countries)


def _page(site: Site, code: str) -> Page:
    found, entry = _listed(site, code), SearchEntry(shared.COUNTRY, (code,))
    if not site.archive.tells((PARTIES, code)):
        return leads_on(found.path, found.title, (COUNTRIES_INDEX, shared.COUNTRIES, code.lower()), entry)
    above = (
        *facts.at_a_glance(_rows(site, code)),
        *_office_holders(site, code),
        *ranked.topics(site, ranked.of_meetings(found.meetings), say.OFTEN),
        *over_years.of_party(site, code, found.meetings),
    )
    return facts.page(site, found, above, entry)


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
        yield say.CAPITAL, ((site.link.place(capital.id),),)
    if pairs := archive.pairs_with(code):
        others = {archive.party_name(party): (pair, met) for pair, met in pairs for party in pair if party != code}
        ranked_by = sorted(others, key=lambda each: (-others[each][1], each))
        links = ((site.link.pair(others[name][0], name), others[name][1]) for name in ranked_by)
        yield say.RELATIONS_WITH, (facts.counted(links),)
    if unheld := [each for each in archive.people_of(code) if not any(_held(archive.people[each], code))]:
        yield say.PEOPLE, (joined(site.link.person(each) for each in sorted(unheld, key=site.titles.surname)),)
    if places := archive.places_in(code):
        met = dict(archive.counts("place"))
        yield say.HELD_THERE, (facts.counted((site.link.place(each), met[each]) for each in places),)
    if codes := "; ".join(_codes(site, code)):
        yield say.CODES, ((codes,),)


def _held(person: Person, code: str) -> Iterator[Office]:
    """The offices that somebody held for a country."""
    return (office for office in person.offices if (office.party or person.country) == code)


def _office_holders(site: Site, code: str) -> Iterator[Block]:
    """Who held which office when, by office, those with most holders on record first."""
    by_office: defaultdict[str, list[tuple[str, Office]]] = defaultdict(list)
    for person in site.archive.people.values():
        for office in _held(person, code):
            by_office[office.title].append((person.id, office))
    rows: list[tuple[Inlines, ...]] = []
    for title in sorted(by_office, key=lambda each: (-len(by_office[each]), each)):
        holders = sorted(by_office[title], key=lambda each: (_begun(site, *each), each[0]))
        for number, (holder, office) in enumerate(holders):
            named = "" if number else title
            rows.append(((named,), (site.link.person(holder),), (wording.term(office.since, office.until),)))
    if not rows:
        return
    head = (say.OFFICE, say.HOLDER, say.TERM)
    yield Heading(2, (say.HOLDERS,), "offices")
    yield Division(history.DENSE, (Table(head, tuple(rows[:HOLDERS])),))
    if others := rows[HOLDERS:]:
        yield Fold(shared.more(len(others)), (Division(history.DENSE, (Table(head, tuple(others)),)),))


def _begun(site: Site, person: str, office: Office) -> str:
    """Sorts the holders of an office in the order of time: by a day of the term, or else by their first meeting."""
    if day := office.since or office.until:
        return day.first.isoformat()
    meetings = site.archive.of_person(person)
    return meetings[0].date.first.isoformat() if meetings else "~"


def _codes(site: Site, code: str) -> Iterator[str]:
    """“Correlates of War code 740”, “Gleditsch–Ward code 740”, as far as there are any."""
    codes = site.archive.state_codes(code)
    if codes.correlates_of_war is not None:
        number, what = EARLIER.get(code, (0, ""))
        yield say.correlates_of_war(codes.correlates_of_war, number, what)
    if codes.gleditsch_ward is not None:
        yield say.gleditsch_ward(codes.gleditsch_ward)


def _existed(site: Site, code: str) -> Rows:
    """When a state existed that is no more, or of which ISO 3166 does not say that it exists; and what came after it."""
    if state := STATES.get(code):
        if state.until:
            yield say.EXISTED, ((say.from_to(wording.day(state.since), wording.day(state.until)),),)
        else:
            yield say.DECLARED, ((wording.day(state.since),),)
        pages = set(site.archive.countries)
        after = (site.link.party(each) if each in pages else COUNTRIES[each] for each in state.successors)
        if state.successors:
            yield say.FOLLOWED_BY, (joined(after),)


def _index(site: Site, _: str) -> Page:
    page = overview(COUNTRIES_INDEX, shared.COUNTRIES, lists.COUNTRIES, _counted(site))
    others = (code for code in site.archive.countries if not site.archive.tells((PARTIES, code)))
    ordered = sorted(others, key=lambda each: COUNTRIES[each])
    return followed(page, [in_a_line(COUNTRIES[code], _rows(site, code), code.lower()) for code in ordered])


def _counted(site: Site) -> Iterator[Item]:
    met = {party: meetings for party, meetings in site.archive.counts("party") if party in COUNTRIES}
    return (entry(site.link.party(code), met[code]) for code in sorted(met, key=lambda each: COUNTRIES[each]))


KINDS = (
    PageKind("countries", COUNTRY_PAGES, alone(COUNTRIES_INDEX), _index),
    PageKind("country", COUNTRY_PAGES, _pages, _page, _listed),
)
