"""The rules: what must hold between records, beyond the types of their fields.

A rule is a generator that yields `Finding`s; its docstring is the rule as the reference prints it, with an example (`problems/rules`).
To add one, write it in the file of its theme and list it here: in `OF_A_MEETING`, if it looks at one meeting and what that names, or
else in `OF_THE_ARCHIVE`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from readouts.archive import rules as loading
from readouts.archive.answers import SUMMARIES
from readouts.archive.archive import Archive
from readouts.archive.dependents import Dependents
from readouts.archive.fingerprints import Question
from readouts.archive.load import load
from readouts.checks import file_names, follow_ups, names, participants, references, states, times, topics, wording
from readouts.checks.finding import Finding
from readouts.model.collections import MEETINGS
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
    Check("file-name", file_names.folders_are_years),
    Check("relation-name", file_names.relations_are_named_by_their_parties),
    Check("unknown-zone", times.known_zones),
    Check("topic-tree", topics.topics_have_two_levels),
    Check("country-of-today", states.places_are_in_countries_of_today),
    Check("same-name", names.names_are_distinct),
)

OF_A_MEETING: tuple[Check[Meeting], ...] = (
    Check("duplicate-address", references.distinct_addresses),
    Check("file-name", file_names.names_are_dates_and_parties),
    Check("no-clock", times.clocks_are_known),
    Check("read-too-early", times.pages_are_read_once_published),
    Check("session-order", times.sessions_end_after_they_start),
    Check("printed-time", times.printed_times_agree, Severity.WARNING),
    Check("no-such-state", states.parties_existed),
    Check("office-not-held", participants.offices_are_held),
    Check("not-present", participants.speakers_took_part),
    Check("side", participants.people_speak_for_their_side),
    Check("no-such-statement", references.replies_answer_a_statement),
    Check("follow-up", follow_ups.follow_ups_show_what_they_claim),
    Check("searched", participants.accounts_that_were_found),
    Check("not-held", times.what_was_not_held_has_no_course),
    Check("not-a-side", participants.whoever_asked_is_a_side),
    Check("wording", wording.verbatim_is_credited),
    Check("account-form", wording.accounts_have_one_form),
)

CHECKS: tuple[Check[Records] | Check[Meeting], ...] = (*OF_THE_ARCHIVE, *OF_A_MEETING)

RULES: Mapping[str, tuple[Described, ...]] = by_code(
    [
        *reading.RULES,
        *loading.RULES,
        *(Described(each.code, each.rule.__doc__ or "", each.severity) for each in CHECKS),
        *OF_TOOLS,
    ]
)
"""Every code that a problem may have, with its rules, in the order in which a file goes through the house."""


def open_archive(records: str | Path) -> Archive:
    """Read and check all records below a folder.

    Raises:
        BrokenRecordsError: with every problem of every file, where at least one of them is an error.
    """
    found = load(Path(records))
    archive = Archive.of(found)
    problems = found.problems + check(found, archive, Dependents())
    if errors(problems):
        raise BrokenRecordsError(problems)
    return archive


def check(records: Records, archive: Archive, sound: Dependents) -> list[Problem]:
    """Everything the rules find, each at its place in its file.

    Args:
        records: What was loaded.
        archive: The same, with its answers.
        sound: Meetings that were found to have no problem, and what was asked to find that out. Those for which all answers are
            the same are not checked again; the others are brought up to date.
    """
    problems = [_problem(records, each, finding) for each in OF_THE_ARCHIVE for finding in each.rule(archive, records)]
    doubtful = sound.stale(archive, archive.summaries)
    sound.keep_only(archive.summaries)
    missing = records.missing
    for key in doubtful:
        asked: set[Question] = set()
        watched = archive.watched(asked)
        meeting = watched.meetings[key]
        found = [(each, finding) for each in OF_A_MEETING for finding in each.rule(watched, meeting)]
        if not found:
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


def _problem(records: Records, check: Check[T], finding: Finding) -> Problem:
    path, position = records.position(finding.collection.id, finding.id, finding.loc)
    return Problem(path, *position, check.code, finding.message, finding.hint, check.severity)
