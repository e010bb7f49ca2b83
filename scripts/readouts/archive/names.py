"""What somebody may have meant who named a record that there is not: one index of all that records are and were called.

First whatever is called exactly so: an id with its words in any order, a name, a short form or another form in any script, a country's
name in any language, a former id. Then what has these words among others in its names (`mofa` of `mofa-jp`), or some of them alone
(`tokyo` for `tokyo-city`). Only then what is spelt nearly so.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from readouts.model import Entry, Occasion, OtherName, Person, Place
from readouts.model.base import COUNTRY, is_id
from readouts.model.collections import BY_ID, COLLECTIONS, MEETINGS
from readouts.model.slugs import slug
from readouts.model.values import COUNTRIES, Date, country_code
from readouts.problems import Problem
from readouts.problems.suggestions import MOST, alike, one_of

if TYPE_CHECKING:
    from readouts.archive.records import Records

_Words: TypeAlias = tuple[str, ...]


_SPELT = 4
"""Letters of a word that can be a misspelling: a shorter one is as near to any other code."""


class Called(NamedTuple):
    """A record or a country, by the name of its type and its id."""

    to: str
    id: str
    label: str
    """What it is called, where the id does not say it."""

    def __str__(self) -> str:
        """`“GB” (United Kingdom)`."""
        return f"“{self.id}” ({self.label})" if self.label else f"“{self.id}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForId(Problem):
    """A name, or several, where ids belong: what to write instead is known when all records are."""

    said: str
    key: str
    """The key that it was written for."""
    to: tuple[str, ...]
    """Kinds of record that the key names."""
    many: bool
    """Whether the key takes a list."""

    @classmethod
    def of(cls, problem: Problem, said: str, key: str, to: tuple[str, ...], *, many: bool) -> NameForId:
        """A problem with what was said, for which key."""
        place = problem.path, problem.line, problem.column
        return cls(*place, problem.code, problem.message, problem.hint, said=said, key=key, to=to, many=many)

    def told(self, hint: str) -> Problem:
        """The same with a better hint, or with its own where there is none."""
        place = self.path, self.line, self.column
        return Problem(*place, self.code, self.message, hint or self.hint, self.severity, self.unread)


class Names:
    """All records that were read, and all countries, by what they are called."""

    def __init__(self, records: Records) -> None:
        self._called: defaultdict[_Words, list[Called]] = defaultdict(list)
        self._spelt: defaultdict[str, list[Called]] = defaultdict(list)
        self._all_words: defaultdict[Called, set[str]] = defaultdict(set)
        self._former: dict[tuple[str, str], Called] = {}
        self._places: list[Place] = []
        self._dates: dict[str, Date] = {}
        """When the occasions were."""
        for collection in COLLECTIONS:
            to = collection.type.__name__
            for key, record in records.by_collection[collection.id].items():
                # A meeting is named by its id alone, which spares reading them all.
                entry = None if collection is MEETINGS else record.entry
                if isinstance(entry, Place):
                    self._places.append(entry)
                if isinstance(entry, Occasion) and entry.date:
                    self._dates[key] = entry.date
                label = entry.label if entry and _words(entry.label) != _words(key) else ""
                known = Called(to, key, label)
                self._add(known, (key, *(_names(entry) if entry else ())))
                self._former |= {(to, former): known for former in record.formerly}
        for name, key in sorted(records.missing.keys):
            if is_id(key):
                self._add(Called(BY_ID[name].type.__name__, key, ""), (key,))
        for code, name in COUNTRIES.items():
            self._add(Called(COUNTRY, code, name), (code, name))

    def now(self, key: str, to: Iterable[str]) -> Called | None:
        """What has this as a former id."""
        return next((self._former[name, key] for name in to if (name, key) in self._former), None)

    def exactly(self, word: str, to: Iterable[str]) -> list[Called]:
        """What is called exactly so, of some kinds."""
        kinds = set(to)
        found = _once(known for known in self._called[_words(word)] if known.to in kinds)
        if not found and COUNTRY in kinds and (code := country_code(word.replace("-", " "))):
            return [Called(COUNTRY, code, COUNTRIES[code])]
        return found

    def meant(self, word: str, to: Iterable[str], most: int = MOST) -> list[Called]:
        """What may have been meant, of some kinds: so many at the most, the likeliest first."""
        kinds, words = set(to), _words(word)
        found = self.exactly(word, kinds)
        if not found or (len(words) == 1 and COUNTRY not in {known.to for known in found}):  # one word often names several
            within = [(len(own), known) for known, own in self._all_words.items() if known.to in kinds and set(words) <= own]
            found = _once([*found, *(known for _, known in sorted(within))]) if words else []
        if not found:
            part = [(-len(own), own) for own in self._called if own and set(own) < set(words)]
            found = _once(known for _, own in sorted(part) for known in self._called[own] if known.to in kinds)
        if not found and len(word) >= _SPELT:
            of_these = [name for name, called in self._spelt.items() if any(known.to in kinds for known in called)]
            found = _once(known for name in alike(word, of_these) for known in self._spelt[name] if known.to in kinds)
        return found[:most]

    def occurs(self, key: str, when: Date) -> bool:
        """Whether an occasion was at some time."""
        own = self._dates.get(key)
        return own is not None and own.first <= when.last and when.first <= own.last

    def tell(self, problem: Problem) -> Problem:
        """A problem with what to write in the place of a name, where its hint could not say that yet."""
        return problem.told(self._right(problem)) if isinstance(problem, NameForId) else problem

    def _right(self, asked: NameForId) -> str:
        """What to write in the place of a name: what is called so, or all that the words of a list are called; else what is near."""
        if found := self.exactly(asked.said, asked.to):
            return f"write {one_of([_as_value(asked, [each]) for each in found[:MOST]])}"
        for between in _BETWEEN if asked.many else ():
            every = [self.exactly(each, asked.to) for each in between.split(asked.said) if each]
            if len(every) > 1 and all(len(found) == 1 for found in every):
                return f"write {_as_value(asked, [found for (found,) in every])}"
        if there := self._by_place(asked):
            return there
        if near := self.meant(asked.said, asked.to):
            return f"perhaps {one_of([_as_value(asked, [each]) for each in near])}"
        return ""

    def _by_place(self, asked: NameForId) -> str:
        """What a country, a zone or a city means where a place or a country was asked for."""
        code = country_code(asked.said)
        if code and asked.to == (Place.__name__,):
            capitals = [each for each in self._places if each.country == code and each.capital]
            said = one_of([f"`{asked.key}: {each.id}`" for each in capitals]) or "the id of the city"
            return f"{COUNTRIES[code]} is a country: write {said}, or whichever place it was"
        if COUNTRY not in asked.to:
            return ""
        there = [each for each in self._places if each.zone == asked.said] or [
            each for each in self._places if _words(asked.said) in (_words(each.id), _words(each.name))
        ]
        codes = sorted({each.country for each in there if each.capital})
        return f"write {one_of([f'`{asked.key}: {each}`' for each in codes])}, by the country and not the city" if codes else ""

    def _add(self, known: Called, names: Iterable[str]) -> None:
        for name in names:
            self._called[_words(name)].append(known)
            self._spelt[name].append(known)
            self._all_words[known].update(_words(name))


_BETWEEN = (
    re.compile(r"\s+and\s+|\s*[,;、，；/&]+\s*"),  # wide signs are typed, too
    re.compile(r"\s+and\s+|[\s,;、，；/&]+"),
)
"""What stands between the words of a list: signs, or else spaces as well."""


def _as_value(asked: NameForId, found: list[Called]) -> str:
    """A line of YAML with the ids of what was found."""
    ids = ", ".join(each.id for each in found)
    label = found[0].label if len(found) == 1 and slug(found[0].label) != slug(asked.said) else ""
    return f"`{asked.key}: {f'[{ids}]' if asked.many else ids}`{f' ({label})' if label else ''}"


def _names(entry: Entry) -> Iterator[str]:
    """Every name of a record, beside its id."""
    yield from filter(None, (entry.label, getattr(entry, "abbreviation", None)))
    also: tuple[OtherName, ...] = getattr(entry, "also", ())
    yield from (form.text for form in also)
    if isinstance(entry, Person):
        yield from filter(None, (entry.name.family,))


def _words(name: str) -> _Words:
    """The words of a name in one order, without accents, capitals and signs."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(each))
    return tuple(sorted(re.findall(r"\w+", plain)))


def _once(found: Iterable[Called]) -> list[Called]:
    return list(dict.fromkeys(found))
