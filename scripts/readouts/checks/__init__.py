"""The rules: what must hold between records, beyond the types of their fields.

A rule is a generator that yields `Finding`s; its docstring is the rule as the reference prints it, with an example (`problems/rules`).
To add one, write it in the file of its theme and list it here: in `OF_A_MEETING`, if it looks at one meeting and what that names, in
`OF_THE_DAY`, if it asks what day it is, or else in `OF_THE_ARCHIVE`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from readouts.archive import rules as loading
from readouts.archive.answers import SUMMARIES
from readouts.archive.archive import Archive
from readouts.archive.dependents import Dependents
from readouts.archive.fingerprints import Question
from readouts.archive.load import load
from readouts.checks import (
    copies,
    file_names,
    follow_ups,
    names,
    participants,
    people,
    places,
    references,
    states,
    times,
    topics,
    withdrawn,
    wording,
)
from readouts.checks.finding import Finding
from readouts.checks.times import Dated
from readouts.model.clocks import latest_day
from readouts.model.collections import COLLECTIONS, MEETINGS
from readouts.problems import BrokenRecordsError, Problem, Severity, errors
from readouts.problems import Rule as Described
from readouts.problems.rules import OF_TOOLS, by_code
from readouts.source import rules as reading

if TYPE_CHECKING:
    from readouts.archive.records import Missing, Records
    from readouts.model import Meeting

T = TypeVar("T")
Rule: TypeAlias = Callable[["Archive", T], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check(Generic[T]):
    """A rule with the code its problems carry."""

    code: str
    rule: Rule[T]
    severity: Severity = Severity.ERROR


OF_THE_ARCHIVE: tuple[Check[Records], ...] = (
    Check("unknown-id", references.known_ids),
    Check("former-id", references.free_former_ids),
    Check("withdrawn-id", withdrawn.withdrawn_ids_stay_free),
    Check("file-name", file_names.folders_are_years),
    Check("relation-name", file_names.relations_are_named_by_their_parties),
    Check("unknown-zone", places.known_zones),
    Check("coordinates-swapped", places.coordinates_are_in_order),
    Check("coordinates", places.coordinates_have_their_signs),
    Check("unknown-zone", places.zones_are_those_of_their_places),
    Check("second-capital", places.capitals_are_one),
    Check("topic-tree", topics.topics_have_two_levels),
    Check("country-of-today", states.places_are_in_countries_of_today),
    Check("quotation-marks", names.names_stand_without_marks),
    Check("same-name", names.names_are_distinct),
    Check("same-name", names.names_of_places_are_distinct),
    Check("name-order", people.names_are_in_order),
    Check("name-order", people.orders_are_stated, Severity.WARNING),
    Check("capitals", people.names_are_not_shouted),
    Check("same-name", names.parties_have_addresses_of_their_own),
    Check("no-country", people.people_belong_somewhere),
    Check("country-or-organization", people.people_speak_for_one),
    Check("office-twice", people.offices_stand_once),
    Check("office-order", people.offices_end_after_they_begin),
    Check("same-meeting", copies.meetings_stand_once),
    Check("named-twice", copies.records_name_each_once),
)

OF_A_MEETING: tuple[Check[Meeting], ...] = (
    Check("duplicate-address", references.distinct_addresses),
    Check("file-name", file_names.names_are_dates_and_parties),
    Check("named-twice", copies.meetings_name_each_once),
    Check("no-clock", times.clocks_are_known),
    Check("call-place", times.calls_have_no_place),
    Check("printed-clock", times.printed_clocks_are_known),
    Check("occasion-date", times.occasions_are_of_the_time),
    Check("published-too-early", times.pages_follow_the_meeting),
    Check("read-too-early", times.pages_are_read_once_published),
    Check("session-order", times.sessions_end_after_they_start),
    Check("printed-time", times.printed_times_agree, Severity.WARNING),
    Check("no-such-state", states.parties_existed),
    Check("office-not-held", participants.offices_are_held),
    Check("not-present", participants.speakers_took_part),
    Check("named-twice", participants.delegates_stand_once),
    Check("side", participants.people_speak_for_their_side),
    Check("no-such-statement", references.replies_answer_a_statement),
    Check("follow-up", follow_ups.follow_ups_show_what_they_claim),
    Check("searched", participants.accounts_that_were_found),
    Check("not-held", times.what_was_not_held_has_no_course),
    Check("not-a-side", participants.whoever_asked_or_told_is_a_side),
    Check("addressee", participants.statements_are_for_those_concerned),
    Check("wording", wording.verbatim_is_credited),
    Check("account-form", wording.accounts_have_one_form),
    Check("one-speaker", wording.common_acts_have_several_speakers, Severity.WARNING),
    Check("gist-speaker", wording.gists_do_not_repeat_the_speaker),
    Check("quotation-marks", wording.marks_do_not_stand_around_a_text),
    Check("no-address", wording.own_accounts_have_an_address, Severity.WARNING),
    Check("same-page", copies.accounts_are_of_pages_of_their_own),
    Check("same-statement", copies.statements_stand_once),
    Check("gist-sentence", wording.gists_are_sentences),
    Check("markup", wording.texts_have_no_markup, Severity.WARNING),
)

OF_THE_DAY: tuple[Check[Dated], ...] = (Check("in-the-future", times.nothing_was_done_tomorrow),)
"""Rules about a record that ask what day it is. What was right stays right as days go by."""

CHECKS: tuple[Check[Records] | Check[Meeting] | Check[Dated], ...] = (*OF_THE_ARCHIVE, *OF_A_MEETING, *OF_THE_DAY)

_NAME = "file-name"
_BY_DATE_AND_SIDES = {
    "office-not-held",
    "printed-time",
    "published-too-early",
    "not-present",
    "side",
    "not-a-side",
    "searched",
    "follow-up",
    "occasion-date",
}
"""What may only follow where the name of a file tells of another date or other sides than its record."""

RULES: Mapping[str, tuple[Described, ...]] = by_code(
    [
        *reading.RULES,
        *loading.RULES,
        *(Described(each.code, each.rule.__doc__ or "", each.severity) for each in CHECKS),
        *OF_TOOLS,
    ]
)
"""Every code that a problem may have, with its rules, in the order in which a file goes through the house."""


def open_archive(records: str | Path, today: date | None = None) -> Archive:
    """Read and check all records below a folder.

    Args:
        records: The folder.
        today: The day after which everything is in the future; else what the clock says.

    Raises:
        BrokenRecordsError: with every problem of every file, where at least one of them is an error.
    """
    found = load(Path(records))
    archive = Archive.of(found)
    problems = found.problems + check(found, archive, Dependents(), today or latest_day(environ))
    if errors(problems):
        raise BrokenRecordsError(problems)
    return archive


def check(records: Records, archive: Archive, sound: Dependents, today: date) -> list[Problem]:
    """Everything the rules find, each at its place in its file.

    Args:
        records: What was loaded.
        archive: The same, with its answers.
        sound: Meetings that were found to have no problem, and what was asked to find that out. Those for which all answers are
            the same are not checked again; the others are brought up to date.
        today: The day after which everything is in the future.
    """
    problems = [_problem(records, each, finding) for each in OF_THE_ARCHIVE for finding in each.rule(archive, records)]
    for collection in COLLECTIONS:
        if collection is not MEETINGS:
            for record in records.by_collection[collection.id].values():
                on = Dated(collection, record.entry, today)
                problems += [_problem(records, each, finding) for each, finding in _on_the_day(archive, on)]
    doubtful = sound.stale(archive, archive.summaries)
    sound.keep_only(archive.summaries)
    missing = records.missing
    for key in doubtful:
        asked: set[Question] = set()
        watched = archive.watched(asked)
        meeting = watched.meetings[key]
        found = [(each, finding) for each in OF_A_MEETING for finding in each.rule(watched, meeting)]
        of_the_day = _on_the_day(watched, Dated(MEETINGS, meeting, today))
        if any(each.code == _NAME for each, _ in found):
            found = [(each, finding) for each, finding in found if each.code not in _BY_DATE_AND_SIDES]
            of_the_day = [(each, finding) for each, finding in of_the_day if finding.loc != ("date",)]
        problems += [_problem(records, each, finding) for each, finding in of_the_day]
        if not found and not of_the_day:
            sound.note(archive, key, asked)
        spoke = dict.fromkeys(each for each, _ in found) if missing.keys else {}
        unsure = {each for each in spoke if _needs(each, archive, meeting, records, missing)}
        problems += [_problem(records, each, finding) for each, finding in found if each not in unsure]
    return problems


def _needs(check: Check[Meeting], archive: Archive, meeting: Meeting, records: Records, missing: Missing) -> bool:
    """Whether a rule asks for a record that could not be read; then what it finds may be wrong."""
    asked: set[Question] = set()
    list(check.rule(archive.watched(asked, records_only=True), meeting))
    keys = ((MEETINGS.id if name == SUMMARIES else name, str(about)) for name, about in asked)
    return any(key not in records.by_collection[collection] and missing.has(collection, key) for collection, key in keys)


def _on_the_day(archive: Archive, on: Dated) -> list[tuple[Check[Dated], Finding]]:
    return [(each, finding) for each in OF_THE_DAY for finding in each.rule(archive, on)]


def _problem(records: Records, check: Check[T], finding: Finding) -> Problem:
    path, position = records.position(finding.collection.id, finding.id, finding.loc)
    return Problem(path, *position, check.code, finding.message, finding.hint, check.severity)
