"""GeoJSON and GEXF: where meetings were, and who met whom, read by libraries for these formats."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable
from itertools import combinations

import geojson
import networkx as nx
import pytest

from readouts import Archive, Meeting
from readouts.exports import geojson as places
from readouts.exports import gexf

BASE = "https://archive.example/"


def held(archive: Archive) -> list[Meeting]:
    """Every meeting that was held."""
    return [each for each in archive.meetings.values() if each.status == "held"]


def features(archive: Archive, key: str) -> list[geojson.Feature]:
    """What a map reads of a file."""
    found = geojson.loads(places.make(archive, key, BASE))
    assert isinstance(found, geojson.FeatureCollection)
    assert found.is_valid, found.errors()
    listed: list[geojson.Feature] = found["features"]
    return listed


@pytest.mark.parametrize("archive", ["small", "frozen", "real"])
def test_every_place_and_every_meeting_is_there_once(archive: str, request: pytest.FixtureRequest) -> None:
    # A meeting is where its record says, and nowhere where that says nothing.
    found: Archive = request.getfixturevalue(archive)
    assert [each["id"] for each in features(found, "places")] == sorted(found.places)
    for each in features(found, "places"):
        here = [m for m in held(found) if each["id"] in {m.place, *(session.place for session in m.sessions)}]
        assert each["properties"]["meetings"] == len(here)
    meetings = {each["id"]: each for each in features(found, "meetings")}
    assert meetings.keys() == {each.id for each in held(found)}
    for record in held(found):
        at = meetings[record.id]["geometry"]
        where = found.places[record.place].coordinates if record.place else None
        assert (at and at["coordinates"]) == (where and [where.longitude, where.latitude])


def test_east_comes_before_north(small: Archive) -> None:
    # RFC 7946, 3.1.1. Kathmandu is at 85 degrees east.
    talk = next(each for each in features(small, "meetings") if each["id"] == "2031-05-06-fiji-iceland")
    assert talk["geometry"]["coordinates"] == [85.32, 27.71]
    assert talk["properties"]["parties"] == ["IS", "FJ"]
    assert talk["properties"]["address"] == f"{BASE}meetings/2031/2031-05-06-fiji-iceland/"


def graph(archive: Archive, key: str) -> nx.Graph[str]:
    """What a program for graphs reads of a file."""
    found: nx.Graph[str] = nx.read_gexf(io.BytesIO(gexf.make(archive, key, "").encode()))
    return found


def weights(found: nx.Graph[str]) -> dict[frozenset[str], float]:
    """Pair → weight of its edge."""
    return {frozenset((first, second)): edge["weight"] for first, second, edge in found.edges(data=True)}


def test_people_of_one_side_did_not_meet(small: Archive) -> None:
    # Jónsdóttir and Tómasson came together and met Vula in 2031; Jónsdóttir met him once more in 2034.
    found = graph(small, "people")
    assert weights(found) == {
        frozenset(("jonsdottir-anna", "vula-seru")): 2,
        frozenset(("tomasson-karl", "vula-seru")): 1,
    }
    assert found.nodes["jonsdottir-anna"]["label"] == "Anna Jónsdóttir"
    assert found.edges["jonsdottir-anna", "vula-seru"]["first"] == "2031-05-06"
    assert found.edges["jonsdottir-anna", "vula-seru"]["last"] == "2034-03-04"
    assert "orlov-pyotr" in found  # he met nobody who is named


def sizes(found: nx.Graph[str]) -> dict[str, int]:
    """Node → number of its meetings."""
    return {node: of["meetings"] for node, of in found.nodes(data=True)}


@pytest.mark.parametrize("archive", ["small", "frozen", "real"])
def test_edges_count_meetings(archive: str, request: pytest.FixtureRequest) -> None:
    # Walked anew, record by record.
    found: Archive = request.getfixturevalue(archive)
    parties: Counter[frozenset[str]] = Counter()
    people: Counter[frozenset[str]] = Counter()
    for each in held(found):
        parties.update(frozenset(pair) for pair in combinations(each.parties, 2))
        people.update(set(across(each)))
    assert weights(graph(found, "parties")) == dict(parties)
    assert weights(graph(found, "people")) == dict(people)
    assert sizes(graph(found, "parties")) == Counter(party for each in held(found) for party in each.parties)
    assert sizes(graph(found, "people")) == Counter(person for each in held(found) for person in each.people)


def across(meeting: Meeting) -> Iterable[frozenset[str]]:
    """Pairs of people who sat on different sides."""
    sides = [*meeting.delegations, *(guests for session in meeting.sessions for guests in session.participants)]
    for one, other in combinations(sides, 2):
        if one.party != other.party:
            for first in one.delegates:
                for second in other.delegates:
                    if first.person and second.person and first.person != second.person:
                        yield frozenset((first.person, second.person))


@pytest.mark.parametrize("key", ["people", "parties"])
def test_the_file_says_nothing_of_the_day_it_was_made(small: Archive, key: str) -> None:
    # The library writes the day on which it runs. The latest meeting with two of anything was in 2034.
    assert 'lastmodifieddate="2034-03-04"' in gexf.make(small, key, "")
