"""The reference: the fields, the controlled lists and the rules, printed from the code that enforces them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks import CHECKS
from readouts.model import vocabulary
from readouts.model.describe import FieldLine, parts
from readouts.model.wording import slug
from readouts.pages.draft import Draft
from readouts.pages.site import REFERENCE
from readouts.render.blocks import Block, Code, Heading, Inlines, Item, Items, Link, Page, Paragraph, Strong, Table, Target

if TYPE_CHECKING:
    from readouts.pages.site import Site

_LISTS: tuple[tuple[type[vocabulary.Term], str], ...] = (
    (vocabulary.Kind, "Kinds of meeting"),
    (vocabulary.Mode, "Modes"),
    (vocabulary.SessionKind, "Kinds of session"),
    (vocabulary.Capacity, "Capacities"),
    (vocabulary.Origin, "Origin of an account"),
    (vocabulary.Wording, "Wording"),
    (vocabulary.DocumentType, "Types of document"),
    (vocabulary.DocumentStatus, "Status of a document"),
    (vocabulary.TopicKind, "Kinds of topic"),
)
_COMPLETENESS = (
    ("complete", "The account was recorded to its end."),
    (
        "incomplete",
        "The account goes on past what was recorded, or only part of it is known. What it does not mention is unknown.",
    ),
)


def drafts(_: Site) -> Iterator[Draft]:
    """The three reference pages; they change with the code alone."""
    yield Draft(f"{REFERENCE}/vocabulary.md", 0, _vocabulary)
    yield Draft(f"{REFERENCE}/fields.md", 0, _fields)
    yield Draft(f"{REFERENCE}/rules.md", 0, _rules)


def _page(name: str, title: str, about: str, source: str, blocks: list[Block]) -> Page:
    head: tuple[Block, ...] = (Heading(1, (title,)), Paragraph((about,), cls="ro-lead"))
    return Page(f"{REFERENCE}/{name}.md", title, about, source, (*head, *blocks))


def _vocabulary() -> Page:
    blocks: list[Block] = [Heading(2, ("Speech acts",), "acts")]
    version = f"What a speaker does by a statement, with its event type in PLOVER (table version {vocabulary.PLOVER_VERSION})."
    blocks.append(Paragraph((version,)))
    for act in vocabulary.Act:
        plover = vocabulary.PLOVER.get(act, vocabulary.UNCODED)
        blocks.append(Paragraph((Strong(act.value), f" — {act.definition} PLOVER: {plover}."), f"act-{act.value}"))
    blocks += [Heading(2, ("Completeness",), "completeness")]
    blocks += [Paragraph((Strong(word), f" — {text}"), f"completeness-{word}") for word, text in _COMPLETENESS]
    for terms, title in _LISTS:
        name = slug(terms.__name__)
        blocks.append(Heading(2, (title,), name))
        blocks += [Paragraph((Strong(term.value), f" — {term.definition}"), f"{name}-{term.value}") for term in terms]
    about = "The words a record chooses from, and what each of them means."
    return _page("vocabulary", "Vocabulary", about, "scripts/readouts/model/vocabulary.py", blocks)


def _fields() -> Page:
    blocks: list[Block] = []
    for part in parts():
        blocks += [Heading(2, (part.title,), part.anchor), Paragraph(_typed(part.meaning))]
        rows = tuple(_field(line) for line in part.fields)
        blocks.append(Table(("Key", "Meaning", "Value"), rows))
    about = "Every key of every record, its meaning, and a valid value."
    return _page("fields", "Fields of a record", about, "scripts/readouts/model/", blocks)


def _typed(text: str) -> Inlines:
    """A docstring's text, with what stands between backticks as code."""
    return tuple(Code(part) if number % 2 else part for number, part in enumerate(text.split("`")) if part)


def _field(line: FieldLine) -> tuple[Inlines, ...]:
    needed: Inlines = (Code(line.key), " (required)" if line.required else "")
    value: Inlines = (Code(line.example),) if line.example else ()
    if line.part:
        value = (Link((line.part,), Target(None, slug(line.part))),)
    elif line.terms:
        value = (Link((", ".join(line.terms),), Target("reference/vocabulary.md", line.list_anchor)),)
    if line.many:
        value = ("List of: ", *value) if line.part else value
    return needed, _typed(line.meaning), value


def _rules() -> Page:
    items = [
        Item((Code(each.code), f" ({each.severity}) — ", *_typed((each.rule.__doc__ or "").strip())), cls="ro-entry")
        for each in CHECKS
    ]
    about = "What is checked between records, beyond the type of each field. The code stands in the message of a problem."
    return _page("rules", "Rules", about, "scripts/readouts/checks/", [Items(tuple(items))])
