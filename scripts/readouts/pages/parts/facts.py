"""Facts at a glance that several kinds of page have, and the plain page that is made of them and a list of meetings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from readouts.model.vocabulary import Capacity
from readouts.pages.parts import changes
from readouts.pages.parts.meeting_lists import not_held
from readouts.pages.words import shared
from readouts.render.blocks import Block, Division, Facts, Heading, Inline, Inlines, Link, Page, Paragraph, Span, joined

if TYPE_CHECKING:
    from readouts.model import Delegate, Entry, OtherName
    from readouts.pages.parts.meeting_lists import MeetingList
    from readouts.pages.site import Site
    from readouts.render.search_entry import SearchEntry

Rows: TypeAlias = "Iterator[tuple[str, tuple[Inlines, ...]]]"
"""Terms with one or several values each."""


def page(site: Site, found: MeetingList, above: Iterable[Block], entry: SearchEntry, record: Entry | None = None) -> Page:
    """A page of a list of meetings: what is said above them, the list, those that were not held, and what changed in the record."""
    number = len(found.meetings)
    head = Heading(2, (shared.meetings(number) if found.meetings else shared.NO_MEETINGS,), "meetings")
    below = changes.blocks(record) if record else ()
    blocks = (Heading(1, (found.title,)), *above, head, *found.blocks(site), *not_held(site, found.not_held), *below)
    return Page(found.path, found.title, shared.on_record(found.title, number), found.source, blocks, indexed=entry)


def at_a_glance(rows: Rows) -> Iterator[Block]:
    """Facts, where there are any."""
    if found := tuple(rows):
        yield Division("ro-facts", (Facts(found),))


def ways(links: Iterable[Link]) -> Iterator[Block]:
    """Links to other pages on the same."""
    if found := tuple(links):
        yield Paragraph(joined(found, " · "), cls="ro-ways")


def remark(note: str | None) -> Rows:
    """A remark of the archive."""
    if note:
        yield shared.NOTE, ((note,),)


def also(names: Iterable[OtherName]) -> Rows:
    """Other forms of a name."""
    if found := forms(names):
        yield shared.ALSO_WRITTEN, (joined(found),)


def forms(names: Iterable[OtherName]) -> tuple[Inlines, ...]:
    """Other forms of a name, each marked with its language."""
    return tuple((Span((each.text,), lang=each.language) if each.language else each.text,) for each in names)


def counted(links: Iterable[tuple[Link, int]]) -> Inlines:
    """Links, each with a number behind it."""
    return joined((link, f" ({times})") for link, times in links)


def note(text: str | None) -> tuple[Inline, ...]:
    """A remark of the archive, set apart from what an account says."""
    return (" ", _noted(text)) if text else ()


def note_alone(text: str | None) -> Iterator[Block]:
    """The same as a paragraph of its own."""
    if text:
        yield Paragraph((_noted(text),))


def _noted(text: str) -> Span:
    return Span(shared.noted(text), "ro-note")


def office(delegate: Delegate) -> str:
    """The office of the day with the capacity it came with: “President-elect”, “Former Prime Minister”; nothing where none is given."""
    found = delegate.office or ""
    match delegate.capacity:
        case Capacity.ELECT if not found.lower().endswith("elect"):
            found = f"{found}-elect"
        case Capacity.FORMER | Capacity.ACTING if delegate.capacity not in found.lower():
            found = f"{delegate.capacity.label} {found}"
        case Capacity.SPECIAL_ENVOY | Capacity.CHAIR if delegate.capacity.label not in found.lower():
            found = ", ".join(part for part in (found, delegate.capacity.label) if part)
    if delegate.represents:
        found = shared.for_whom(found, delegate.represents).removeprefix(", ")
    return found[:1].upper() + found[1:]
