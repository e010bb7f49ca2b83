"""The archive as JSON: described as it is, complete, and the same records again when read by the model."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate
from pyld import jsonld

from conftest import FROZEN, TREE, edit, options
from readouts import Archive, open_archive
from readouts.build.builder import Builder
from readouts.build.options import Options
from readouts.exports import api
from readouts.exports.api import addresses, lists
from readouts.exports.codes import codes
from readouts.model.anchors import statement_anchor
from readouts.model.base import adapter
from readouts.model.collections import COLLECTIONS, WITHDRAWN
from readouts.model.states import STATES
from readouts.model.values import COUNTRIES, About, Clock, Duration, PartOfDay
from readouts.model.walk import statements
from readouts.pages.published import Published

BASE = "https://readouts.example/"
ROOT = f"{BASE}{api.ROOT}/"


def _files(archive: Archive, base: str = BASE) -> dict[str, Any]:
    return {key: json.loads(api.make(archive, key, base)) for _, key in api.files(archive)}


@pytest.fixture(scope="module")
def invented(small: Archive) -> dict[str, Any]:
    """Every file of the invented tree, by the way to it."""
    return _files(small)


@pytest.fixture(scope="module")
def told(frozen: Archive) -> dict[str, Any]:
    """Every file of the frozen records."""
    return _files(frozen)


@pytest.mark.parametrize("name", ["invented", "told"])
def test_the_description_describes_every_file(name: str, request: pytest.FixtureRequest) -> None:
    # OpenAPI as its validator accepts it; each file is at a path of it and is what the schema there says; each example is a file.
    files = request.getfixturevalue(name)
    described = files["openapi.json"]
    validate(described)
    schemas = {
        re.compile(re.sub(r"\\{\w+\\}", _shape, re.escape(path.removeprefix("/")))): Draft202012Validator(
            {
                **found["get"]["responses"]["200"]["content"]["application/json"]["schema"],
                "components": described["components"],
            }
        )
        for path, found in described["paths"].items()
    }
    for key, file in files.items():
        if key not in ("openapi.json", "context.jsonld"):
            (schema,) = (schema for path, schema in schemas.items() if path.fullmatch(key))
            assert [(key, error.message) for error in schema.iter_errors(file)] == []
    for path, found in described["paths"].items():
        examples = {each["name"]: each["example"] for each in found["get"].get("parameters", [])}
        assert path.removeprefix("/").format(**examples) in files


def _shape(parameter: re.Match[str]) -> str:
    """What stands for a parameter of a path."""
    return r"\d{4}" if parameter[0] == r"\{year\}" else "[^/]+"


def _listed(files: Mapping[str, Any], first: str | None) -> Iterator[Any]:
    """The items of a list, page after page, as somebody reads them who knows its beginning alone."""
    while first:
        page = files[first.removeprefix(ROOT)]
        assert len(page["items"]) <= 100
        yield from page["items"]
        first = page["next"]


def test_lists_have_everything_once(frozen: Archive, told: dict[str, Any]) -> None:
    # Expected from the records, walked anew.
    index = told["index.json"]
    for collection in (each for each in COLLECTIONS if each is not WITHDRAWN):  # those are no list of records
        ids = [each["id"] for each in _listed(told, index[collection.id]["first"])]
        assert index[collection.id]["count"] == len(ids) == len(set(ids))
        assert set(ids) >= set(frozen.of_kind(collection))
        if collection.id != "relations":  # there are those of pairs that have no record
            assert set(ids) == set(frozen.of_kind(collection))
    held = [meeting for meeting in frozen.meetings.values() if meeting.status == "held"]
    accounts = [account for meeting in held for account in meeting.readouts]
    assert index["held"] == {
        "meetings": len(held),
        "accounts": len(accounts),
        "statements": sum(len(account.statements) for account in accounts),
    }


def test_pages_follow_one_another(frozen: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    # With small pages: each item once and in its order, whether the last page is full or not.
    for size in (1, 4, len(frozen.people)):
        monkeypatch.setattr(lists, "PAGE", size)
        files = _files(frozen)
        for kind, ids in (("people", list(frozen.people)), ("meetings", list(frozen.meetings))):
            assert [each["id"] for each in _listed(files, files["index.json"][kind]["first"])] == ids
            last = files[f"{kind}/pages/{-(-len(ids) // size)}.json"]
            assert (last["next"], last["pages"]) == (None, last["page"])
        peru = [meeting.id for meeting in frozen.of_party("PE")]
        assert [each["id"] for each in _listed(files, files["countries/PE.json"]["meetings"]["first"])] == peru


def test_meetings_of_a_person(frozen: Archive, told: dict[str, Any]) -> None:
    for person in frozen.people:
        met = {
            meeting.id
            for meeting in frozen.meetings.values()
            for side in (*meeting.delegations, *(each for session in meeting.sessions for each in session.participants))
            if meeting.status == "held" and person in {each.person for each in side.delegates}
        }
        file = told[f"people/{person}.json"]
        assert {each["id"] for each in _listed(told, file["meetings"]["first"])} == met
        assert file["meetings"]["count"] == len(met)


@pytest.mark.parametrize("records", [TREE, FROZEN])
def test_the_same_records_again(records: Path) -> None:
    # Every record, read by the model from its file in JSON, is the record that was written.
    archive = open_archive(records)
    files = _files(archive)
    for collection in COLLECTIONS:
        for key, record in archive.of_kind(collection).items():
            found = files[f"{addresses.way(collection.id, key)}.json"]["record"]
            assert adapter(collection.type).validate_python({**found, "id": key}) == record


@given(st.integers(0, 24 * 60 - 1), st.sampled_from(About), st.sampled_from(PartOfDay))
def test_times_are_written_as_they_are_read(minutes: int, about: About, part: PartOfDay) -> None:
    for clock in (Clock(minutes, about), Clock(None, part=part)):
        assert Clock.parse(clock.text) == clock
    assert Duration.parse(Duration(minutes, about).text) == Duration(minutes, about)


def test_every_statement_has_its_place(frozen: Archive, told: dict[str, Any]) -> None:
    # The addresses on the page are in the order in which the statements stand in the record.
    def said(found: object) -> Iterator[str]:
        if isinstance(found, dict):
            if "gist" in found:
                yield found["gist"]
            for each in found.values():
                yield from said(each)
        elif isinstance(found, list):
            for each in found:
                yield from said(each)

    for meeting in frozen.meetings.values():
        file = told[f"meetings/{meeting.date.year}/{meeting.id}.json"]
        assert file["page"] == f"{BASE}meetings/{meeting.date.year}/{meeting.id}/"
        expected = [(statement_anchor(account, each), each.gist) for _, account, each in statements(meeting)]
        assert list(zip(file["statements"], said(file["record"]), strict=True)) == expected


@pytest.mark.parametrize("base", [BASE, ""])
def test_links_lead_somewhere(small: Archive, base: str) -> None:
    # With the site’s own address or without it, every link to a file of the interface leads to one.
    files = _files(small, base)

    def links(key: str, found: object) -> Iterator[str]:
        if isinstance(found, dict):
            for name, each in found.items():
                yield from links(key, each) if name != "item" else ()
        elif isinstance(found, list):
            for each in found:
                yield from links(key, each)
        elif isinstance(found, str) and found.startswith(base or "../") and f"{api.ROOT}/" in found:
            start = base or "../" * (key.count("/") + 2)
            assert found.startswith(f"{start}api/")
            yield found.removeprefix(f"{start}{api.ROOT}/")

    for key, file in files.items():
        if key != "openapi.json":
            assert set(links(key, file)) <= files.keys()


def test_linked_data(told: dict[str, Any]) -> None:
    # The first talk of the seed, expanded as JSON-LD has it.
    file = told["meetings/2014/2014-11-10-japan-peru.json"] | {"@context": told["context.jsonld"]["@context"]}
    (node,) = jsonld.expand(file)
    schema = "https://schema.org/"
    assert node["@id"] == f"{ROOT}meetings/2014/2014-11-10-japan-peru.json"
    assert node["@type"] == [f"{schema}Event"]
    assert node[f"{schema}location"] == [{"@id": f"{ROOT}places/beijing.json"}]
    assert node[f"{schema}startDate"] == [{"@type": "http://www.w3.org/2001/XMLSchema#date", "@value": "2014-11-10"}]
    people = {each["@id"] for each in node[f"{schema}attendee"]}
    assert {f"{ROOT}people/abe-shinzo.json", f"{ROOT}people/humala-ollanta.json", f"{ROOT}countries/JP.json"} <= people
    person = told["people/abe-shinzo.json"] | {"@context": told["context.jsonld"]["@context"]}
    (found,) = jsonld.expand(person)
    (office,) = found["http://www.w3.org/ns/org#memberOf"]
    assert office["http://www.w3.org/ns/org#role"] == [{"@value": "Prime Minister"}]


def test_an_id_that_is_gone_for_good(small: Archive, invented: dict[str, Any]) -> None:
    # By hand, from the invented tree: of two kinds and with a former id, which makes four; the file of each says when and why.
    for key in ("topics/treaty-of-suva", "topics/suva-treaty", "occasions/treaty-of-suva", "occasions/suva-treaty"):
        gone = invented[f"{key}.json"]
        assert (gone["withdrawn"], gone["now"], gone["date"]) == (True, None, "2031-07-01")
        assert (gone["reason"], gone["json"]) == ("The treaty was invented twice.", f"{ROOT}withdrawn/treaty-of-suva.json")
    every = list(_listed(invented, invented["index.json"]["withdrawn"]["first"]))
    assert [f"{each['kind']}/{each['id']}" for each in every if each["now"] is None] == [
        "occasions/suva-treaty",
        "occasions/treaty-of-suva",
        "topics/suva-treaty",
        "topics/treaty-of-suva",
    ]
    assert len(every) == 4 + len(small.moved)


def test_an_id_that_is_gone(tmp_path: Path) -> None:
    # The file of a former id says where the record is now, and a list has all such ids.
    shutil.copytree(TREE, tmp_path / "records")
    person = tmp_path / "records/people/vula-seru.yaml"
    person.write_text(person.read_text(encoding="utf-8") + "formerly: [seru-vula]\n", encoding="utf-8")
    archive = open_archive(tmp_path / "records")
    files = _files(archive)
    gone = files["people/seru-vula.json"]
    assert (gone["withdrawn"], gone["now"], gone["json"]) == (True, "vula-seru", f"{ROOT}people/vula-seru.json")
    every = list(_listed(files, files["index.json"]["withdrawn"]["first"]))
    assert {"kind": "people", "id": "seru-vula", "now": "vula-seru", "json": f"{ROOT}people/vula-seru.json"} in every
    assert len(every) == files["index.json"]["withdrawn"]["count"]


def test_modified_and_digest(tmp_path: Path) -> None:
    # A change that is noted moves the day; one that is not noted moves the digest alone, in the file and in the list.
    shutil.copytree(TREE, tmp_path / "records")
    wire = "organizations/pacific-wire.json"
    before = _files(open_archive(tmp_path / "records"))[wire]
    assert before["modified"] == "2031-07-01"  # as the invented tree has it
    edit(tmp_path / "records", [{"in": "organizations.yaml", "replace": "name: Pacific Wire", "with": "name: Pacific Wires"}])
    files = _files(open_archive(tmp_path / "records"))
    after = files[wire]
    assert after["modified"] == before["modified"]
    assert after["digest"] != before["digest"]
    (listed,) = (each for each in files["organizations/pages/1.json"]["items"] if each["id"] == "pacific-wire")
    assert listed["digest"] == after["digest"]


def _times(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def _build(here: Options) -> None:
    builder = Builder(here)
    builder.prepare()
    builder.write()


def test_only_what_changed_is_written_again(tmp_path: Path) -> None:
    shutil.copytree(TREE, tmp_path / "records")
    here = options(tmp_path)
    _build(here)
    root = tmp_path / "docs" / api.ROOT
    before = _times(root)
    edit(tmp_path / "records", [{"in": "organizations.yaml", "replace": "abbreviation: MFA", "with": "abbreviation: MFAI"}])
    _build(here)
    after = _times(root)
    assert {path for path in after if after[path] != before.get(path)} == {
        "index.json",
        "organizations/mfa-is.json",
        "organizations/pages/1.json",
    }
    (root / "people/vula-seru.json").unlink()
    _build(here)
    assert _times(root).keys() == before.keys()


def test_files_of_records_that_are_gone_go(tmp_path: Path) -> None:
    # Whether or not it is known what an earlier build wrote.
    shutil.copytree(TREE, tmp_path / "records")
    person = tmp_path / "records/people/nobody-new.yaml"
    for cache in (True, False):
        person.write_text("name: {family: Nobody, given: New}\ncountry: IS\n", encoding="utf-8")
        _build(options(tmp_path))
        assert (tmp_path / "docs/api/v1/people/nobody-new.json").exists()
        person.unlink()
        if not cache:
            shutil.rmtree(tmp_path / ".cache")
        _build(options(tmp_path))
        assert not (tmp_path / "docs/api/v1/people/nobody-new.json").exists()


def test_the_address_of_the_site_is_in_every_file(tmp_path: Path) -> None:
    # It changes every file, also where the records do not.
    shutil.copytree(TREE, tmp_path / "records")
    _build(options(tmp_path))
    here = options(tmp_path)
    _build(Options(here.project, here.records, here.docs, here.site, Published(base=BASE)))
    found = json.loads((tmp_path / "docs/api/v1/people/vula-seru.json").read_text(encoding="utf-8"))
    assert found["@id"] == f"{ROOT}people/vula-seru.json"


def test_codes_of_parties() -> None:
    # ISO 3166-1 and -3, Correlates of War (v2016), Gleditsch and Ward.
    assert codes("PE") == ("PE", "PER", None, 135, 135)
    assert codes("DE") == ("DE", "DEU", None, 255, 260)
    assert codes("CD")[:2] == ("CD", "COD")
    assert codes("SU") == (None, None, "SUHH", 365, 365)
    assert codes("XK")[:3] == (None, None, None)
    assert codes("un") == (None, None, None, None, None)
    threes = [codes(country).iso_3166_1_alpha_3 for country in COUNTRIES if country not in STATES]
    assert None not in threes
    assert len(set(threes)) == len(threes)
