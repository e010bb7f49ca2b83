"""How an archive is asked: every answer is worked out once, noted by a watched archive, and has a fingerprint.

A watched archive (`Asked.watched`) notes every question. A page that was made of some answers is made again only when one of them has another fingerprint. Nothing is written down
about that by hand, and nothing can be forgotten: there is no other way to a record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import TYPE_CHECKING, Any, Self, TypeVar

from readouts.archive.fingerprints import Question, fingerprint
from readouts.archive.records import EVERY
from readouts.archive.release import digest
from readouts.archive.summaries import MeetingSummary, order
from readouts.model.base import Entry
from readouts.model.collections import COLLECTIONS, MEETINGS, WITHDRAWN, Collection
from readouts.model.values import COUNTRIES

if TYPE_CHECKING:
    from readouts.archive.records import Key, Record, Records

A = TypeVar("A", bound="Asked")
E = TypeVar("E", bound=Entry)
K = TypeVar("K", bound="str | int | tuple[str, str]")
T = TypeVar("T")

SUMMARIES = "summaries"
"""Asks for a meeting without the words of its accounts."""


class Entries(Mapping[str, T]):
    """The records of a collection by their ids, in the order of ids; meetings in the order of time."""

    def __init__(self, name: str, found: Mapping[str, Record], see: Callable[[Record], T], asked: set[Question] | None) -> None:
        self._name, self._found, self._see, self._asked = name, found, see, asked

    def _ask(self, about: str) -> None:
        if self._asked is not None:
            self._asked.add((self._name, about))

    def __getitem__(self, key: str) -> T:
        """The record of an id."""
        self._ask(key)
        return self._see(self._found[key])

    def __contains__(self, key: object) -> bool:
        """Whether there is such a record."""
        self._ask(str(key))
        return key in self._found

    def __iter__(self) -> Iterator[str]:
        """The ids."""
        self._ask(EVERY)
        return iter(self._found)

    def __len__(self) -> int:
        """How many records there are."""
        self._ask(EVERY)
        return len(self._found)


def question(ask: Callable[[A, K], T]) -> Callable[[A, K], T]:
    """A method that answers from summaries and authority records: worked out once for each key, and noted by a watched archive."""

    @wraps(ask)
    def answer(archive: A, about: K) -> T:
        return archive._answer((ask.__name__, about), lambda plain: ask(plain, about))  # noqa: SLF001  # of the same class

    return answer


def fact(ask: Callable[[A], T]) -> Callable[[A], T]:
    """A question about nothing in particular."""

    @wraps(ask)
    def answer(archive: A) -> T:
        return archive._answer((ask.__name__, ""), ask)  # noqa: SLF001  # of the same class

    return answer


class _Known:
    """What all views of one archive share."""

    def __init__(self, records: Records, before: _Known | None) -> None:
        found = {each.id: dict(sorted(records.by_collection[each.id].items())) for each in COLLECTIONS}
        meetings = found[MEETINGS.id]
        found[MEETINGS.id] = {key: meetings[key] for key in sorted(meetings, key=lambda each: order(meetings[each].summary))}
        self.records: Mapping[str, Mapping[str, Record]] = found
        self.summary_fingerprints = {key: record.summary_fingerprint for key, record in found[MEETINGS.id].items()}
        named = {key for record in records for _, key in record.names}
        self.countries = tuple(sorted(named & COUNTRIES.keys()))  # ids of records are in small letters
        """Countries that any record names."""
        self.broken = records.broken
        self.version = records.version
        self.basis = fingerprint(
            [
                (key, record.fingerprint)
                for each in COLLECTIONS
                if each is not MEETINGS
                for key, record in found[each.id].items()
            ],
            list(self.summary_fingerprints.items()),
            [record.formerly for record in found[MEETINGS.id].values()],
            self.countries,
            sorted(self.broken),
            self.version,
        )
        """A fingerprint of all that questions are answered from."""
        same = before is not None and before.basis == self.basis
        self.answers: dict[Question, Any] = before.answers if before and same else {}
        self.fingerprints: dict[Question, int] = before.fingerprints if before and same else {}


class Asked:
    """All records, and the answers that were worked out from them. `Archive` has the questions."""

    def __init__(self, known: _Known, asked: set[Question] | None, *, records_only: bool = False) -> None:
        """Made by `of` and `watched`."""
        self._known = known
        self._asked = asked
        self._records_only = records_only

    @classmethod
    def of(cls, records: Records, before: Self | None = None) -> Self:
        """The archive of what was loaded; `before` is what it was, whose answers are kept where they still hold."""
        return cls(_Known(records, before._known if before else None), None)  # noqa: SLF001  # another one of the same class

    def watched(self, asked: set[Question], *, records_only: bool = False) -> Self:
        """The same archive, which notes every question that it is asked; with `records_only`, the records that the answers rest on.

        To see these, it works out every answer anew.
        """
        return type(self)(self._known, asked, records_only=records_only)

    def fingerprint(self, asked: Question) -> int:
        """Of the answer to a question: the same on any machine, and another whenever the answer is."""
        known = self._known
        name, about = asked
        if name in known.records:
            records = known.records[name]
            if about == EVERY:
                return fingerprint([(key, record.fingerprint) for key, record in records.items()])
            found = records.get(str(about))
            return found.fingerprint if found else 0
        if name == SUMMARIES:
            of_summaries = known.summary_fingerprints
            return fingerprint(list(of_summaries.items())) if about == EVERY else of_summaries.get(str(about), 0)
        if asked not in known.fingerprints:
            answer = getattr(type(self)(known, None), name)
            known.fingerprints[asked] = self._of_answer(answer(about) if callable(answer) else answer)
        return known.fingerprints[asked]

    def _answer(self, asked: Question, compute: Callable[[Self], T]) -> T:
        if self._records_only:
            return compute(self)
        if self._asked is not None:
            self._asked.add(asked)
        answers = self._known.answers
        if asked not in answers:
            answers[asked] = compute(type(self)(self._known, None))
        found: T = answers[asked]
        return found

    def _of_answer(self, answer: object) -> int:
        if isinstance(answer, tuple) and answer and isinstance(answer[0], MeetingSummary):
            fingerprints = self._known.summary_fingerprints
            return fingerprint(b"".join([fingerprints[each.id].to_bytes(8, "big") for each in answer]))
        return fingerprint(answer)

    # Records

    def of_kind(self, collection: Collection[E]) -> Mapping[str, E]:
        """The records of a collection by id."""

        def typed(record: Record) -> E:
            return record.entry  # type: ignore[return-value]  # the collection's type

        return Entries(collection.id, self._known.records[collection.id], typed, self._asked)

    def digest_of(self, collection: str, key: str) -> str:
        """Of a record, the first 16 digits: the same on any machine, and others whenever anything that the record says is (`release.digest_of`)."""
        if self._asked is not None:
            self._asked.add((collection, key))
        return self._known.records[collection][key].digest[:16]

    @property
    def digest(self) -> str:
        """Of all that the records say: the same on any machine, in any layout and order of files, and another whenever a record is (`release.digest`)."""
        records = self._known.records
        if self._asked is not None:
            self._asked.update((collection, EVERY) for collection in records)
        return digest((name, key, each.digest) for name, found in records.items() for key, each in found.items())

    @property
    @fact
    def version(self) -> str:
        """The version of the data, as `CITATION.cff` beside the records states it; empty where none does."""
        return self._known.version

    @question
    def ids(self, collection: str) -> tuple[str, ...]:
        """Every record of a collection; meetings in the order of time, be they held or not."""
        return tuple(self._known.records[collection])

    @question
    def filed_in(self, year: str) -> tuple[str, ...]:
        """Meetings whose ids begin with a year, be they held or not."""
        return self._filed.get(year, ())

    @property
    @fact
    def _filed(self) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key in self._known.records[MEETINGS.id]:
            found[key[:4]].append(key)
        return {year: tuple(keys) for year, keys in sorted(found.items())}

    @property
    @fact
    def filed(self) -> tuple[str, ...]:
        """The years that ids of meetings begin with."""
        return tuple(self._filed)

    @question
    def taken(self, record: Key) -> bool:
        """Whether there is a record of a collection and an id, be it one that cannot be read."""
        collection, key = record
        return key in self._known.records[collection] or record in self._known.broken

    @property
    @fact
    def moved(self) -> tuple[tuple[str, str, str], ...]:
        """Collection, id and former id of every record that had another id."""
        known = {name: found for name, found in self._known.records.items() if name != WITHDRAWN.id}
        return tuple((name, key, former) for name in known for key, each in known[name].items() for former in each.formerly)

    @property
    @fact
    def withdrawn(self) -> tuple[tuple[str, str, str], ...]:
        """Collection and id of every record that is gone for good, and the entry in `withdrawn.yaml` that says so."""
        found = self.of_kind(WITHDRAWN)
        return tuple((kind, gone, key) for key in found for kind in found[key].kinds for gone in (key, *found[key].formerly))

    @property
    @fact
    def countries(self) -> tuple[str, ...]:
        """Countries that any record names, by code: each has a page, which every link to it finds."""
        return self._known.countries

    @property
    def summaries(self) -> Mapping[str, MeetingSummary]:
        """Meetings without the words of their accounts, in the order of time."""
        return Entries(SUMMARIES, self._known.records[MEETINGS.id], lambda record: record.summary, self._asked)
