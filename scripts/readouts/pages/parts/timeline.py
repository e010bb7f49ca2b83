"""Pictures of meetings over the years, a dot for each, or of many for each year: those of a relation by kind, those of a person by office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from readouts.model.collections import MEETINGS, PEOPLE
from readouts.pages.parts import facts
from readouts.pages.parts.meeting_lists import LONG, part_target
from readouts.pages.words import relation as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Target
from readouts.render.charts import Mark, Row, Strip

if TYPE_CHECKING:
    from readouts.archive.indexes import Pair, Summaries
    from readouts.archive.summaries import MeetingSummary
    from readouts.model import Person, Relation
    from readouts.pages.site import Site

ENOUGH = 4
"""Fewer meetings are seen at a glance without a picture."""

LABELS = 10
"""So many years are named, at most."""

EDGE = 0.02
"""What is left free at either end, as a share of the time between."""

LAST_NAMED = 0.94
"""Further to the right there is no room for the name of a year, whose line is drawn all the same."""


def of_relation(site: Site, pair: Pair, meetings: Summaries, relation: Relation | None) -> Iterator[Block]:
    """The meetings of a pair by kind, with its milestones."""
    if len(meetings) < ENOUGH:
        return
    first = meetings[0].date.first
    milestones = [each for each in (relation.milestones if relation else ()) if each.date.first >= first]
    scale = _Scale.of([*(meeting.date.first for meeting in meetings), *(each.date.first for each in milestones)])
    here = Target(site.link.pair_page(pair), "milestones")
    marks = tuple(Mark(scale.at(each.date.first), each.text, here, "milestone") for each in milestones)
    dots = _Dots(site, scale, site.link.pair_page(pair), meetings)
    kinds = sorted({meeting.kind.label for meeting in meetings})
    rows = [Row(kind, dots.of([each for each in meetings if each.kind.label == kind])) for kind in kinds]
    yield Strip(
        say.timeline(first.year if marks else None, by_year=dots.by_year),
        scale.years(),
        (*([Row(say.MILESTONES_ROW, marks)] if marks else []), *rows),
    )


def of_person(site: Site, person: Person, meetings: Summaries) -> Iterator[Block]:
    """The meetings of a person by the office of the day, with the terms as far as they are known."""
    if len(meetings) < ENOUGH:
        return
    held: dict[str, list[MeetingSummary]] = {}
    for meeting in meetings:
        held.setdefault(_office(person, meeting), []).append(meeting)
    terms: dict[str, list[tuple[date, date]]] = {}
    for office in person.offices:
        if office.title in held and (office.since or office.until):
            of_office = held[office.title]
            since = office.since.first if office.since else of_office[0].date.first
            until = office.until.last if office.until else of_office[-1].date.first
            terms.setdefault(office.title, []).append((since, until))
    scale = _Scale.of(
        [*(meeting.date.first for meeting in meetings), *(day for each in terms.values() for term in each for day in term)]
    )
    dots = _Dots(site, scale, PEOPLE.page(person.id), meetings)
    rows = tuple(
        Row(
            title,
            dots.of(found),
            tuple((scale.at(since), scale.at(until)) for since, until in terms.get(title, ())),
        )
        for title, found in held.items()
    )
    yield Strip(say.timeline_of_person(terms=bool(terms), by_year=dots.by_year), scale.years(), rows)


@dataclass(frozen=True, slots=True)
class _Dots:
    """A dot for each meeting; of more meetings than one list has, for each year."""

    site: Site
    scale: _Scale
    path: str
    """The page that lists the meetings."""
    meetings: Summaries
    """All of them."""

    @property
    def by_year(self) -> bool:
        """Whether a dot stands for a year."""
        return len(self.meetings) > LONG

    def of(self, found: Sequence[MeetingSummary]) -> tuple[Mark, ...]:
        """The dots of a row."""
        if not self.by_year:
            page = MEETINGS.page
            return tuple(
                Mark(self.scale.at(each.date.first), self.site.titles.full(each), Target(page(each.id))) for each in found
            )
        counted = Counter(each.date.year for each in self.meetings)
        return tuple(
            Mark(
                self.scale.at(of_year[0].date.first),
                shared.labelled(f"{year}", len(of_year)),
                part_target(self.path, counted.items(), year),
            )
            for year, of_year in ((year, list(group)) for year, group in groupby(found, key=lambda each: each.date.year))
        )


def _office(person: Person, meeting: MeetingSummary) -> str:
    """The office in which somebody took part: its usual title, where it is one of the person's."""
    for delegation in meeting.delegations:
        for delegate in delegation.delegates:
            if delegate.person == person.id:
                usual = {name: office.title for office in person.offices for name in (*office.also, office.title)}
                said = facts.office(delegate)
                return usual.get(said, said) or say.NO_OFFICE
    return say.NO_OFFICE


class _Scale(NamedTuple):
    """Days as shares of the width of a picture."""

    first: date
    last: date

    @classmethod
    def of(cls, days: Iterable[date]) -> _Scale:
        ordered = sorted(days)
        return cls(ordered[0], ordered[-1])

    def at(self, day: date) -> float:
        """The first day and the last one are a little off the edges."""
        days = max(1, (self.last - self.first).days)
        return EDGE + (1 - 2 * EDGE) * (day - self.first).days / days

    def years(self) -> tuple[tuple[float, str], ...]:
        """The beginnings of years, not more than can be read."""
        first, last = self.first.year, self.last.year
        step = next(each for each in (1, 2, 5, 10, 20, 50, 100, 200) if last - first < each * LABELS)
        days = [date(year, 1, 1) for year in range(first + 1, last + 1) if year % step == 0]
        return tuple((at, f"{day.year}" if at < LAST_NAMED else "") for day in days if (at := self.at(day)))
