"""What came between two states of the data, and which version follows: JSON for programs, Markdown for a release."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from readouts.archive.release import digest
from readouts.editing import diff_text
from readouts.editing.diff import difference
from readouts.editing.version import Step, following, reasons, step
from readouts.render.escaping import in_markdown

if TYPE_CHECKING:
    from readouts.archive.records import Records
    from readouts.editing.differences import Difference, Line


@dataclass(frozen=True, slots=True)
class State:
    """A state of the data."""

    version: str
    """As stated beside the records; empty where none is."""
    digest: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since an earlier state."""

    since: str
    """What the earlier one was called by whoever asked."""
    old: State
    new: State
    found: Difference

    @property
    def rises(self) -> Step:
        """What of the version rises."""
        return step(self.found)

    @property
    def next(self) -> str | None:
        """The version that follows from that; None where the earlier state has none."""
        return following(self.old.version, self.rises)


def changes(since: str, old: Records, new: Records) -> Changes:
    """From the records of an earlier state to those of a later one."""
    return Changes(since, _state(old), _state(new), difference(old, new))


def _state(records: Records) -> State:
    return State(records.version, digest((each.collection, each.id, each.digest) for each in records))


def as_json(told: Changes) -> str:
    """All of it as one object."""
    records = [
        {
            "kind": each.kind,
            "id": each.id,
            "became": each.became,
            "to": each.to or None,
            "changes": list(map(_change, each.lines)),
        }
        for each in told.found.records
    ]
    found = {
        "since": told.since,
        "old": _without(asdict(told.old)),
        "new": _without(asdict(told.new)),
        "rises": told.rises.label,
        "why": reasons(told.found),
        "next": told.next,
        "records": records,
        "layout": told.found.layout,
        "not_compared": told.found.uncompared,
        "untold": told.found.untold,
    }
    return json.dumps(found, ensure_ascii=False, indent=1)


def _change(line: Line) -> dict[str, object]:
    found: dict[str, object] = {"what": line.what, "warning": line.warning}
    return found | (_without(asdict(line.delta)) if line.delta else {})


def _without(found: dict[str, object]) -> dict[str, object]:
    """What is known of something."""
    return {key: value for key, value in found.items() if value not in ("", None)}


def markdown(told: Changes) -> str:
    """The version that follows and why, both digests, and the difference as `readouts diff` tells it."""
    rises = told.rises
    follows = f": {told.next} follows {told.old.version}" if told.next and rises else ""
    head = [
        f"- Version: {'nothing' if rises is Step.NONE else f'the {rises.label} number'} rises{follows} ({reasons(told.found)})",
        f"- Digest before: `{told.old.digest}`",
        f"- Digest now: `{told.new.digest}`",
    ]
    return "\n\n".join([f"# Changes since {in_markdown(told.since)}", "\n".join(head), diff_text.markdown(told.found)])


FORMATS: Mapping[str, Callable[[Changes], str]] = {"markdown": markdown, "json": as_json}
