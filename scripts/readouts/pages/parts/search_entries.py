"""What a search finds of each kind of page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from readouts.model import anchors, official_urls, wording
from readouts.model.collections import OCCASIONS, PLACES
from readouts.model.vocabulary import Mode, Status
from readouts.model.walk import located
from readouts.pages.parts.account import account_title
from readouts.pages.words import search as say
from readouts.pages.words import shared
from readouts.render.search_entry import SEPARATOR, Facet, Passage, SearchEntry

if TYPE_CHECKING:
    from readouts.model import Meeting, Occasion, OtherName, Person, Place, Readout, Relation, Statement, Topic
    from readouts.pages.site import Site


def meeting(site: Site, each: Meeting) -> SearchEntry:
    """A meeting: a passage for each statement and for each text of an account."""
    archive = site.archive
    people = [archive.people[person] for person in each.people]
    topics = [archive.topics[topic] for topic in each.topics]
    also = [other.text for forms in (*(each.also for each in people), *(each.also for each in topics)) for other in forms]
    offices = [
        say.office_of(delegate.office, archive.party_name(side.party))
        for side in each.delegations
        for delegate in side.delegates
        if delegate.office
    ]
    around = _around(site, each)
    documents = [outcome.title for outcome in each.outcomes]
    told = [person.name.full for person in people]
    return SearchEntry(
        say.MEETING,
        (site.titles.full(each),),
        ". ".join(dict.fromkeys([*told, *also, *offices, *around, *documents, *([each.note] if each.note else [])])),
        tuple(_passages(site, each)),
        tuple(dict.fromkeys(_facets(site, each))),
        each.date.first.strftime("%Y%m%d"),
        _about(site, each),
    )


def _around(site: Site, each: Meeting) -> list[str]:
    """The occasion, and other names of it and of places that have no page of their own to be found by."""
    archive = site.archive
    occasions = [archive.occasions[each.occasion]] if each.occasion else []
    told: list[tuple[str, Occasion | Place]] = [(OCCASIONS.id, occasion) for occasion in occasions]
    told += [(PLACES.id, archive.places[place]) for place in archive.summaries[each.id].places]
    also = [form.text for kind, entry in told if not archive.tells((kind, entry.id)) for form in entry.also]
    return [*(occasion.name for occasion in occasions), *also]


def _about(site: Site, each: Meeting) -> str:
    """When, where and how, and what a reader may have copied: the id and the ends of addresses. `d20141110` begins with its month and year."""
    first, places = each.date.first, [site.archive.places[place] for place in site.archive.summaries[each.id].places]
    tails = [official_urls.tail(account.url) for account in each.readouts if account.url]
    when = [first.strftime("d%Y%m%d"), str(first.year), wording.dated(each.date)]
    where = [*(place.name for place in places), *(site.archive.party_name(place.country) for place in places)]
    how = [each.kind.label, *(term.label for term in (each.mode, each.status) if term not in (Mode.IN_PERSON, Status.HELD))]
    return " ".join(dict.fromkeys([*when, *where, *how, official_urls.word(each.id), *filter(None, tails)]))


def _passages(site: Site, each: Meeting) -> Iterator[Passage]:
    for found in located(each):
        publisher = account_title(site, each, found.account)
        if found.statement:
            anchor = anchors.statement_anchor(found.account, found.statement)
            text = " ".join(filter(None, (found.statement.gist, found.statement.note)))
            yield Passage(anchor, _said(site, found.statement), text, tuple(_spoken(site, found.statement)))
        elif found.paragraph and found.paragraph.text:
            anchor = anchors.paragraph_anchor(found.account, found.section, found.paragraph)
            labels = (found.section.label if found.section else None, found.paragraph.label)
            title = [publisher, " ".join(label for label in labels if label)]
            yield Passage(anchor, SEPARATOR.join(part for part in title if part), found.paragraph.text)
        elif found.section is None and found.paragraph is None:
            title = [publisher, wording.language(found.account.language)]
            told = " ".join(part for part in (found.account.title, _address(found.account)) if part)
            yield Passage(found.account.anchor, SEPARATOR.join(title), told)


def _address(account: Readout) -> str:
    return official_urls.token(account.url) if account.url else ""


def _said(site: Site, statement: Statement) -> str:
    """“Ollanta Humala · Peru · request · Trans-Pacific Partnership (TPP)”."""
    topics = [site.titles.topic(each) for each in statement.topics]
    speakers = [site.titles.speaker(each) for each in statement.speakers]
    sides = [side for side in _sides(site, statement) if side not in speakers]
    return SEPARATOR.join([*(speakers or [shared.NO_SPEAKER]), *sides, statement.act.label, *topics])


def _spoken(site: Site, statement: Statement) -> Iterator[tuple[Facet, str]]:
    speakers = [site.titles.speaker(each) for each in statement.speakers]
    yield from (("speaker", name) for name in dict.fromkeys([*speakers, *_sides(site, statement)]))
    yield "act", statement.act.label
    yield from (("topic", site.titles.topic(each)) for each in statement.topics)


def _sides(site: Site, statement: Statement) -> list[str]:
    """The parties that the speakers of a statement speak for."""
    return list(
        dict.fromkeys(site.archive.party_name(side) for each in statement.speakers if (side := site.archive.side_of(each)))
    )


def _facets(site: Site, each: Meeting) -> Iterator[tuple[Facet, str]]:
    archive = site.archive
    yield "kind", each.kind.label
    yield "mode", each.mode.label
    told = archive.told_of(each.id)
    yield "coverage", say.ALL_SIDES if told.both else say.ONE_SIDE if told.one else say.REPORTS
    yield from (("country", archive.party_name(party)) for party in each.parties)
    yield from (("pair", "–".join(map(archive.party_name, around.pair))) for around in archive.around(each.id))
    yield from (("person", archive.people[person].name.full) for person in each.people)
    yield from (("topic", site.titles.topic(key)) for key in each.topics)
    for place in (archive.places[key] for key in archive.summaries[each.id].places):
        yield "place", place.name
        yield "region", _region(place)
    for account in each.readouts:
        yield "publisher", archive.organizations[account.publisher].name
        yield "language", wording.language(account.language)
        for statement in account.statements:
            yield from _spoken(site, statement)


def _region(place: Place) -> str:
    """The part of the world that a place's zone is named after, as IANA groups them."""
    area = place.zone.partition("/")[0]
    return say.REGIONS.get(area, area)


def of_names(kind: str, also: Iterable[OtherName], short: str | None = None) -> SearchEntry:
    """Anything that is looked for by its names alone."""
    return SearchEntry(kind, tuple(name for name in (short, *(each.text for each in also)) if name))


def of_person(site: Site, person: Person) -> SearchEntry:
    """A person: the forms of the name, and the offices, also as accounts print them, each with its country and without."""
    party = person.country or person.organization
    held = [(office.title, office.party or party) for office in person.offices]
    told = [
        (delegate.office, side.party)
        for summary in site.archive.of_person(person.id)
        for side in (*summary.delegations, *summary.guests)
        for delegate in side.delegates
        if delegate.person == person.id and delegate.office
    ]
    offices = [say.office_of(title, name) for title, of in (*held, *told) for name in _party(site, of)]
    titles = [title for title, _ in (*held, *told)]
    names = (*(other.text for other in person.also), *filter(None, [person.name.family]), *titles, *offices)
    return SearchEntry(shared.PERSON, tuple(dict.fromkeys(names)))


def _party(site: Site, party: str | None) -> list[str]:
    """What a party is called: its name, and the short one of an organization."""
    if not party:
        return [""]
    organization = site.archive.organizations.get(party)
    short = organization.abbreviation if organization else None
    return [site.archive.party_name(party), *([short] if short else [])]


def of_topic(each: Topic) -> SearchEntry:
    """A topic: its names, and what it is."""
    return replace(of_names(shared.TOPIC, each.also, each.abbreviation), text=each.definition)


def of_relation(parties: Iterable[str], relation: Relation | None) -> SearchEntry:
    """A relation: its parties, its introduction and its milestones."""
    sides = list(parties)
    milestones = [milestone.text for milestone in relation.milestones] if relation else []
    introduction = relation.introduction if relation else None
    both = (" ".join(sides), " ".join(reversed(sides)))
    names = (*both, *(say.relations(each) for each in both))
    return SearchEntry(shared.RELATION, names, " ".join(part for part in (introduction, *milestones) if part))
