"""What was added and corrected, as the records themselves note it: a page for each week, by relation, and the list of weeks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.collections import BY_ID, MEETINGS
from readouts.pages.kinds import PageKind, alone
from readouts.pages.parts.changes import text
from readouts.pages.parts.meeting_lists import LONG
from readouts.pages.words import lists as say
from readouts.pages.words import shared
from readouts.render.blocks import Block, Heading, Inline, Inlines, Item, Items, Link, Page, Paragraph, Span, Target, joined

if TYPE_CHECKING:
    from readouts.archive.coverage import Changed
    from readouts.pages.site import Site

FOLDER = "changes"
PATH = f"{FOLDER}/index.md"
DETAILED = 8
"""Of so many weeks the list says which relations were concerned."""

_Group = tuple[str, str, Inline]
"""What changes are grouped by: what it is sorted by, its address on a page, and its name with a link."""


def _path(week: str) -> str:
    return f"{FOLDER}/{week}.md"


def _name(week: str) -> str:
    return say.week(_day(week))


def _day(week: str) -> str:
    return wording.day(date.fromisoformat(week))


def _weeks(site: Site) -> Iterator[tuple[str, str]]:
    return ((_path(week), week) for week, _, _ in site.archive.weeks)


def _index(site: Site, _: str) -> Page:
    weeks = site.archive.weeks
    body: list[Block] = [Heading(1, (shared.ADDITIONS,)), Paragraph((say.CHANGES,), cls="ro-lead")]
    for week, added, corrected in weeks[:DETAILED]:
        body += [
            Heading(2, (Link((_name(week),), Target(_path(week))),), f"w{week}"),
            Paragraph((say.changed(added, corrected),)),
            Items(tuple(_concerned(site, week))),
        ]
    if earlier := weeks[DETAILED:]:
        body.append(Heading(2, (say.EARLIER_WEEKS,), "earlier"))
        links = [
            (Link((_name(week),), Target(_path(week))), " ", Span((say.changed(*rest),), "ro-count")) for week, *rest in earlier
        ]
        body.append(Items(tuple(Item(link, cls="ro-entry") for link in links)))
    if not weeks:
        body.append(Paragraph((say.NO_CHANGE,)))
    return Page(PATH, shared.ADDITIONS, say.CHANGES, "records/", tuple(body))


def _concerned(site: Site, week: str) -> Iterator[Item]:
    """A line for each relation, with a link to its part of the week’s page."""
    for (_, anchor, name), found in _grouped(site, site.archive.changed_in(week)).items():
        added = sum(each.change.addition for each in found)
        shown = name.content if isinstance(name, Link) else (name,)
        counted = Span((say.changed(added, len(found) - added),), "ro-count")
        yield Item((Link(shown, Target(_path(week), anchor)), " ", counted), cls="ro-entry")


def _grouped(site: Site, changed: Sequence[Changed]) -> Mapping[_Group, list[Changed]]:
    """Changes by relation, in the order of their names; last those of no relation."""
    found: defaultdict[_Group, list[Changed]] = defaultdict(list)
    for each in changed:
        if each.pair:
            link = site.link.pair(each.pair)
            found[f"0 {site.archive.pair_id(each.pair)}", site.archive.pair_id(each.pair), link].append(each)
        elif each.collection == MEETINGS.id:
            found["1", "other-meetings", say.OTHER_MEETINGS].append(each)
        else:
            found["2", "other-records", say.OTHER_RECORDS].append(each)
    return {group: found[group] for group in sorted(found, key=lambda each: each[0])}


def _week(site: Site, week: str) -> Page:
    found = site.archive.changed_in(week)
    title = say.changes_in_week(_day(week))
    back = Paragraph((Link((say.BACK_TO_WEEKS,), Target(PATH)),), cls="ro-back")
    added = sum(each.change.addition for each in found)
    body: list[Block] = [back, Heading(1, (title,)), Paragraph((say.changed(added, len(found) - added),), cls="ro-lead")]
    for (_, anchor, name), of_group in _grouped(site, found).items():
        body += [Heading(2, (name,), anchor), Items(tuple(_lines(site, of_group)))]
    return Page(_path(week), title, f"{title}: {say.changed(added, len(found) - added)}", "records/", tuple(body))


def _lines(site: Site, changed: Sequence[Changed]) -> Iterator[Item]:
    """What is noted of several records in the same words stands once, before them; then the rest, record by record."""
    alike: defaultdict[Inlines, list[Changed]] = defaultdict(list)
    for each in changed:
        alike[text(each.change)].append(each)
    for words, found in sorted(alike.items(), key=lambda each: -len(each[1])):
        if len(found) > LONG:
            yield Item((*words, say.records(len(found))), cls="ro-entry")
        elif len(found) > 1:
            yield Item((*words, " ", *joined(_records(site, found))), cls="ro-entry")
    single: defaultdict[tuple[str, str], list[Changed]] = defaultdict(list)
    for each in changed:
        if len(alike[text(each.change)]) == 1:
            single[each.collection, each.record].append(each)
    for found in single.values():
        words = joined((text(each.change) for each in found), " ")
        yield Item((_record(site, found[0]), ": ", *words), cls="ro-entry")


def _record(site: Site, changed: Changed) -> Inline:
    if changed.collection == MEETINGS.id:
        meeting = site.archive.summaries[changed.record]
        return site.link.meeting(meeting, _short(site, changed)) if changed.pair else site.link.meeting(meeting)
    collection = BY_ID[changed.collection]
    return site.link.record(collection, site.archive.of_kind(collection)[changed.record])


def _short(site: Site, changed: Changed) -> str:
    meeting = site.archive.summaries[changed.record]
    return f"{wording.dated(meeting.date)}, {meeting.kind.label}"


def _records(site: Site, changed: Sequence[Changed]) -> Iterator[Inline]:
    """Meetings of a relation by their days; with their kinds where two have the same."""
    of_pair = [each for each in changed if each.collection == MEETINGS.id and each.pair]
    days = Counter(site.archive.summaries[each.record].date.text for each in of_pair)
    for each in changed:
        if each in of_pair and days[site.archive.summaries[each.record].date.text] == 1:
            yield site.link.day(site.archive.summaries[each.record])
        else:
            yield _record(site, each)


KINDS = (
    PageKind("changes", FOLDER, alone(PATH), _index),
    PageKind("week", FOLDER, _weeks, _week),
)
