"""What was found on a page → a draft record and its report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from readouts.archive.archive import Archive
from readouts.archive.naming import meeting_id
from readouts.archive.todo import TODO
from readouts.editing.fmt import formatted
from readouts.editing.importing.account import account_of, name
from readouts.editing.importing.context import Context
from readouts.editing.importing.facts import Facts, facts_of
from readouts.editing.importing.layout import Layout, laid_out
from readouts.editing.importing.markup import read_markup
from readouts.editing.importing.names import Authorities
from readouts.editing.importing.page import Page, PageError, is_markup, text_of
from readouts.editing.importing.people import Taker
from readouts.editing.importing.places import dateline, occasion_in, place_in, venue_in
from readouts.editing.importing.plain import read_plain
from readouts.editing.importing.report import Report, todo
from readouts.editing.importing.sessions import sessions_of
from readouts.editing.importing.sides import Side
from readouts.editing.importing.statements import Listener
from readouts.editing.importing.words import LANGUAGES, language_of, words
from readouts.model.values import Date
from readouts.model.vocabulary import Mode
from readouts.source import Data, Node, write

if TYPE_CHECKING:
    from readouts.model import Organization

_MAX_BLOCKS = 3000
_MAX_LENGTH = 20_000


@dataclass(frozen=True, slots=True)
class Given:
    """What whoever imports a page knows of it."""

    url: str = ""
    publisher: str = ""
    """An id of an organization."""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A draft of a record, in its layout, and what there is to say of it."""

    draft: bytes
    report: Report


def imported(raw: bytes, given: Given, known: Authorities) -> Imported:
    """A draft record of a published readout.

    Args:
        raw: The page, as HTML or plain text.
        given: What is known of it.
        known: The people, places, topics, occasions and organizations that may be named.

    Raises:
        PageError: where the page cannot be read, or is no readout.
    """
    text = text_of(raw)
    page = read_markup(text) if is_markup(text) else read_plain(text)
    _refuse_what_is_no_readout(page)
    archive, report = known.archive, Report()
    language = given.language or _language(page, report)
    reading = language or "en"
    layout = laid_out(page, reading)
    publisher = given.publisher or _publisher(given.url, archive, report)
    organization = archive.organizations.get(publisher)
    side = _side(organization, archive) if organization else ""
    if layout.provisional:
        report.understood.append("the page calls itself a provisional translation")
    if layout.restarts:
        report.asked.append("the numbers of the paragraphs begin anew: are there several meetings on the page?")
    context = Context(layout, reading, side, known, report)
    facts = facts_of(context)
    record = _meeting(facts, context)
    readout = _readout(given, publisher, language, layout, report)
    if organization and not side:
        readout["origin"] = todo()
        report.asked.append(f"origin: {organization.name} speaks for no side; is its page a copy or a report of the press?")
    readout |= account_of(layout, Listener(_participants(facts), reading, known, side), report)
    record["readouts"] = [readout]
    _tell_file(facts, archive, report)
    report.dropped += layout.dropped
    path = PurePosixPath("meetings/0000/draft.yaml")
    return Imported(formatted(path, write(_node(record)).encode()), report)


def _refuse_what_is_no_readout(page: Page) -> None:
    if not page.blocks:
        raise PageError("the page has no text")
    if len(page.blocks) > _MAX_BLOCKS or max(len(each.text) for each in page.blocks) > _MAX_LENGTH:
        raise PageError(
            f"the page has more than {_MAX_BLOCKS:,} lines, or one of more than {_MAX_LENGTH:,} letters: save the readout alone"
        )


def _language(page: Page, report: Report) -> str:
    found = language_of(" ".join(each.text for each in page.blocks))
    named = page.language.partition("-")[0].lower()
    if found and named and found != named and named in (*words().language_words, "ja"):
        report.guessed.append(f"language: {found}, by its words; its head says {named}")
    elif found:
        report.understood.append(f"language: {found}")
    elif re.fullmatch(r"[a-z]{2}", named):
        found = named
        report.guessed.append(f"language: {found}, as its head says")
    else:
        report.asked.append("language: too little text to tell")
    if found and found not in LANGUAGES:
        report.asked.append(f"the verbs, dates and offices of {found} are not known; only the structure was read")
    return found


def _publisher(url: str, archive: Archive, report: Report) -> str:
    """The organization on whose site an address is."""
    host = _host(url)
    found = [each.id for each in archive.organizations.values() if host and each.url and _host(each.url) == host]
    if len(found) == 1:
        report.guessed.append(f"publisher: {found[0]}, by the address")
        return found[0]
    report.asked.append(f"publisher: {f'none has a site at {host}' if host else 'neither it nor an address was given'}")
    return ""


def _side(organization: Organization, archive: Archive) -> str:
    """The country that an organization speaks for, or itself where it is a party of its own; empty for a newspaper."""
    return organization.side or (organization.id if archive.of_party(organization.id) else "")


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _meeting(facts: Facts, context: Context) -> dict[str, Data]:
    """The record without its account."""
    language, side, known, report = context.language, context.side, context.known, context.report
    record: dict[str, Data] = {"kind": facts.kind, "date": facts.date}
    clock_place = None
    if facts.mode is not Mode.IN_PERSON:
        record["mode"] = facts.mode.value
        record["clock"] = side or todo()
        clock_place = known.archive.capital(side) if side else None
        report.guessed.append(f"clock: {record['clock']}, as a page gives the times of its own country")
    else:
        place = place_in(facts.lead, language, known)
        if not place.id and not place.proposal:
            place = dateline(context.layout.dropped, known) or place
        record["place"] = place.id or todo(place.proposal)
        clock_place = known.archive.places.get(place.id)
        if place.id:
            report.understood.append(f"place: {place.id}")
        else:
            report.asked.append(f"place: {place.why}")
        if venue := venue_in(facts.lead):
            record["venue"] = venue
    around = occasion_in(facts.lead, language, known, facts.day)
    if around.id:
        record["occasion"] = around.id
        report.guessed.append(f"occasion: {around.id}, by “{around.printed}”")
    elif around.printed:
        record["occasion"] = todo(around.proposal)
        report.asked.append(f"occasion: “{around.printed}” is not in records/occasions.yaml")
    record["sessions"] = sessions_of(facts, language, clock_place, report)
    record["delegations"] = [_delegation(each, facts, known) for each in facts.sides]
    return record


def _delegation(side: Side, facts: Facts, known: Authorities) -> Data:
    made: dict[str, Data] = {"for": side.party}
    if side.people:
        made["head"] = _delegate(side.people[0], facts, known)
        made["members"] = [_delegate(each, facts, known) for each in side.people[1:]]
    elif side.office:
        made["head"] = {"person": todo(), "as": side.printed}
    return made


def _delegate(taker: Taker, facts: Facts, known: Authorities) -> Data:
    made: dict[str, Data] = {
        "person": taker.person or todo(taker.proposal),
        "as": taker.printed or _office(taker, facts, known),
    }
    if taker.capacity:
        made["capacity"] = taker.capacity.value
    if taker.style:
        made["style"] = taker.style
    return made


def _office(taker: Taker, facts: Facts, known: Authorities) -> str:
    """An office that is not printed in English: as the person's record has it for the day, or else by its usual title."""
    record = known.archive.people.get(taker.person)
    for office in record.offices if record else ():
        alike = taker.office.title in (office.title, *office.also) or office.title in taker.office.en
        held = (
            facts.day
            and (not office.since or office.since.first <= facts.day)
            and (not office.until or facts.day <= office.until.last)
        )
        if alike and held:
            return office.title
    return taker.office.title


def _participants(facts: Facts) -> dict[str, Taker]:
    """Who may speak: the heads, or a side whose head is not named."""
    made: dict[str, Taker] = {}
    for side in facts.sides:
        if side.people:
            head = side.people[0]
            made[head.person or todo(head.proposal)] = head
        elif side.office:
            made[side.party] = Taker("", side.office, side.printed, "", side.party, "", sure=False, start=0)
    return made


def _readout(given: Given, publisher: str, language: str, layout: Layout, report: Report) -> dict[str, Data]:
    """An account without what it says."""
    made: dict[str, Data] = {"publisher": publisher or todo(), "language": language or todo()}
    if title := name(layout.title):
        made["title"] = title
    if given.url:
        made["url"] = given.url
    if layout.published:
        made["published"] = layout.published.isoformat()
        report.understood.append(f"published: {layout.published}")
    made["read"] = made["recorded"] = todo()
    report.asked.append("read, recorded: was the page read to its end, and is every point of it recorded?")
    photos: list[Data] = [
        {"credit": by, **({"count": str(count)} if count > 1 else {})}
        for credit, count in layout.credits.items()
        if (by := name(credit))
    ]
    if layout.captions and not photos:
        photos = [{"count": str(layout.captions)}]
        report.guessed.append(f"photos: {layout.captions}, by their captions")
    made["photos"] = photos
    if layout.provisional:
        made["note"] = "The page calls itself a provisional translation."
    return made


def _tell_file(facts: Facts, archive: Archive, report: Report) -> None:
    """Say what the record might be called, and whether it is there already."""
    parties = [each.party for each in facts.sides]
    if not facts.day or any(each.startswith(TODO) for each in parties):
        return
    key = meeting_id(archive, Date.parse(facts.day.isoformat()), parties)
    report.understood.append(f"file: records/meetings/{facts.day.year}/{key}.yaml")
    if key in archive.meetings:
        report.asked.append(f"the archive has {key}: is this another account of it?")


def _node(data: Data) -> Node:
    if isinstance(data, dict):
        return Node({key: _node(value) for key, value in data.items()})
    return Node([_node(each) for each in data] if isinstance(data, list) else data)
