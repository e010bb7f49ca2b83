"""The course of meetings: which pairs of parties met, which of their meetings stands between which, and what came of what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from readouts.archive.answers import fact, question
from readouts.archive.indexes import Indexed, Pair
from readouts.model.collections import RELATIONS


class Around(NamedTuple):
    """A meeting among those of a pair of parties."""

    pair: Pair
    previous: str
    """The id of the previous meeting; empty for the first, and for one that was not held."""
    next: str
    """The id of the next meeting; empty for the last, and for one that was not held."""


class Sequenced(Indexed):
    """Meetings by what went before and what came after."""

    # Pairs of parties

    @property
    @fact
    def pairs(self) -> tuple[Pair, ...]:
        """Pairs that have a relation record or met alone, by their ids; a meeting of many does not make all of them pairs."""
        return tuple(self._by_pair)

    @property
    @fact
    def pairs_by_id(self) -> Mapping[str, Pair]:
        """The same by the ids of their relations: `japan-peru`."""
        return {self.pair_id(pair): pair for pair in self.pairs}

    @question
    def pairs_with(self, party: str) -> tuple[tuple[Pair, int], ...]:
        """The pairs of a party, and how many meetings each has."""
        return tuple((pair, len(meetings)) for pair, meetings in self._by_pair.items() if party in pair)

    @property
    @fact
    def _around(self) -> Mapping[str, tuple[Around, ...]]:
        found: defaultdict[str, tuple[Around, ...]] = defaultdict(tuple)
        for pair, meetings in self._by_pair.items():
            row = ["", *(meeting.id for meeting in meetings), ""]
            for before, here, after in zip(row, row[1:], row[2:], strict=False):
                found[here] += (Around(pair, before, after),)
            for meeting in self._not_held.get((RELATIONS.id, self.pair_id(pair)), ()):
                found[meeting.id] += (Around(pair, "", ""),)
        return found

    @question
    def around(self, meeting: str) -> tuple[Around, ...]:
        """Where a meeting stands in each of its relations."""
        return self._around.get(meeting, ())

    # What came of what

    @property
    @fact
    def _took_up(self) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for meeting in self._held:
            for later in meeting.followed_by:
                found[later] += (meeting.id,)
        return found

    @question
    def took_up(self, meeting: str) -> tuple[str, ...]:
        """The earlier meetings with a statement that a meeting took up, by id."""
        return self._took_up.get(meeting, ())
