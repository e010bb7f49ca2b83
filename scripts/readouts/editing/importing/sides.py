"""The sides of a meeting, by its lead and its title: for whom somebody took part, and in what office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from readouts.archive.todo import TODO
from readouts.editing.importing.context import Context
from readouts.editing.importing.names import countries_in
from readouts.editing.importing.people import Taker, called_by, takers
from readouts.editing.importing.report import todo
from readouts.editing.importing.words import OfficeWords, Told, offices_in, words

if TYPE_CHECKING:
    from readouts.model import Person

_BOTH = 2
_OF_A_COUNTRY = 30
"""Letters behind an office in which its country stands."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a meeting: the head of delegation first."""

    party: str
    people: tuple[Taker, ...] = ()
    office: OfficeWords | None = None
    """The office of a head who is not named."""
    printed: str = ""
    """That office as it is recorded."""


def sides_of(lead: str, day: date | None, context: Context) -> list[Side]:
    """The sides: everybody who is named with an office, the first of each country as its head.

    Args:
        lead: The sentences that tell of the meeting.
        day: Its day, where it is known.
        context: The import.
    """
    report = context.report
    found = takers(lead, context.language, context.known)
    if len({each.country for each in found}) < _BOTH:
        found = takers(context.layout.lead, context.language, context.known)
    told = " ".join(each.text for section in context.layout.sections for each in section.paragraphs)
    found = [called_by(each, told) for each in found]
    sides = _grouped(_with_countries(found, context), lead, context)
    for party in _titled(context):
        if all(each.party != party for each in sides) and len(sides) < _BOTH:
            sides.append(Side(party))
            report.guessed.append(f"side: {party}, by the title; nobody of it is named in the lead")
    own = next((each for each in sides if each.party == context.side), None)
    if (own and not own.people) or (own is None and len(sides) < _BOTH):
        sides = [each for each in sides if each is not own] + _own_side(own, day, context)
    while len(sides) < _BOTH:
        sides.append(Side(todo()))
        report.asked.append("delegations: fewer than two sides were found")
    sides.sort(key=lambda each: each.party != context.side)
    for each in sides:
        for taker in each.people:
            _tell(taker, each.party, context)
    return sides


def _grouped(found: Sequence[Taker], lead: str, context: Context) -> list[Side]:
    """People by their countries. Whoever is not the first of one attended only where the lead says so."""
    attended = words().attended.get(context.language, "(?!)")
    by_party: dict[str, list[Taker]] = {}
    for each in found:
        held = by_party.setdefault(each.country or todo(), [])
        if not held or re.search(attended, lead[held[0].start : each.start]):
            held.append(each)
        else:
            context.report.dropped.append(f"{each.name}, {each.printed or each.office.title}: named beside the meeting")
    return [Side(party, tuple(people)) for party, people in by_party.items()]


def _with_countries(found: list[Taker], context: Context) -> list[Taker]:
    """The same, where the one person of whom no country is told is from the one that is left by the title, or is the publisher’s."""
    told = {each.country for each in found}
    left = [each for each in _titled(context) if each not in told]
    left = left or [each for each in (context.side,) if each and each not in told]
    if len(left) != 1 or [each.country for each in found].count("") != 1:
        return found
    context.report.guessed.append(f"side: {left[0]}, for the one person of whom no country is told")
    return [each if each.country else replace(each, country=left[0]) for each in found]


def _titled(context: Context) -> list[str]:
    """The parties that a title names: “Japan-Peru …”, 日・ペルー…."""
    title = context.layout.title
    found = [each.id for each in countries_in(title.replace("-", " - ").replace("–", " – "), context.language)]
    if context.language == "ja" and re.match(r"日本?・", title):
        found.insert(0, "JP")
    return list(dict.fromkeys(found))


def _own_side(own: Side | None, day: date | None, context: Context) -> list[Side]:
    """The publisher’s side, whose head is “the Prime Minister” on its page; as it was, or none, where no such office stands there."""
    lead, side = context.layout.lead, context.side
    bare = [
        each
        for each in offices_in(lead, context.language)
        if not countries_in(lead[each.end : each.end + _OF_A_COUNTRY], context.language)
    ]
    if not side or not bare:
        return [own] if own else []
    told = bare[0]
    office = told.printed if context.language == "en" else told.office.title
    holders = [
        each
        for each in context.known.archive.people.values()
        if side in (each.country, each.organization) and day and _held(each, told, day)
    ]
    if len(holders) == 1:
        holder = holders[0]
        return [Side(side, (Taker(holder.label, told.office, office, "", side, holder.id, sure=False, start=told.start),))]
    context.report.asked.append(f"{side}: who was {office}?")
    return [Side(side, (), told.office, office)]


def _held(person: Person, told: Told, day: date) -> bool:
    """Whether a person is known to have held an office on a day."""
    return any(
        told.office.title in (office.title, *office.also)
        and office.since is not None
        and office.since.first <= day
        and (office.until is None or day <= office.until.last)
        for office in person.offices
    )


def _tell(taker: Taker, party: str, context: Context) -> None:
    report = context.report
    who = f"{taker.name}, {taker.printed or taker.office.title} ({party})"
    if not taker.person:
        perhaps = f"; perhaps {taker.proposal}" if taker.proposal else ""
        report.asked.append(f"person: {who} is not in records/people/{perhaps}.{context.known.like(taker.name)}")
    elif taker.sure:
        report.understood.append(f"person: {who} is {taker.person}")
    else:
        report.guessed.append(f"person: {who} is {taker.person}, as no other has that name")
    if party.startswith(TODO):
        report.asked.append(f"delegations: for whom did {taker.name} speak?")
