"""What is cited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

AUTHOR = "Readouts"
"""The archive, which speaks as one author."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A page of the archive."""

    id: str
    """The record's id."""
    title: str
    address: str
    """Of the page; without the site's own address as far as that is not known."""
    issued: date | None
    """The day of the record's latest change."""
