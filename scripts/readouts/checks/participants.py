"""Rules about who took part for whom, in what office, and who is said to have spoken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.checks.people import ends_first
from readouts.checks.sides import side_is_certain, sides_are_certain
from readouts.model.collections import MEETINGS
from readouts.model.states import existed
from readouts.model.values import COUNTRIES
from readouts.model.vocabulary import Capacity
from readouts.model.walk import statements
from readouts.model.wording import dated, term

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Delegate, Delegation, Meeting, Office, Person
    from readouts.model.values import Date
    from readouts.problems import Loc

_OUTSIDE_OFFICE = {Capacity.ELECT, Capacity.FORMER, Capacity.PROXY, Capacity.SPECIAL_ENVOY}


def offices_are_held(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """Whoever takes part as the holder of an office holds it on that day, by the person's record.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `as: Minister of Finance`
    Right: `as: Minister of Foreign Affairs`
    """
    for loc, _party, delegate in _delegates(meeting):
        person = archive.people.get(delegate.person or "")
        if person is None or delegate.office is None or delegate.discrepancy or delegate.capacity in _OUTSIDE_OFFICE:
            continue
        offices = [each for each in person.offices if delegate.office in (each.title, *each.also)]
        if any(map(ends_first, offices)):
            continue  # reported by itself
        if not offices:
            held = ", ".join(dict.fromkeys(f"“{each.title}”" for each in person.offices)) or "none"
            message = f"{person.name.full} has no office “{delegate.office}” (recorded: {held})"
            if same := next((each for each in _titles(person) if each.casefold() == delegate.office.casefold()), ""):
                message = f"the office is “{same}”, with its capitals, and not “{delegate.office}”"
                yield Finding(MEETINGS, meeting.id, (*loc, "as"), message, f"write `as: {same}`")
                continue
            hint = f"write the office as it is recorded, or add it under `offices:` in records/people/{person.id}.yaml, or to an office's `also:`"
            yield Finding(MEETINGS, meeting.id, (*loc, "as"), message, hint)
        elif not any(_held(office, meeting.date) for office in offices):
            terms = "; ".join(f"{office.title} {term(office.since, office.until)}" for office in offices)
            message = f"{person.name.full} was not {delegate.office} on {dated(meeting.date)} ({terms})"
            hint = "mend the office or the dates, or say `capacity: elect`, `former` or `acting`"
            yield Finding(MEETINGS, meeting.id, (*loc, "as"), message, hint)


def _titles(person: Person) -> Iterator[str]:
    """All that the offices of a person are called."""
    for office in person.offices:
        yield from (office.title, *office.also)


def _held(office: Office, when: Date) -> bool:
    return not ((office.since and when.last < office.since.first) or (office.until and when.first > office.until.last))


def speakers_took_part(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """Whoever speaks at a meeting is one of its delegates, one of its sides, or an organization's side.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `speakers: [tomasson-karl]`
    Right: `speakers: [jonsdottir-anna]`
    """
    present = {*meeting.people, *meeting.parties}
    if not all(person in archive.people for person in meeting.people) or not sides_are_certain(archive, meeting):
        return  # a delegate or a side is wrong, which is reported by itself
    for loc, speaker in _speakers(meeting):
        if speaker not in present and (speaker in archive.people or speaker in archive.organizations or speaker in COUNTRIES):
            message = f"“{speaker}” did not take part in this meeting"
            hint = (
                f"the speakers here are {', '.join(sorted(present))}; add another under `delegations:` as one of the `members:`"
            )
            yield Finding(MEETINGS, meeting.id, loc, message, hint)


def delegates_stand_once(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A person stands once among those who took part for a side.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `{person: tomasson-karl, as: Ambassador}`
    Right: `{as: Director of Protocol}`
    """
    seen: set[tuple[str, str]] = set()
    for loc, party, delegate in _of_delegations(("delegations",), meeting.delegations):
        if delegate.person and (party, delegate.person) in seen:
            message = f"“{delegate.person}” already stands in this delegation"
            yield Finding(MEETINGS, meeting.id, (*loc, "person"), message, "delete one of the two")
        seen.add((party, delegate.person or ""))


def people_speak_for_their_side(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A delegate belongs to the side the delegation stands for.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `head: {person: tomasson-karl, as: Ambassador}`
    Right: `head: {person: vula-seru, as: Minister of Foreign Affairs}`
    """
    for loc, party, delegate in _delegates(meeting):
        person = archive.people.get(delegate.person or "")
        if person and side_is_certain(archive, meeting, party) and not _belongs(person, party, archive):
            own = person.country or person.organization
            message = f"{person.name.full} is recorded for {own}, not for {party}"
            hint = f"mend the delegation, or add an office with `party: {party}` in records/people/{person.id}.yaml"
            yield Finding(MEETINGS, meeting.id, (*loc, "person"), message, hint)


def whoever_asked_or_told_is_a_side(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """Whoever asked for a meeting, or whose account of it a page gives, is one of its sides.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `requested_by: "NO"`
    Right: `requested_by: FJ`
    """
    for number, readout in enumerate(meeting.readouts if sides_are_certain(archive, meeting) else ()):
        for key, side in (("requested_by", readout.requested_by), ("account_of", readout.account_of)):
            if side and side not in meeting.parties:
                message = f"“{side}” is no side of this meeting"
                hint = f"write one of {', '.join(meeting.parties)}, or delete the line"
                yield Finding(MEETINGS, meeting.id, ("readouts", number, key), message, hint)


def statements_are_for_those_concerned(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """What is said is said to somebody else, and reported by somebody, who took part or belongs to one of the sides.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `to: [orlov-pyotr]`
    Right: `to: [vula-seru]`
    """
    guests = tuple(guest.party for session in meeting.sessions for guest in session.participants)
    sides, known = (*meeting.parties, *guests), {*meeting.people, *meeting.parties, *guests}
    if not all(side in COUNTRIES or side in archive.organizations for side in sides):
        return  # reported by itself
    if not all(person in archive.people for person in meeting.people):
        return  # so is that
    for loc, _, statement in statements(meeting):
        named = [((*loc, "to", number), each) for number, each in enumerate(statement.to)]
        for where, who in [*named, *([((*loc, "reported_by"), statement.reported_by)] if statement.reported_by else [])]:
            if where[-1] != "reported_by" and who in statement.speakers:
                message = f"“{who}” is a speaker of this statement, too"
                hint = "write to whom it is said, or delete the line `to:`"
                yield Finding(MEETINGS, meeting.id, where, message, hint)
            elif who not in known and _is_of_no_side(who, sides, archive, meeting):
                message = f"“{who}” neither took part in this meeting nor belongs to one of its sides"
                hint = f"write one of {', '.join(sorted(known))}, or delete it"
                yield Finding(MEETINGS, meeting.id, where, message, hint)


def _is_of_no_side(who: str, sides: tuple[str, ...], archive: Archive, meeting: Meeting) -> bool:
    """Whether it is known that somebody belongs to none of the sides; what does not exist, or not on that day, is reported by itself."""
    if person := archive.people.get(who):
        return not any(_belongs(person, side, archive) for side in sides)
    return who in archive.organizations or (who in COUNTRIES and existed(who, meeting.date.first, meeting.date.last))


def _belongs(person: Person, party: str, archive: Archive) -> bool:
    organization = archive.organizations.get(party)
    own = {person.country, person.organization, *(office.party for office in person.offices)} - {None}
    if not own:
        return True  # that is a problem of the person's record, and told there
    # An organization of states is represented by people of its members.
    return party in own or (organization is not None and organization.side is None and person.country is not None)


def accounts_that_were_found(archive: Archive, meeting: Meeting) -> Iterator[Finding]:
    """What was searched in vain is a side’s own account where none is on record; a report in the press is not its own.

    Wrong in `meetings/2034/2034-09-fiji-iceland.yaml`: `searched: [{side: "NO",`
    Right: `searched: [{side: IS,`
    """
    own = [readout for readout in meeting.readouts if readout.official]
    told = {readout.account_of or _speaks_for(archive, readout.publisher) for readout in own}
    for number, searched in enumerate(meeting.searched if sides_are_certain(archive, meeting) else ()):
        loc: Loc = ("searched", number, "side")
        if searched.side not in meeting.parties:
            message = f"“{searched.side}” is no side of this meeting"
            yield Finding(MEETINGS, meeting.id, loc, message, f"write one of {', '.join(meeting.parties)}")
        elif searched.side in told:
            message = f"an account of {searched.side} is on record, so it was not searched in vain"
            yield Finding(MEETINGS, meeting.id, loc, message, "delete the search")


def _speaks_for(archive: Archive, publisher: str) -> str | None:
    organization = archive.organizations.get(publisher)
    return organization.side if organization else None


def _delegates(meeting: Meeting) -> Iterator[tuple[Loc, str, Delegate]]:
    yield from _of_delegations(("delegations",), meeting.delegations)
    for number, session in enumerate(meeting.sessions):
        yield from _of_delegations(("sessions", number, "participants"), session.participants)


def _of_delegations(at: Loc, delegations: tuple[Delegation, ...]) -> Iterator[tuple[Loc, str, Delegate]]:
    for number, delegation in enumerate(delegations):
        if delegation.head:
            yield (*at, number, "head"), delegation.party, delegation.head
        for position, member in enumerate(delegation.members):
            yield (*at, number, "members", position), delegation.party, member


def _speakers(meeting: Meeting) -> Iterator[tuple[Loc, str]]:
    for loc, _, statement in statements(meeting):
        for number, speaker in enumerate(statement.speakers):
            yield (*loc, "speakers", number), speaker
