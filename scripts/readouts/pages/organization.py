"""The pages of organizations and publishers, and the list of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readouts.archive.indexes import PARTIES
from readouts.model import wording
from readouts.model.collections import ORGANIZATIONS
from readouts.pages.kinds import PageKind, alone, of_each
from readouts.pages.parts import facts, search_entries
from readouts.pages.parts.meeting_lists import MeetingList, entry
from readouts.pages.parts.overview import followed, in_a_line, leads_on, overview
from readouts.pages.words import entries as say
from readouts.pages.words import lists, shared
from readouts.render.blocks import Item, Link, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readouts.model import Organization
    from readouts.pages.parts.facts import Rows
    from readouts.pages.site import Site
    from readouts.render.blocks import Page


def _page(site: Site, key: str) -> Page:
    each = site.archive.organizations[key]
    entry = search_entries.of_names(shared.ORGANIZATION, each.also, each.abbreviation)
    if not site.archive.tells((PARTIES, key)):
        return leads_on(ORGANIZATIONS.page(key), each.name, (ORGANIZATIONS.index, ORGANIZATIONS.title, key), entry)
    return facts.page(site, _listed(site, key), facts.at_a_glance(_rows(site, each)), entry, each)


def _listed(site: Site, key: str) -> MeetingList:
    archive = site.archive
    meetings = archive.of_party(key) or archive.published_by(key)
    return MeetingList(
        ORGANIZATIONS.page(key),
        archive.organizations[key].name,
        f"records/{ORGANIZATIONS.file(key)}",
        meetings,
        not_held=archive.not_held((PARTIES, key)),
    )


def _rows(site: Site, each: Organization) -> Rows:
    if each.definition:
        yield say.DESCRIPTION, ((each.definition,),)
    if each.abbreviation:
        yield say.SHORT_FORM, ((each.abbreviation,),)
    yield from facts.also(each.also)
    if each.side:
        yield shared.SPEAKS_FOR, ((site.link.party(each.side),),)
    if each.seat:
        yield say.SEAT, ((site.link.place(each.seat),),)
    if each.url:
        yield say.WEBSITE, ((Link((each.url.split("://", 1)[1].rstrip("/"),), each.url),),)
    if pairs := site.archive.pairs_with(each.id):
        yield say.RELATIONS, (joined(site.link.pair(pair) for pair, _ in pairs),)
    yield from _published(site, each)
    yield from facts.remark(each.note)


def _published(site: Site, each: Organization) -> Rows:
    if published := site.archive.published_by(each.id):
        yield say.COVERED, ((shared.meetings(len(published)),),)
        accounts = [account for meeting in published for account in meeting.accounts if account.publisher == each.id]
        languages = Counter(wording.language(account.language) for account in accounts)
        origins = Counter(account.origin for account in accounts)
        spoken = (f"{language} {languages[language]}" for language in sorted(languages))
        kept = ((site.link.term(origin), f" {origins[origin]}") for origin in sorted(origins))
        yield shared.ACCOUNTS, ((say.accounts(len(accounts)),), (", ".join(spoken),), joined(kept))


def _index(site: Site, _: str) -> Page:
    return followed(overview(ORGANIZATIONS.index, ORGANIZATIONS.title, lists.ORGANIZATIONS, _counted(site)), _others(site))


def _counted(site: Site) -> Iterator[Item]:
    bodies = (each for each in _by_name(site) if site.archive.tells((PARTIES, each.id)))
    return (entry(site.link.party(each.id), site.archive.active(each.id)) for each in bodies)


def _others(site: Site) -> list[Item]:
    bodies = (each for each in _by_name(site) if not site.archive.tells((PARTIES, each.id)))
    return [in_a_line(each.name, _rows(site, each), each.id) for each in bodies]


def _by_name(site: Site) -> list[Organization]:
    return sorted(site.archive.organizations.values(), key=lambda each: each.name.casefold().removeprefix("the "))


KINDS = (
    PageKind("organizations", ORGANIZATIONS.id, alone(ORGANIZATIONS.index), _index),
    of_each(ORGANIZATIONS, "organization", _page, _listed),
)
