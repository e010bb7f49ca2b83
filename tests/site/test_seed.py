"""The first record of the archive itself against the official outline: every sentence, in order, on the published page."""

from __future__ import annotations

import re

from conftest import ROOT, Project
from html_text import lines, squeezed
from readouts.archive.archive import Archive

SEED = ROOT / "tests/cases" / "seed" / "2014-11-10.txt"
PAGE = "site/meetings/2014/2014-11-10-japan-peru/index.html"
ID = "2014-11-10-japan-peru"
OUTLINE = "https://www.mofa.go.jp/la_c/sa/pe/page3e_000261.html"


def sentences() -> list[str]:
    """The outline's sentences in order; headings and labels count as sentences of their own."""
    found = []
    for line in SEED.read_text(encoding="utf-8").splitlines():
        label, text = re.fullmatch(r"((?:\(\d\)|\d\.) )?(.*)", line).groups()  # type: ignore[union-attr]  # it matches any line
        found += [label.strip()] if label else []
        found += [squeezed(each) for each in re.split(r"(?<=[.)])\s+(?=[A-Z(])", text) if each.strip()]
    return found


def test_the_outline_is_on_the_page_sentence_by_sentence(real_site: Project) -> None:
    # What the ministry published, in its order, with its numbering.
    shown = " ".join(lines((real_site.folder / PAGE).read_text(encoding="utf-8")))
    outline = shown[shown.index("On Monday, November 10,") :]
    position = 0
    expected = sentences()
    assert len(expected) == 39
    body = expected[expected.index("Photo: Cabinet Public Relations Office") + 1 : -1]
    for sentence in body:
        found = outline.find(sentence, position)
        assert found >= 0, f"not on the page after {outline[position - 60 : position]!r}: {sentence}"
        position = found + len(sentence)


def test_the_head_and_the_foot_of_the_outline_are_there(real_site: Project) -> None:
    # Title, date, photo credit and the way back to the relation.
    shown = lines((real_site.folder / PAGE).read_text(encoding="utf-8"))
    text = "\n".join(shown)
    assert "Japan-Peru Relations" in text
    assert "10 November 2014" in text
    assert "Cabinet Public Relations Office" in text
    assert "Back to Japan–Peru relations" in shown


def test_clocks_at_a_glance(real_site: Project) -> None:
    # Beijing is UTC+8, Tokyo UTC+9 and Lima UTC−5: 10:25 is 11:25 there and 21:25 on the day before here.
    shown = lines((real_site.folder / PAGE).read_text(encoding="utf-8"))
    assert "Monday 10 November 2014" in shown
    assert "10:25–10:45 Beijing time (UTC+8), 20 minutes" in shown
    assert "11:25–11:45 in Tokyo" in shown
    assert "21:25–21:45 on 9 November in Lima" in shown


def test_every_sentence_is_annotated(real: Archive) -> None:
    # Each paragraph but the lead says who said what, with topics, a permanent id, and the one who speaks in it.
    (readout,) = [each for each in real.meetings[ID].readouts if each.url == OUTLINE]
    paragraphs = [paragraph for section in readout.sections for paragraph in section.paragraphs]
    assert [paragraph.label for paragraph in paragraphs] == [None, "(1)", "(2)", "(1)", "(2)", "(1)", "(2)"]
    assert [section.label for section in readout.sections] == [None, "1", "2", "3"]
    for number, paragraph in enumerate(paragraphs[1:]):
        assert len(paragraph.statements) >= 3
        for statement in paragraph.statements:
            assert statement.speakers == (("abe-shinzo", "humala-ollanta")[number % 2],)
            assert statement.topics
            assert statement.id
    mentioned = {topic for statement in readout.statements for topic in statement.topics}
    assert mentioned >= {"economic-partnership-agreement", "tpp", "pacific-alliance", "cop-20", "un-reform"}
