"""The accounts of a meeting: where each comes from, its paragraphs, and who said what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from readouts.model.base import (
    MeetingId,
    OneOrMany,
    OrganizationId,
    Part,
    PartyId,
    SpeakerId,
    TextOrKeys,
    TopicId,
    fields_of_a_record,
)
from readouts.model.texts import Anchor, Language, Name, Text, Url
from readouts.model.values import DateValue
from readouts.model.vocabulary import Act, Extent, FollowUpState, Origin, Wording
from readouts.problems import Loc


@fields_of_a_record
class Phrase(TextOrKeys):
    """A set phrase: `strategic partner`, or `{text: socio estratégico, language: es, gloss: strategic partner}`."""

    text: Name = Field(examples=["socio estratégico"])
    """The phrase as the account prints it."""
    language: Language | None = Field(default=None, examples=["es"])
    """Its language, where that is not English."""
    gloss: Name | None = Field(default=None, examples=["strategic partner"])
    """What it means in English."""

    @property
    def english(self) -> str:
        """The phrase in English."""
        return self.gloss or self.text


@fields_of_a_record
class FollowUp(Part):
    """What came of a statement, or what followed it. It is the archive's claim, so it says why."""

    meeting: MeetingId | None = None
    """The meeting that took it up."""
    date: DateValue | None = None
    """When, where it was not at a meeting of the archive."""
    state: FollowUpState | None = None
    """What it shows to have come of what was asked, offered, promised or agreed; of anything else it only tells what followed."""
    source: Url | None = None
    """A page that shows it, where no meeting of the archive does."""
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
    formula: Phrase | None = Field(default=None, examples=["strategic partner"])
    """The set phrase for one of its topics, where the choice of the phrase matters."""
    in_reply_to: Anchor | None = None
    """The `id` of a statement of the same account that it answers."""
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


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an account: a paragraph with its statements, or those of an account without paragraphs, or the head of a section."""

    loc: Loc
    """The way to its statements in the account’s record, or to the section."""
    statements: tuple[Statement, ...]
    section: Section | None = None
    paragraph: Paragraph | None = None

    @property
    def form(self) -> str:
        """What the account is made of: `sections`, `paragraphs` or `statements`."""
        return str(self.loc[0])


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
class Atmosphere(Part):
    """How an account says that a talk was."""

    words: Name = Field(examples=["candid"])
    """The words as printed."""
    language: Language | None = Field(default=None, examples=["ja"])
    """Their language, where that is not the page's."""
    gloss: Name | None = Field(default=None, examples=["cordial"])
    """What they mean in English."""


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
    origin: Origin = Origin.PRIMARY
    """How close the page is to the side whose account it gives."""
    archived: Url | None = Field(default=None, examples=["https://web.archive.org/web/2015/https://www.mofa.go.jp/"])
    """A copy of the page in a web archive."""
    requested_by: PartyId | None = None
    """Who asked for the meeting or call, where the account says so."""
    atmosphere: tuple[Atmosphere, ...] = Field(default=(), examples=["[{words: candid}]"])
    """How the account says that the talk was."""
    read_on: DateValue | None = Field(default=None, examples=["2026-11-24"])
    """The day on which the page was read for this record."""
    read: Extent = Field(examples=["part"])
    """Whether the page was read to its end."""
    recorded: Extent = Field(examples=["part"])
    """Whether every point that was read stands here as a statement."""
    wording: Wording = Wording.SUMMARY
    """Whose words stand in the paragraphs."""
    credit: Text | None = Field(default=None, examples=['"Source: Ministry of Foreign Affairs of Japan website"'])
    """Source and licence of a verbatim text, as the publisher asks for them."""
    photos: tuple[Photo, ...] = Field(default=(), examples=["[{credit: Cabinet Public Relations Office}]"])
    """Photographs on the page."""
    sections: tuple[Section, ...] = ()
    """The account in its own order, where headings are printed."""
    paragraphs: tuple[Paragraph, ...] = ()
    """The account in its own order, where paragraphs are numbered and no headings are printed."""
    points: tuple[Statement, ...] = Field(
        default=(),
        alias="statements",
        examples=["[{speakers: [abe-shinzo], act: invite, gist: Invites the President to Japan.}]"],
    )
    """What is said, in the order of the account, where neither headings nor numbers are printed."""
    note: Text | None = None
    """A remark of the archive: a misprint, an oddity of the page."""

    @property
    def complete(self) -> bool:
        """Whether it was read to its end, and every point that was read is recorded."""
        return self.read is Extent.WHOLE and self.recorded is Extent.WHOLE

    @property
    def official(self) -> bool:
        """Whether it is a side's own, or a copy of that; a report of the press is not."""
        return self.origin is not Origin.PRESS

    @property
    def tells_all(self) -> bool:
        """Whether what is not in it was not said by it: only then may a page say that something is not mentioned."""
        return self.complete and self.official

    @property
    def anchor(self) -> str:
        """Its address on the page."""
        return self.id or f"{self.publisher}-{self.language}".lower()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All its statements in their order."""
        return tuple(statement for stretch in self.stretches() for statement in stretch.statements)

    def stretches(self) -> Iterator[Stretch]:
        """The account in its order, whatever its form: the one walk through it."""
        if self.points:
            yield Stretch(("statements",), self.points)
        for number, each in enumerate(self.paragraphs):
            yield Stretch(("paragraphs", number, "statements"), each.statements, None, each)
        for position, section in enumerate(self.sections):
            yield Stretch(("sections", position), (), section)
            for number, each in enumerate(section.paragraphs):
                yield Stretch(("sections", position, "paragraphs", number, "statements"), each.statements, section, each)
