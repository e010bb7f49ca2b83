"""The checks: what must hold between records, beyond the types of their fields.

A check is a generator that yields `Finding`s; its one-line docstring is the rule, printed in the reference. To add one,
write it in the file it belongs to and list it in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from readouts.archive import Archive
from readouts.checks import files, links, sides, times, words
from readouts.checks.finding import Finding
from readouts.problems import Problem, Severity

if TYPE_CHECKING:
    from readouts.load import Records

Rule: TypeAlias = Callable[["Archive", "Records"], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with the code its problems carry."""

    code: str
    rule: Rule
    severity: Severity = Severity.ERROR


CHECKS: tuple[Check, ...] = (
    Check("unknown-id", links.known_ids),
    Check("former-id", links.free_former_ids),
    Check("duplicate-address", links.distinct_addresses),
    Check("file-name", files.names_and_dates_agree),
    Check("relation-name", files.relations_are_named_by_their_parties),
    Check("unknown-zone", times.known_zones),
    Check("no-clock", times.clocks_are_known),
    Check("session-order", times.sessions_end_after_they_start),
    Check("printed-time", times.printed_times_agree, Severity.WARNING),
    Check("office-not-held", sides.offices_are_held),
    Check("not-present", sides.speakers_took_part),
    Check("side", sides.people_speak_for_their_side),
    Check("wording", words.verbatim_is_credited),
    Check("topic-tree", words.topics_have_two_levels),
    Check("same-name", words.names_are_distinct),
)


def check(records: Records, archive: Archive) -> list[Problem]:
    """Everything the checks find, each at its place in its file."""
    problems = []
    for each in CHECKS:
        for finding in each.rule(archive, records):
            document, prefix = records.documents[finding.collection, finding.id]
            place = document.place((*prefix, *finding.loc))
            problems.append(Problem(document.path, *place, each.code, finding.message, finding.hint, each.severity))
    return problems
