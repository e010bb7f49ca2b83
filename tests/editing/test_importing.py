"""Readouts in many styles become drafts: what is found is counted against fields that were written down by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import FROZEN, ROOT
from readouts.archive.load import load
from readouts.editing.fmt import formatted
from readouts.editing.importing import Authorities, Given, Imported, PageError, imported
from readouts.source import parse

CASES = sorted((ROOT / "tests/cases/import").glob("*.yaml"))
SEED = ROOT / "tests/cases/seed/2014-11-10.txt"
FLOOR = 0.9
DRAFT = PurePosixPath("meetings/2031/draft.yaml")


@cache
def frozen_names() -> Authorities:
    """What the frozen records know by name."""
    return Authorities.of(load(FROZEN))


@pytest.fixture
def known() -> Authorities:
    """The same."""
    return frozen_names()


def case_of(path: Path) -> Any:  # noqa: ANN401  # whatever the case holds
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # it makes only texts, lists and mappings


def run(case: Any, known: Authorities) -> Imported:  # noqa: ANN401  # whatever the case holds
    raw = case["text"].encode(case.get("encoding", "utf-8"))
    return imported(raw, Given(**case.get("given", {"publisher": "mofa-jp"})), known)


def data_of(made: Imported) -> Any:  # noqa: ANN401  # whatever a file holds
    document = parse(DRAFT, made.draft)
    assert document.problems == []
    return document.data


def fields(draft: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  # whatever a file holds
    """Every field of a draft but what stands in each: `delegations.JP.head.person`, `account.1.label`."""
    sides = {
        side["for"]: {key: value for key, value in side.items() if key != "for"} or "side" for side in draft["delegations"]
    }
    (readout,) = draft["readouts"]
    account = {
        key: value for key, value in readout.items() if key not in ("sections", "paragraphs", "statements", "read", "recorded")
    }
    rest = {key: value for key, value in draft.items() if key not in ("delegations", "readouts")}
    for name, value in {**rest, "delegations": sides, "readout": account}.items():
        yield from leaves(name, value)
    for number, line in enumerate(outline(readout)):
        head, _, said = line.partition(" > ")
        yield f"account.{number}", head
        for statement in filter(None, said.split("; ")):
            yield f"account.{number}.says", statement


def leaves(name: str, value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  # whatever a file holds
    if isinstance(value, str):
        yield name, value
    else:
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(f"{name}.{step}", part)


def outline(readout: Any) -> Iterator[str]:  # noqa: ANN401  # whatever a file holds
    """The account in lines: `# 1 Opening`, `(1) > abe-shinzo intend tpp; abe-shinzo thank`."""
    for section in readout.get("sections", ()):
        yield " ".join(filter(None, ("#", section.get("label"), section.get("heading"))))
        yield from map(paragraph, section["paragraphs"])
    yield from map(paragraph, readout.get("paragraphs", ()))
    if "statements" in readout:
        yield paragraph(readout)


def paragraph(data: Any) -> str:  # noqa: ANN401  # whatever a file holds
    said = "; ".join(map(statement, data.get("statements", ())))
    label = data.get("label", "-")
    return f"{label} > {said}" if said else label


def statement(data: Any) -> str:  # noqa: ANN401  # whatever a file holds
    assert data["gist"] == "TODO"
    topics = [each for each in data["topics"] if each != "TODO"]
    to = [f"to:{each}" for each in data.get("to", ())]
    return " ".join(("+".join(data["speakers"]), data["act"], *to, *topics))


@dataclass
class Tally:
    """How many fields were found right, and which not."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    def add(self, case: str, expected: Counter[tuple[str, str]], found: Counter[tuple[str, str]]) -> None:
        """Count the fields of a case. What is asked for is right where it is meant to be asked, and else missed."""
        for (name, value), number in (+expected).items():
            same = min(number, found[name, value])
            if value == "TODO" and not same:
                same = sum(count for (other, text), count in found.items() if other == name and text.startswith("TODO"))
                found = Counter(
                    {key: count for key, count in found.items() if not (key[0] == name and key[1].startswith("TODO"))}
                )
            else:
                found[name, value] -= same
            self.right += same
            if same < number:
                instead = next((text for (other, text), count in found.items() if count > 0 and other == name), None)
                if instead is None or instead.startswith("TODO"):
                    self.missed.append(f"{case}: {name}: {value}")
                else:
                    # An answer where there was only something to ask is made up.
                    worse = self.invented if value.startswith("TODO") else self.wrong
                    worse.append(f"{case}: {name}: {instead} for {value}")
                if instead is not None:
                    found[name, instead] -= 1
        self.invented += [
            f"{case}: {name}: {value}"
            for (name, value), number in (+found).items()
            for _ in range(number)
            if not value.startswith("TODO")
        ]

    @property
    def share(self) -> float:
        """How many of the fields are right."""
        return self.right / (self.right + len(self.missed) + len(self.wrong))

    def __str__(self) -> str:
        counts = f"right {self.right}, missed {len(self.missed)}, wrong {len(self.wrong)}, invented {len(self.invented)}: {self.share:.1%}"
        parts = (("missed", self.missed), ("wrong", self.wrong), ("invented", self.invented))
        return "\n".join((counts, *(f"  {name}  {each}" for name, lines in parts for each in lines)))


def expected_fields(case: Any) -> Counter[tuple[str, str]]:  # noqa: ANN401  # whatever the case holds
    wanted = case["expected"]
    account = wanted.get("account", ())
    found: list[tuple[str, str]] = []
    for name, value in wanted.items():
        found += [] if name == "account" else leaves(name, value)
    for number, line in enumerate(account):
        head, _, said = line.partition(" > ")
        found.append((f"account.{number}", head))
        found += [(f"account.{number}.says", each) for each in filter(None, said.split("; "))]
    return Counter(found)


def test_fields_are_right_and_none_is_invented(known: Authorities) -> None:
    # The floor of all cases together; the table says what was missed.
    tally = Tally()
    for path in CASES:
        case = case_of(path)
        tally.add(path.stem, expected_fields(case), Counter(fields(data_of(run(case, known)))))
    assert len(CASES) >= 25
    assert tally.invented == [], str(tally)
    assert tally.share >= FLOOR, str(tally)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case(path: Path, known: Authorities) -> None:
    # Nothing invented; what cannot be known or cannot be is asked; nothing of the page's sentences stands in the draft.
    case = case_of(path)
    made = run(case, known)
    tally = Tally()
    tally.add(path.stem, expected_fields(case), Counter(fields(data_of(made))))
    assert tally.invented == [], str(tally)
    asked, dropped = "\n".join(made.report.asked), "\n".join(made.report.dropped)
    for each in case.get("asked", ()):
        assert each in asked
    for each in case.get("dropped", ()):
        assert each in dropped
    assert formatted(DRAFT, made.draft) == made.draft
    sentences = [each for each in re.findall(r"[^.。\n]{60,}[.。]", case["text"]) if "<" not in each]
    assert not any(each.strip() in made.draft.decode() for each in sentences)


def test_the_table_counts(known: Authorities) -> None:
    # A table that could not fail would prove nothing.
    case = case_of(CASES[0])
    found = Counter(fields(data_of(run(case, known))))
    right = expected_fields(case)
    tally = Tally()
    tally.add("x", right + Counter({("place.more", "x"): 1}), found + Counter({("kind.more", "y"): 1}))
    assert (tally.missed, tally.invented) == (["x: place.more: x"], ["x: kind.more: y"])
    other = Tally()
    other.add("x", Counter({("kind", "summit"): 1}), Counter({("kind", "audience"): 1}))
    assert (other.right, other.wrong) == (0, ["x: kind: audience for summit"])
    other.add("x", Counter({("place", "TODO"): 1}), Counter({("place", "suva"): 1}))
    assert other.invented == ["x: place: suva for TODO"]


def test_the_structure_of_the_record_of_the_seed(known: Authorities) -> None:
    # What was written down by hand for the archive's first record is found on its page.
    url = "https://www.mofa.go.jp/la_c/sa/pe/page3e_000261.html"
    draft = data_of(imported(SEED.read_bytes(), Given(url), known))
    record: Any = parse(
        PurePosixPath("x.yaml"), (ROOT / "tests/frozen/records/meetings/2014/2014-11-10-japan-peru.yaml").read_bytes()
    ).data
    for key in ("kind", "date", "place", "occasion", "sessions", "delegations"):
        assert draft[key] == record[key]
    (readout,) = draft["readouts"]
    official = record["readouts"][0]
    for key in ("publisher", "language", "title", "url", "published", "photos"):
        assert readout[key] == official[key]
    shape = [
        [section.get("label"), section.get("heading"), [each["label"] for each in section["paragraphs"]]]
        for section in readout["sections"]
    ]
    lead, *sections = official["sections"]
    assert "label" not in lead
    assert shape == [[each["label"], each["heading"], [one["label"] for one in each["paragraphs"]]] for each in sections]
    speakers = [
        (one["label"], {speaker for each in one["statements"] for speaker in each["speakers"]})
        for section in readout["sections"]
        for one in section["paragraphs"]
    ]
    assert speakers == [("(1)", {"abe-shinzo"}), ("(2)", {"humala-ollanta"})] * 3


PIECES = [
    "On Monday, November 10, commencing at 10:25 a.m. until 25:10 (local time; 12 a.m. on August 32, Japan time)",
    "Prime Minister Shinzo Abe, visiting Beijing, China to attend the APEC Summit Meeting, held a meeting with ",
    "H.E.Mr. Ollanta Humala, President of the Republic of Peru.",
    "1. (1) ", "- 1. ", "(a) ", "ア ", "• ", "一、", "\n", "\n\n", " ", "。", ". ", "’s ", "?",
    "The two leaders agreed that ", "He stated that he would like to ", "cooperate on TPP", "Photo: Cabinet", "November 31, 2014",
    "現地時間11月13日10時30分(日本時間14日0時30分)から約15分間、", "岩屋毅外務大臣は、", "両大臣は、確認しました。", "令和0年13月32日",
    "El canciller de Perú, Elmer Schialer, se reunió con ", "el 31 de febrero de 2014 a las 25:10 horas ", "ambos acordaron ",
    "<p>", "</p>", "<ol start=999>", "<ol type=i>", "<li>", "</ol>", "<a href='javascript:x'>", "<script>", "<!--", "<![CDATA[", "&#0;", "&#xD800;",
    "<title>", "<html lang=xx>", "<meta charset=utf-7>", "</nav>", "<nav>", "<br>", "\x00", "\u202e", "\ufeff", "# ", ": ", "'", '"', "{[", "TODO ", "|",
]  # fmt: skip


def check(raw: bytes, known: Authorities) -> None:
    """A draft that the strict reader takes and whose layout is its own, or a refusal that says why."""
    try:
        made = imported(raw, Given("https://www.mofa.go.jp/"), known)
    except PageError:
        return
    assert parse(DRAFT, made.draft).problems == []
    assert formatted(DRAFT, made.draft) == made.draft
    assert made.report.text()


@given(pieces=st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text(pieces: list[str]) -> None:
    check("".join(pieces).encode("utf-8", "surrogatepass"), frozen_names())


@example(raw="\u0380a".encode())  # two scripts in one word
@given(raw=st.one_of(st.binary(max_size=400), st.binary(max_size=200).map(lambda raw: b"<html><p>" + raw + b"</p>")))
@settings(max_examples=200, deadline=None)
def test_any_bytes(raw: bytes) -> None:
    check(raw, frozen_names())


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "no text"),
        (b" \n ", "no text"),
        (b"<html><script>x</script></html>", "no text"),
        (b"<p>" + b"<!--" * 200_000, "no text"),
        (b"<p>" + b"<a " * 200_000, "no text"),
        (b"<div>" * 200_000, "no text"),
        (b"a" * (1024 * 1024 + 1), "1,048,577 bytes"),
        (b"x\n" * 3001, "3,000 lines"),
        (b"a" * 20_001, "20,000 letters"),
        (b"%PDF-1.7\n\x00\x01", "no text; save"),
        (b"They met on day 1 in full.\n" + b"1. He stated it.\n2. She did.\n" * 151, "300 paragraphs"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "raw",
)
def test_what_is_refused(raw: bytes, says: str, known: Authorities) -> None:
    with pytest.raises(PageError, match=re.escape(says)):
        imported(raw, Given(), known)
