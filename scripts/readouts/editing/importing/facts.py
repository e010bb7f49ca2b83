"""When a meeting was, and of what kind, by its lead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from readouts.archive.todo import TODO
from readouts.editing.importing.context import Context
from readouts.editing.importing.dates import Found, dates_in, relative
from readouts.editing.importing.report import todo
from readouts.editing.importing.sentences import sentences
from readouts.editing.importing.sides import Side, sides_of
from readouts.editing.importing.sittings import Sitting, sittings
from readouts.editing.importing.words import words
from readouts.model.vocabulary import Kind, Mode

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FAR = 60
"""Days between a meeting and its page, at most, where the page prints no year of the meeting."""
_BOTH = 2


@dataclass(slots=True)
class Facts:
    """What is known of the meeting as a whole."""

    lead: str
    """The sentences that tell of the meeting."""
    sittings: list[Sitting] = field(default_factory=list)
    day: date | None = None
    date: str = TODO
    """As it stands in the record."""
    kind: str = TODO
    mode: Mode = Mode.IN_PERSON
    sides: list[Side] = field(default_factory=list)


def facts_of(context: Context) -> Facts:
    """The facts of a readout."""
    layout, language = context.layout, context.language
    meet = words().meet.get(language, "(?!)")
    told = [each for each in sentences(layout.lead, language) if re.search(meet, each, re.IGNORECASE)]
    # “the United Nations (UN) General Assembly”: an abbreviation explained inside a name would cut it in two.
    made = Facts(re.sub(r" \([A-Z]{2,6}\)", "", " ".join(told) or layout.lead))
    made.sittings = sittings(made.lead, language)
    _date(made, context)
    _kind_by_words(made, context)
    made.sides = sides_of(made.lead, made.day, context)
    group = any(each.party in context.known.archive.organizations for each in made.sides)
    if group and made.kind in (TODO, Kind.SUMMIT):
        made.kind = Kind.MULTILATERAL
        context.report.guessed.append("kind: multilateral, as a side is an organization")
    elif made.kind == TODO:
        _kind_by_offices(made, context)
    return made


def _date(made: Facts, context: Context) -> None:
    """The day of the meeting: printed in the lead, or told from that of the page."""
    page, report, language = context.layout.published, context.report, context.language
    found = next((each.start.date for each in made.sittings if each.start and each.start.date), None)
    japan = {each.japan.date for each in made.sittings if each.japan and each.japan.date}
    printed = [each for each in dates_in(made.lead, language) if each not in japan]
    first: Found | None = found or next(iter(printed), None)
    if first and (day := first.on(page)):
        if not first.year and page and abs((day - page).days) > _FAR:
            made.date = todo(day.isoformat())
            report.asked.append(f"date: the text prints no year, and its day is far from {page}, the date of the page")
            return
        made.day, made.date = day, day.isoformat()
        report.understood.append(f"date: {day} (the page is of {page or 'no day'})")
        if first.weekday is not None and first.weekday != day.weekday():
            report.asked.append(f"date: the page calls {day} a {_DAYS[first.weekday]}, and it was a {_DAYS[day.weekday()]}")
    elif first:
        made.date = todo(f"{first.month:02}-{first.day:02}" if first.month else "")
        report.asked.append("date: the page prints no year, or no such day")
    elif page and (day := relative(made.lead, language, page)):
        made.day = day
        made.date = made.day.isoformat()
        report.guessed.append(f"date: {made.day}, as the text counts from {page}, the date of the page")
    elif titled := next((each.on(None) for each in dates_in(context.layout.title, language) if each.year), None):
        made.day, made.date = titled, titled.isoformat()
        report.guessed.append(f"date: {titled}, by the title")
    else:
        made.date = todo(page.isoformat() if page else "")
        report.asked.append(f"date: the text prints none; {page or 'none'} is that of the page")


def _kind_by_words(made: Facts, context: Context) -> None:
    for text in (context.layout.title, made.lead):
        for each in words().kinds:
            if each.found(text, context.language):
                if made.kind == TODO and each.kind:
                    made.kind = each.kind
                if made.mode is Mode.IN_PERSON and each.mode:
                    made.mode = each.mode


def _kind_by_offices(made: Facts, context: Context) -> None:
    offices = [each.people[0].office if each.people else each.office for each in made.sides]
    ranks = [each.rank for each in offices if each]
    if len(ranks) >= _BOTH and len(ranks) == len(made.sides):
        if set(ranks) == {"head"}:
            made.kind = Kind.SUMMIT
        elif set(ranks) == {"foreign"}:
            made.kind = Kind.FOREIGN_MINISTERS
        if made.kind != TODO:
            context.report.guessed.append(f"kind: {made.kind}, by the offices of both sides")
            return
    context.report.asked.append("kind: neither the title nor the text says what sort of meeting it was")
