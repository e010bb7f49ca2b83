"""Rules about what stands in the archive more than once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model import Entry, Meeting
from readouts.model.collections import BY_ID, COLLECTIONS, MEETINGS
from readouts.model.official_urls import plain
from readouts.model.references import repeated
from readouts.model.walk import statements

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Records
    from readouts.problems import Loc


def meetings_stand_once(archive: Archive, _: Records) -> Iterator[Finding]:
    """No two meetings of one day and the same sides have most statements, or kind, people and the address of a page, in common.

    Wrong: a record copied under another name, with what the first one says.
    Right: one of the two, or what that meeting was about.
    """
    found: defaultdict[tuple[str, frozenset[str]], list[str]] = defaultdict(list)
    for summary in archive.summaries.values():
        found[summary.date.text, frozenset(summary.parties)].append(summary.id)
    for ids in found.values():
        for first, second in combinations((archive.meetings[key] for key in sorted(ids) if len(ids) > 1), 2):
            if common := _in_common(first, second):
                message = f"{first.id} is of the same day and sides and has {common}"
                hint = "keep one of the two records; what is another part of one meeting belongs under its `sessions:`"
                yield Finding(MEETINGS, second.id, ("date",), message, hint)


def _in_common(first: Meeting, second: Meeting) -> str:
    """What shows that two records are of one meeting; nothing where they may be of two.

    A page may tell of several meetings of a day, with other people each or of another kind, so an address alone shows nothing.
    """
    gists = [Counter(statement.gist for statement in each.statements) for each in (first, second)]
    same, least = (gists[0] & gists[1]).total(), min(each.total() for each in gists)
    if same * 2 > least:
        return f"{same} of the same statements"
    pages = {plain(readout.url): readout.url for readout in first.readouts if readout.url}
    shared = [pages[plain(readout.url)] for readout in second.readouts if readout.url and plain(readout.url) in pages]
    alike = first.kind is second.kind and set(first.people) == set(second.people)
    return f"the same kind and people and an account at {shared[0]}" if shared and alike else ""


def accounts_are_of_pages_of_their_own(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """Two accounts of a meeting are two pages; only one publisher's page in several languages may have one address.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `publisher: pacific-wire⏎    url: https://example.org/2034`
    Right: `publisher: pacific-wire`
    """
    seen: dict[str, list[tuple[str, str]]] = {}
    for number, readout in enumerate(meeting.readouts):
        own = (readout.publisher, readout.language)
        others = seen.setdefault(plain(readout.url), []) if readout.url else []
        if any(publisher != own[0] or (publisher, language) == own for publisher, language in others):
            message = "another account of this meeting has the same address"
            hint = "copy the address of this page from the browser; where it is one page, keep one of the two accounts"
            yield Finding(MEETINGS, meeting.id, ("readouts", number, "url"), message, hint)
        others.append(own)


def statements_stand_once(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """No two statements of an account have the same gist and speakers.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `- {speakers: [FJ], act: request, gist: Asks for a quota.}⏎      - {id: asked,`
    Right: `- {id: asked,`
    """
    for loc in copied(meeting):
        message = "another statement of this account has the same gist and speakers"
        hint = "write what is said here, or delete one of the two"
        yield Finding(MEETINGS, meeting.id, (*loc, "gist"), message, hint)


def copied(meeting: Meeting) -> Iterator[Loc]:
    """The places of statements that say what another of their account says before them, by the same speakers."""
    seen: set[tuple[Loc, str, frozenset[str]]] = set()
    for loc, _account, statement in statements(meeting):
        own = (loc[:2], statement.gist.casefold(), frozenset(statement.speakers))
        if own in seen:
            yield loc
        seen.add(own)


def records_name_each_once(_: Archive, records: Records) -> Iterator[Finding]:
    """No list of a record has the same id twice.

    Wrong in `occasions.yaml`: `topics: [fwf, fwf]`
    Right: `topics: [fwf]`
    """
    for collection in COLLECTIONS:
        if collection is not MEETINGS:  # the rule below asks them one by one
            for record in records.by_collection[collection.id].values():
                yield from _twice(record.entry, record.collection)


def meetings_name_each_once(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """No list of a meeting, such as the speakers or topics of a statement, has the same id twice.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `topics: [whales, whales]`
    Right: `topics: [whales, fwf]`
    """
    yield from _twice(meeting, MEETINGS.id)


def _twice(entry: Entry, collection: str) -> Iterator[Finding]:
    for reference in repeated(entry):
        message = f"“{reference.id}” stands twice in `{reference.loc[-2]}`"
        yield Finding(BY_ID[collection], entry.id, reference.loc, message, "delete one of the two")
