"""What can be said of a new record is the model's: nothing of it is listed a second time."""

from __future__ import annotations

from typing import Any

import pytest
from click.testing import CliRunner

from conftest import TREE
from readouts.archive.archive import Archive
from readouts.archive.load import load
from readouts.archive.names import Names
from readouts.cli import COMMANDS, main
from readouts.editing.drafts import NEAR, Drafts, Nobody
from readouts.editing.questions import ONE_EACH, OTHERWISE, USUAL, filled, questions, value
from readouts.model.base import adapter
from readouts.model.collections import BY_ID, COLLECTIONS, Collection
from readouts.model.describe import keys, part_of, spoken
from readouts.source import Data


@pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda each: each.id)
def test_every_key_can_be_said(collection: Collection[Any]) -> None:
    # Each key of the record, and each single one of the parts of which it has one, has a meaning and an example.
    found = questions(collection.type)
    own = {key for key, info in keys(collection.type).items() if part_of(info.annotation) not in ONE_EACH}
    assert {str(each.loc[0]) for each in found if len(each.loc) == 1} == own - {"changes", "formerly"}
    assert len({each.name for each in found}) == len(found)
    for each in found:
        assert each.meaning
        assert each.choices or each.example
    done = CliRunner().invoke(main, ["new", spoken(collection.type), "--help"])
    assert all(f"--{each.name}" in done.output for each in found)


def test_what_is_listed_is_in_the_model() -> None:
    # Words that the module has of its own name keys that exist.
    every = {key for collection in COLLECTIONS for each in questions(collection.type) for key in [str(each.loc[-1])]}
    assert every >= USUAL
    assert every >= set(OTHERWISE)


@pytest.mark.parametrize("collection", COLLECTIONS, ids=lambda each: each.id)
def test_examples_are_valid(collection: Collection[Any]) -> None:
    # A record made of the examples of all that it needs is one that the model takes.
    data: dict[str, Data] = {}
    for each in questions(collection.type):
        if each.required and len(each.loc) == 1:
            given = value(each, each.example or each.choices[0])
            data[str(each.loc[0])] = [given, given] if each.many else given
    readout: dict[str, Data] = {"publisher": "mofa-jp", "language": "en", "read": "whole", "recorded": "whole"}
    if collection.id == "meetings":
        data["readouts"] = [readout]
    assert filled(collection.type, dict(data)) == data
    adapter(collection.type).validate_python({**data, "id": "x"})


def test_records_are_found_by_every_name() -> None:
    # Id, earlier id, name in either order, another form, abbreviation; without capitals, accents and signs.
    known = Names(load(TREE))

    def ids(text: str, *kinds: str) -> list[str]:
        return [each.id for each in known.of(text, kinds)]

    for text in ("jonsdottir-anna", "jonsdottir", "Anna Jónsdóttir", "jonsdottir anna", "ANNA JONSDOTTIR", "Anna J"):
        assert ids(text, "Person") == ["jonsdottir-anna"]
    assert ids("काठमाडौँ", "Place") == ["kathmandu"]
    assert ids("mfa", "Organization") == ["mfa-is"]
    assert ids("FORUM", "Country", "Organization") == ["forum"]
    assert ids("soviet union", "Country", "Organization") == ["SU"]
    assert ids("Tómasson", "Person") == []  # a family name alone
    assert ids("…", "Person") == []


@pytest.mark.parametrize(
    ("slip", "meant"), [("jonsdotir-anna", ["jonsdottir-anna"]), ("Ana Jónsdottir", ["jonsdottir-anna"]), ("Kaneko", [])]
)
def test_a_slip_is_near_a_name(slip: str, meant: list[str]) -> None:
    # An id and a name that are nearly so; what only sounds alike is new.
    assert [each.id for each in Names(load(TREE)).near(slip, ("Person",), NEAR)] == meant


def test_a_text_that_means_several_is_refused() -> None:
    # Two people of a name: the id tells them apart. What was taken in can be let go.
    records, known = load(TREE), Names(load(TREE))
    known.add("Person", "vula-s", {"name": {"family": "Vula", "given": "Seru"}})
    drafts = Drafts(records, Archive.of(records), known, Nobody(), {})
    with pytest.raises(Exception, match="“Seru Vula” may be vula-s or vula-seru"):
        drafts.make(BY_ID["meetings"], {"side": ["FJ:Seru Vula"]})
    known.forget("Person", "vula-s")
    assert [each.id for each in known.of("Seru Vula", ("Person",))] == ["vula-seru"]
    assert not known.of("vula-s", ("Person",))


def test_the_readme_lists_every_command() -> None:
    # Whoever looks for a command finds it there.
    readme = (TREE.parent.parent / "README.md").read_text(encoding="utf-8")
    assert all(f"| `readouts {command.name}" in readme for command in COMMANDS)
