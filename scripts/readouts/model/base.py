"""What every record is made of: parts, entries, and the ids by which records name each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, core_schema

from readouts.values import Text


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field that names another record; `to` lists the collections in which it may be."""

    to: tuple[str, ...]


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PARTY = r"^([A-Z]{2}|[a-z0-9]+(-[a-z0-9]+)*)$"
_Slug = StringConstraints(pattern=SLUG, max_length=80)
_Party = StringConstraints(pattern=PARTY, max_length=80)

MeetingId = Annotated[str, _Slug, Ref(("meetings",)), Field(examples=["2014-11-10-japan-peru"])]
PersonId = Annotated[str, _Slug, Ref(("people",)), Field(examples=["abe-shinzo"])]
PlaceId = Annotated[str, _Slug, Ref(("places",)), Field(examples=["beijing"])]
OccasionId = Annotated[str, _Slug, Ref(("occasions",)), Field(examples=["apec-2014"])]
OrganizationId = Annotated[str, _Slug, Ref(("organizations",)), Field(examples=["mofa-jp"])]
TopicId = Annotated[str, _Slug, Ref(("topics",)), Field(examples=["tpp"])]
PartyId = Annotated[str, _Party, Ref(("countries", "organizations")), Field(examples=["JP"])]
"""A country (ISO 3166-1) or an organization that is a party of its own, such as `un`."""
SpeakerId = Annotated[str, _Party, Ref(("people", "countries", "organizations")), Field(examples=["abe-shinzo"])]
"""A person, or a side as a whole."""


class Part(BaseModel):
    """Anything in a record that has fields: nothing unknown gets in, nothing changes afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Entry(Part):
    """A record with a page of its own; its id is the name of its file, or its key in a file of several."""

    id: Annotated[str, _Slug]
    """The record's name in the archive and in its address. Never written inside the record."""
    formerly: tuple[Annotated[str, _Slug], ...] = Field(default=(), examples=["[2014-11-09-japan-peru]"])
    """Earlier ids of this record; their addresses lead here."""
    note: Text | None = None
    """A remark of the archive, shown on the page."""


class OneOrMany:
    """Marks a list of parts that may be written as one part alone."""

    @staticmethod
    def _listed(value: object) -> object:
        return [value] if isinstance(value, dict) else value

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take one part for a list of one."""
        return core_schema.no_info_before_validator_function(self._listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        """Either form."""
        many = handler(schema)
        return {"anyOf": [many["items"], many]}
