"""Authority records: what meetings refer to. People, places, organizations, occasions, topics and relations."""

from __future__ import annotations

from pydantic import Field

from readouts.model.base import (
    CountryId,
    Entry,
    MeetingId,
    OrganizationId,
    Part,
    PartyId,
    PlaceId,
    TextOrKeys,
    TopicId,
    fields_of_a_record,
)
from readouts.model.texts import Flag, Language, Latitude, Longitude, Name, ShortForm, Text, Url, Wikidata, Zone
from readouts.model.values import DateValue
from readouts.model.vocabulary import TopicKind


@fields_of_a_record
class OtherName(TextOrKeys):
    """Another form of a name, as some account prints it: `TPP11`, or `{text: 安倍晋三, language: ja}`."""

    text: Name = Field(examples=["安倍晋三"])
    """The form itself."""
    language: Language | None = Field(default=None, examples=["ja"])
    """The language it belongs to."""


@fields_of_a_record
class PersonName(Part):
    """A person's name in its parts."""

    family: Name | None = Field(default=None, examples=["Abe"])
    """Family name."""
    given: Name | None = Field(default=None, examples=["Shinzo"])
    """Given name or names."""
    family_first: Flag | None = None
    """Whether the family name is said first, as in Japan, China or Korea; where that is usual, a record says it either way."""

    @property
    def full(self) -> str:
        """The name as it is said: “Abe Shinzo”, “Ollanta Humala”."""
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        return " ".join(part for part in parts if part)


@fields_of_a_record
class Office(Part):
    """An office a person holds or held (Popolo: Membership)."""

    title: Name = Field(examples=["Prime Minister"])
    """The office's usual English title."""
    also: tuple[Name, ...] = Field(default=(), examples=["[Minister of Foreign Relations]"])
    """Other titles accounts print for the same office."""
    party: PartyId | None = None
    """The country or organization it belongs to, where that is not the person's own."""
    since: DateValue | None = Field(default=None, examples=["2012-12-26"])
    """First day in office, where a source gives it."""
    until: DateValue | None = Field(default=None, examples=["2020-09-16"])
    """Last day in office, where a source gives it."""


@fields_of_a_record
class Person(Entry):
    """A person (`people/<id>.yaml`; Popolo: Person)."""

    name: PersonName = Field(examples=["{family: Abe, given: Shinzo, family_first: true}"])
    """The name in its parts."""
    also: tuple[OtherName, ...] = ()
    """Other forms of the name: scripts, full forms, forms that accounts print."""
    country: CountryId | None = None
    """The country the person speaks for, perhaps one that is no more; none for an officer of an organization."""
    organization: OrganizationId | None = None
    """The organization the person speaks for, where it is no country."""
    offices: tuple[Office, ...] = Field(default=(), examples=["[{title: Prime Minister, since: 2012-12-26}]"])
    """Offices held, as far as the archive's sources give them."""
    wikidata: Wikidata | None = None
    """Wikidata item."""

    @property
    def label(self) -> str:
        """The full name."""
        return self.name.full


@fields_of_a_record
class Coordinates(Part):
    """A point on the map, in decimal degrees (WGS 84)."""

    latitude: Latitude
    """North is positive; between -90 and 90."""
    longitude: Longitude
    """East is positive; between -180 and 180."""


@fields_of_a_record
class Place(Entry):
    """A city or other place of meetings (in `places.yaml`)."""

    name: Name = Field(examples=["Beijing"])
    """English name."""
    also: tuple[OtherName, ...] = ()
    """Other forms of the name."""
    country: CountryId
    """The country it is in today."""
    zone: Zone
    """Its IANA time zone."""
    coordinates: Coordinates = Field(examples=["{latitude: 39.91, longitude: 116.39}"])
    """Where it is."""
    capital: Flag = False
    """Whether it is its country's capital; a side's own clock is that of its capital."""
    capital_of: tuple[CountryId, ...] = Field(default=(), examples=["[SU]"])
    """The states that are no more whose capital it was."""
    wikidata: Wikidata | None = None
    """Wikidata item."""

    @property
    def label(self) -> str:
        """The name."""
        return self.name


@fields_of_a_record
class Organization(Entry):
    """A ministry, publisher or news agency, or a party that is no state (in `organizations.yaml`)."""

    name: Name = Field(examples=["Ministry of Foreign Affairs of Japan"])
    """English name."""
    abbreviation: ShortForm | None = Field(default=None, examples=["UN"])
    """Short form; pages explain it wherever it occurs."""
    also: tuple[OtherName, ...] = ()
    """Other forms of the name."""
    side: CountryId | None = None
    """The country it speaks for, if any."""
    seat: PlaceId | None = None
    """The place of its headquarters; as a party, its clock is the clock there."""
    definition: Text | None = None
    """What it is, in one line."""
    url: Url | None = None
    """Its site."""
    wikidata: Wikidata | None = None
    """Wikidata item."""

    @property
    def label(self) -> str:
        """The name."""
        return self.name


@fields_of_a_record
class Occasion(Entry):
    """What meetings are held around: a summit, a general debate, a visit (in `occasions.yaml`)."""

    name: Name = Field(examples=["APEC Economic Leaders’ Meeting 2014"])
    """English name."""
    also: tuple[OtherName, ...] = ()
    """Other forms of the name."""
    place: PlaceId | None = None
    """Where it was held."""
    date: DateValue | None = None
    """When it was held, as far as the archive's sources give it."""
    topics: tuple[TopicId, ...] = ()
    """The series or conference it belongs to."""

    @property
    def label(self) -> str:
        """The name."""
        return self.name


@fields_of_a_record
class Topic(Entry):
    """Something meetings talk about (in `topics.yaml`)."""

    name: Name = Field(examples=["Trans-Pacific Partnership"])
    """English name."""
    abbreviation: ShortForm | None = Field(default=None, examples=["TPP"])
    """Short form; pages explain it wherever it occurs."""
    also: tuple[OtherName, ...] = ()
    """Other names and short forms of the same thing."""
    kind: TopicKind
    """What sort of thing it is."""
    definition: Text
    """What it is, in one line."""
    broader: TopicId | None = None
    """The theme it belongs to; the tree has two levels."""
    wikidata: Wikidata | None = None
    """Wikidata item."""

    @property
    def label(self) -> str:
        """The name."""
        return self.name


@fields_of_a_record
class Milestone(Part):
    """A dated event in a relationship."""

    date: DateValue
    """When it happened."""
    text: Text
    """What happened."""
    source: Url | None = None
    """A page that says so."""
    meeting: MeetingId | None = None
    """The meeting of this archive that it happened at, or that mentions it."""


@fields_of_a_record
class Relation(Entry):
    """The relationship of two parties (`relations/<a>-<b>.yaml`)."""

    parties: tuple[PartyId, PartyId] = Field(examples=["[JP, PE]"])
    """The two parties."""
    introduction: Text | None = None
    """A short introduction."""
    milestones: tuple[Milestone, ...] = ()
    """Dated events: relations established, a treaty in force."""
