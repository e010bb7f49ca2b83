"""New records and those that they need and that are not there yet, as data: nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from readouts.archive.called import names
from readouts.archive.names import Names
from readouts.archive.naming import is_meeting_id, meeting_id, relation_id
from readouts.archive.records import Key, Records, named
from readouts.archive.todo import TODO
from readouts.editing.questions import Question, filled, name_of_a_person, questions, value
from readouts.editing.refusal import RefusedError
from readouts.model.base import COUNTRY, Part, is_id
from readouts.model.collections import BY_ID, BY_TYPE, MEETINGS, PEOPLE, RELATIONS, Collection
from readouts.model.describe import keys, part_of, spoken
from readouts.model.references import refers_to
from readouts.model.slugs import slug
from readouts.model.values import Date
from readouts.problems import BrokenRecordsError, Problem
from readouts.problems.suggestions import meant
from readouts.source import Data

if TYPE_CHECKING:
    from readouts.archive.archive import Archive

NEAR = 85
"""How alike a word and a name must be, of 100, to suppose a slip instead of something new."""

NEW = "+"
"""Stands before what is new though something there is called almost the same."""


class Asked(Protocol):
    """Somebody who may know more, or nobody."""

    def say(self, collection: Collection[Any], question: Question, accept: Callable[[str], None]) -> None:
        """Give the answers to a question about a record of a kind to `accept`, which raises where it refuses one."""

    def name(self, collection: Collection[Any], proposed: str, accept: Callable[[str], None]) -> str:
        """The id of a record that `accept` takes, where another one than the proposed is wanted."""


class Nobody:
    """Where nobody can be asked."""

    def say(self, collection: Collection[Any], question: Question, accept: Callable[[str], None]) -> None:
        """Say nothing."""

    def name(self, _: Collection[Any], proposed: str, __: Callable[[str], None]) -> str:
        """Take what is proposed."""
        return proposed


@dataclass(slots=True)
class Drafts:
    """Records that are to be written."""

    records: Records
    archive: Archive
    known: Names
    """Everything that is there and everything that was drafted, by what it is called."""
    asked: Asked
    given: Mapping[Key, dict[str, Data]]
    """What was said beforehand of records that the first one needs: collection and id → data."""
    made: dict[Key, dict[str, Data]] = field(default_factory=dict)
    """What is to be written, whatever is needed before what needs it."""

    def make(self, collection: Collection[Any], answers: Mapping[str, list[str]], key: str = "") -> str:
        """Draft a record, and those that it names and that are not there; its id.

        Args:
            collection: Its kind.
            answers: What is said of it, by the names of questions; the others are asked.
            key: Its id; else that which its name, or its date and parties, make.

        Raises:
            RefusedError: where something cannot be understood.
            BrokenRecordsError: where the record is there already.
        """
        data: dict[str, Data] = {}
        for question in questions(collection.type):
            texts = [each for each in answers.get(question.name, ()) if each.strip()]
            for text in texts:
                self._accept(collection, question, data, text)
            if not texts:
                self.asked.say(collection, question, partial(self._accept, collection, question, data))
        return self._keep(collection, key, data)

    def _accept(self, collection: Collection[Any], question: Question, data: dict[str, Data], text: str) -> None:
        """Put an answer into a record, and draft what it names and is not there; all of it or, where it is refused, nothing."""
        before = dict(self.made)
        try:
            answer: dict[str, Data] = {}
            _put(answer, question, value(question, text))
            self._unless_there(collection, answer)
            self._resolve(collection.type, answer, ({} if question.loc[1:] else data,))
            _put(data, question, _at(answer, question))
        except (RefusedError, BrokenRecordsError):
            for name, key in self.made.keys() - before.keys():
                self.known.forget(BY_ID[name].type.__name__, key)
                del self.made[name, key]
            raise

    def _unless_there(self, collection: Collection[Any], data: dict[str, Data]) -> None:
        for name in names(data):
            for other in self.known.of(name, (collection.type.__name__,)):
                raise self._there(collection, other.id, f"“{name}” is there already")

    def _keep(self, collection: Collection[Any], key: str, data: dict[str, Data]) -> str:
        """Take a record among the drafts, after those that it names."""
        take = partial(self._unless_free, collection, data)
        key = key or self.asked.name(collection, self._proposed(collection, data), take)
        take(key)
        self.made[collection.id, key] = filled(collection.type, data)
        self.known.add(collection.type.__name__, key, data)
        return key

    def _unless_free(self, collection: Collection[Any], data: dict[str, Data], key: str) -> None:
        if not is_id(key):
            hint = f"use small letters without accents, digits and hyphens, as in {slug(key) or collection.example}"
            raise RefusedError(f"“{key}” cannot be the id of a {spoken(collection.type)}", hint)
        found = (
            [each.id for each in self.known.of(key, (collection.type.__name__,))] if not self._home(collection, key) else [key]
        )
        if found:
            raise self._there(collection, found[0], f"the id “{key}” is taken")
        if collection is MEETINGS:
            date, sides = self._date_and_sides(data)
            if not is_meeting_id(self.archive, key, date, sides):
                hint = f"write {meeting_id(self.archive, date, sides)}, and behind it whatever tells it from others"
                raise RefusedError(f"“{key}” does not begin with the date and the parties of the meeting", hint)
        elif collection is RELATIONS and key != (right := self._proposed(collection, data)):
            raise RefusedError(f"“{key}” does not name the two parties of the relation", f"write {right}")

    def _home(self, collection: Collection[Any], key: str) -> str:
        """The file that has a record, or stands in its way; nothing where there is none."""
        if home := self.records.homes.get((collection.id, key)):
            return home
        file = "" if collection.one_file else collection.file(key)
        return file if file and (self.records.folder / file).exists() else ""

    def _there(self, collection: Collection[Any], key: str, message: str) -> BrokenRecordsError:
        path, position = named(self.records.folder, self._home(collection, key) or collection.file(key)), (1, 1)
        if (collection.id, key) in self.records.homes:
            _, position = self.records.position(collection.id, key, ())
        hint = f"it is {collection.id}/{key}: use that, or give the new one a name of its own"
        if collection is MEETINGS:
            hint = f"mend that file; if the sides met twice on the day, say which meeting it is: --id {key}-courtesy"
        if collection is RELATIONS:
            hint = "mend that file: two parties have one relation"
        return BrokenRecordsError([Problem(path, *position, "new", message, hint)])

    def _proposed(self, collection: Collection[Any], data: dict[str, Data]) -> str:
        """The id that the data make, in the form of the kind."""
        if collection is MEETINGS:
            return meeting_id(self.archive, *self._date_and_sides(data))
        if collection is RELATIONS:
            parties = data.get("parties")
            if not isinstance(parties, list) or len(parties) != len({"one", "other"}):
                raise RefusedError("a relation’s id is made of its two parties", "say them: --parties JP --parties PE")
            return relation_id(self.archive, *map(str, parties))
        called = data.get("abbreviation") or next(names(data), "")
        if not slug(str(called)):
            what = spoken(collection.type)
            if called:
                message = f"no id can be made of the name “{called}” of the {what}: it has no Latin letters"
                hint = "write it in Latin letters, as the account or another page spells it"
                if collection.id == "people":
                    hint += ', the family name first: "Abe, Shinzo"; other scripts stand under `also:` in the new record'
                raise RefusedError(message, hint)
            raise RefusedError(f"no id can be made of what is said of the {what}", f"say it: --id {collection.example}")
        return slug(str(called))

    @staticmethod
    def _date_and_sides(data: dict[str, Data]) -> tuple[Date, list[str]]:
        """What the id of a meeting is made of."""
        sides = [str(each["for"]) for each in _parts(data.get("delegations")) if "for" in each]
        date = data.get("date")
        if not isinstance(date, str) or TODO in (date, *sides) or not sides[1:]:
            hint = "say them: --date 2014-11-10 --side JP --side PE"
            raise RefusedError("a meeting’s id is made of its date and its sides", hint)
        return Date.parse(date), sides

    def _resolve(self, part: type[Part], data: dict[str, Data], around: tuple[dict[str, Data], ...]) -> None:
        """Put ids in the place of names, and draft what is named and is not there."""
        for key, info in keys(part).items():
            found, kinds, inner = data.get(key), refers_to(info), part_of(info.annotation)
            if isinstance(found, str) and kinds:
                data[key] = self._id(kinds, found, (*around, data))
            elif isinstance(found, list) and kinds:
                data[key] = [self._id(kinds, each, (*around, data)) if isinstance(each, str) else each for each in found]
            elif inner:
                for each in _parts(found):
                    self._resolve(inner, each, (*around, data))

    def _id(self, kinds: tuple[str, ...], text: str, around: tuple[dict[str, Data], ...]) -> str:
        """The id of what a text names."""
        found = sorted(each.id for each in self.known.of(text, kinds))
        if len(found) > 1:
            raise RefusedError(f"“{text}” may be {' or '.join(found)}", "write the id")
        if found or text == TODO:
            return found[0] if found else text
        own = [BY_TYPE[kind] for kind in kinds if kind in BY_TYPE]
        for key in ((collection, each) for collection in own for each in (text, slug(text))):
            if (data := self.given.get((key[0].id, key[1]))) is not None:
                return self._described(*key, dict(data))
        what = " or ".join([*(spoken(each.type) for each in own), *(["country"] if COUNTRY in kinds else [])])
        if len(kinds) > 1 or own[0] in (MEETINGS, RELATIONS):
            country = "write a country by its code or its English name; or " if COUNTRY in kinds else ""
            first = f"{country}first add it: readouts new {spoken(own[-1].type)}"
            raise RefusedError(f"no {what} is called “{text}”.{self._near(kinds, text)}", first)
        if not text.startswith(NEW) and (near := self._near(kinds, text)):
            raise RefusedError(f"no {what} is called “{text}”.{near}", f"write that, or {NEW}{text} if it is new")
        return self._new(own[0], text.removeprefix(NEW).strip(), around)

    def _near(self, kinds: tuple[str, ...], text: str) -> str:
        return meant([str(each) for each in self.known.near(text, kinds, NEAR)])

    def _described(self, collection: Collection[Any], key: str, data: dict[str, Data]) -> str:
        """Draft a record of which all that is known was said beforehand."""
        self._unless_there(collection, data)
        self._resolve(collection.type, data, ())
        return self._keep(collection, key, data)

    def _new(self, collection: Collection[Any], text: str, around: tuple[dict[str, Data], ...]) -> str:
        """Draft a record of which only what it is called is known, and what stands around its name."""
        data: dict[str, Data] = {}
        if not is_id(text):
            data["name"] = dict(name_of_a_person(text)) if collection is PEOPLE else text
        if collection is PEOPLE:
            data |= self._of_a_side(around)
        self._unless_there(collection, data)
        for question in questions(collection.type):
            if question.loc[0] not in data:
                self.asked.say(collection, question, partial(self._accept, collection, question, data))
        return self._keep(collection, text if is_id(text) else "", data)

    def _of_a_side(self, around: tuple[dict[str, Data], ...]) -> dict[str, Data]:
        """What a delegation says of its members: whom they speak for, and in what office."""
        party = next((str(each["for"]) for each in around if "for" in each), "")
        found: dict[str, Data] = {}
        if party:
            found["country" if self.known.of(party, (COUNTRY,)) else "organization"] = party
        if office := around[-1].get("as"):
            found["offices"] = [{"title": office}]
        return found


def _put(data: dict[str, Data], question: Question, item: Data) -> None:
    """Put an answer in its place in a record."""
    into = data
    if len(question.loc) > 1:
        parts = data.setdefault(str(question.loc[0]), [{}])
        first = parts[0] if isinstance(parts, list) else parts
        into = first if isinstance(first, dict) else into
    key = str(question.loc[-1])
    if question.many:
        so_far = into.setdefault(key, [])
        if isinstance(so_far, list):
            so_far += item if isinstance(item, list) else [item]
    else:
        into[key] = item


def _at(data: dict[str, Data], question: Question) -> Data:
    """An answer that was put in its place."""
    found: Data = data
    for step in question.loc:
        if isinstance(found, list):
            found = found[int(step)]
        elif isinstance(found, dict):
            found = found[str(step)]
    return found


def _parts(data: Data | None) -> list[dict[str, Data]]:
    items = data if isinstance(data, list) else [data]
    return [each for each in items if isinstance(each, dict)]
