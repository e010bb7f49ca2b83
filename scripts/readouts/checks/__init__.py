"""The checks: what must hold between records, beyond the types of their fields.

A check is a generator that yields `Finding`s; its one-line docstring is the rule, printed in the reference. To add one,
write it in the file it belongs to and list it in `OF_A_MEETING`, if it looks at one meeting and what that names, or else
in `OF_THE_ARCHIVE`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from readouts.archive.archive import Archive
from readouts.checks import file_names, participants, references, times, wording
from readouts.checks.finding import Finding
from readouts.problems import Problem, Severity

if TYPE_CHECKING:
    from readouts.archive.load import Records
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
    Check("topic-tree", wording.topics_have_two_levels),
    Check("same-name", wording.names_are_distinct),
)

OF_A_MEETING: tuple[Check[Meeting], ...] = (
    Check("duplicate-address", references.distinct_addresses),
    Check("file-name", file_names.names_are_dates_and_parties),
    Check("no-clock", times.clocks_are_known),
    Check("session-order", times.sessions_end_after_they_start),
    Check("printed-time", times.printed_times_agree, Severity.WARNING),
    Check("office-not-held", participants.offices_are_held),
    Check("not-present", participants.speakers_took_part),
    Check("side", participants.people_speak_for_their_side),
    Check("wording", wording.verbatim_is_credited),
)

CHECKS: tuple[Check[Records] | Check[Meeting], ...] = (*OF_THE_ARCHIVE, *OF_A_MEETING)


def check(records: Records, archive: Archive, sound: set[int] | None = None) -> list[Problem]:
    """Everything the checks find, each at its place in its file.

    Args:
        records: What was loaded.
        archive: The same, with its indexes.
        sound: States of meetings (`Archive.state`) that were found to have no problem before; those are not checked again, and
            what is found to have none now is added.
    """
    known = set() if sound is None else sound
    problems = [_problem(records, each, finding) for each in OF_THE_ARCHIVE for finding in each.rule(archive, records)]
    for meeting in archive.meetings.values():
        state = archive.state(meeting)
        if state not in known:
            found = [_problem(records, each, finding) for each in OF_A_MEETING for finding in each.rule(archive, meeting)]
            problems += found
            if not found:
                known.add(state)
    return problems


def _problem(records: Records, check: Check[T], finding: Finding) -> Problem:
    path, place = records.place(finding.collection, finding.id, finding.loc)
    return Problem(path, *place, check.code, finding.message, finding.hint, check.severity)
