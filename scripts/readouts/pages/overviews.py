"""The lists of everything: meetings by year, and one page for each kind of record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from babel.dates import get_month_names

from readouts import names
from readouts.blocks import Block, Heading, Inlines, Item, Items, Link, Page, Paragraph, Span, Target
from readouts.problems import count
from readouts.values import COUNTRIES

if TYPE_CHECKING:
    from readouts.model import Meeting, Person
    from readouts.pages.site import Site


def pages(site: Site) -> Iterator[Page]:
    """The overview pages."""
    yield _years(site)
    for year, meetings in site.archive.by_year.items():
        yield _year(site, year, meetings)
    archive = site.archive
    pairs = [(site.pair(pair), len(meetings)) for pair, meetings in archive.by_pair.items()]
    yield _list("relations", "Relations", "Pairs of parties and their meetings.", pairs)
    codes = sorted({*archive.by_party} & set(COUNTRIES), key=lambda each: COUNTRIES[each])
    countries = [(site.party(code), len(archive.by_party[code])) for code in codes]
    yield _list("countries", "Countries", "Countries by the meetings they took part in.", countries)
    people = sorted(archive.people.values(), key=lambda each: names.slug(f"{site.surname(each.id)} {each.name.full}"))
    counted = [(_with_country(site, each), len(archive.by_person.get(each.id, ()))) for each in people]
    yield _list("people", "People", "People who met, or are recorded with those who did, by family name.", counted)
    yield _topics(site)
    occasions = sorted(archive.occasions.values(), key=lambda each: _first(archive.by_occasion.get(each.id, ())), reverse=True)
    held = [(site.occasion(each.id), len(archive.by_occasion.get(each.id, ()))) for each in occasions]
    yield _list("occasions", "Occasions", "What meetings were held around, the latest first.", held)
    places = sorted(archive.places.values(), key=lambda each: each.name)
    met = [(site.place(each.id), len(archive.by_place.get(each.id, ()))) for each in places if each.id in archive.by_place]
    yield _list("places", "Places", "Where meetings were held.", met)
    bodies = sorted(archive.organizations.values(), key=lambda each: each.name.casefold().removeprefix("the "))
    active = [
        (site.party(each.id), len({m.id for m in (*archive.by_party.get(each.id, ()), *archive.by_publisher.get(each.id, ()))}))
        for each in bodies
    ]
    text = "Ministries and others that published accounts, and parties that are no state."
    yield _list("organizations", "Organizations and publishers", text, active)


def _with_country(site: Site, person: Person) -> Inlines:
    side = person.country or person.organization
    of = (" ", Span((site.archive.party_name(side),), "ro-about")) if side else ()
    return (site.person(person.id), *of)


def _first(meetings: tuple[Meeting, ...]) -> str:
    return meetings[0].date.first.isoformat() if meetings else ""


def _years(site: Site) -> Page:
    years = sorted(site.archive.by_year.items(), reverse=True)
    total = count(len(site.archive.meetings), "meeting")
    blocks: tuple[Block, ...] = (
        Heading(1, ("Meetings",)),
        Paragraph((f"{total}, by the year in which they were held.",), cls="ro-lead"),
        Items(tuple(Item(_entry(site.year(year), len(meetings)), cls="ro-entry") for year, meetings in years)),
    )
    return Page("meetings/index.md", "Meetings", f"{total} by year", "records/meetings/", blocks)


def _year(site: Site, year: int, meetings: tuple[Meeting, ...]) -> Page:
    blocks: list[Block] = [
        Heading(1, (f"Meetings in {year}",)),
        Paragraph((count(len(meetings), "meeting"),), cls="ro-lead"),
    ]
    months = get_month_names("wide", locale="en")
    certain = [meeting for meeting in meetings if meeting.date.first.month == meeting.date.last.month]
    for number, name in sorted(months.items()):
        found = [meeting for meeting in certain if meeting.date.first.month == number]
        if found:
            blocks += [Heading(2, (name,), name.lower()), site.meetings(found)]
    if unknown := [meeting for meeting in meetings if meeting not in certain]:
        blocks += [Heading(2, ("Month not known",), "month-not-known"), site.meetings(unknown)]
    neighbours = sorted(site.archive.by_year)
    position = neighbours.index(year)
    around = [*neighbours[max(position - 1, 0) : position], *neighbours[position + 1 : position + 2]]
    links = [part for each in around for part in (site.year(each), " · ")]
    back = Link(("All years",), Target("meetings/index.md"))
    blocks.append(Paragraph((*links, back), cls="ro-up"))
    about = f"{count(len(meetings), 'meeting')} in {year}"
    return Page(site.year_path(year), f"Meetings in {year}", about, f"records/meetings/{year:04}/", tuple(blocks))


def _list(folder: str, title: str, about: str, entries: Iterable[tuple[Link | Inlines, int]]) -> Page:
    items = tuple(Item(_entry(link, times), cls="ro-entry") for link, times in entries)
    blocks: list[Block] = [Heading(1, (title,)), Paragraph((about,), cls="ro-lead"), Items(items)]
    if not items:
        blocks[-1] = Paragraph(("Nothing on record yet.",))
    return Page(f"{folder}/index.md", title, about, "records/", tuple(blocks))


def _entry(what: Link | Inlines, times: int) -> Inlines:
    return (*(what if isinstance(what, tuple) else (what,)), " ", Span((count(times, "meeting"),), "ro-count"))


def _topics(site: Site) -> Page:
    about = "What meetings were about, theme by theme."
    blocks: list[Block] = [Heading(1, ("Topics",)), Paragraph((about,), cls="ro-lead")]
    themes = sorted((each for each in site.archive.topics.values() if not each.broader), key=lambda each: each.name)
    for theme in themes:
        blocks += [Heading(2, (site.topic(theme.id),), theme.id), Paragraph((theme.definition,))]
        narrower = site.archive.narrower.get(theme.id, ())
        items = [
            Item(_entry(site.topic(each.id), len(site.archive.by_topic.get(each.id, ()))), cls="ro-entry") for each in narrower
        ]
        if items:
            blocks.append(Items(tuple(items)))
    return Page("topics/index.md", "Topics", about, "records/topics.yaml", tuple(blocks))
