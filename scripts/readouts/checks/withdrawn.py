"""Rules about ids that are gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model.collections import BY_ID, RELATIONS, WITHDRAWN
from readouts.problems.suggestions import nearest

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Records


def withdrawn_ids_stay_free(archive: Archive, records: Records) -> Iterator[Finding]:
    """An id in `withdrawn.yaml` was that of a record of the kinds it names, and none has it now or had it formerly.

    Wrong in `withdrawn.yaml`: `kinds: [topic, occasions]`
    Right: `kinds: [topics, occasions]`
    """
    kinds = [each for each in BY_ID if each != WITHDRAWN.id]
    for entry in archive.of_kind(WITHDRAWN).values():
        for number, kind in enumerate(entry.kinds):
            if kind not in kinds:
                message = f"“{kind}” is no kind of record.{nearest(kind, kinds)}"
                yield Finding(WITHDRAWN, entry.id, ("kinds", number), message, f"write one of {', '.join(kinds)}")
                continue
            for key in (entry.id, *entry.formerly):
                if owner := _owner(archive, records, kind, key):
                    message = f"“{key}” is not gone: it is an id of {owner}"
                    hint = "take it out here, or give the record another id"
                    yield Finding(WITHDRAWN, entry.id, ("kinds", number), message, hint)


def _owner(archive: Archive, records: Records, kind: str, key: str) -> str:
    """The record that has or had an id; empty where none did."""
    if archive.taken((kind, key)):
        return f"{kind}/{key}"
    if kind == RELATIONS.id and key in archive.pairs_by_id:
        return f"the relation of {' and '.join(archive.pairs_by_id[key])}"
    return next((f"{kind}/{each.id}" for each in records.by_collection[kind].values() if key in each.formerly), "")
