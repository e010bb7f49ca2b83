"""What a search finds of each kind of page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from readouts.model import anchors, wording
from readouts.model.official_urls import token
from readouts.model.walk import located
from readouts.pages.parts.account import account_title
from readouts.render.search_entry import SEPARATOR, Facet, Passage, SearchEntry

if TYPE_CHECKING:
    from readouts.model import Meeting, OtherName, Person, Readout, Relation, Statement, Topic
    from readouts.pages.site import Site


def meeting(site: Site, each: Meeting) -> SearchEntry:
    """A meeting: a passage for each statement and for each text of an account."""
    archive = site.archive
    people = [archive.people[person] for person in each.people]
    topics = [archive.topics[topic] for topic in each.topics]
    also = [other.text for forms in (*(each.also for each in people), *(each.also for each in topics)) for other in forms]
    offices = [delegate.office for side in each.delegations for delegate in side.delegates if delegate.office]
    around = [archive.occasions[each.occasion].name] if each.occasion else []
    documents = [outcome.title for outcome in each.outcomes]
    told = [person.name.full for person in people]
    return SearchEntry(
        "Meeting",
        (site.titles.full(each),),
        ". ".join(dict.fromkeys([*told, *also, *offices, *around, *documents])),
        tuple(_passages(site, each)),
        tuple(dict.fromkeys(_facets(site, each))),
        each.date.first.strftime("%Y%m%d"),
    )


def _passages(site: Site, each: Meeting) -> Iterator[Passage]:
    for found in located(each):
        publisher = account_title(site, each, found.account)
        if found.statement:
            anchor = anchors.statement_anchor(found.account, found.statement)
            yield Passage(anchor, _said(site, found.statement), found.statement.gist)
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
    return token(account.url) if account.url else ""


def _said(site: Site, statement: Statement) -> str:
    """“Ollanta Humala · Peru · request · Trans-Pacific Partnership (TPP)”."""
    topics = [site.titles.topic(each) for each in statement.topics]
    speakers = [site.titles.speaker(each) for each in statement.speakers]
    sides = [side for side in _sides(site, statement) if side not in speakers]
    return SEPARATOR.join([*(speakers or ["No speaker named"]), *sides, statement.act.label, *topics])


def _sides(site: Site, statement: Statement) -> list[str]:
    """The parties that the speakers of a statement speak for."""
    return list(
        dict.fromkeys(site.archive.party_name(side) for each in statement.speakers if (side := site.archive.side_of(each)))
    )


def _facets(site: Site, each: Meeting) -> Iterator[tuple[Facet, str]]:
    archive = site.archive
    yield "kind", each.kind.label
    yield "month", each.date.first.strftime("%Y-%m")
    yield from (("country", archive.party_name(party)) for party in each.parties)
    yield from (("pair", "–".join(map(archive.party_name, around.pair))) for around in archive.around(each.id))
    yield from (("person", archive.people[person].name.full) for person in each.people)
    yield from (("topic", site.titles.topic(key)) for key in each.topics)
    yield from (("place", archive.places[place].name) for place in archive.summaries[each.id].places)
    for account in each.readouts:
        yield "publisher", archive.organizations[account.publisher].name
        yield "language", wording.language(account.language)
        for statement in account.statements:
            yield "act", statement.act.label
            yield from (("who", f"{side}{SEPARATOR}{statement.act.label}") for side in _sides(site, statement))


def of_names(kind: str, also: Iterable[OtherName], short: str | None = None) -> SearchEntry:
    """Anything that is looked for by its names alone."""
    return SearchEntry(kind, tuple(name for name in (short, *(each.text for each in also)) if name))


def of_person(person: Person) -> SearchEntry:
    """A person: the forms of the name, and the offices."""
    forms = tuple(other.text for other in person.also)
    return SearchEntry("Person", forms, ". ".join(office.title for office in person.offices))


def of_topic(each: Topic) -> SearchEntry:
    """A topic: its names, and what it is."""
    return replace(of_names("Topic", each.also, each.abbreviation), text=each.definition)


def of_relation(parties: Iterable[str], relation: Relation | None) -> SearchEntry:
    """A relation: its parties, its introduction and its milestones."""
    sides = list(parties)
    milestones = [milestone.text for milestone in relation.milestones] if relation else []
    introduction = relation.introduction if relation else None
    return SearchEntry(
        "Relation", (" ".join(sides), " ".join(reversed(sides))), " ".join(part for part in (introduction, *milestones) if part)
    )
