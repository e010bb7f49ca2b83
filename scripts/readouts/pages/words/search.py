"""What results and facets of the search are called, and what entries are found by."""

from __future__ import annotations

MEETING = "Meeting"

# Whose accounts of a meeting there are
ALL_SIDES = "official, of every side"
ONE_SIDE = "official, of one side or some"
REPORTS = "other reports alone"

# Regions, where IANA's name is not the usual one
REGIONS = {"America": "Americas", "Australia": "Pacific", "Atlantic": "Atlantic Ocean", "Indian": "Indian Ocean"}


def office_of(office: str, party: str) -> str:
    """What somebody is looked for by."""
    return f"{office} of {party}" if party else office


def relations(parties: str) -> str:
    """What a relation is looked for by."""
    return f"{parties} relations"
