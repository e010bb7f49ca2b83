"""Where a text names what the archive knows: people, places, countries, organizations, topics and occasions, in all their forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from babel import Locale
from babel.dates import get_timezone_location

from readouts.archive.archive import Archive
from readouts.archive.called import plain
from readouts.archive.names import Called, Names
from readouts.archive.records import Records
from readouts.editing.importing.words import words
from readouts.model import Occasion, Organization, Person, Place, Topic
from readouts.model.values import COUNTRIES
from readouts.problems.suggestions import meant

_WORD = re.compile(r"[^\W\d_](?:[\w’'.?\ufffd-]*[\w?\ufffd])?")
_WIDE = re.compile("[ぁ-んァ-ヶ一-龥]")
_COMMON = 3
"""A Latin name of so few letters is looked for as it is written: `UN` is no `un`."""


class Named(NamedTuple):
    """A known name in a text."""

    start: int
    end: int
    id: str


class Word(NamedTuple):
    """A word of a text; `plain` is in small letters without accents."""

    start: int
    end: int
    text: str
    plain: str


def words_of(text: str) -> list[Word]:
    """The words of a text."""
    return [Word(each.start(), each.end(), each[0], plain(each[0]).removesuffix("'s")) for each in _WORD.finditer(text)]


def _broken(text: str) -> str:
    """A form of a name as an encoding error leaves it: `Sebasti?n Pi?era`."""
    return plain("".join("?" if ord(each) > 0x7F and each.isalpha() else each for each in text))  # noqa: PLR2004  # beyond ASCII


@dataclass(slots=True)
class Forms:
    """Forms of names → ids: those in words, and those of scripts without spaces."""

    spaced: defaultdict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))
    wide: dict[str, str] = field(default_factory=dict)
    exact: dict[str, str] = field(default_factory=dict)
    """Short forms that count only as they are written."""
    longest: int = 1

    def add(self, text: str, key: str) -> None:
        """Another form of a name."""
        if _WIDE.search(text):
            self.wide.setdefault(text, key)
            return
        if len(text) <= _COMMON or text.isupper():
            self.exact.setdefault(text, key)
        if len(text) > _COMMON:
            for form in (plain(text), _broken(text)):
                parts = tuple(word.plain for word in words_of(form))
                if parts:
                    self.spaced[parts].add(key)
                    self.longest = max(self.longest, len(parts))

    def find(self, text: str) -> list[Named]:
        """Every known name in a text, the longest wherever two overlap; one that several share is none."""
        found: list[Named] = []
        tokens = words_of(text)
        for first in range(len(tokens)):
            for length in range(min(self.longest, len(tokens) - first), 0, -1):
                run = tokens[first : first + length]
                ids = self.spaced.get(tuple(each.plain for each in run)) or self._plural(run)
                if ids and len(ids) == 1:
                    found.append(Named(run[0].start, run[-1].end, next(iter(ids))))
        for form, key in self.wide.items():
            found += [Named(each.start(), each.end(), key) for each in re.finditer(re.escape(form), text)]
        for form, key in self.exact.items():
            found += [
                Named(each.start(), each.end(), key)
                for each in re.finditer(rf"(?<![A-Za-z0-9]){re.escape(form)}(?![A-Za-z0-9])", text)
            ]
        return _apart(found)

    def _plural(self, run: list[Word]) -> set[str] | None:
        """The name in the other number: “visit” is one of `Visits`, “supply chains” one of `Supply chain`."""
        last = run[-1].plain
        return self.spaced.get((*(each.plain for each in run[:-1]), last[:-1] if last.endswith("s") else f"{last}s"))


def _apart(found: Iterable[Named]) -> list[Named]:
    """Without names inside longer ones, in the order of the text."""
    kept: list[Named] = []
    for each in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept)


@dataclass(frozen=True, slots=True)
class Authorities:
    """What the archive knows by name, as texts name it."""

    archive: Archive
    names: Names
    people: Forms
    places: Forms
    organizations: Forms
    topics: Forms
    occasions: Forms

    @classmethod
    def of(cls, records: Records) -> Authorities:
        """Those of some records."""
        archive, names = Archive.of(records), Names(records)
        kinds = (Person, Place, Organization, Topic, Occasion)
        people, places, *others = (_forms(names.every(kind.__name__)) for kind in kinds)
        for place in archive.places.values():
            for form in _exemplar(place.zone, place.name):
                places.add(form, place.id)
        return cls(archive, names, people, places, *others)

    def person(self, name: str) -> tuple[str, bool]:
        """The person of a name, and whether that is certain: every part of it is one of a known form. Empty where there is none."""
        ids = {each.id for each in self.people.find(name) if each.end - each.start >= len(name.strip()) - 1}
        if len(ids) == 1:
            return ids.pop(), True
        given = {each.plain for each in words_of(name)}
        alike = [each for each in self.archive.people.values() if _fits(each, given)]
        return (alike[0].id, False) if len(alike) == 1 else ("", False)

    def by_surname(self, surname: str, country: str = "") -> str:
        """The one person of a family name, of a country where that is known; empty where there is none, or there are several."""
        people = (self.archive.people[each.id] for each in self.names.of_family(surname))
        found = [each.id for each in people if not country or each.country == country]
        return found[0] if len(found) == 1 else ""

    def by_beginning(self, name: str) -> str:
        """The one person whose name in Japanese begins so: 岸田; empty where there is none, or there are several."""
        found = {key for form, key in self.people.wide.items() if form.startswith(name)}
        return found.pop() if len(found) == 1 and len(name) > 1 else ""

    def like(self, name: str) -> str:
        """“ Did you mean …?”, for a person who is not known."""
        return meant([str(each) for each in self.names.near(name, (Person.__name__,))])


def _forms(every: Mapping[str, list[Called]]) -> Forms:
    forms = Forms()
    for form, called in every.items():
        for each in called:
            forms.add(form, each.id)
    return forms


def _fits(person: Person, given: set[str]) -> bool:
    """Whether a longer or shorter printed name is that of a person: the whole family name, and a part of the given one."""
    family = {each.plain for each in words_of(person.name.family or "")}
    first = {each.plain for each in words_of(person.name.given or "")}
    return bool(family and family <= given and first & given)


def _exemplar(zone: str, name: str) -> list[str]:
    """The names in Japanese and Spanish (CLDR) of the city that a zone is called after, where that is this place."""
    if get_timezone_location(zone, locale="en", return_city=True) != name:
        return []
    return [get_timezone_location(zone, locale=language, return_city=True) for language in ("ja", "es")]


@cache
def _countries(language: str) -> Forms:
    forms = Forms()
    known = {str(name): code for code, name in Locale(language).territories.items() if code in COUNTRIES}
    for name, code in (*words().countries.get(language, {}).items(), *known.items()):
        # `Myanmar (Burma)`: a text has one of the two.
        for form in (name, *filter(None, re.split(r"\s*[()]", name))) if name.endswith(")") else (name,):
            forms.add(form, code)
    return forms


def countries_in(text: str, language: str) -> list[Named]:
    """Every country that a text names."""
    return _countries(language if language in words().countries else "en").find(text)
