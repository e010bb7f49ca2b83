"""Briefing sheets of relations and of people: one page for print with the latest meetings, what is open, phrases and offices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from readouts.model.collections import PEOPLE, RELATIONS
from readouts.model.vocabulary import LEDGER
from readouts.model.wording import dated, listed, term
from readouts.pages.kinds import PageKind
from readouts.pages.parts import account, facts, history, sources
from readouts.pages.parts.ledger import still_open
from readouts.pages.words import relation as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Division, Heading, Inlines, Item, Items, Link, Page, Paragraph, Span, Target, joined

if TYPE_CHECKING:
    from readouts.archive.indexes import Pair, Summaries
    from readouts.archive.summaries import MeetingSummary
    from readouts.model import Meeting, Readout, Statement
    from readouts.pages.site import Site

PAIR_ENOUGH, PERSON_ENOUGH = 3, 5
"""A list of fewer meetings is brief enough."""

RECENT = 40
"""What is open, and which phrases are in use, is looked for at so many meetings, the latest."""

MEETINGS, OPEN, PHRASES, OFFICES = 5, 6, 4, 4
"""Lines of each part of the sheet, at most; more would not fit on a page."""


class _Of(NamedTuple):
    """What a sheet is of."""

    page: str
    name: str
    source: str
    person: str | None = None
    """Of statements, only those by or to this person count."""


def of_pair(site: Site, pair: Pair, meetings: Summaries) -> Iterator[Link]:
    """To the sheet of a relation, if it has one."""
    if len(meetings) >= PAIR_ENOUGH:
        yield Link((say.BRIEF,), Target(_below(site.link.pair_page(pair))))


def of_person(person: str, meetings: Summaries) -> Iterator[Link]:
    """To the sheet of a person, if there is one."""
    if len(meetings) >= PERSON_ENOUGH:
        yield Link((say.BRIEF,), Target(_below(PEOPLE.page(person))))


def _below(page: str) -> str:
    """`relations/japan-peru/brief.md`."""
    return f"{page.removesuffix('.md')}/brief.md"


def _pairs(site: Site) -> Iterator[tuple[str, str]]:
    for pair, number in site.archive.counts("pair"):
        if number >= PAIR_ENOUGH:
            yield _below(site.link.pair_page(pair)), " ".join(pair)


def _people(site: Site) -> Iterator[tuple[str, str]]:
    return ((_below(PEOPLE.page(key)), key) for key, number in site.archive.counts("person") if number >= PERSON_ENOUGH)


def _pair_sheet(site: Site, key: str) -> Page:
    first, second = key.split()
    pair, meetings = (first, second), site.archive.between((first, second))
    recent = tuple(site.archive.meetings[each.id] for each in meetings[-RECENT:])
    relation = site.archive.relation(pair)
    source = f"records/{RELATIONS.file(relation.id)}" if relation else "records/meetings/"
    heads = [(party, _heads(meetings, party)) for party in pair]
    offices = Items(tuple(_of_side(site, party, found) for party, found in heads if found))
    named = (Heading(2, (say.BRIEF_HEADS,), "offices"), offices) if offices.items else ()
    return _sheet(site, _Of(site.link.pair_page(pair), site.titles.pair(pair), source), meetings, recent, named)


def _person_sheet(site: Site, key: str) -> Page:
    person, meetings = site.archive.people[key], site.archive.of_person(key)
    recent = tuple(site.archive.meetings[each.id] for each in meetings[-RECENT:])
    held = [shared.with_term(office.title, term(office.since, office.until)) for office in person.offices]
    lines: list[Item] = [Item((Span((say.OFFICES,), "ro-speaker"), "; ".join(held[-OFFICES:])))] if held else []
    if found := _counterparts(meetings, key):
        lines.append(_named(site, say.COUNTERPARTS, found))
    offices: tuple[Block, ...] = (Heading(2, (say.BRIEF_OFFICES,), "offices"), Items(tuple(lines))) if lines else ()
    of = _Of(PEOPLE.page(key), person.name.full, f"records/{PEOPLE.file(key)}", key)
    return _sheet(site, of, meetings, recent, offices)


def _sheet(site: Site, of: _Of, meetings: Summaries, recent: tuple[Meeting, ...], offices: tuple[Block, ...]) -> Page:
    title = say.brief_of(of.name)
    reach = say.brief_reach(len(meetings), dated(meetings[0].date), dated(meetings[-1].date))
    blocks: list[Block] = [
        Paragraph((Link((shared.back_to(of.name),), Target(of.page)),), cls="ro-back"),
        Heading(1, (title,)),
        Paragraph((reach,), cls="ro-note"),
        Heading(2, (say.BRIEF_MEETINGS,), "meetings"),
        Items(tuple(_meeting(site, each) for each in reversed(meetings[-MEETINGS:]))),
        *offices,
        *_open(site, recent, of.person, of_all=len(recent) == len(meetings)),
        *_phrases(site, recent, of.person),
    ]
    return Page(_below(of.page), title, say.brief_described(title), of.source, (Division("ro-brief", tuple(blocks)),))


def _meeting(site: Site, meeting: MeetingSummary) -> Item:
    heads = [
        _with_office(site, side.head.person, facts.office(side.head))
        for side in meeting.delegations
        if side.head and side.head.person
    ]
    about = " · ".join(part for part in (site.titles.city(meeting), " – ".join(heads)) if part)
    return Item((site.link.meeting(meeting, f"{meeting.date.text}, {site.titles.meeting(meeting)}"), " · ", about))


def _open(site: Site, recent: tuple[Meeting, ...], person: str | None, *, of_all: bool) -> Iterator[Block]:
    found = [
        (meeting, readout, each)
        for meeting, readout, each in history.said(recent)
        if each.act in LEDGER and still_open(each) and (person is None or person in (*each.speakers, *each.to))
    ]
    if found:
        yield Heading(2, (say.BRIEF_OPEN,), "open")
        yield Items(tuple(_said(site, *each) for each in found[:OPEN]))
        if (more := len(found) - OPEN) > 0:
            yield Paragraph((say.brief_more(more, None if of_all else RECENT),), cls="ro-note")


def _said(site: Site, meeting: Meeting, readout: Readout, each: Statement) -> Item:
    who = listed(map(site.titles.speaker, each.speakers)) if each.speakers else shared.NO_SPEAKER
    source = sources.statement(site, meeting, readout, each)
    return Item((Span((who,), "ro-speaker"), f" {each.act.past}: {each.gist} [", source, "]"))


def _phrases(site: Site, recent: tuple[Meeting, ...], person: str | None) -> Iterator[Block]:
    """Phrases, the one used last first, with its latest use."""
    latest: dict[str, list[tuple[Meeting, Readout, Statement]]] = {}
    for use in history.said(recent):
        if use[2].formula and (person is None or person in use[2].speakers):
            latest.setdefault(use[2].formula.english, []).append(use)
    if latest:
        yield Heading(2, (say.BRIEF_PHRASES,), "phrases")
        yield Items(tuple(_phrase(site, phrase, uses) for phrase, uses in list(latest.items())[:PHRASES]))


def _phrase(site: Site, phrase: str, uses: list[tuple[Meeting, Readout, Statement]]) -> Item:
    meetings = len({meeting.id for meeting, _, _ in uses})
    return Item(
        (
            f"{shared.quoted(phrase)}{say.used_at(meetings, _sides(site, uses) if len(uses) > 1 else [])} [",
            sources.statement(site, *uses[0]),
            "]",
        )
    )


def _sides(site: Site, uses: list[tuple[Meeting, Readout, Statement]]) -> list[str]:
    """The sides whose official accounts have a phrase."""
    official = (account.side_of(site, readout) for _, readout, _ in uses if readout.official)
    return sorted({site.archive.party_name(side) for side in official if side})


Named = dict[tuple[str, str], "MeetingSummary"]
"""Person and office of the day → the latest meeting with that office."""


def _heads(meetings: Summaries, party: str) -> Named:
    found: Named = {}
    for meeting in reversed(meetings):
        for side in meeting.delegations:
            if side.party == party and side.head and side.head.person:
                found.setdefault((side.head.person, facts.office(side.head)), meeting)
    return found


def _counterparts(meetings: Summaries, person: str) -> Named:
    found: Named = {}
    for meeting in reversed(meetings):
        for side in meeting.delegations:
            if side.head and side.head.person and person not in {each.person for each in side.delegates}:
                found.setdefault((side.head.person, facts.office(side.head)), meeting)
    return found


def _of_side(site: Site, party: str, found: Named) -> Item:
    return _named(site, f"{site.archive.party_name(party)}: ", found)


def _named(site: Site, label: str, found: Named) -> Item:
    latest = list(found.items())[:OFFICES]
    named: Iterable[Inlines] = (
        (_with_office(site, person, office), " [", site.link.meeting(meeting, meeting.date.text), "]")
        for (person, office), meeting in latest
    )
    return Item((Span((label,), "ro-speaker"), *joined(named, "; ")))


def _with_office(site: Site, person: str, office: str) -> str:
    name = site.archive.people[person].name.full
    return shared.with_term(name, office)


KINDS = (
    PageKind("relation-brief", RELATIONS.id, _pairs, _pair_sheet),
    PageKind("person-brief", PEOPLE.id, _people, _person_sheet),
)
