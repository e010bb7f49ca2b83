"""The lists of everything: meetings by year, and one page for each kind of record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from babel.dates import get_month_names

from readouts.model import wording
from readouts.model.values import COUNTRIES
from readouts.pages import atlas
from readouts.pages.draft import Draft, key
from readouts.pages.lists import LONG
from readouts.problems import count
from readouts.render.blocks import Block, Heading, Inlines, Item, Items, Link, Page, Paragraph, Span, Target

if TYPE_CHECKING:
    from readouts.model import Meeting, Person
    from readouts.pages.site import Site

Entries: TypeAlias = "Sequence[tuple[Link | Inlines, int]]"
"""What an overview lists, and how many meetings each entry has."""


def drafts(site: Site) -> Iterator[Draft]:
    """The overview pages."""
    archive = site.archive
    counts = [(year, len(meetings)) for year, meetings in archive.by_year.items()]
    yield Draft("meetings/index.md", key(counts), partial(_years, site))
    years = sorted(archive.by_year)
    for year, meetings in archive.by_year.items():
        position = years.index(year)
        around = (*years[max(position - 1, 0) : position], *years[position + 1 : position + 2])
        yield Draft(site.year_path(year), key(around, site.outlines(meetings)), partial(_year, site, year, meetings, around))
        if len(meetings) > LONG:
            for month, name, found in _months(meetings):
                yield Draft(
                    _month_path(site, year, month), key(site.outlines(found)), partial(_month, site, year, month, name, found)
                )
    for name, entries in _ENTRIES.items():
        yield Draft(f"{name}/index.md", key(_changing(site, name)), partial(_list, site, name, entries))
    named = [(archive.digest("topics", each), len(archive.by_topic.get(each, ()))) for each in archive.topics]
    yield Draft("topics/index.md", key(named), partial(_topics, site))


def _changing(site: Site, name: str) -> object:
    """What tells whether an overview changed: its records, and how many meetings each has."""
    archive = site.archive
    match name:
        case "relations":
            return [(site.pair_title(pair), len(meetings)) for pair, meetings in archive.by_pair.items()]
        case "countries":
            return [(party, len(meetings)) for party, meetings in sorted(archive.by_party.items())]
        case "people":
            return [(archive.digest("people", each), len(archive.by_person.get(each, ()))) for each in archive.people], [
                archive.digest("organizations", each) for each in archive.organizations
            ]
        case "occasions":
            found = archive.by_occasion
            return [
                (archive.digest("occasions", each), _first(found.get(each, ())), len(found.get(each, ())))
                for each in archive.occasions
            ]
        case "places":
            return [(archive.digest("places", each), len(archive.by_place.get(each, ()))) for each in archive.places]
    return [(archive.digest("organizations", each), _active(site, each)) for each in archive.organizations]


def _relations(site: Site) -> Entries:
    return [(site.pair(pair), len(meetings)) for pair, meetings in site.archive.by_pair.items()]


def _countries(site: Site) -> Entries:
    codes = sorted({*site.archive.by_party} & set(COUNTRIES), key=lambda each: COUNTRIES[each])
    return [(site.party(code), len(site.archive.by_party[code])) for code in codes]


def _people(site: Site) -> Entries:
    archive = site.archive
    people = sorted(archive.people.values(), key=lambda each: wording.slug(f"{site.surname(each.id)} {each.name.full}"))
    return [(_with_country(site, each), len(archive.by_person.get(each.id, ()))) for each in people]


def _occasions(site: Site) -> Entries:
    archive = site.archive
    occasions = sorted(archive.occasions.values(), key=lambda each: _first(archive.by_occasion.get(each.id, ())), reverse=True)
    return [(site.occasion(each.id), len(archive.by_occasion.get(each.id, ()))) for each in occasions]


def _places(site: Site) -> Entries:
    places = sorted(site.archive.places.values(), key=lambda each: each.name)
    met = site.archive.by_place
    return [(site.place(each.id), len(met[each.id])) for each in places if each.id in met]


def _organizations(site: Site) -> Entries:
    bodies = sorted(site.archive.organizations.values(), key=lambda each: each.name.casefold().removeprefix("the "))
    return [(site.party(each.id), _active(site, each.id)) for each in bodies]


def _active(site: Site, organization: str) -> int:
    """At how many meetings an organization was a side or gave an account."""
    archive = site.archive
    return len({each.id for each in (*archive.by_party.get(organization, ()), *archive.by_publisher.get(organization, ()))})


_ENTRIES = {
    "relations": ("Relations", "Pairs of parties and their meetings.", _relations),
    "countries": ("Countries", "Countries by the meetings they took part in.", _countries),
    "people": ("People", "People who met, or are recorded with those who did, by family name.", _people),
    "occasions": ("Occasions", "What meetings were held around, the latest first.", _occasions),
    "places": ("Places", "Where meetings were held.", _places),
    "organizations": (
        "Organizations and publishers",
        "Ministries and others that published accounts, and parties that are no state.",
        _organizations,
    ),
}


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


def _year(site: Site, year: int, meetings: tuple[Meeting, ...], around: tuple[int, ...]) -> Page:
    blocks: list[Block] = [
        Heading(1, (f"Meetings in {year}",)),
        Paragraph((count(len(meetings), "meeting"),), cls="ro-lead"),
    ]
    months = list(_months(meetings))
    if len(meetings) > LONG:
        entries = [(Link((name,), Target(_month_path(site, year, month))), len(found)) for month, name, found in months]
        blocks.append(Items(tuple(Item(_entry(link, number), cls="ro-entry") for link, number in entries)))
    else:
        for _, name, found in months:
            blocks += [Heading(2, (name,), wording.slug(name)), site.meetings(found)]
    links = [part for each in around for part in (site.year(each), " · ")]
    back = Link(("All years",), Target("meetings/index.md"))
    blocks.append(Paragraph((*links, back), cls="ro-up"))
    about = f"{count(len(meetings), 'meeting')} in {year}"
    return Page(site.year_path(year), f"Meetings in {year}", about, f"records/meetings/{year:04}/", tuple(blocks))


def _months(meetings: tuple[Meeting, ...]) -> Iterator[tuple[int, str, tuple[Meeting, ...]]]:
    """Number, name and meetings of each month that has any; last those of which the month is not known."""
    wide = get_month_names("wide", locale="en")
    by_month: defaultdict[int, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        first, last = meeting.date.first.month, meeting.date.last.month
        by_month[first if first == last else 0].append(meeting)
    for number, name in sorted(wide.items()):
        if found := by_month.get(number):
            yield number, name, tuple(found)
    if unknown := by_month.get(0):
        yield 0, "Month not known", tuple(unknown)


def _month_path(site: Site, year: int, month: int) -> str:
    return site.year_path(year).replace("index.md", f"{year:04}-{month:02}.md" if month else f"{year:04}-unknown.md")


def _month(site: Site, year: int, month: int, name: str, meetings: tuple[Meeting, ...]) -> Page:
    title = f"Meetings in {year}, {name[:1].lower()}{name[1:]}" if not month else f"Meetings in {name} {year}"
    back = Paragraph((Link((f"Back to {year}",), Target(site.year_path(year))),), cls="ro-back")
    about = f"{count(len(meetings), 'meeting')}"
    blocks = (back, Heading(1, (title,)), site.meetings(meetings))
    return Page(_month_path(site, year, month), title, f"{title}: {about}", f"records/meetings/{year:04}/", blocks)


def _list(site: Site, folder: str, what: tuple[str, str, Callable[[Site], Entries]]) -> Page:
    title, about, entries = what
    items = tuple(Item(_entry(link, times), cls="ro-entry") for link, times in entries(site))
    blocks: list[Block] = [Heading(1, (title,)), Paragraph((about,), cls="ro-lead")]
    if folder == "places":
        blocks += atlas.blocks(site)
    blocks.append(Items(items) if items else Paragraph(("Nothing on record yet.",)))
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
