"""What a lead says of the meeting as a whole: when it was, of what kind, and who took part for which side."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from readouts.editing.importing.dates import Found, dates_in, relative
from readouts.editing.importing.layout import Layout
from readouts.editing.importing.names import Authorities, countries_in
from readouts.editing.importing.people import Taker, takers
from readouts.editing.importing.report import Report
from readouts.editing.importing.statements import sentences
from readouts.editing.importing.times import Sitting, sittings
from readouts.editing.importing.words import OfficeWords, offices_in, words
from readouts.model.values import COUNTRIES
from readouts.model.vocabulary import Kind, Mode

TODO = "TODO"
"""What stands where something is not known; behind it, what it may be."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FAR = 60
"""Days between a meeting and its page, at most, where the page prints no year of the meeting."""


def todo(proposal: str = "") -> str:
    """A value that is asked for."""
    return f"{TODO} {proposal}".strip()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a meeting: the head of delegation first."""

    party: str
    people: tuple[Taker, ...] = ()
    office: OfficeWords | None = None
    """The office of a head who is not named."""
    printed: str = ""
    """That office as it is recorded."""


@dataclass(slots=True)
class Facts:
    """What is known of the meeting as a whole."""

    lead: str
    """The sentences that tell of the meeting."""
    sittings: list[Sitting] = field(default_factory=list)
    day: date | None = None
    date: str = TODO
    """As it stands in the record."""
    kind: str = TODO
    mode: Mode = Mode.IN_PERSON
    sides: list[Side] = field(default_factory=list)


def facts_of(layout: Layout, language: str, side: str, known: Authorities, report: Report) -> Facts:
    """The facts of a readout.

    Args:
        layout: Its parts.
        language: Its language.
        side: The country that its publisher speaks for; empty where that is not known.
        known: The names of the archive.
        report: Where it is said what was guessed or is asked.
    """
    whole = f"{layout.lead} " if layout.lead else ""
    meet = words().meet.get(language, "(?!)")
    told = [each for each in sentences(whole, language) if re.search(meet, each, re.IGNORECASE)]
    made = Facts(" ".join(told) or whole.strip())
    made.sittings = sittings(made.lead, language)
    _date(made, layout, language, report)
    _kind_by_words(made, layout, language)
    _sides(made, layout, language, side, known, report)
    if made.kind == TODO:
        _kind_by_offices(made, report)
    return made


def _date(made: Facts, layout: Layout, language: str, report: Report) -> None:
    """The day of the meeting: printed in the lead, or told from that of the page."""
    page = layout.published
    found = next((each.start.date for each in made.sittings if each.start and each.start.date), None)
    japan = {each.japan.date for each in made.sittings if each.japan and each.japan.date}
    printed = [each for each in dates_in(made.lead, language) if each not in japan]
    first: Found | None = found or next(iter(printed), None)
    if first and (day := first.on(page)):
        if not first.year and page and abs((day - page).days) > _FAR:
            made.date = todo(day.isoformat())
            report.asked.append(f"date: the text prints no year, and its day is far from {page}, the date of the page")
            return
        made.day, made.date = day, day.isoformat()
        report.understood.append(f"date: {day} (the page is of {page or 'no day'})")
        if first.weekday is not None and first.weekday != day.weekday():
            report.asked.append(f"date: the page calls {day} a {_DAYS[first.weekday]}, and it was a {_DAYS[day.weekday()]}")
    elif first:
        made.date = todo(f"{first.month:02}-{first.day:02}" if first.month else "")
        report.asked.append("date: the page prints no year, or no such day")
    elif page and (day := relative(made.lead, language, page)):
        made.day = day
        made.date = made.day.isoformat()
        report.guessed.append(f"date: {made.day}, as the text counts from {page}, the date of the page")
    elif titled := next((each.on(None) for each in dates_in(layout.title, language) if each.year), None):
        made.day, made.date = titled, titled.isoformat()
        report.guessed.append(f"date: {titled}, by the title")
    else:
        made.date = todo(page.isoformat() if page else "")
        report.asked.append(f"date: the text prints none; {page or 'none'} is that of the page")


def _kind_by_words(made: Facts, layout: Layout, language: str) -> None:
    for text in (layout.title, made.lead):
        for each in words().kinds:
            if each.found(text, language):
                if made.kind == TODO and each.kind:
                    made.kind = each.kind
                if made.mode is Mode.IN_PERSON and each.mode:
                    made.mode = each.mode


def _kind_by_offices(made: Facts, report: Report) -> None:
    offices = [each.people[0].office if each.people else each.office for each in made.sides]
    ranks = [each.rank for each in offices if each]
    if len(ranks) >= 2 and len(ranks) == len(made.sides):  # noqa: PLR2004  # both sides
        if set(ranks) == {"head"}:
            made.kind = Kind.SUMMIT
        elif set(ranks) == {"foreign"}:
            made.kind = Kind.FOREIGN_MINISTERS
        if made.kind != TODO:
            report.guessed.append(f"kind: {made.kind}, by the offices of both sides")
            return
    report.asked.append("kind: neither the title nor the text says what sort of meeting it was")


def _sides(made: Facts, layout: Layout, language: str, side: str, known: Authorities, report: Report) -> None:
    """The sides: everybody named with an office, the first of each country as its head."""
    found = takers(made.lead, language, known)
    if len({each.country for each in found}) < 2:  # noqa: PLR2004  # two sides
        found = takers(layout.lead, language, known)
    found = _with_countries(found, layout, language, side, report)
    attended = words().attended.get(language, "(?!)")
    by_party: dict[str, list[Taker]] = {}
    for each in found:
        party = each.country or todo()
        held = by_party.setdefault(party, [])
        if not held or re.search(attended, made.lead[held[0].start : each.start]):
            held.append(each)
        else:
            report.dropped.append(f"{each.name}, {each.printed or each.office.title}: named beside the meeting")
    made.sides = [Side(party, tuple(people)) for party, people in by_party.items()]
    for party in _titled(layout.title, language):
        if all(each.party != party for each in made.sides) and len(made.sides) < 2:  # noqa: PLR2004  # two sides
            made.sides.append(Side(party))
            report.guessed.append(f"side: {party}, by the title; nobody of it is named in the lead")
    _own_side(made, layout, language, side, known, report)
    while len(made.sides) < 2:  # noqa: PLR2004  # two sides
        made.sides.append(Side(todo()))
        report.asked.append("delegations: fewer than two sides were found")
    made.sides.sort(key=lambda each: each.party != side)
    for each in made.sides:
        for taker in each.people:
            _tell(taker, each.party, known, report)


def _with_countries(found: list[Taker], layout: Layout, language: str, side: str, report: Report) -> list[Taker]:
    """The same, where one person of whom no country is told is from the one that is left by the title, or is the publisher’s."""
    told = {each.country for each in found}
    left = [each for each in _titled(layout.title, language) if each not in told] or [each for each in (side,) if each and each not in told]
    if "" not in told or len(left) != 1 or len([each for each in found if not each.country]) > 1:
        return found
    report.guessed.append(f"side: {left[0]}, for the one person of whom no country is told")
    return [each if each.country else replace(each, country=left[0]) for each in found]


def _own_side(made: Facts, layout: Layout, language: str, side: str, known: Authorities, report: Report) -> None:
    """A publisher's own head, who is “the Prime Minister” on its page."""
    bare = next((each for each in offices_in(layout.lead, language) if not countries_in(layout.lead[each.end : each.end + 30], language)), None)
    here = next((number for number, each in enumerate(made.sides) if each.party == side), None)
    if not side or side not in COUNTRIES or (here is not None and made.sides[here].people) or bare is None:
        return
    if here is None and len(made.sides) > 1:
        return
    holders = [
        person.id
        for person in known.archive.people.values()
        if person.country == side and made.day and any(
            (office.since and office.since.first <= made.day) and (office.until is None or made.day <= office.until.last)
            and bare.office.title in (office.title, *office.also)
            for office in person.offices
        )
    ]
    office = bare.printed if language == "en" else bare.office.title
    people: tuple[Taker, ...] = ()
    if len(holders) == 1:
        label = known.archive.people[holders[0]].label
        people = (Taker(label, bare.office, office, "", side, holders[0], sure=False, start=bare.start),)
    else:
        report.asked.append(f"{side}: who was {office}?")
    new = Side(side, people, bare.office, office)
    if here is None:
        made.sides.append(new)
    else:
        made.sides[here] = replace(new)


def _titled(title: str, language: str) -> list[str]:
    """The parties that a title names: “Japan-Peru …”, 日・ペルー…."""
    found = [each.id for each in countries_in(title.replace("-", " - ").replace("–", " – "), language)]
    if language == "ja" and re.match(r"日本?・", title):
        found.insert(0, "JP")
    return list(dict.fromkeys(found))


def _tell(taker: Taker, party: str, known: Authorities, report: Report) -> None:
    who = f"{taker.name}, {taker.printed or taker.office.title} ({party})"
    if not taker.person:
        report.asked.append(f"person: {who} is not in records/people/{f'; perhaps {taker.proposal}' if taker.proposal else ''}.{known.like(taker.name)}")
    elif taker.sure:
        report.understood.append(f"person: {who} is {taker.person}")
    else:
        report.guessed.append(f"person: {who} is {taker.person}, as no other has that name")
    if party.startswith(TODO):
        report.asked.append(f"delegations: for whom did {taker.name} speak?")
