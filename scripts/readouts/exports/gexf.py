"""GEXF 1.2 (https://gexf.net), which Gephi opens: who met whom, and which parties met.

Two people met where both took part in a meeting that was held, on different sides. The weight of an edge is the number of such
meetings. That two have no edge says nothing: no list of meetings is complete.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from lxml.etree import Comment, fromstring, tostring

from readouts.archive.summaries import MeetingSummary
from readouts.exports.keyed import Keyed
from readouts.render.markdown import MARK

if TYPE_CHECKING:
    from networkx import Graph

    from readouts.archive.archive import Archive

FOLDER = "gexf"
ENDING = ".gexf"
TYPE = "application/xml"
PEOPLE, PARTIES = "people", "parties"


def files(_: Archive) -> Iterator[tuple[str, str]]:
    """Both graphs."""
    for key in (PEOPLE, PARTIES):
        yield f"{FOLDER}/{key}{ENDING}", key


def make(archive: Archive, key: str, base: str) -> str:  # noqa: ARG001  # every format is asked so
    """The graph of people or of parties."""
    import networkx as nx  # noqa: PLC0415  # it takes longer to load than a build with nothing to do

    graph = _graph(archive, key, nx.Graph())
    root = fromstring("\n".join(nx.generate_gexf(graph, prettyprint=False, version="1.2draft")).encode())
    for meta in root.iter("{*}meta"):
        # The library takes the day on which it runs.
        meta.set("lastmodifieddate", max((edge["last"] for _, _, edge in graph.edges(data=True)), default="1970-01-01"))
    root.addprevious(Comment(f" {MARK}records/: edit those, not this file. "))
    text: bytes = tostring(root.getroottree(), xml_declaration=True, encoding="utf-8")
    return f"{text.decode()}\n"


def _graph(archive: Archive, key: str, graph: Graph[str]) -> Graph[str]:
    counted = dict(archive.counts("person" if key == PEOPLE else "party"))
    for node, meetings in sorted(counted.items()):
        if key == PEOPLE:
            person = archive.people[node]
            graph.add_node(node, label=person.name.full, side=archive.side_of(node) or "", meetings=meetings)
        else:
            graph.add_node(node, label=archive.party_name(node), meetings=meetings)
    for meeting in archive.held:
        for first, second in sorted(_met(meeting) if key == PEOPLE else _pairs(meeting.parties)):
            edge = graph.get_edge_data(first, second, {"weight": 0, "first": meeting.date.first.isoformat()})
            edge |= {"weight": edge["weight"] + 1, "last": meeting.date.first.isoformat()}
            graph.add_edge(first, second, **edge)
    return graph


def _met(meeting: MeetingSummary) -> set[tuple[str, str]]:
    """Who sat on different sides, guests of single sessions among them."""
    sides = [(each.party, person.person) for each in (*meeting.delegations, *meeting.guests) for person in each.delegates]
    people = [(party, person) for party, person in sides if person]
    return {
        (min(one, other), max(one, other)) for (of, one), (by, other) in combinations(people, 2) if of != by and one != other
    }


def _pairs(parties: Iterable[str]) -> Iterator[tuple[str, str]]:
    return combinations(sorted(parties), 2)


FORMAT = Keyed(files, make)
