"""The pages of people, and the list of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.collections import PEOPLE
from readouts.model.slugs import slug
from readouts.pages import brief
from readouts.pages.kinds import PageKind, alone, of_each
from readouts.pages.parts import facts, search_entries, timeline
from readouts.pages.parts.meeting_lists import MeetingList
from readouts.pages.parts.overview import Counted, overview
from readouts.render.blocks import Inlines, Span

if TYPE_CHECKING:
    from readouts.archive.summaries import MeetingSummary
    from readouts.model import Office, Person
    from readouts.pages.parts.facts import Rows
    from readouts.pages.site import Site
    from readouts.render.blocks import Page


def _page(site: Site, key: str) -> Page:
    person, found = site.archive.people[key], _listed(site, key)
    ways = tuple(brief.of_person(key, found.meetings))
    above = [*facts.at_a_glance(_rows(site, person)), *facts.ways(ways), *timeline.of_person(site, person, found.meetings)]
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
        yield "Speaks for", ((site.link.party(side),),)
    if person.offices:
        yield "Offices", tuple(_office(site, person, each) for each in person.offices)
    meetings = site.archive.of_person(person.id)
    met = Counter(other for meeting in meetings for other in meeting.people if _faces(meeting, person.id, other))
    if met:
        ranked = sorted(met.items(), key=lambda each: (-each[1], each[0]))
        yield "Met", (facts.counted((site.link.person(key), times) for key, times in ranked),)
    if topics := {topic for meeting in meetings for speaker, topic in meeting.spoke if speaker == person.id}:
        yield "Spoke about", (site.link.topics(sorted(topics)),)
    yield from facts.remark(person.note)


def _faces(meeting: MeetingSummary, person: str, other: str) -> bool:
    """Whether the two sat on different sides."""
    sides = [{each.person for each in delegation.delegates} for delegation in meeting.delegations]
    return not any({person, other} <= side for side in sides)


def _office(site: Site, person: Person, office: Office) -> Inlines:
    term = wording.term(office.since, office.until)
    own = office.party in (None, person.country)
    of: Inlines = () if own or office.party is None else (", ", site.link.party(office.party))
    return (office.title, *of, f" ({term})" if term else "")


def _index(site: Site, _: str) -> Page:
    about = "People who met, or are recorded with those who did, by family name."
    return overview(PEOPLE.index, PEOPLE.title, about, _counted(site))


def _counted(site: Site) -> Counted:
    archive = site.archive
    met = dict(archive.counts("person"))
    people = sorted(archive.people.values(), key=lambda each: slug(f"{site.titles.surname(each.id)} {each.name.full}"))
    return [(_with_side(site, each), met.get(each.id, 0)) for each in people]


def _with_side(site: Site, person: Person) -> Inlines:
    side = person.country or person.organization
    of = (" ", Span((site.archive.party_name(side),), "ro-about")) if side else ()
    return (site.link.person(person.id), *of)


KINDS = (
    PageKind("people", PEOPLE.id, alone(PEOPLE.index), _index),
    of_each(PEOPLE, "person", _page, _listed),
)
