"""Citations in bulk: every meeting once, read by libraries for the three formats."""

from __future__ import annotations

import json

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc.source.json import CiteProcJSON

from readouts import Archive
from readouts.exports import bibliographies

BASE = "https://archive.example/"


def read(archive: Archive, part: str) -> list[list[str]]:
    """The addresses in the file of each format, in their order."""
    bib = parse_string(bibliographies.make(archive, f".bib {part}", BASE))
    assert bib.failed_blocks == []
    ris = rispy.loads(bibliographies.make(archive, f".ris {part}", BASE))
    csl = json.loads(bibliographies.make(archive, f".json {part}", BASE))
    assert CiteProcJSON(csl).keys() == {each["id"] for each in csl}
    return [
        [each["url"].strip("{}") for each in bib.entries],
        [url for each in ris for url in each["urls"]],
        [each["URL"] for each in csl],
    ]


@pytest.mark.parametrize("archive", ["small", "frozen", "real"])
def test_every_meeting_is_there_once(archive: str, request: pytest.FixtureRequest) -> None:
    # Also one that was not held: it has a page.
    found: Archive = request.getfixturevalue(archive)
    pages = [f"{BASE}meetings/{key[:4]}/{key}/" for key in sorted(found.meetings)]
    assert read(found, "all") == [pages] * 3


def test_a_relation_has_those_of_its_parties(small: Archive) -> None:
    # Of the five invented meetings one was a call with the Soviet Union.
    assert ("citations/relations/fiji-iceland.bib", ".bib relations FJ IS") in bibliographies.files(small)
    expected = [f"{BASE}meetings/{key[:4]}/{key}/" for key in sorted(small.meetings) if "soviet" not in key]
    assert len(expected) == 4
    assert read(small, "relations FJ IS") == [expected] * 3


def test_an_entry_is_that_of_the_page(small: Archive) -> None:
    # Title, author and the day of the latest change.
    (entry,) = (e for e in parse_string(bibliographies.make(small, ".bib all", BASE)).entries if "2031" in e.key)
    assert entry["title"] == "{First Fiji–Iceland consultations, Kathmandu, 6 May 2031}"
    assert entry["date"] == "2031-06-01"
    (item,) = (e for e in rispy.loads(bibliographies.make(small, ".ris all", BASE)) if "2031" in e["id"])
    assert (item["type_of_reference"], item["authors"], item["date"]) == ("ELEC", ["Readouts"], "2031/06/01")
