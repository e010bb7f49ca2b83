"""Which version of the data follows from what changed (https://semver.org, with ids and addresses for the interface)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from readouts.editing.differences import Became, Difference, How
from readouts.model.wording import count

_SEMVER = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


class Step(IntEnum):
    """What rises; nothing where the records say what they said."""

    NONE = 0
    PATCH = 1
    """Something was corrected or filled in."""
    MINOR = 2
    """Something came, or has another id and its former one leads there."""
    MAJOR = 3
    """An id or an address no longer leads to what it led to."""

    @property
    def label(self) -> str:
        """In a word."""
        return self.name.lower()


def step(found: Difference) -> Step:
    """What rises after a difference. That a field means something else cannot be seen in records."""
    return max((each for each, _ in _weighed(found)), default=Step.NONE)


def reasons(found: Difference) -> str:
    """Why: what there is of the heaviest kind."""
    heaviest, unknown = step(found), len(found.uncompared)
    known = [why for each, why in _weighed(found) if each == heaviest] or ["the records say what they said"]
    return ", ".join([*known, *[f"{count(unknown, 'file')} not compared"] * bool(unknown)])


def following(version: str, rises: Step) -> str | None:
    """The version after another one; None where that is not of the form `1.2.3`."""
    parts = _SEMVER.fullmatch(version)
    if parts is None:
        return None
    major, minor, patch = map(int, parts.groups())
    match rises:
        case Step.MAJOR:
            return f"{major + 1}.0.0"
        case Step.MINOR:
            return f"{major}.{minor + 1}.0"
        case Step.PATCH:
            return f"{major}.{minor}.{patch + 1}"
        case Step.NONE:
            return version


def _weighed(found: Difference) -> Iterator[tuple[Step, str]]:
    came = sum(each.became is Became.ADDED for each in found.records)
    moved = sum(each.became in (Became.RENAMED, Became.MERGED) for each in found.records)
    deltas = [line.delta for each in found.records for line in each.lines if line.delta]
    parts = sum(each.how is How.ADDED and not each.field for each in deltas)
    if found.warnings:
        several = "addresses no longer lead where they did"
        yield Step.MAJOR, f"{found.warnings:,} {several}" if found.warnings > 1 else "1 address no longer leads where it did"
    if came:
        yield Step.MINOR, f"{count(came, 'new record')}"
    if moved:
        yield Step.MINOR, f"{count(moved, 'record')} with a new id"
    if parts:
        yield Step.MINOR, f"{count(parts, 'new part')} of records"
    if found.records:
        yield Step.PATCH, f"{count(len(found.records), 'record')} changed"
