"""What every finder is given: the page, who published it, and the names of the archive; and where it says what it found."""

from __future__ import annotations

from dataclasses import dataclass

from readouts.editing.importing.layout import Layout
from readouts.editing.importing.names import Authorities
from readouts.editing.importing.report import Report


@dataclass(frozen=True, slots=True)
class Context:
    """An import on its way."""

    layout: Layout
    language: str
    """Whose words are looked for."""
    side: str
    """The country that the publisher speaks for; empty where that is not known."""
    known: Authorities
    report: Report
