"""Checks of wording, names and topics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model.vocabulary import Wording

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.load import Records
    from readouts.model import Meeting


def verbatim_is_credited(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """A verbatim account names its source; an account in our own words holds no official text."""
    for r, readout in enumerate(meeting.readouts):
        if readout.wording is Wording.VERBATIM and not (readout.credit and readout.url):
            hint = "add `url:` and `credit:` as the publisher asks for them"
            yield Finding("meetings", meeting.id, ("readouts", r, "wording"), "a verbatim text needs its source", hint)
        for s, section in enumerate(readout.sections):
            for p, paragraph in enumerate(section.paragraphs):
                if paragraph.text and readout.wording is Wording.SUMMARY:
                    loc = ("readouts", r, "sections", s, "paragraphs", p, "text")
                    message = "an account in our own words has statements, no `text:`"
                    hint = (
                        "write each point as a statement's `gist:`; `wording: verbatim` is for official texts under a licence"
                    )
                    yield Finding("meetings", meeting.id, loc, message, hint)


def topics_have_two_levels(archive: Archive, _: Records) -> Iterator[Finding]:
    """A topic is a theme, or belongs to one; themes belong to nothing."""
    for topic in archive.topics.values():
        above = archive.topics.get(topic.broader or "")
        if topic.kind == "theme" and topic.broader:
            yield Finding("topics", topic.id, ("broader",), "a theme has no broader topic", "delete the line `broader:`")
        elif topic.kind != "theme" and not topic.broader:
            themes = ", ".join(each.id for each in archive.topics.values() if each.kind == "theme")
            yield Finding(
                "topics", topic.id, ("kind",), "the topic belongs to no theme", f"add `broader:` with one of {themes}"
            )
        elif above and above.kind != "theme":
            hint = f"write `broader: {above.broader}`" if above.broader else "choose a theme"
            yield Finding("topics", topic.id, ("broader",), f"“{above.id}” is no theme", hint)


def names_are_distinct(archive: Archive, _: Records) -> Iterator[Finding]:
    """No two topics, and no two people, share a name or a form of one."""
    taken: dict[str, str] = {}
    for topic in archive.topics.values():
        for name in {topic.name, *filter(None, [topic.abbreviation]), *(each.text for each in topic.also)}:
            owner = taken.setdefault(name.casefold(), topic.id)
            if owner != topic.id:
                message = f"“{name}” already names the topic {owner}"
                yield Finding("topics", topic.id, (), message, f"use {owner} instead, or make the names differ")
    people: dict[str, str] = {}
    for person in archive.people.values():
        owner = people.setdefault(person.name.full.casefold(), person.id)
        if owner != person.id:
            message = f"{person.name.full} already has the record {owner}"
            yield Finding("people", person.id, ("name",), message, f"use {owner}, or tell the two apart by their full names")
