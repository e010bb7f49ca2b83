"""Atom and JSON Feed: every addition and correction that the records note, read by a library for feeds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

import pytest
from feedparser.api import parse
from feedparser.util import FeedParserDict
from lxml.etree import fromstring

from conftest import all_pages
from readouts import Archive, Meeting
from readouts.exports import atom, json_feed, news
from readouts.exports.news import LATEST
from readouts.model.base import Entry
from readouts.model.collections import COLLECTIONS

BASE = "https://archive.example/"
MEETING = f"{BASE}meetings/2031/2031-05-06-fiji-iceland/"


def entries(archive: Archive, key: str, base: str = BASE) -> list[FeedParserDict]:
    """What a reader of feeds sees."""
    found = parse(atom.make(archive, key, base))
    assert not found.bozo
    assert found.version == "atom10"
    listed: list[FeedParserDict] = found.entries
    return listed


def changes(records: Iterable[Entry]) -> int:
    """How many changes some records note."""
    return sum(len(each.changes) for each in records)


def everything(archive: Archive) -> list[Entry]:
    """Every record of every kind."""
    return [record for each in COLLECTIONS for record in archive.of_kind(each).values()]


def test_a_correction_is_an_entry_with_its_reason(small: Archive) -> None:
    # The invented meeting was added on 9 May and corrected on 1 June; two records were mended a month later.
    found = entries(small, "relations FJ IS")
    told = {(each.title, each.updated, each.summary, each.link) for each in found}
    name = "First Fiji–Iceland consultations, Kathmandu, 6 May 2031"
    why = "The second session was in the evening, not in the morning. Why: The ministry corrected its page."
    assert (f"Changed: {name}", "2031-06-01T00:00:00Z", why, MEETING) in told
    added = "Added to the archive. Topics: Whales, Friends of Whales Fund, Fish."
    assert (name, "2031-05-09T00:00:00Z", added, MEETING) in told
    assert [each.updated[:10] for each in found] == ["2031-07-01", "2031-06-01", "2031-05-09"]


@pytest.mark.parametrize("archive", ["small", "frozen", "real"])
def test_nothing_is_missing_and_nothing_twice(archive: str, request: pytest.FixtureRequest) -> None:
    # Up to as many entries as a feed has; both formats have the same ones.
    found: Archive = request.getfixturevalue(archive)
    listed = entries(found, "all")
    assert len({each.id for each in listed}) == len(listed)
    assert len(listed) == min(LATEST, changes(everything(found)))
    days = [each.updated for each in listed]
    assert days == sorted(days, reverse=True)
    items = json.loads(json_feed.make(found, "all", BASE))["items"]
    assert [(each["id"], each["title"], each["url"]) for each in items] == [(e.id, e.title, e.link) for e in listed]


def test_each_part_has_its_own(small: Archive) -> None:
    # A person who was at a meeting, a topic of it, a party of it, walked anew.
    paths = dict(atom.FORMAT.files(small))
    for folder, among in (("people", Meeting.people), ("topics", Meeting.topics)):
        for key in small.people if folder == "people" else ("fish", "whales"):
            meetings = [each for each in small.meetings.values() if key in among.__get__(each)]
            held = [each for each in meetings if each.status == "held"]
            assert (f"atom/{folder}/{key}.atom" in paths) == bool(held)
            if held:
                record = small.people[key] if folder == "people" else small.topics[key]
                assert len(entries(small, f"{folder} {key}")) == changes([*meetings, record])
    assert paths["atom/countries/fj.atom"] == "countries FJ"
    assert paths["atom/relations/fiji-iceland.atom"] == "relations FJ IS"


def test_a_part_has_its_latest(small: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    # Three changes concern the pair (above); of two, the latest.
    monkeypatch.setattr(news, "LATEST_OF_PART", 2)
    assert [each.updated[:10] for each in entries(small, "relations FJ IS")] == ["2031-07-01", "2031-06-01"]
    assert len(entries(small, "all")) == changes(everything(small))


def test_addresses_are_those_of_pages(small: Archive) -> None:
    # Without the site’s own address they are ways from the file, which a reader resolves.
    text = atom.make(small, "relations FJ IS", "")
    assert 'href="../../relations/fiji-iceland/"' in text
    assert 'href="../../meetings/2031/2031-05-06-fiji-iceland/"' in text
    assert 'rel="self"' not in text
    assert 'href="../"' in atom.make(small, "all", "")
    own = {link.href for link in parse(atom.make(small, "people vula-seru", BASE)).feed.links}
    assert own == {f"{BASE}people/vula-seru/", f"{BASE}atom/people/vula-seru.atom"}


def test_every_entry_leads_to_a_page(small: Archive) -> None:
    # Also that of an id that is gone: its address tells why.
    pages = {f"{BASE}{each.path.removesuffix('index.md').removesuffix('.md')}/" for each in all_pages(small)}
    assert {each.link for each in entries(small, "all")} <= pages
    assert f"{BASE}topics/treaty-of-suva/" in {each.link for each in entries(small, "all")}


def test_ids_stay_when_the_site_moves(small: Archive) -> None:
    # An entry that a reader has seen is none that is new.
    there = [each.id for each in entries(small, "all", "https://elsewhere.example/")]
    assert [each.id for each in entries(small, "all")] == there
    assert all(each.startswith("urn:uuid:") for each in there)


def test_atom_has_what_the_standard_asks_for(frozen: Archive) -> None:
    # RFC 4287, 4.1.1 and 4.1.2: one id, title and date for each, and an author for all.
    for _, key in atom.FORMAT.files(frozen):
        root = fromstring(atom.make(frozen, key, BASE).encode())
        parts = [root, *root.findall("{*}entry")]
        assert [len(part.findall(f"{{*}}{name}")) for part in parts for name in ("id", "title", "updated")] == [1] * 3 * len(
            parts
        )
        assert len(root.findall("{*}author")) == 1
        assert max([each.findtext("{*}updated") for each in parts[1:]], default=f"{date(1970, 1, 1)}T00:00:00Z") == (
            root.findtext("{*}updated")
        )
