"""Nothing that a page shows can be forgotten: whatever changes in any record, a page that is not made again says what it should.

Nor can what it leads to: whatever country a record names has a page.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import pytest
from pydantic import ValidationError

from conftest import TREE, all_files
from readouts.archive.archive import Archive
from readouts.archive.dependents import Dependents
from readouts.archive.load import load
from readouts.archive.records import Records
from readouts.model.base import Entry, Part, adapter, fields
from readouts.model.collections import COLLECTIONS, Collection, collection_of
from readouts.model.describe import examples, part_of
from readouts.pages import all_jobs, page_of
from readouts.pages.published import Published
from readouts.problems import Loc
from readouts.render.blocks import Page
from readouts.render.html import fragment
from readouts.source import parse

OTHERS = [
    "Another text",
    "2031-05-07",
    "12:34",
    "~42 min",
    "true",
    "false",
    "ja",
    "Q42",
    "Asia/Tokyo",
    "https://example.org/x",
    "7",
    "s9",
]
"""A valid value of each type that is not an id; examples and ids are tried, too."""


class Field(NamedTuple):
    """A key of a record that somebody may change."""

    record: tuple[Path, Collection[Entry], str]
    """The file below `records/`, the collection, and the id."""
    loc: Loc
    """The way to the value in the file."""
    kind: str
    name: str
    examples: tuple[str, ...]

    def __str__(self) -> str:
        """`Statement.act`, as the name of a test."""
        return f"{self.kind}.{self.name}"


def inside(record: tuple[Path, Collection[Entry], str], kind: type[Part], data: Any, loc: Loc) -> Iterator[Field]:  # noqa: ANN401  # what a YAML file holds
    """Every key of a record, however deep."""
    if isinstance(data, list):
        for number, each in enumerate(data):
            yield from inside(record, kind, each, (*loc, number))
    elif isinstance(data, dict):
        for name, value in data.items():
            info = next(info for field, info in fields(kind).items() if name in (info.alias, field))
            inner = part_of(info.annotation)
            if not (inner and info.is_required()):  # else its own keys are all that can change
                yield Field(record, (*loc, name), kind.__name__, name, tuple(examples(info)))
            if inner:
                yield from inside(record, inner, value, (*loc, name))


def every_field() -> dict[str, list[Field]]:
    """Each field of each kind of record and part, with all its uses in the invented tree."""
    found: dict[str, list[Field]] = {}
    for path in sorted(TREE.rglob("*.yaml")):
        collection = collection_of(path.relative_to(TREE).as_posix())
        assert collection
        data = parse(PurePosixPath(path.name), path.read_bytes()).data
        assert isinstance(data, dict)
        for key, record in data.items() if collection.one_file else ((path.stem, data),):
            loc = (key,) if collection.one_file else ()
            for field in inside((path.relative_to(TREE), collection, key), collection.type, record, loc):
                found.setdefault(str(field), []).append(field)
    return found


FIELDS = every_field()

ARCHIVE = Published("https://archive.example/")


class Built(NamedTuple):
    """An archive, its pages, and what they depend on."""

    records: Records
    archive: Archive
    pages: dict[str, Page]
    dependents: Dependents


def pages_of(archive: Archive) -> tuple[dict[str, Page], Dependents]:
    """Every page made anew."""
    pages, dependents = {}, Dependents()
    for job in all_jobs(archive):
        pages[job.path], asked = page_of(job, archive, ARCHIVE)
        dependents.note(archive, job.path, asked)
    return pages, dependents


@pytest.fixture(scope="module")
def before() -> Built:
    """The invented tree as it is."""
    records = load(TREE)
    archive = Archive.of(records)
    return Built(records, archive, *pages_of(archive))


def changed(value: object, field: Field, archive: Archive) -> Iterator[object]:
    """Other values that the field might take: none, and whatever any field takes."""
    if isinstance(value, list):
        yield value[:-1]
        yield [*value, *value[-1:]]
        yield list(reversed(value))
    others = [*field.examples, *OTHERS, *(key for each in COLLECTIONS for key in archive.of_kind(each)), *archive.countries]
    for other in others:
        yield other
        yield [other]


def with_value(data: Any, loc: Loc, value: object) -> Any:  # noqa: ANN401  # what a YAML file holds
    """A copy of some data in which one value is another; None takes the key away."""
    copy: Any = json.loads(json.dumps(data))
    place = copy
    for step in loc[:-1]:
        place = place[step]
    if value is None:
        del place[loc[-1]]
    else:
        place[loc[-1]] = value
    return copy


@pytest.mark.parametrize("name", FIELDS)
def test_a_changed_field_reaches_every_page(before: Built, tmp_path: Path, name: str) -> None:
    # The field taken away, and the first other value that the model takes: pages that nothing asks to make again are right.
    assert any(try_others(before, tmp_path / f"{number}", field) for number, field in enumerate(FIELDS[name])), name


def read(field: Field) -> tuple[Any, Any]:
    """What the file holds, and what the field holds."""
    path = field.record[0]
    data: Any = parse(PurePosixPath(path.name), (TREE / path).read_bytes()).data
    value = data
    for step in field.loc:
        value = value[step]
    return data, value


def try_others(before: Built, folder: Path, field: Field) -> int:
    """Change one use of a field, and compare; with how many other values that could be done."""
    path, collection, key = field.record
    records = folder / "records"
    shutil.copytree(TREE, records)
    data, value = read(field)
    tried = 0
    for candidates in (iter([None]), changed(value, field, before.archive)):
        for other in candidates:
            edited = with_value(data, field.loc, other)
            if other == value or not valid(collection, key, edited[key] if collection.one_file else edited):
                continue
            (records / path).write_text(json.dumps(edited, ensure_ascii=False), encoding="utf-8")
            found = load(records, before.records.files)
            if found.problems:
                continue
            try:
                compare(before, Archive.of(found, before.archive))
            except KeyError:
                continue  # an id of nothing, which a rule refuses
            tried += 1
            break
    return tried


def valid(collection: Collection[Entry], key: str, record: dict[str, object]) -> bool:
    """Whether the model takes the record."""
    try:
        kind: type[Entry] = collection.type
        adapter(kind).validate_python({**record, "id": key})
    except ValidationError:
        return False
    return True


def compare(before: Built, archive: Archive) -> None:
    """Every page that is not made again is what it would be if it were."""
    dependents = Dependents.of_data(before.dependents.data())
    anew, _ = pages_of(archive)
    again = set(dependents.stale(archive, anew))
    assert {path for path in anew if path not in again and anew[path] != before.pages[path]} == set()


def test_only_what_shows_a_change_is_made_again(before: Built, tmp_path: Path) -> None:
    # A reworded statement touches its meeting, the one that took it up, its relation with the briefing sheet, the topics of its meeting that have a page, and the digest on the data page: no list.
    records = tmp_path / "records"
    shutil.copytree(TREE, records)
    path = records / "meetings/2031/2031-05-06-fiji-iceland.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("gist: Agree to meet again.", "gist: Agree to part."), encoding="utf-8"
    )
    archive = Archive.of(load(records), before.archive)
    again = Dependents.of_data(before.dependents.data()).stale(archive, before.pages)
    assert sorted(again) == [
        "meetings/2031/2031-05-06-fiji-iceland.md",
        "meetings/2032/2032-fiji-iceland.md",
        "reference/data.md",
        "relations/fiji-iceland.md",
        "relations/fiji-iceland/brief.md",
        "topics/fish.md",
    ]


NOWHERE = "TV"
"""A country that no record names."""


def naming(field: Field, country: str) -> Any:  # noqa: ANN401  # what a YAML file holds
    """The file with a country in the field; None where the field takes none."""
    _, collection, key = field.record
    data, value = read(field)
    for other in ([*value[:-1], country], [country]) if isinstance(value, list) else (country,):
        edited = with_value(data, field.loc, other)
        if valid(collection, key, edited[key] if collection.one_file else edited):
            return edited
    return None


TAKE_A_COUNTRY = [name for name, (use, *_) in FIELDS.items() if naming(use, NOWHERE) and not naming(use, "No country")]


@pytest.mark.parametrize("name", TAKE_A_COUNTRY)
def test_a_country_that_is_named_has_a_page(before: Built, tmp_path: Path, name: str) -> None:
    # Whichever record names it, and be it the only one: every link of every page leads to a page, before, with it, and after.
    field, records = FIELDS[name][0], tmp_path / "records"
    shutil.copytree(TREE, records)
    (records / field.record[0]).write_text(json.dumps(naming(field, NOWHERE), ensure_ascii=False), encoding="utf-8")
    found = load(records)
    assert found.problems == []
    archive = Archive.of(found, before.archive)
    pages, _ = pages_of(archive)
    for page in pages.values():
        fragment(page, {*pages, *all_files(archive)})
    compare(before, archive)
    assert "countries/tv.md" in pages
    assert "countries/tv.md" not in before.pages
