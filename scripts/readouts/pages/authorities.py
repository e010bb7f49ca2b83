"""The pages of countries, people, places, organizations and occasions: a few facts, and the meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from readouts import names
from readouts.blocks import Block, Division, Facts, Heading, Inlines, Link, Page, Target, joined
from readouts.indexed import Indexed, Kind
from readouts.pages import atlas, changes, timeline
from readouts.pages.draft import Draft, key
from readouts.pages.indexed import of_person
from readouts.pages.lists import MeetingList
from readouts.problems import count
from readouts.values import COUNTRIES

if TYPE_CHECKING:
    from readouts.model import Entry, Meeting, Occasion, Office, Organization, OtherName, Person, Place
    from readouts.pages.site import Site

Rows: TypeAlias = "Iterator[tuple[str, tuple[Inlines, ...]]]"


@dataclass(frozen=True, slots=True)
class What:
    """What a page is of, besides its meetings."""

    indexed: Indexed
    """How the search finds it."""
    entry: Entry | None = None
    """Its record, if it has one."""
    picture: Callable[[], Iterable[Block]] = tuple
    """Draws its picture."""


def drafts(site: Site) -> Iterator[Draft]:
    """A page for each of them."""
    archive = site.archive
    digest = archive.digest
    countries = {*archive.by_party, *(place.country for place in archive.places.values())} & set(COUNTRIES)
    for code in sorted(countries):
        found = MeetingList(site.party_path(code), COUNTRIES[code], "records/", archive.by_party.get(code, ()))
        yield from _drafts(site, found, partial(_country, site, code), _of(site, code), What(Indexed("Country", (code,))))
    for person in archive.people.values():
        at = archive.by_person.get(person.id, ())
        found = MeetingList(f"people/{person.id}.md", person.name.full, f"records/people/{person.id}.yaml", at)
        sides = [person.organization, *(office.party for office in person.offices)]
        shown = digest("people", person.id), [digest("organizations", side or "") for side in sides]
        drawn = partial(timeline.of_person, site, person, at)
        yield from _drafts(site, found, partial(_person, site, person), shown, What(of_person(person), person, drawn))
    for place in archive.places.values():
        found = MeetingList(f"places/{place.id}.md", place.name, "records/places.yaml", archive.by_place.get(place.id, ()))
        here = [digest("occasions", each.id) for each in archive.occasions.values() if each.place == place.id]
        shown = digest("places", place.id), here
        yield from _drafts(site, found, partial(_place, site, place), shown, What(_named("Place", place.also), place))
    for each in archive.organizations.values():
        at = archive.by_party.get(each.id) or archive.by_publisher.get(each.id, ())
        found = MeetingList(site.party_path(each.id), each.name, "records/organizations.yaml", at)
        published = site.outlines(archive.by_publisher.get(each.id, ()))
        facts = _of(site, each.id), digest("places", each.seat or ""), published
        yield from _drafts(
            site,
            found,
            partial(_organization, site, each),
            facts,
            What(_named("Organization", each.also, each.abbreviation), each),
        )
    for occasion in archive.occasions.values():
        at = archive.by_occasion.get(occasion.id, ())
        found = MeetingList(f"occasions/{occasion.id}.md", occasion.name, "records/occasions.yaml", at)
        named = [digest("topics", topic) for topic in occasion.topics], digest("places", occasion.place or "")
        yield from _drafts(
            site,
            found,
            partial(_occasion, site, occasion),
            (digest("occasions", occasion.id), named),
            What(_named("Occasion", occasion.also), occasion),
        )


def _of(site: Site, party: str) -> object:
    """What the page of a party shows besides its meetings: itself, its capital, its pairs and its people."""
    archive = site.archive
    pairs = [(archive.pair_id(pair), len(meetings)) for pair, meetings in archive.by_pair.items() if party in pair]
    people = [archive.digest("people", each.id) for each in archive.people.values() if each.country == party]
    others = sorted(archive.digest("organizations", each) for pair in archive.by_pair if party in pair for each in pair)
    capital = archive.capital(party)
    return archive.digest("organizations", party), capital and archive.digest("places", capital.id), pairs, people, others


def _named(kind: Kind, also: Iterable[OtherName], short: str | None = None) -> Indexed:
    return Indexed(kind, tuple(name for name in (short, *(each.text for each in also)) if name))


def _drafts(site: Site, found: MeetingList, rows: Callable[[], Rows], shown: object, what: What) -> Iterator[Draft]:
    """The page, and those of its years. `shown` tells whether its facts changed."""
    yield Draft(found.path, key(found.title, shown, site.outlines(found.meetings)), partial(_page, site, found, rows, what))
    yield from found.drafts(site)


def _page(site: Site, found: MeetingList, rows: Callable[[], Rows], what: What) -> Page:
    facts = tuple(rows())
    number = count(len(found.meetings), "meeting")
    blocks: list[Block] = [Heading(1, (found.title,))]
    if facts:
        blocks.append(Division("ro-facts", (Facts(facts),)))
    blocks += what.picture()
    blocks.append(Heading(2, (number if found.meetings else "No meetings on record",), "meetings"))
    about = f"{found.title}: {number} on record"
    return Page(
        found.path,
        found.title,
        about,
        found.source,
        (*blocks, *found.blocks(site), *(changes.blocks(what.entry) if what.entry else ())),
        indexed=what.indexed,
    )


def _country(site: Site, code: str) -> Rows:
    capital = site.archive.capital(code)
    if capital:
        yield "Capital", ((site.place(capital.id),),)
    if pairs := [pair for pair in site.archive.by_pair if code in pair]:
        yield "Relations", (_counted((site.pair(pair), len(site.archive.by_pair[pair])) for pair in pairs),)
    people = [person for person in site.archive.people.values() if person.country == code]
    if people:
        yield "People", (joined(site.person(each.id) for each in sorted(people, key=lambda each: site.surname(each.id))),)
    yield from _often(site, site.archive.by_party.get(code, ()))


def _person(site: Site, person: Person) -> Rows:
    if forms := site.forms(person.also):
        yield "Also written", (joined(forms),)
    if side := person.country or person.organization:
        yield "Speaks for", ((site.party(side),),)
    if person.offices:
        yield "Offices", tuple(_office(site, person, each) for each in person.offices)
    meetings = site.archive.by_person.get(person.id, ())
    met = Counter(other for meeting in meetings for other in meeting.people if _faces(meeting, person.id, other))
    if met:
        ranked = sorted(met.items(), key=lambda each: (-each[1], each[0]))
        yield "Met", (_counted((site.person(key), times) for key, times in ranked),)
    spoke = Counter(
        topic
        for meeting in meetings
        for statement in meeting.statements
        if person.id in statement.speakers
        for topic in statement.topics
    )
    if spoke:
        yield "Spoke about", (site.topics(spoke),)
    yield from _remark(person.note)


def _faces(meeting: Meeting, person: str, other: str) -> bool:
    """Whether the two sat on different sides."""
    sides = [{each.person for each in delegation.delegates} for delegation in meeting.delegations]
    return not any({person, other} <= side for side in sides)


def _office(site: Site, person: Person, office: Office) -> Inlines:
    since = f"since {names.dated(office.since)}" if office.since else ""
    until = f"until {names.dated(office.until)}" if office.until else ""
    term = " ".join(part for part in (since, until) if part)
    own = office.party in (None, person.country)
    of: Inlines = () if own or office.party is None else (", ", site.party(office.party))
    return (office.title, *of, f" ({term})" if term else "")


def _place(site: Site, place: Place) -> Rows:
    if forms := site.forms(place.also):
        yield "Also written", (joined(forms),)
    yield "Country", ((site.party(place.country), ", capital" if place.capital else ""),)
    yield "Time zone", ((place.zone,),)
    point = f"{place.coordinates.latitude:.2f}, {place.coordinates.longitude:.2f}".replace("-", "−")
    on_map = Link(("on the map",), Target(atlas.PATH, atlas.anchor(place.id)))
    if here := [each for each in site.archive.occasions.values() if each.place == place.id]:
        dated = sorted(here, key=lambda each: each.date.first.isoformat() if each.date else "")
        yield "Occasions", tuple((site.occasion(each.id),) for each in dated)
    yield "Coordinates", ((point, *((" · ", on_map) if atlas.shows(site, place.id) else ())),)
    yield from _remark(place.note)


def _organization(site: Site, each: Organization) -> Rows:
    if each.definition:
        yield "What it is", ((each.definition,),)
    if each.abbreviation:
        yield "Short form", ((each.abbreviation,),)
    if forms := site.forms(each.also):
        yield "Also written", (joined(forms),)
    if each.side:
        yield "Speaks for", ((site.party(each.side),),)
    if each.seat:
        yield "Seat", ((site.place(each.seat),),)
    if each.url:
        yield "Site", ((Link((each.url.split("://", 1)[1].rstrip("/"),), each.url),),)
    if pairs := [pair for pair in site.archive.by_pair if each.id in pair]:
        yield "Relations", (joined(site.pair(pair) for pair in pairs),)
    if published := site.archive.by_publisher.get(each.id):
        yield "Published on", ((count(len(published), "meeting"),),)
        accounts = [account for meeting in published for account in meeting.readouts if account.publisher == each.id]
        languages = Counter(names.language(account.language) for account in accounts)
        origins = Counter(account.origin for account in accounts)
        spoken = (f"{language} {languages[language]}" for language in sorted(languages))
        kept = ((site.term(origin), f" {origins[origin]}") for origin in sorted(origins))
        yield "Accounts", ((count(len(accounts), "account"),), (", ".join(spoken),), joined(kept))
    yield from _remark(each.note)


def _occasion(site: Site, occasion: Occasion) -> Rows:
    if forms := site.forms(occasion.also):
        yield "Also written", (joined(forms),)
    if occasion.date:
        yield "Date", ((names.dated(occasion.date),),)
    if occasion.place:
        yield "Place", ((site.place(occasion.place),),)
    if occasion.topics:
        yield "Part of", (site.topics(occasion.topics),)
    meetings = site.archive.by_occasion.get(occasion.id, ())
    if parties := Counter(party for meeting in meetings for party in meeting.parties):
        most = sorted(parties, key=lambda each: (-parties[each], site.archive.party_name(each)))
        yield "Who met", (_counted((site.party(party), parties[party]) for party in most),)
    yield from _often(site, meetings)
    yield from _remark(occasion.note)


def _often(site: Site, meetings: tuple[Meeting, ...]) -> Rows:
    topics = Counter(topic for meeting in meetings for topic in meeting.topics)
    if topics:
        most = sorted(topics, key=lambda each: (-topics[each], each))[:12]
        yield "Often discussed", (site.topics(most),)


def _remark(note: str | None) -> Rows:
    if note:
        yield "Note", ((note,),)


def _counted(links: Iterable[tuple[Link, int]]) -> Inlines:
    return joined((link, f" ({times})") for link, times in links)
