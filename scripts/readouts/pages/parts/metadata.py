"""What machines read in the head of a meeting’s page: schema.org’s `Event`, and the tags by which Zotero and others know a page.

JSON-LD: https://schema.org/Event. Tags: Highwire Press, as https://scholar.google.com/intl/en/scholar/inclusion.html lists them,
and the Dublin Core elements (https://www.dublincore.org/specifications/dublin-core/dc-html/). Links: `cite-as` (RFC 8574) to the address
to cite, where the site’s own is known, and `describedby` to the record as JSON, as Signposting (https://signposting.org) has them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from readouts.exports.api.addresses import of_record
from readouts.exports.citation import AUTHOR, cited
from readouts.model.collections import MEETINGS
from readouts.model.vocabulary import Mode, Status
from readouts.render.blocks import Target
from readouts.render.urls import served

if TYPE_CHECKING:
    from readouts.model import Meeting, Readout
    from readouts.pages.site import Site


def of_meeting(site: Site, meeting: Meeting) -> str:
    """The tags, one a line."""
    return "\n".join((*_tags(site, meeting), _event(site, meeting)))


def _tags(site: Site, meeting: Meeting) -> Iterator[str]:
    what = cited(site.titles, meeting, site.base)
    named = [("citation_title", what.title), ("citation_author", AUTHOR), ("citation_language", "en")]
    if what.issued:
        named.append(("citation_publication_date", what.issued.strftime("%Y/%m/%d")))
    if site.base:
        named.append(("citation_public_url", what.address))
    named += [("DC.type", "Event"), ("DC.coverage", meeting.date.text)]
    named += [("DC.subject", site.archive.topics[topic].name) for topic in meeting.topics]
    for name, content in named:
        yield f'<meta name="{name}" content="{escape(content)}">'
    if site.base:
        yield f'<link rel="cite-as" href="{escape(what.address)}">'
    described = served(Target(of_record("", MEETINGS.id, meeting.id)), MEETINGS.page(meeting.id))
    yield f'<link rel="describedby" type="application/json" href="{escape(described)}">'


def _event(site: Site, meeting: Meeting) -> str:
    remote = meeting.mode is not Mode.IN_PERSON
    attendance = "OnlineEventAttendanceMode" if remote else "OfflineEventAttendanceMode"
    event: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": site.titles.full(meeting),
        "startDate": _start(site, meeting),
        "eventAttendanceMode": f"https://schema.org/{attendance}",
        "attendee": [_person(site, person) for person in meeting.people],
        "subjectOf": [_account(site, account) for account in meeting.readouts if account.official],
    }
    if meeting.status is not Status.HELD:
        event["eventStatus"] = "https://schema.org/EventCancelled"
    if meeting.place:
        place = site.archive.places[meeting.place]
        where = {"@type": "GeoCoordinates", "latitude": place.coordinates.latitude, "longitude": place.coordinates.longitude}
        event["location"] = {"@type": "Place", "name": place.name, "address": {"addressCountry": place.country}, "geo": where}
    if meeting.occasion:
        event["superEvent"] = {"@type": "Event", "name": site.archive.occasions[meeting.occasion].name}
    if site.base:
        event["url"] = cited(site.titles, meeting, site.base).address
    # A “<” could end the script; JSON knows another way to write it.
    text = json.dumps(event, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def _start(site: Site, meeting: Meeting) -> str:
    spans = [span for session in meeting.sessions if (span := site.archive.span(meeting, session))]
    return spans[0].start.isoformat() if spans else meeting.date.text


def _person(site: Site, person: str) -> dict[str, object]:
    return {"@type": "Person", "name": site.archive.people[person].name.full}


def _account(site: Site, account: Readout) -> dict[str, object]:
    publisher = {"@type": "Organization", "name": site.archive.organizations[account.publisher].name}
    found: dict[str, object] = {"@type": "Article", "inLanguage": account.language, "publisher": publisher}
    return found | {"url": account.url} if account.url else found
