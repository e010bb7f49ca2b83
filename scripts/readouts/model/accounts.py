"""The accounts of a meeting: where each comes from, its paragraphs, and who said what."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from readouts.model.base import MeetingId, OneOrMany, OrganizationId, Part, PartyId, SpeakerId, TopicId, fields_of_a_record
from readouts.model.values import Anchor, DateValue, Flag, Language, Name, Text, Url
from readouts.model.vocabulary import Act, Origin, Wording


@fields_of_a_record
class FollowUp(Part):
    """What came of a statement. It is the archive's claim, so it says why."""

    meeting: MeetingId | None = None
    """The meeting that took it up."""
    date: DateValue | None = None
    """When, where it was not at a meeting of the archive."""
    note: Text = Field(examples=["Abe visits Lima under Humala’s successor."])
    """What happened, and why it is linked."""


@fields_of_a_record
class Statement(Part):
    """Who said what about what, according to the account."""

    id: Anchor | None = None
    """Its address on the page; keep it when you reword the statement. Without one, the address comes from the wording."""
    speakers: tuple[SpeakerId, ...] = Field(default=(), examples=["[abe-shinzo]"])
    """One, several, a side (`JP`), or none where the account names no speaker."""
    act: Act
    """What the speakers do by saying it."""
    to: tuple[SpeakerId, ...] = Field(default=(), examples=["[humala-ollanta]"])
    """To whom it is directed, where that matters: an invitation, greetings."""
    topics: tuple[TopicId, ...] = ()
    """What it is about."""
    gist: Text = Field(examples=["Invites the Prime Minister to visit Peru."])
    """What is said, in one sentence of our own words. The speaker is not repeated."""
    formula: Name | None = Field(default=None, examples=["strategic partner"])
    """The set phrase for one of its topics, in English, where the choice of the phrase matters."""
    reported_by: SpeakerId | None = None
    """The participant through whom alone it is known."""
    about_meeting: MeetingId | None = None
    """Another meeting that the statement reports."""
    followed_by: Annotated[tuple[FollowUp, ...], OneOrMany()] = ()
    """What came of it: one thing or a list."""
    note: Text | None = None
    """A remark of the archive."""


@fields_of_a_record
class Paragraph(Part):
    """A paragraph of an account."""

    id: Anchor | None = None
    """Its address on the page. Without one, the address comes from the printed labels."""
    label: Name | None = Field(default=None, examples=["(1)"])
    """The number or mark as printed; it may be absent or repeated."""
    text: Text | None = None
    """The official wording. Only with `wording: verbatim`."""
    statements: tuple[Statement, ...] = Field(
        default=(), examples=["[{speakers: [abe-shinzo], act: recall, gist: Recalls 140 years of friendly relations.}]"]
    )
    """What is said in it, in the order of the account."""
    note: Text | None = None
    """A remark of the archive."""


@fields_of_a_record
class Section(Part):
    """A section of an account; the lead has neither label nor heading."""

    label: Name | None = Field(default=None, examples=["1"])
    """The number or mark as printed."""
    heading: Name | None = Field(default=None, examples=["Opening remarks"])
    """The heading as printed."""
    paragraphs: tuple[Paragraph, ...]
    """Its paragraphs in the order of the account."""


@fields_of_a_record
class Photo(Part):
    """A photograph that the account shows; the archive keeps its credit, not the picture."""

    credit: Name | None = Field(default=None, examples=["Cabinet Public Relations Office"])
    """Who took or owns it, as printed."""
    caption: Text | None = None
    """Its caption."""
    count: int | None = Field(default=None, ge=1, examples=["3"])
    """How many, where the account shows several under one credit."""


@fields_of_a_record
class Readout(Part):
    """One account of the meeting: one publisher, one language, one page."""

    id: Anchor | None = None
    """Its address on the page; `<publisher>-<language>` without one."""
    publisher: OrganizationId
    """Who published the page that was read."""
    account_of: PartyId | None = None
    """The side whose account it gives, where that is not the publisher's own side."""
    language: Language
    """Language of the page."""
    title: Name | None = Field(default=None, examples=["Japan-Peru Summit Meeting"])
    """The page's own title."""
    url: Url | None = None
    """The page."""
    published: DateValue | None = None
    """The date of the page, never that of the meeting."""
    origin: Origin
    """How close the page is to the side whose account it gives."""
    complete: Flag
    """False where the account goes on past what was recorded, or only part of it is known."""
    wording: Wording
    """Whose words stand in the paragraphs."""
    credit: Text | None = Field(default=None, examples=["Source: Ministry of Foreign Affairs of Japan website"])
    """Source and licence of a verbatim text, as the publisher asks for them."""
    photos: tuple[Photo, ...] = Field(default=(), examples=["[{credit: Cabinet Public Relations Office}]"])
    """Photographs on the page."""
    sections: tuple[Section, ...] = ()
    """The account, in its own order; none where only its existence is known."""
    note: Text | None = None
    """A remark of the archive: a misprint, an oddity of the page."""

    @property
    def anchor(self) -> str:
        """Its address on the page."""
        return self.id or f"{self.publisher}-{self.language}".lower()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All its statements in their order."""
        return tuple(s for section in self.sections for paragraph in section.paragraphs for s in paragraph.statements)
