"""Ids that are gone for good."""

from __future__ import annotations

from pydantic import Field

from readouts.model.base import Entry, fields_of_a_record
from readouts.model.texts import Text
from readouts.model.values import DateValue


@fields_of_a_record
class Withdrawn(Entry):
    """An id whose record was taken out of the archive and that nothing leads on from (in `withdrawn.yaml`)."""

    kinds: tuple[Text, ...] = Field(min_length=1, examples=["[people]"])
    """The kinds of record that had the id, by their folders or files: mostly one."""
    date: DateValue
    """The day on which it was taken out."""
    reason: Text = Field(examples=["Two people of one name had been taken for one."])
    """Why, for readers."""

    @property
    def label(self) -> str:
        """The id."""
        return self.id
