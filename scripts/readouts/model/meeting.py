"""The meeting record: sides, sessions and documents; its accounts are in `accounts`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from readouts.model.accounts import Phrase, Readout, Statement
from readouts.model.base import (
    Entry,
    OccasionId,
    Part,
    PartyId,
    PersonId,
    PlaceId,
    TopicId,
    fields_of_a_record,
)
from readouts.model.texts import Name, Text, Url
from readouts.model.values import ClockValue, DateValue, DurationValue
from readouts.model.vocabulary import Capacity, DocumentStatus, DocumentType, Kind, Mode, SessionKind, Status


@fields_of_a_record
class Printed(Part):
    """A clock reading that an account prints; it is kept as printed and compared with the computed one."""

    clock: PartyId | None = None
    """Whose capital's clock is printed; none for the local clock of the meeting."""
    start: ClockValue
    """The time meant, on the 24-hour clock."""
    date: DateValue | None = None
    """The date printed with it, where it is not the meeting's."""
    text: Text | None = Field(default=None, examples=["12 a.m. on August 15"])
    """The words as printed, where they are unusual."""
    discrepancy: Text | None = Field(default=None, examples=["The page prints 14 June; in Tokyo it was the 15th."])
    """Says how the printed time is wrong. Needed where it disagrees with the computed one, refused where it agrees."""


@fields_of_a_record
class Delegate(Part):
    """Somebody who took part for a side, in the office of the day."""

    person: PersonId | None = None
    """Who; none where the account names nobody."""
    office: Name | None = Field(default=None, alias="as", examples=["Prime Minister"])
    """The office on that day, as the account prints it."""
    capacity: Capacity | None = None
    """In what capacity, where not simply as holder of the office."""
    represents: Name | None = Field(default=None, examples=["Minister of Foreign Affairs"])
    """Whom a proxy stood in for."""
    style: Name | None = Field(default=None, examples=["H.E. Mr."])
    """The honorific the account prints."""
    discrepancy: Text | None = Field(default=None, examples=["The page calls the foreign minister a vice-minister."])
    """Says how the printed office is wrong."""
    note: Text | None = None
    """A remark of the archive."""


@fields_of_a_record
class Delegation(Part):
    """One side of a meeting."""

    party: PartyId = Field(alias="for")
    """The country or organization."""
    head: Delegate | None = Field(default=None, examples=["{person: abe-shinzo, as: Prime Minister}"])
    """Head of delegation; none where nobody is named."""
    members: tuple[Delegate, ...] = ()
    """Others who are named as taking part."""
    note: Text | None = None
    """A remark of the archive."""

    @property
    def delegates(self) -> tuple[Delegate, ...]:
        """The head of delegation first, then the others."""
        return (self.head, *self.members) if self.head else self.members


@fields_of_a_record
class Session(Part):
    """One part of a meeting, with its own times. Times are local to the meeting's place or clock."""

    kind: SessionKind = SessionKind.TALKS
    """What part of the meeting it was."""
    date: DateValue | None = None
    """The local date, where it is not the meeting's."""
    start: ClockValue | None = None
    """Start: exact, `~10:25` (about), `">18:04"` (a little after), or a part of the day."""
    end: ClockValue | None = None
    """End; one that is earlier on the clock than the start is on the next day."""
    duration: DurationValue | None = None
    """How long it took, where the account says so instead of giving an end."""
    place: PlaceId | None = None
    """Where it was, if not at the meeting's place."""
    venue: Text | None = None
    """Building or room, if not the meeting's."""
    printed: tuple[Printed, ...] = ()
    """Clock readings the accounts print for its start."""
    participants: tuple[Delegation, ...] = Field(default=(), examples=["[{for: CA, head: {person: chretien-jean}}]"])
    """Who took part in this session alone; they are no sides of the meeting."""
    note: Text | None = None
    """A remark of the archive."""


@fields_of_a_record
class Outcome(Part):
    """A document that a meeting brought forth."""

    type: DocumentType
    """What sort of document."""
    title: Name = Field(examples=["Agreement between Japan and the Republic of Peru for an Economic Partnership"])
    """Its title, or what it is about where no title is given."""
    status: DocumentStatus
    """What was done with it."""
    url: Url | None = None
    """The document."""
    topics: tuple[TopicId, ...] = ()
    """What it is about."""
    formula: Phrase | None = Field(default=None, examples=["strategic global partnership"])
    """The set phrase it uses for one of its topics."""
    note: Text | None = None
    """A remark of the archive."""


@fields_of_a_record
class Searched(Part):
    """A search for a side's account that found none."""

    side: PartyId
    """The side."""
    on: DateValue = Field(examples=["2026-11-24"])
    """The day."""
    where: Text = Field(examples=["gob.pe and the press"])
    """Where it was looked for."""


@fields_of_a_record
class Meeting(Entry):
    """A meeting of two or more sides (`meetings/<year>/<id>.yaml`; schema.org: Event)."""

    kind: Kind
    """What sort of meeting it was."""
    title: Name | None = Field(default=None, examples=["Japan–CELAC extended troika meeting"])
    """A title, where the parties and the kind do not make a good one."""
    status: Status = Status.HELD
    """Whether it was held. What was not held counts nowhere as a meeting."""
    mode: Mode = Mode.IN_PERSON
    """How the sides were brought together."""
    date: DateValue
    """The local date of the meeting, never the page's date; as far as it is known (EDTF)."""
    date_note: Text | None = None
    """Why the date is not certain."""
    place: PlaceId | None = None
    """The city."""
    venue: Text | None = Field(default=None, examples=["Presidential Palace"])
    """The building or room."""
    clock: PartyId | None = None
    """For a call: the party whose capital's clock the date and times are given in."""
    occasion: OccasionId | None = None
    """What it was held around."""
    sessions: tuple[Session, ...] = Field(default=(), examples=["[{start: 10:25, end: 10:45}]"])
    """Its parts and their times."""
    delegations: Annotated[tuple[Delegation, ...], Field(min_length=2)] = Field(examples=["[{for: JP}, {for: PE}]"])
    """The sides, at least two."""
    outcomes: tuple[Outcome, ...] = Field(
        default=(), examples=["[{type: memorandum, title: Memorandum on tourism, status: signed}]"]
    )
    """Documents that came of it."""
    readouts: Annotated[tuple[Readout, ...], Field(min_length=1)] = Field(
        examples=["[{publisher: mofa-jp, language: en, read: whole, recorded: whole}]"]
    )
    """The accounts of it, at least one."""
    searched: tuple[Searched, ...] = Field(default=(), examples=["[{side: PE, on: 2026-11-24, where: gob.pe and the press}]"])
    """Whose accounts were looked for and not found."""

    @property
    def parties(self) -> tuple[str, ...]:
        """The sides in the order of the record, each once."""
        return parties_of(self.delegations)

    @property
    def people(self) -> tuple[str, ...]:
        """The persons who took part, heads of delegation first."""
        guests = tuple(delegation for session in self.sessions for delegation in session.participants)
        return people_of((*self.delegations, *guests))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all accounts."""
        return tuple(statement for readout in self.readouts for statement in readout.statements)

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of its statements and documents, in the order of their first mention."""
        said = [topic for statement in self.statements for topic in statement.topics]
        written = [topic for outcome in self.outcomes for topic in outcome.topics]
        return tuple(dict.fromkeys(said + written))


def parties_of(delegations: tuple[Delegation, ...]) -> tuple[str, ...]:
    """The parties that some delegations stand for, each once."""
    return tuple(dict.fromkeys(delegation.party for delegation in delegations))


def people_of(delegations: tuple[Delegation, ...]) -> tuple[str, ...]:
    """The persons of some delegations, heads first, each once."""
    heads = [delegation.head for delegation in delegations if delegation.head]
    others = [member for delegation in delegations for member in delegation.members]
    return tuple(dict.fromkeys(each.person for each in (*heads, *others) if each.person))
