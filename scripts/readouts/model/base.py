"""What every record is made of: parts, entries, and the ids by which records name each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, dataclass_transform

import pydantic.dataclasses
from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    TypeAdapter,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from readouts.model.texts import Text
from readouts.model.values import Country, DateValue


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field that names another record; `to` lists the kinds it may be of: names of `Entry` classes, or `Country`."""

    to: tuple[str, ...]

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        """The schema of an id says what it names, too."""
        return {**handler(schema), REFERS_TO: list(self.to)}


REFERS_TO = "x-refers-to"
"""What a schema calls the kinds of record that an id names."""

COUNTRY = "Country"
"""What a field says that takes a country (`values.COUNTRIES`), which is no record."""

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PARTY = r"^([A-Z]{2}([A-Z]{2})?|[a-z0-9]+(-[a-z0-9]+)*)$"
ID_LENGTH = 80
"""Characters that an id may have."""
SPEAKERS = ("Person", COUNTRY, "Organization")
"""Kinds that one field may name, so that they share their ids."""
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names of devices, which no file can have on Windows, whatever its ending (Microsoft, “Naming Files, Paths, and Namespaces”)."""
_Slug = StringConstraints(pattern=SLUG, max_length=ID_LENGTH)
_Party = StringConstraints(pattern=PARTY, max_length=ID_LENGTH)

MeetingId = Annotated[str, _Slug, Ref(("Meeting",)), Field(examples=["2014-11-10-japan-peru"])]
PersonId = Annotated[str, _Slug, Ref(("Person",)), Field(examples=["abe-shinzo"])]
PlaceId = Annotated[str, _Slug, Ref(("Place",)), Field(examples=["beijing"])]
OccasionId = Annotated[str, _Slug, Ref(("Occasion",)), Field(examples=["apec-2014"])]
OrganizationId = Annotated[str, _Slug, Ref(("Organization",)), Field(examples=["mofa-jp"])]
TopicId = Annotated[str, _Slug, Ref(("Topic",)), Field(examples=["tpp"])]
CountryId = Annotated[Country, Ref((COUNTRY,))]
"""A country (ISO 3166-1)."""
PartyId = Annotated[str, _Party, Ref((COUNTRY, "Organization")), Field(examples=["JP"])]
"""A country (`values.COUNTRIES`) or an organization that is a party of its own, such as `un`."""
SpeakerId = Annotated[str, _Party, Ref(SPEAKERS), Field(examples=["abe-shinzo"])]
"""A person, or a side as a whole."""


def is_id(text: str) -> bool:
    """Whether a text can be the id of a record."""
    return len(text) <= ID_LENGTH and re.fullmatch(SLUG, text) is not None and not reserved(text)


def reserved(text: str) -> str:
    """Why an id is none that a record can have, though it is written like one; nothing where it can."""
    if text == "index":
        return "the list of all has that name"
    return "Windows has no files of that name" if _DEVICE.fullmatch(text) else ""


def _free(text: str) -> str:
    if why := reserved(text):
        raise PydanticCustomError(
            "bad-value", "“{got}” cannot be an id: {why}", {"got": text, "why": why, "hint": "choose another id"}
        )
    return text


class Part:
    """Anything in a record that has fields: nothing unknown gets in, nothing changes afterwards."""

    __slots__ = ()


P_ = TypeVar("P_", bound=Part)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(Field,))
def fields_of_a_record(kind: type[P_]) -> type[P_]:
    """Make a class a kind of part: pydantic checks its fields, and ten thousand records of it fit into memory.

    A pydantic model keeps a dictionary and a set for each instance; a data class with slots takes a quarter of that.
    """
    config = ConfigDict(extra="forbid", use_attribute_docstrings=True)
    made: type[P_] = pydantic.dataclasses.dataclass(frozen=True, slots=True, kw_only=True, config=config)(kind)  # type: ignore[assignment]  # it is the same class with slots
    return made


def adapter(kind: type[P_]) -> TypeAdapter[P_]:
    """What makes typed parts of data, and data of typed parts."""
    return _adapter(kind)  # type: ignore[arg-type]  # mypy takes the class for its instance


@cache
def _adapter(kind: type[P_]) -> TypeAdapter[P_]:
    return TypeAdapter(kind)


def written(part: Part) -> dict[str, Any]:
    """What stands in a part of a record, with its keys: single values as JSON has them, and nothing that a record need not say."""
    found: dict[str, Any] = adapter(type(part)).dump_python(part, mode="json", by_alias=True, exclude_defaults=True)
    if isinstance(part, Entry):
        del found["id"]
    return found


def fields(kind: type[Part]) -> Mapping[str, FieldInfo]:
    """The fields of a kind of part by their names."""
    found: Mapping[str, FieldInfo] = kind.__pydantic_fields__  # type: ignore[attr-defined]  # the decorator above sets it
    return found


_ADDITIONS = frozenset({"Added.", "Added to the archive."})


@fields_of_a_record
class Change(Part):
    """A change of a record that readers should know of: that it was added, or what was corrected."""

    date: DateValue
    """The day of the change."""
    what: Text = Field(examples=["The end of the talk is 10:45, not 10:54."])
    """What changed."""
    why: Text | None = Field(default=None, examples=["The ministry corrected its page."])
    """Why it was changed."""

    @property
    def addition(self) -> bool:
        """Whether it says that the record itself was added."""
        return self.what in _ADDITIONS


@fields_of_a_record
class Entry(Part):
    """A record with a page of its own; its id is the name of its file, or its key in a file of several."""

    # Pydantic does not hand docstrings of fields down to subclasses, so these three meanings are descriptions.
    id: Annotated[
        str,
        _Slug,
        AfterValidator(_free),
        Field(description="The record's name in the archive and in its address. Never written inside the record."),
    ]
    formerly: Annotated[
        tuple[Annotated[str, _Slug, AfterValidator(_free)], ...],
        Field(description="Earlier ids of this record; their addresses lead here.", examples=["[2014-11-09-japan-peru]"]),
    ] = ()
    note: Annotated[Text | None, Field(description="A remark of the archive, shown on the page.")] = None
    changes: Annotated[
        tuple[Change, ...],
        Field(
            description="When the record was added and what was corrected since, the oldest first.",
            examples=["[{date: 2026-11-20, what: Added to the archive.}]"],
        ),
    ] = ()

    @property
    def label(self) -> str:
        """What the record is called wherever it is named; empty where that takes other records to say."""
        return ""


@fields_of_a_record
class TextOrKeys(Part):
    """A part with a key `text`, which may be written as that text alone."""

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        """Either form."""
        return {"anyOf": [{"type": "string"}, handler(schema)]}


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
