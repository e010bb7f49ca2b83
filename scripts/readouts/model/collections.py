"""The kinds of record, each stated once: its type, the files it is read from, and the page it is shown on.

To add one, write its class (`authorities` shows how) and list it here: it is read, checked, described and given a schema.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from readouts.model.authorities import Occasion, Organization, Person, Place, Relation, Topic
from readouts.model.base import Entry
from readouts.model.meeting import Meeting
from readouts.model.withdrawn import Withdrawn

E_co = TypeVar("E_co", bound=Entry, covariant=True)


@dataclass(frozen=True, slots=True)
class Collection(Generic[E_co]):
    """All records of one kind."""

    id: str
    """Its folder in `records/`, or its file there without `.yaml`; also the folder of its pages."""
    type: type[E_co]
    title: str
    """What the list of all is called."""
    example: str
    """An id, for hints."""
    one_file: bool = False
    """Whether one file holds all of them, by id; else each has a file of its own."""
    by_year: bool = False
    """Whether files and pages lie in folders by year, which the ids begin with."""

    def file(self, key: str) -> str:
        """The file of a record, below `records/`."""
        return f"{self.id}.yaml" if self.one_file else f"{self._stem(key)}.yaml"

    def page(self, key: str) -> str:
        """The page of a record, below `docs/`: `people/abe-shinzo.md`."""
        return f"{self._stem(key)}.md"

    @property
    def index(self) -> str:
        """The page that lists all of them, below `docs/`."""
        return f"{self.id}/index.md"

    def _stem(self, key: str) -> str:
        return f"{self.id}/{key[:4] if key[:4].isdigit() else '<year>'}/{key}" if self.by_year else f"{self.id}/{key}"


MEETINGS = Collection("meetings", Meeting, "Meetings", "2014-11-10-japan-peru", by_year=True)
PEOPLE = Collection("people", Person, "People", "abe-shinzo")
RELATIONS = Collection("relations", Relation, "Relations", "japan-peru")
OCCASIONS = Collection("occasions", Occasion, "Occasions", "apec-2014", one_file=True)
ORGANIZATIONS = Collection("organizations", Organization, "Organizations and publishers", "mofa-jp", one_file=True)
PLACES = Collection("places", Place, "Places", "beijing", one_file=True)
TOPICS = Collection("topics", Topic, "Topics", "tpp", one_file=True)
WITHDRAWN = Collection("withdrawn", Withdrawn, "Withdrawn", "treaty-of-suva", one_file=True)

COLLECTIONS: tuple[Collection[Any], ...] = (MEETINGS, PEOPLE, RELATIONS, OCCASIONS, ORGANIZATIONS, PLACES, TOPICS, WITHDRAWN)
"""Every kind of record, in the order in which they are described."""

BY_ID = {each.id: each for each in COLLECTIONS}
BY_TYPE = {each.type.__name__: each for each in COLLECTIONS}
"""As fields name them that refer to a record (`base.Ref`)."""


def collection_of(file: str) -> Collection[Any] | None:
    """The collection that a file below `records/` belongs to; None where no record may be."""
    path = PurePosixPath(file)
    found = BY_ID.get(path.parts[0].removesuffix(".yaml"))
    if found is None or path.suffix != ".yaml":
        return None
    if found.one_file or not found.by_year:
        return found if file == found.file(path.stem) else None
    # The folder must be a year; that it is the year of the meeting is a rule of its own.
    in_year = len(path.parts) == 3 and len(path.parts[1]) == 4 and path.parts[1].isdigit()  # noqa: PLR2004  # `meetings/2014/x.yaml`
    return found if in_year else None


def where(file: str) -> str:
    """Where a file that belongs to no collection should be instead, as a hint."""
    path = PurePosixPath(file)
    own = [each.file(each.example) for each in COLLECTIONS if not each.one_file]
    folders = f"{', '.join(own[:-1])} or {own[-1]}"
    shared = [each.file("") for each in COLLECTIONS if each.one_file]
    if len(path.parts) == 1:
        return f"use {', '.join(shared[:-1])} or {shared[-1]}; or {folders}"
    return f"use {folders}"
