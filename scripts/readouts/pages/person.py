"""The pages of people, and the list of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readouts.archive.summaries import facing
from readouts.model import wording
from readouts.model.collections import PEOPLE
from readouts.model.slugs import slug
from readouts.pages import brief
from readouts.pages.kinds import PageKind, alone, of_each
from readouts.pages.parts import facts, ranked, search_entries, timeline
from readouts.pages.parts.meeting_lists import MeetingList, entry
from readouts.pages.parts.overview import followed, in_a_line, leads_on, overview
from readouts.pages.words import entries as say
from readouts.pages.words import lists, shared
from readouts.render.blocks import Heading, Inlines, Item, Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readouts.archive.indexes import Summaries
    from readouts.archive.summaries import MeetingSummary
    from readouts.model import Office, Person
    from readouts.pages.parts.facts import Rows
    from readouts.pages.site import Site
    from readouts.render.blocks import Block, Page

MOST_MET = 24
"""So many pairs of people are listed, those that met most often."""


def _page(site: Site, key: str) -> Page:
    person, found = site.archive.people[key], _listed(site, key)
    if not site.archive.tells((PEOPLE.id, key)):
        return leads_on(found.path, found.title, (PEOPLE.index, PEOPLE.title, key), search_entries.of_person(site, person))
    ways = tuple(brief.of_person(key, found.meetings))
    above = [*facts.at_a_glance(_rows(site, person)), *facts.ways(ways), *timeline.of_person(site, person, found.meetings)]
    above += [
        *_met(site, key, found.meetings),
        *_topics(site, key, found.meetings),
        *ranked.acts_of_person(site, key, found.meetings),
    ]
    return facts.page(site, found, above, search_entries.of_person(site, person), person)


def _listed(site: Site, key: str) -> MeetingList:
    name = site.archive.people[key].name.full
    return MeetingList(
        PEOPLE.page(key),
        name,
        f"records/{PEOPLE.file(key)}",
        site.archive.of_person(key),
        not_held=site.archive.not_held((PEOPLE.id, key)),
    )


def _rows(site: Site, person: Person) -> Rows:
    yield from facts.also(person.also)
    if side := person.country or person.organization:
        yield shared.SPEAKS_FOR, ((site.link.party(side),),)
    if person.offices:
        yield say.OFFICES, tuple(_office(site, person, each) for each in person.offices)
    yield from facts.remark(person.note)


def _met(site: Site, person: str, meetings: Summaries) -> Iterator[Block]:
    """The people whom somebody faced, and at which meetings."""
    by_other: dict[str, list[MeetingSummary]] = {}
    for meeting in meetings:
        for other in facing(meeting, person):
            by_other.setdefault(other, []).append(meeting)
    if not by_other:
        return
    most = sorted(by_other, key=lambda each: (-len(by_other[each]), each))
    yield Heading(2, (say.MET,), "met")
    if len(meetings) < ranked.ENOUGH:
        yield Paragraph(facts.counted((site.link.person(each), len(by_other[each])) for each in most))
        return
    name = site.archive.people[person].name.full
    rows: list[ranked.Row] = []
    for other in most:
        full = site.archive.people[other].name.full
        met = ranked.counted(site, by_other[other], shared.both(name, full), {"person": [name, full]})
        rows.append(((full, site.link.to(PEOPLE, other)), (met,)))
    yield from ranked.bars(say.MET_CAPTION, (shared.PERSON, shared.MEETINGS), rows)


def _topics(site: Site, person: str, meetings: Summaries) -> Iterator[Block]:
    spoke = Counter(topic for meeting in meetings for topic in {topic for speaker, topic in meeting.spoke if speaker == person})
    yield from ranked.topics(site, spoke, say.SPOKE_ABOUT)


def _office(site: Site, person: Person, office: Office) -> Inlines:
    term = wording.term(office.since, office.until)
    own = office.party in (None, person.country)
    of: Inlines = () if own or office.party is None else (", ", site.link.party(office.party))
    return (office.title, *of, f" ({term})" if term else "")


def _index(site: Site, _: str) -> Page:
    return followed(overview(PEOPLE.index, PEOPLE.title, lists.PEOPLE, _counted(site), _most_met(site)), _others(site))


def _most_met(site: Site) -> Iterator[Block]:
    """The people who met most often."""
    rows: list[ranked.Row] = []
    for pair, meetings in site.archive.met_most(MOST_MET):
        names = [site.archive.people[person].name.full for person in pair]
        found = [site.archive.summaries[meeting] for meeting in meetings]
        rows.append(((" – ".join(names), None), (ranked.counted(site, found, shared.both(*names), {"person": names}),)))
    if rows:
        yield Heading(2, (say.MET_MOST,), "met")
        yield from ranked.bars(say.MET_CAPTION, (say.PEOPLE, shared.MEETINGS), rows)
        yield Heading(2, (say.BY_FAMILY_NAME,), "names")


def _counted(site: Site) -> Iterator[Item]:
    met = dict(site.archive.counts("person"))
    people = (each for each in _by_name(site) if site.archive.tells((PEOPLE.id, each.id)))
    return (entry(_with_side(site, each), met.get(each.id, 0)) for each in people)


def _others(site: Site) -> list[Item]:
    return [
        in_a_line(each.name.full, _rows(site, each), each.id)
        for each in _by_name(site)
        if not site.archive.tells((PEOPLE.id, each.id))
    ]


def _by_name(site: Site) -> list[Person]:
    people = site.archive.people.values()
    return sorted(people, key=lambda each: slug(f"{site.titles.surname(each.id)} {each.name.full}"))


def _with_side(site: Site, person: Person) -> Inlines:
    """Name, side and the latest office with its term."""
    side = person.country or person.organization
    about = [site.archive.party_name(side)] if side else []
    if person.offices:
        latest = person.offices[-1]
        years = wording.years(latest.since, latest.until)
        about.append(shared.with_term(latest.title, years))
    return (site.link.person(person.id), *((" ", Span((" · ".join(about),), "ro-about")) if about else ()))


KINDS = (
    PageKind("people", PEOPLE.id, alone(PEOPLE.index), _index),
    of_each(PEOPLE, "person", _page, _listed),
)
