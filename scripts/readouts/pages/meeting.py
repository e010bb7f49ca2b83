"""The page of a meeting: what, when, where and who at a glance, then each account."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model import clocks, wording
from readouts.model.anchors import statement_anchor
from readouts.model.collections import MEETINGS
from readouts.model.vocabulary import Mode, SessionKind, Status
from readouts.model.walk import statements
from readouts.pages.kinds import of_each
from readouts.pages.parts import abbreviations, account, changes, citing, comparison, facts, metadata, search_entries
from readouts.pages.words import meeting as say
from readouts.pages.words import shared
from readouts.render.blocks import (
    Block,
    Division,
    Facts,
    Heading,
    Inline,
    Inlines,
    Item,
    Items,
    Link,
    Page,
    Paragraph,
    Span,
    Strong,
    Switch,
    joined,
    text_of,
)

if TYPE_CHECKING:
    from readouts.model import Delegation, Meeting, Outcome, Readout, Searched, Session
    from readouts.pages.site import Site


def _page(site: Site, key: str) -> Page:
    meeting = site.archive.meetings[key]
    words = account.Words(site, meeting)
    title = Heading(1, (site.titles.talk(meeting), Span((f", {_dateline(site, meeting)}",), "ro-dateline")))
    glance = [_sides(site, meeting), Division("ro-facts", (Facts(tuple(_facts(words))),))]
    blocks = [
        *_back(site, meeting),
        title,
        *glance,
        *_switch(meeting),
        *(block for each in meeting.readouts if each.official for block in account.blocks(words, each)),
        *comparison.blocks(words),
        *_reports(words),
        *_outcomes(words),
        *_earlier(site, meeting),
    ]
    below = (
        *abbreviations.blocks(site, blocks),
        *changes.blocks(meeting),
        *citing.record(site, meeting),
        *_neighbours(site, meeting),
    )
    return Page(
        MEETINGS.page(key),
        site.titles.heading(meeting),
        _description(site, meeting),
        f"records/{MEETINGS.file(key)}",
        (*blocks, *below),
        head=metadata.of_meeting(site, meeting),
        indexed=search_entries.meeting(site, meeting),
    )


def _dateline(site: Site, meeting: Meeting) -> str:
    return ", ".join(part for part in (site.titles.city(meeting), wording.dated(meeting.date)) if part)


def _switch(meeting: Meeting) -> Iterator[Block]:
    if meeting.statements:
        yield Switch("annotations", say.ANNOTATIONS)


def _reports(words: account.Words) -> Iterator[Block]:
    """Accounts that are no side's own, in a band below those that are."""
    reports = [block for each in words.meeting.readouts if not each.official for block in account.blocks(words, each, 3)]
    if reports:
        yield Heading(2, (say.OTHER_REPORTS,), "reports")
        yield Division("ro-reports", tuple(reports))


def _description(site: Site, meeting: Meeting) -> str:
    people = [site.archive.people[d.head.person].name.full for d in meeting.delegations if d.head and d.head.person]
    topics = [site.archive.topics[topic].name for topic in meeting.topics[:5]]
    return say.described(site.titles.full(meeting), people, topics)


def _back(site: Site, meeting: Meeting) -> Iterator[Block]:
    pairs = [each.pair for each in site.archive.around(meeting.id)]
    links = [Link((shared.back_to(site.titles.pair(pair)),), site.link.pair(pair).to) for pair in pairs]
    if links:
        yield Paragraph(joined(links, " · "), cls="ro-back")


def _sides(site: Site, meeting: Meeting) -> Division:
    return Division("ro-sides", tuple(_side(site, each) for each in meeting.delegations))


def _side(site: Site, delegation: Delegation) -> Division:
    blocks: list[Block] = [Paragraph((site.link.party(delegation.party),), cls="ro-party")]
    for number, delegate in enumerate(delegation.delegates):
        leads = number == 0 and delegation.head is not None
        name: Inline = site.link.person(delegate.person) if delegate.person else say.UNNAMED
        style = (Span((f"{delegate.style} ",), "ro-style"),) if delegate.style else ()
        held = facts.office(delegate)
        office = (" ", Span((held,), "ro-office")) if held else ()
        remarks = (*facts.note(delegate.discrepancy), *facts.note(delegate.note))
        blocks.append(Paragraph((*style, name, *office, *remarks), cls="ro-head" if leads else "ro-member"))
    if not delegation.delegates:
        blocks.append(Paragraph((say.NO_HEAD,), cls="ro-member"))
    blocks += facts.note_alone(delegation.note)
    return Division("ro-side", tuple(blocks))


def _facts(words: account.Words) -> facts.Rows:
    """The facts at a glance: term and values."""
    site, meeting = words.site, words.meeting
    yield from _whether_and_when(site, meeting)
    yield from _where_and_what(site, meeting)
    if meeting.topics:
        yield shared.TOPICS, (words.topic_links(meeting.topics),)
    for one, several, official in ((shared.ACCOUNT, shared.ACCOUNTS, True), (say.REPORT, say.REPORTS, False)):
        found = [_account_line(site, meeting, each) for each in meeting.readouts if each.official is official]
        if found:
            yield one if len(found) == 1 else several, tuple(found)
    if meeting.searched:
        yield say.NOT_FOUND, tuple(_searched(site, each) for each in meeting.searched)
    yield from facts.remark(meeting.note)


def _whether_and_when(site: Site, meeting: Meeting) -> facts.Rows:
    shown = wording.weekday(meeting.date.day) if meeting.date.day else wording.dated(meeting.date)
    certain = () if meeting.date.day else (" ", Span((meeting.date_note or say.DAY_NOT_KNOWN,), "ro-note"))
    yield shared.DATE, ((shown, *certain),)
    told = False
    for session in meeting.sessions:
        values = tuple(_when(site, meeting, session))
        told = told or bool(values)
        several = len(meeting.sessions) > 1 or session.kind is not SessionKind.TALKS
        if values:
            yield session.kind.label.capitalize() if several else say.TIME, values
    if meeting.status is not Status.HELD:
        yield say.STATUS, ((site.link.term(meeting.status), say.WAS_NOT_HELD),)
    elif not told:
        yield say.TIME, ((say.NO_TIME,),)


def _where_and_what(site: Site, meeting: Meeting) -> facts.Rows:
    if meeting.mode is not Mode.IN_PERSON:
        yield say.MODE, ((site.link.term(meeting.mode),),)
    if meeting.place:
        country = site.link.party(site.archive.places[meeting.place].country)
        venue = (f"{meeting.venue}, ",) if meeting.venue else ()
        yield shared.PLACE, ((*venue, site.link.place(meeting.place), ", ", country),)
    if meeting.occasion:
        yield shared.OCCASION, ((site.link.occasion(meeting.occasion),),)
    yield shared.KIND, ((site.link.term(meeting.kind),),)


def _account_line(site: Site, meeting: Meeting, each: Readout) -> Inlines:
    link, language = account.account_link(site, meeting, each), wording.language(each.language)
    return (link,) if language in text_of(link.content) else (link, f", {language}")


def _when(site: Site, meeting: Meeting, session: Session) -> Iterator[Inlines]:
    """The local time of a session, then that of each side's capital, then what the accounts print."""
    here = site.archive.clock_place(meeting, session)
    span = site.archive.span(meeting, session)
    day = meeting.date.day
    duration = session.duration or (span.lasted if span else None)
    lasting = wording.lasting(duration) if duration else ""
    venue = "".join(f", {part}" for part in (session.venue, session.place and site.archive.places[session.place].name) if part)
    if span and here and day:
        offset = span.start.utcoffset()
        utc = "" if offset is None else _hours(offset.total_seconds())
        tail = f", {lasting}" if lasting else ""
        yield (Strong(wording.spanning(span, day)), f"{say.local_time(here.name, utc)}{tail}{venue}")
        seen = {here.zone}
        for party in meeting.parties:
            capital = site.archive.capital(party)
            there = clocks.zone(capital.zone) if capital else None
            if capital and there and capital.zone not in seen:
                seen.add(capital.zone)
                yield (wording.spanning(span.at(there), day), Span((say.in_capital(capital.name),), "ro-capital"))
    elif session.start or lasting:
        start = wording.time_of(session.start) if session.start else ""
        text = ", ".join(part for part in (start, lasting) if part)
        yield (text[:1].upper() + text[1:], venue)
    for printed in session.printed:
        if printed.discrepancy or printed.text:
            words = say.printed_as(shared.quoted(printed.text) if printed.text else wording.time_of(printed.start))
            yield (Span((" ".join(part for part in (words, printed.discrepancy) if part),), "ro-note"),)
    for guests in session.participants:
        yield say.guests(_guests(site, guests))
    if session.note:
        yield (Span((session.note,), "ro-note"),)


def _guests(site: Site, delegation: Delegation) -> Inlines:
    """Who came to a session alone: “Jean Chrétien, Prime Minister (Canada)”."""
    people: list[Inlines] = []
    for each in delegation.delegates:
        held = facts.office(each)
        name: Inline = site.link.person(each.person) if each.person else held
        people.append((name, f", {held}") if held and each.person else (name,))
    return (*joined(people), *(" (" if people else "",), site.link.party(delegation.party), ")" if people else "")


def _searched(site: Site, each: Searched) -> Inlines:
    return say.looked_for(site.link.party(each.side), wording.dated(each.on), each.where)


def _hours(seconds: float) -> str:
    """An offset from UTC: “+8”, “−5”, “+5:30”."""
    hours, minutes = divmod(abs(int(seconds)) // 60, 60)
    return f"{'−' if seconds < 0 else '+'}{hours}" + (f":{minutes:02}" if minutes else "")


def _outcomes(words: account.Words) -> Iterator[Block]:
    if words.meeting.outcomes:
        yield Heading(2, (shared.DOCUMENTS,), "documents")
        yield Items(tuple(Item(_document(words, each), cls="ro-document") for each in words.meeting.outcomes))


def _document(words: account.Words, outcome: Outcome) -> Inlines:
    title: Inline = Link((outcome.title,), outcome.url) if outcome.url else Strong(outcome.title)
    what = f" — {outcome.type.label}, {outcome.status.label}"
    topics: Inlines = (" ", Span((words.topics(outcome.topics),), "ro-topics")) if outcome.topics else ()
    return (title, what, *account.formula(outcome.formula), *topics, *facts.note(outcome.note))


def _earlier(site: Site, meeting: Meeting) -> Iterator[Block]:
    """What earlier meetings asked or announced and this one took up."""
    found = []
    for key in site.archive.took_up(meeting.id):
        earlier = site.archive.meetings[key]
        for _, its_account, statement in statements(earlier):
            for follow in statement.followed_by:
                if follow.meeting == meeting.id:
                    source = site.link.day(earlier, statement_anchor(its_account, statement))
                    found.append(Item((*account.who(site, statement), f": {statement.gist} (", source, f") — {follow.note}")))
    if found:
        yield Heading(2, (say.TAKEN_UP,), "taken-up")
        yield Items(tuple(found))


def _neighbours(site: Site, meeting: Meeting) -> Iterator[Block]:
    meetings = site.archive.summaries
    for around in site.archive.around(meeting.id):
        links = [
            Paragraph((Span((word,), "ro-word"), " ", site.link.meeting(meetings[each])), cls=cls)
            for word, each, cls in ((say.PREVIOUS, around.previous, "ro-previous"), (say.NEXT, around.next, "ro-next"))
            if each
        ]
        back = Paragraph((Link((shared.back_to(site.titles.pair(around.pair)),), site.link.pair(around.pair).to),), cls="ro-up")
        yield Division("ro-neighbours", (*links, back))


KINDS = (of_each(MEETINGS, "meeting", _page),)
