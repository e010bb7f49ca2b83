"""The reference: the fields, the controlled lists and the rules, printed from the code that enforces them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks import RULES
from readouts.model import vocabulary
from readouts.model.describe import FieldLine, parts
from readouts.model.slugs import slug
from readouts.pages.kinds import PageKind, alone
from readouts.pages.links import VOCABULARY
from readouts.pages.words import reference as say
from readouts.problems import Severity
from readouts.problems.rules import LINE_BREAK, Example
from readouts.render.blocks import Block, Code, Facts, Heading, Inlines, Link, Page, Paragraph, Strong, Table, Target
from readouts.render.code import typed

if TYPE_CHECKING:
    from readouts.pages.site import Site

FOLDER = "reference"
RULES_PAGE = f"{FOLDER}/rules.md"
_COMPLETENESS = (
    ("complete", say.COMPLETE),
    ("incomplete", say.INCOMPLETE),
)


def _page(name: str, title: str, about: str, source: str, blocks: list[Block]) -> Page:
    head: tuple[Block, ...] = (Heading(1, (title,)), Paragraph((about,), cls="ro-lead"))
    return Page(f"{FOLDER}/{name}.md", title, about, source, (*head, *blocks))


def _vocabulary(_: Site, __: str) -> Page:
    blocks: list[Block] = [Heading(2, (vocabulary.Act.heading,), vocabulary.Act.list_anchor)]
    blocks.append(Paragraph((say.acts_about(vocabulary.PLOVER_VERSION),)))
    for act in vocabulary.Act:
        plover = vocabulary.PLOVER.get(act, vocabulary.UNCODED)
        blocks.append(Paragraph((Strong(act.value), say.act_defined(act.definition, plover)), act.anchor))
    blocks += [Heading(2, (say.COMPLETENESS,), "completeness")]
    blocks += [Paragraph((Strong(word), say.defined(text)), f"completeness-{word}") for word, text in _COMPLETENESS]
    for terms in vocabulary.LISTS:
        if terms is not vocabulary.Act:
            blocks.append(Heading(2, (terms.heading,), terms.list_anchor))
            blocks += [Paragraph((Strong(term.value), say.defined(term.definition)), term.anchor) for term in terms]
    return _page("vocabulary", say.VOCABULARY, say.VOCABULARY_ABOUT, "scripts/readouts/model/vocabulary.py", blocks)


def _fields(_: Site, __: str) -> Page:
    blocks: list[Block] = []
    for part in parts():
        blocks += [Heading(2, (part.title,), part.anchor), Paragraph(typed(part.meaning))]
        rows = tuple(_field(line) for line in part.fields)
        blocks.append(Table((say.KEY, say.MEANING, say.VALUE), rows))
    return _page("fields", say.FIELDS, say.FIELDS_ABOUT, "scripts/readouts/model/", blocks)


def _field(line: FieldLine) -> tuple[Inlines, ...]:
    needed: Inlines = (Code(line.key), say.REQUIRED if line.required else "")
    value: Inlines = (Code(line.example),) if line.example else ()
    if line.part:
        value = (Link((line.part,), Target(None, slug(line.part))),)
    elif line.terms:
        value = (Link((", ".join(line.terms),), Target(VOCABULARY, line.list_anchor)),)
    if line.many:
        value = (say.LIST_OF, *value) if line.part else value
    return needed, typed(line.meaning), value


def _rules(_: Site, __: str) -> Page:
    blocks: list[Block] = []
    for code, rules in RULES.items():
        blocks.append(Heading(2, (Code(code),), code))
        for rule in rules:
            weight = say.weighing(rule.severity) if rule.severity is not Severity.ERROR else ""
            blocks.append(Paragraph((*typed(rule.meaning), weight) if weight else typed(rule.meaning)))
            if rule.example:
                blocks.append(Facts(tuple(_example(rule.example))))
    return _page("rules", say.RULES, say.RULES_ABOUT, "scripts/readouts/checks/", blocks)


def _example(example: Example) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    if example.inside:
        yield say.INSIDE, ((Code(example.inside),),)
    yield say.WRONG, tuple(_lines(example.wrong))
    yield say.RIGHT, tuple(_lines(example.right))


def _lines(text: str) -> Iterator[Inlines]:
    """What is typed, a value for each line; what is said in words, as it is."""
    for line in text.split(LINE_BREAK) if LINE_BREAK in text else ():
        yield (Code(line.strip("`")),)
    if LINE_BREAK not in text:
        yield typed(text)


KINDS = (
    PageKind("vocabulary", FOLDER, alone(VOCABULARY), _vocabulary),
    PageKind("fields", FOLDER, alone(f"{FOLDER}/fields.md"), _fields),
    PageKind("rules", FOLDER, alone(RULES_PAGE), _rules),
)
