"""What the words of the interface mean in JSON-LD 1.1: schema.org, and for offices Popolo with the ontology that it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readouts.archive.archive import Archive

SCHEMA = "https://schema.org/"
ORG = "http://www.w3.org/ns/org#"
DATE = {"@type": "http://www.w3.org/2001/XMLSchema#date"}


def _link(to: str) -> dict[str, str]:
    return {"@id": to, "@type": "@id"}


TERMS: dict[str, object] = {
    "@version": 1.1,
    "Event": f"{SCHEMA}Event",
    "Occasion": f"{SCHEMA}Event",
    "Person": f"{SCHEMA}Person",
    "Organization": f"{SCHEMA}Organization",
    "Place": f"{SCHEMA}Place",
    "Country": f"{SCHEMA}Country",
    "Relation": f"{SCHEMA}Intangible",
    "Topic": f"{SCHEMA}DefinedTerm",
    "Membership": f"{ORG}Membership",
    "id": f"{SCHEMA}identifier",
    "name": f"{SCHEMA}name",
    "alternateName": f"{SCHEMA}alternateName",
    "page": _link(f"{SCHEMA}url"),
    "sameAs": _link(f"{SCHEMA}sameAs"),
    "modified": {"@id": f"{SCHEMA}dateModified", **DATE},
    "startDate": {"@id": f"{SCHEMA}startDate", **DATE},
    "attendee": _link(f"{SCHEMA}attendee"),
    "location": _link(f"{SCHEMA}location"),
    "superEvent": _link(f"{SCHEMA}superEvent"),
    "about": _link(f"{SCHEMA}about"),
    "parties": f"{SCHEMA}attendee",
    "between": f"{SCHEMA}about",
    "latitude": f"{SCHEMA}latitude",
    "longitude": f"{SCHEMA}longitude",
    "memberships": f"{ORG}memberOf",
    "role": f"{ORG}role",
    "organization": f"{ORG}organization",
    "start_date": f"{SCHEMA}validFrom",
    "end_date": f"{SCHEMA}validThrough",
}
"""What is not here has no meaning in JSON-LD: the record itself is read by the reference of fields."""


def document(_archive: Archive, _base: str) -> dict[str, object]:
    """The context."""
    return {"@context": TERMS}
