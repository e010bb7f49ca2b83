"""The model is described completely, the test record uses all of it, and the schema for editors agrees with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from conftest import ROOT, TREE
from readouts.archive.archive import Archive
from readouts.checks import CHECKS
from readouts.exports.json_schema import schema
from readouts.model import Entry, Part, Phrase
from readouts.model.anchors import statement_anchor
from readouts.model.base import adapter, fields
from readouts.model.collections import BY_ID, COLLECTIONS, MEETINGS
from readouts.model.describe import examples, is_list, keys, part_of, shown
from readouts.model.vocabulary import PLOVER, Act, Term
from readouts.problems import Rule
from readouts.source import Data, parse

UNQUOTED = re.compile(r"""(?<!["'>(\w])>\s?\d+(?::\d\d|\s(?:min|h)\b)""")
"""A time or a length that begins with `>`, outside of quotes."""

PLOVER_EVENTS = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]


def kinds() -> Iterator[type[Part]]:
    """Every kind of record and part."""
    waiting: list[type[Part]] = [each.type for each in COLLECTIONS]
    seen: set[type[Part]] = set()
    while waiting:
        kind = waiting.pop()
        if kind not in seen:
            seen.add(kind)
            yield kind
            waiting += [inner for info in fields(kind).values() if (inner := part_of(info.annotation))]


def test_every_field_has_a_meaning_and_a_valid_example() -> None:
    # The reference, the schema and the hints of problems have nothing else to print.
    for kind in kinds():
        assert kind.__doc__
        for name, info in fields(kind).items():
            assert info.description, f"{kind.__name__}.{name} has no docstring"
            assert name == "id" or examples(info) or part_of(info.annotation), f"{kind.__name__}.{name} has no example"


def test_every_example_is_valid_yaml_and_a_valid_value() -> None:
    # Whoever copies an example of the reference or of a hint into a record has done right.
    for kind in kinds():
        for key, info in keys(kind).items():
            many = is_list(info.annotation)
            brackets = [value if value.startswith("[") or not many else f"[{value}]" for value in examples(info)]
            for line in (shown(key, info), *(f"{key}: {value}" for value in brackets)):
                document = parse(PurePosixPath("x.yaml"), line.encode())
                assert document.problems == [], line
                assert refused(kind, document.data, key) == [], line


def refused(kind: type[Part], data: Data, key: str) -> list[str]:
    """What the model says of a key, whatever else is missing."""
    try:
        adapter(kind).validate_python(data)
    except ValidationError as error:
        return [str(each["loc"]) for each in error.errors() if each["loc"][0] == key]
    return []


def test_the_examples_in_texts_are_valid() -> None:
    # A meaning, a hint or a page that shows `start: >18:04` shows what is no YAML; in quotes it is.
    sources = [*(ROOT / "scripts/readouts").rglob("*.py"), *(ROOT / "docs/about").glob("*.md")]
    found = [f"{path}: {text}" for path in sources for text in UNQUOTED.findall(path.read_text(encoding="utf-8"))]
    assert found == []


def test_the_records_in_the_guide_are_read() -> None:
    # Whoever copies one out of the guide has YAML that the strict reader takes.
    guide = (ROOT / "docs/about/contributing.md").read_text(encoding="utf-8")
    blocks = [
        block for block in re.findall(r"^```yaml\n(.*?)^```$", guide, re.DOTALL | re.MULTILINE) if not block.startswith("#")
    ]
    assert blocks
    for block in blocks:
        assert parse(PurePosixPath("x.yaml"), block.encode()).problems == []


def test_the_test_record_uses_every_field() -> None:
    # A field that no record uses is a field that no test covers.
    used: set[tuple[str, str]] = set()

    def walk(kind: type[Part], data: Any) -> None:  # noqa: ANN401  # what a YAML file holds
        if isinstance(data, list):
            for each in data:
                walk(kind, each)
        elif isinstance(data, dict):
            for key, value in data.items():
                used.add((kind.__name__, key))
                info = next(info for name, info in fields(kind).items() if key in (info.alias, name))
                if inner := part_of(info.annotation):
                    walk(inner, value)

    for path, kind, data in tree(TREE):
        walk(kind, data if path.parts[-2] != "records" else list(data.values()))
    everything = {(kind.__name__, info.alias or name) for kind in kinds() for name, info in fields(kind).items()}
    entries = {(each.type.__name__, "id") for each in COLLECTIONS}
    rare = {(each.type.__name__, key) for each in COLLECTIONS for key in ("formerly", "note")}
    assert everything - used - entries - rare == set()


def tree(records: Path) -> Iterator[tuple[Path, type[Entry], Any]]:
    """Every file of a tree of records with its kind and its data as text."""
    for path in sorted(records.rglob("*.yaml")):
        inside = path.relative_to(records)
        yield path, BY_ID[inside.parts[0].removesuffix(".yaml")].type, parse(PurePosixPath(path.name), path.read_bytes()).data


@pytest.mark.parametrize("records", [TREE, ROOT / "records"], ids=["invented", "real"])
def test_the_schema_accepts_every_record(records: Path) -> None:
    # What the build accepts, an editor must not underline.
    validators = {each.type: Draft202012Validator(schema(each)) for each in COLLECTIONS}
    for path, kind, data in tree(records):
        found = [f"{path}: {list(error.absolute_path)} {error.message}" for error in validators[kind].iter_errors(data)]
        assert found == []


def test_the_schema_refuses_what_the_model_refuses() -> None:
    # Unknown keys, words that are in no list, and missing keys are underlined.
    meeting = Draft202012Validator(schema(MEETINGS))
    data = {"kind": "sumit", "plac": "x", "date": "2014-11-10", "delegations": [{"for": "JP"}], "id": "x"}
    messages = " ".join(error.message for error in meeting.iter_errors(data))
    for word in ("sumit", "plac", "readouts", "id"):
        assert word in messages


def test_every_word_has_a_definition() -> None:
    # A definition is a sentence.
    for terms in Term.__subclasses__():
        for term in terms:
            assert term.definition.endswith("."), term


def test_speech_acts_map_to_plover_or_stay_uncoded() -> None:
    # Courtesies have no event type, and none is guessed.
    assert set(PLOVER.values()) <= set(PLOVER_EVENTS)
    for act in (Act.THANK, Act.CONDOLE, Act.REGRET, Act.GREET, Act.CONGRATULATE):
        assert act not in PLOVER


def test_every_rule_is_a_sentence_with_a_case() -> None:
    # A check's docstring is its rule; a case file shows it at work.
    cases = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests/cases/problems").glob("*.yaml"))
    for check in CHECKS:
        assert Rule(check.code, check.rule.__doc__ or "").meaning.endswith("."), check.code
        assert f" {check.code} " in cases, f"no case shows {check.code}"


def test_an_address_stays_while_the_words_stay(small: Archive) -> None:
    # A statement without an id keeps its address when its act, its topics or anything else but its words is mended.
    meeting = small.meetings["2031-05-06-fiji-iceland"]
    account = meeting.readouts[0]
    agreed = account.sections[1].paragraphs[0].statements[0]
    assert agreed.id is None
    mended = replace(agreed, act=Act.HOPE, topics=(), formula=Phrase(text="good friends"), note="Mended.")
    assert statement_anchor(account, mended) == statement_anchor(account, agreed) == "iceland-2c65acad"
    assert statement_anchor(account, replace(agreed, gist="Agree never to meet again.")) != statement_anchor(account, agreed)
