"""What was found on a page → a draft record and its report."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from readouts.archive.archive import Archive
from readouts.editing.fmt import formatted
from readouts.editing.importing.facts import Facts, Side, facts_of, todo
from readouts.editing.importing.layout import Layout, Section, laid_out
from readouts.editing.importing.markup import read_markup
from readouts.editing.importing.names import Authorities
from readouts.editing.importing.page import Page, PageError, is_markup, text_of
from readouts.editing.importing.people import Taker
from readouts.editing.importing.places import occasion_in, place_in, venue_in
from readouts.editing.importing.plain import read_plain
from readouts.editing.importing.report import Report
from readouts.editing.importing.sessions import sessions_of
from readouts.editing.importing.statements import Listener, Proposal, sentences
from readouts.editing.importing.words import LANGUAGES, language_of, words
from readouts.model.slugs import slug
from readouts.model.values import COUNTRIES
from readouts.model.vocabulary import Mode
from readouts.source import Data, Node, write

_MAX_BLOCKS = 3000
_MAX_LENGTH = 20_000
_MAX_PARAGRAPHS = 300
_MAX_NAME = 300
"""Letters of a title or a heading, at most."""


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


def imported(raw: bytes, given: Given, archive: Archive) -> Imported:
    """A draft record of a published readout.

    Args:
        raw: The page, as HTML or plain text.
        given: What is known of it.
        archive: Whose people, places, topics, occasions and organizations are named.

    Raises:
        PageError: where the page cannot be read, or is no readout.
    """
    text = text_of(raw)
    page = read_markup(text) if is_markup(text) else read_plain(text)
    _refuse_what_is_no_readout(page)
    report = Report()
    known = Authorities.of(archive)
    language = given.language or _language(page, report)
    reading = language or "en"
    layout = laid_out(page, reading)
    publisher = given.publisher or _publisher(given.url, archive, report)
    organization = archive.organizations.get(publisher)
    side = (organization.side or "") if organization else ""
    if layout.provisional:
        report.understood.append("the page calls itself a provisional translation")
    if layout.restarts:
        report.asked.append("the numbers of the paragraphs begin anew: are there several meetings on the page?")
    facts = facts_of(layout, reading, side, known, report)
    record = _meeting(facts, reading, side, known, report)
    readout = _readout(given, publisher, language, layout, report)
    if organization and not side and publisher not in {each.party for each in facts.sides}:
        readout["origin"] = todo()
        report.asked.append(f"origin: {organization.name} speaks for no side; is its page a copy or a report of the press?")
    readout |= _account(layout, Listener(_participants(facts), reading, known, side), report)
    record["readouts"] = [readout]
    _tell_file(facts, archive, report)
    report.dropped += layout.dropped
    path = PurePosixPath("meetings/0000/draft.yaml")
    return Imported(formatted(path, write(_node(record)).encode()), report)


def _refuse_what_is_no_readout(page: Page) -> None:
    if not page.blocks:
        raise PageError("the page has no text")
    if len(page.blocks) > _MAX_BLOCKS or max(len(each.text) for each in page.blocks) > _MAX_LENGTH:
        raise PageError(f"the page has more than {_MAX_BLOCKS:,} lines, or one of more than {_MAX_LENGTH:,} letters: save the readout alone")


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


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _meeting(facts: Facts, language: str, side: str, known: Authorities, report: Report) -> dict[str, Data]:
    """The record without its account."""
    record: dict[str, Data] = {"kind": facts.kind, "date": facts.date}
    clock_place = None
    if facts.mode is not Mode.IN_PERSON:
        record["mode"] = facts.mode.value
        record["clock"] = side if side in COUNTRIES else todo()
        clock_place = known.archive.capital(side) if side in COUNTRIES else None
        report.guessed.append(f"clock: {record['clock']}, as a page gives the times of its own country")
    else:
        place = place_in(facts.lead, language, known)
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
    made: dict[str, Data] = {"person": taker.person or todo(taker.proposal), "as": taker.printed or _office(taker, facts, known)}
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
        held = facts.day and (not office.since or office.since.first <= facts.day) and (not office.until or facts.day <= office.until.last)
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
    if title := _name(layout.title):
        made["title"] = title
    if given.url:
        made["url"] = given.url
    if layout.published:
        made["published"] = layout.published.isoformat()
        report.understood.append(f"published: {layout.published}")
    made["read"] = made["recorded"] = todo()
    report.asked.append("read, recorded: was the page read to its end, and is every point of it recorded?")
    photos: list[Data] = [
        {"credit": name, **({"count": str(count)} if count > 1 else {})}
        for credit, count in layout.credits.items()
        if (name := _name(credit))
    ]
    if layout.captions and not photos:
        photos = [{"count": str(layout.captions)}]
        report.guessed.append(f"photos: {layout.captions}, by their captions")
    made["photos"] = photos
    if layout.provisional:
        made["note"] = "The page calls itself a provisional translation."
    return made


def _name(text: str) -> str:
    """A text as a name, which has no angle brackets and is not long."""
    return " ".join(re.sub("[<>]", "", text)[:_MAX_NAME].split())


@dataclass(slots=True)
class _Account:
    """The account as it is written, one statement after another."""

    listener: Listener
    report: Report
    count: int = 0
    silent: list[str] = field(default_factory=list)

    def statements(self, text: str, where: str) -> list[Data]:
        """The proposals for a paragraph as they stand in the record."""
        made: list[Data] = []
        for each in self.listener.paragraph(text):
            if isinstance(each, Proposal):
                self.count += 1
                made.append(self._statement(each, where))
            else:
                self.report.dropped.append(f"{where}, {each} (no verb that tells who says what)")
        return made

    def _statement(self, each: Proposal, where: str) -> Data:
        speakers: list[Data] = list(each.speakers) or [todo()]
        topics: list[Data] = list(each.topics) or [todo()]
        told = f"{' and '.join(each.speakers) or 'nobody known'} · {each.act.value} · {', '.join(each.topics) or 'no known topic'}"
        self.report.proposed.append(f"s{self.count}: {where}, sentence {each.sentence}: {told} — “{each.words}”")
        made: dict[str, Data] = {"id": f"s{self.count}", "speakers": speakers, "act": each.act.value}
        if each.to:
            made["to"] = list(each.to)
        return {**made, "topics": topics, "gist": todo()}


def _account(layout: Layout, listener: Listener, report: Report) -> dict[str, Data]:
    """What the account says: its sections, paragraphs or statements."""
    account = _Account(listener, report)
    if sum(len(each.paragraphs) for each in layout.sections) > _MAX_PARAGRAPHS:
        raise PageError(f"the page has more than {_MAX_PARAGRAPHS} paragraphs: save the readout alone")
    if layout.form == "statements":
        texts = [each.text for section in layout.sections for each in section.paragraphs]
        made = [
            statement
            for number, text in enumerate(texts, start=1)
            for statement in account.statements(_without_the_lead(text, layout, listener.language), f"paragraph {number}")
        ]
        return {"statements": made} if made else {}
    sections = [_section(each, account, number) for number, each in enumerate(layout.sections, start=1)]
    shape = ", ".join(f"{each.label or '·'} {each.heading}".strip() for each in layout.sections)
    report.understood.append(f"{layout.form}: {shape if layout.form == 'sections' else sum(len(each.paragraphs) for each in layout.sections)}")
    if layout.form == "sections":
        return {"sections": [each for each in sections if len(each) > 1 or each["paragraphs"]]}
    paragraphs = [paragraph for each in sections if isinstance(each["paragraphs"], list) for paragraph in each["paragraphs"]]
    return {"paragraphs": paragraphs} if paragraphs else {}


def _without_the_lead(text: str, layout: Layout, language: str) -> str:
    """An account without numbers begins with the sentence that they met; that is no statement."""
    if not layout.lead.startswith(text):
        return text
    meet = words().meet.get(language, "(?!)")
    told = sentences(text, language)
    met = next((number for number, each in enumerate(told) if re.search(meet, each, re.IGNORECASE)), -1)
    return " ".join(told[:met] + told[met + 1 :] if met >= 0 else told)


def _section(section: Section, account: _Account, number: int) -> dict[str, Data]:
    paragraphs: list[Data] = []
    for position, each in enumerate(section.paragraphs, start=1):
        where = ", ".join(filter(None, (section.label and f"section {section.label}", f"paragraph {each.label or position}")))
        made: dict[str, Data] = {"label": each.label} if each.label else {}
        if statements := account.statements(each.text, where):
            made["statements"] = statements
        if made:
            paragraphs.append(made)
    shown = {"label": section.label, "heading": _name(section.heading)}
    return {**{key: value for key, value in shown.items() if value}, "paragraphs": paragraphs}


def _tell_file(facts: Facts, archive: Archive, report: Report) -> None:
    """Say what the record might be called, and whether it is there already."""
    parties = [each.party for each in facts.sides]
    if not facts.day or any(each.startswith("TODO") for each in parties):
        return
    names = sorted(slug(COUNTRIES.get(each, each)) for each in parties)
    key = f"{facts.day}-{'-'.join(names)}"
    report.understood.append(f"file: records/meetings/{facts.day.year}/{key}.yaml")
    if key in archive.meetings:
        report.asked.append(f"the archive has {key}: is this another account of it?")


def _node(data: Data) -> Node:
    if isinstance(data, dict):
        return Node({key: _node(value) for key, value in data.items()})
    return Node([_node(each) for each in data] if isinstance(data, list) else data)
