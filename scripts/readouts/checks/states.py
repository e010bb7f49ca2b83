"""Rules about states that existed for a time only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model.collections import MEETINGS, PLACES
from readouts.model.references import names_of, references
from readouts.model.states import INDEPENDENT, STATES, existed, instead
from readouts.model.values import COUNTRIES
from readouts.model.vocabulary import Status
from readouts.model.wording import dated, day

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Records
    from readouts.model import Meeting

_NO_MORE = {code for code, state in STATES.items() if state.until}


def parties_existed(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A state that is named as a side, a guest, a speaker or in any other part existed on the day of the meeting."""
    if meeting.status is not Status.HELD:
        return  # a state may have come to its end before the day that was meant
    first, last = meeting.date.first, meeting.date.last
    gone = {key for _, key in names_of(meeting) if not existed(key, first, last)}
    if not gone:
        return
    for reference in references(meeting):
        if reference.id in gone:
            gone.remove(reference.id)  # once is enough
            code = reference.id
            was = "did not exist" if code in _NO_MORE else "was no state of its own"
            message = f"{code} ({COUNTRIES[code]}) {was} on {dated(meeting.date)} ({_term(code)})"
            there = ", ".join(instead(code, first, last))
            hint = f"write the state of that day ({there}), or mend the date" if there else "mend the date or the party"
            yield Finding(MEETINGS, meeting.id, reference.loc, message, hint)


def places_are_in_countries_of_today(archive: Archive, _: Records) -> Iterator[Finding]:
    """A place is in a country of today, and `capital_of` names states that are no more."""
    for place in archive.places.values():
        if place.country in _NO_MORE:
            message = f"{place.country} ({COUNTRIES[place.country]}) is no more"
            hint = f"write the country that the place is in today; for a capital, add `capital_of: [{place.country}]`"
            yield Finding(PLACES, place.id, ("country",), message, hint)
        for number, code in enumerate(place.capital_of):
            if code not in _NO_MORE:
                hint = "for the capital of today write `capital: true`"
                yield Finding(PLACES, place.id, ("capital_of", number), f"{code} ({COUNTRIES[code]}) exists today", hint)


def _term(code: str) -> str:
    state = STATES.get(code)
    if state is None:
        return f"independent since {day(INDEPENDENT[code][1])}"
    return f"{day(state.since)} to {day(state.until)}" if state.until else f"since {day(state.since)}"
