"""The page of a meeting: what, when, where and who at a glance, then each account."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from readouts.exports import citations
from readouts.model import anchors, clocks, wording
from readouts.model.vocabulary import Mode, SessionKind
from readouts.pages import aligned, changes, heads, readout, search_entries
from readouts.pages.draft import Draft, key
from readouts.render.blocks import (
    Block,
    Citations,
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
    joined,
    texts,
)

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Delegation, Meeting, Outcome, Session
    from readouts.pages.site import Site


def drafts(site: Site) -> Iterator[Draft]:
    """A page for every meeting."""
    states, shown = site.archive.all_states, _shown(site.archive)
    for meeting in site.archive.meetings.values():
        around, ids = shown[meeting.id]
        state = hash((around, *[states.get(each, 0) for each in ids]))
        yield Draft(site.meeting_path(meeting), state, partial(page, site, meeting))


def _shown(archive: Archive) -> Mapping[str, tuple[int, tuple[str, ...]]]:
    """Meeting → a number for its relations, and itself with the others that its page names."""
    if "shown" not in archive.indexed:
        archive.indexed["shown"] = {meeting.id: _named(archive, meeting) for meeting in archive.meetings.values()}
    return archive.indexed["shown"]


def _named(archive: Archive, meeting: Meeting) -> tuple[int, tuple[str, ...]]:
    around = archive.around.get(meeting.id, ())
    beside = [each for one in around for each in (one.previous, one.next) if each]
    taken_up = archive.takes_up.ids.get(meeting.id, ())
    return key(around), (meeting.id, *beside, *taken_up, *archive.named(meeting, "meetings"))


def page(site: Site, meeting: Meeting) -> Page:
    """The page of one meeting."""
    anchored = anchors.anchors(meeting)
    accounts = [
        block
        for number, each in enumerate(meeting.readouts)
        for block in readout.account(site, meeting, each, number, anchored)
    ]
    body: list[Block] = [*_outcomes(site, meeting), *aligned.blocks(site, meeting), *accounts, *_earlier(site, meeting)]
    glance = [_sides(site, meeting), Division("ro-facts", (Facts(tuple(_facts(site, meeting))),))]
    dateline = ", ".join(part for part in (site.place_name(meeting), wording.dated(meeting.date)) if part)
    title = Heading(1, (site.meeting_title(meeting),)), Paragraph((dateline,), cls="ro-dateline")
    blocks = [*_back(site, meeting), *title, *glance, *body]
    return Page(
        site.meeting_path(meeting),
        site.full_title(meeting),
        _description(site, meeting),
        f"records/meetings/{meeting.date.year:04}/{meeting.id}.yaml",
        (*blocks, *_abbreviations(site, blocks), *changes.blocks(meeting), *_cited(site, meeting), *_neighbours(site, meeting)),
        head=heads.of_meeting(site, meeting),
        indexed=search_entries.meeting(site, meeting),
    )


def _description(site: Site, meeting: Meeting) -> str:
    people = " and ".join(site.archive.people[d.head.person].name.full for d in meeting.delegations if d.head and d.head.person)
    topics = ", ".join(site.archive.topics[topic].name for topic in meeting.topics[:5])
    return ". ".join(part for part in (site.full_title(meeting), people, topics and f"Topics: {topics}") if part)


def _back(site: Site, meeting: Meeting) -> Iterator[Block]:
    pairs = [each.pair for each in site.archive.around.get(meeting.id, ())]
    links = [Link((f"Back to {site.pair_title(pair)}",), site.pair(pair).to) for pair in pairs]
    if links:
        yield Paragraph(joined(links, " · "), cls="ro-back")


def _sides(site: Site, meeting: Meeting) -> Division:
    return Division("ro-sides", tuple(_side(site, each) for each in meeting.delegations))


def _side(site: Site, delegation: Delegation) -> Division:
    blocks: list[Block] = [Paragraph((site.party(delegation.party),), cls="ro-party")]
    for number, delegate in enumerate(delegation.delegates):
        leads = number == 0 and delegation.head is not None
        name: Inline = site.person(delegate.person) if delegate.person else "Not named by the accounts"
        style = (Span((f"{delegate.style} ",), "ro-style"),) if delegate.style else ()
        office = (" ", Span(site.office(delegate), "ro-office")) if site.office(delegate) else ()
        blocks.append(Paragraph((*style, name, *office, *site.note(delegate.note)), cls="ro-head" if leads else "ro-member"))
    if not delegation.delegates:
        blocks.append(Paragraph(("No head of delegation is recorded.",), cls="ro-member"))
    if delegation.note:
        blocks.append(Paragraph(site.note(delegation.note)[1:]))
    return Division("ro-side", tuple(blocks))


def _facts(site: Site, meeting: Meeting) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    """The facts at a glance: term and values."""
    shown = wording.weekday(meeting.date.day) if meeting.date.day else wording.dated(meeting.date)
    certain = () if meeting.date.day else (" ", Span((meeting.date_note or "The exact day is not known.",), "ro-note"))
    yield "Date", ((shown, *certain),)
    for session in meeting.sessions:
        values = tuple(_when(site, meeting, session))
        several = len(meeting.sessions) > 1 or session.kind is not SessionKind.TALKS
        if values:
            yield session.kind.label.capitalize() if several else "Time", values
    if not any(session.start or session.duration for session in meeting.sessions):
        yield "Time", (("Not given by the accounts.",),)
    if meeting.mode is not Mode.IN_PERSON:
        yield "Mode", ((site.term(meeting.mode),),)
    if meeting.place:
        country = site.party(site.archive.places[meeting.place].country)
        venue = (f"{meeting.venue}, ",) if meeting.venue else ()
        yield "Place", ((*venue, site.place(meeting.place), ", ", country),)
    if meeting.occasion:
        yield "Occasion", ((site.occasion(meeting.occasion),),)
    yield "Kind", ((site.term(meeting.kind),),)
    if meeting.topics:
        yield "Topics", (site.topics(meeting.topics),)
    accounts = [_account_line(site, meeting, number) for number in range(len(meeting.readouts))]
    yield "Account" if len(accounts) == 1 else "Accounts", tuple(accounts)
    if meeting.note:
        yield "Note", ((meeting.note,),)


def _account_line(site: Site, meeting: Meeting, number: int) -> Inlines:
    each = meeting.readouts[number]
    return (readout.link(site, meeting, number), f", {wording.language(each.language)} · ", *readout.marks(site, each))


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
        utc = "" if offset is None else f" (UTC{_hours(offset.total_seconds())})"
        tail = f", {lasting}" if lasting else ""
        yield (Strong(wording.spanning(span, day)), f" {here.name} time{utc}{tail}{venue}")
        seen = {here.zone}
        for party in meeting.parties:
            capital = site.archive.capital(party)
            there = clocks.zone(capital.zone) if capital else None
            if capital and there and capital.zone not in seen:
                seen.add(capital.zone)
                yield (wording.spanning(span.at(there), day), Span((f" in {capital.name}",), "ro-capital"))
    elif session.start or lasting:
        start = wording.time_of(session.start) if session.start else ""
        text = ", ".join(part for part in (start, lasting) if part)
        yield (text[:1].upper() + text[1:], venue)
    for printed in session.printed:
        if printed.discrepancy or printed.text:
            words = f"Printed as “{printed.text}”." if printed.text else f"Printed as {wording.time_of(printed.start)}."
            yield (Span((" ".join(part for part in (words, printed.discrepancy) if part),), "ro-note"),)
    if session.note:
        yield (Span((session.note,), "ro-note"),)


def _hours(seconds: float) -> str:
    """An offset from UTC: “+8”, “−5”, “+5:30”."""
    hours, minutes = divmod(abs(int(seconds)) // 60, 60)
    return f"{'−' if seconds < 0 else '+'}{hours}" + (f":{minutes:02}" if minutes else "")


def _outcomes(site: Site, meeting: Meeting) -> Iterator[Block]:
    if meeting.outcomes:
        yield Heading(2, ("Documents",), "documents")
        yield Items(tuple(Item(_document(site, each), cls="ro-document") for each in meeting.outcomes))


def _document(site: Site, outcome: Outcome) -> Inlines:
    title: Inline = Link((outcome.title,), outcome.url) if outcome.url else Strong(outcome.title)
    what = f" — {outcome.type.label}, {outcome.status.label}"
    topics = (" ", *site.topics(outcome.topics)) if outcome.topics else ()
    return (title, what, *readout.formula(outcome.formula), *topics, *site.note(outcome.note))


def _earlier(site: Site, meeting: Meeting) -> Iterator[Block]:
    """What earlier meetings asked or announced and this one took up."""
    found = []
    for earlier in site.archive.takes_up.get(meeting.id, ()):
        for loc, statement in readout.statements(earlier):
            for follow in statement.followed_by:
                if follow.meeting == meeting.id:
                    source = site.meeting(earlier, wording.dated(earlier.date), anchors.anchors(earlier)[loc])
                    found.append(Item((*readout.who(site, statement), f": {statement.gist} (", source, f") — {follow.note}")))
    if found:
        yield Heading(2, ("Taken up here",), "taken-up")
        yield Items(tuple(found))


def _abbreviations(site: Site, blocks: list[Block]) -> Iterator[Block]:
    short = site.abbreviations("\n".join(texts(blocks)))
    if short:
        yield Heading(2, ("Abbreviations",), "abbreviations")
        yield Division("ro-facts", (Facts(tuple((each, ((site.short_forms[each][1],),)) for each in short)),))


def _cited(site: Site, meeting: Meeting) -> Iterator[Block]:
    what = heads.cited(site, meeting)
    yield Heading(2, ("Cite",), "cite")
    yield Citations(what.address, citations.texts(what))


def _neighbours(site: Site, meeting: Meeting) -> Iterator[Block]:
    meetings = site.archive.meetings
    for around in site.archive.around.get(meeting.id, ()):
        links = [
            Paragraph((Span((f"{word} meeting",), "ro-word"), " ", site.meeting(meetings[each])), cls=f"ro-{word.lower()}")
            for word, each in (("Previous", around.previous), ("Next", around.next))
            if each
        ]
        back = Paragraph((Link((f"Back to {site.pair_title(around.pair)}",), site.pair(around.pair).to),), cls="ro-up")
        yield Division("ro-neighbours", (*links, back))
