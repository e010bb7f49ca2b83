"""The names that the archive knows: people, places, countries, organizations and topics, in all their forms."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale
from babel.dates import get_timezone_location

from readouts.editing.importing.words import words
from readouts.model.values import COUNTRIES
from readouts.problems.suggestions import nearest

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Person
    from readouts.model.authorities import OtherName

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


@lru_cache(maxsize=2**14)
def plain(text: str) -> str:
    """In small letters and without accents, so that forms of a name compare. A letter lost to an encoding error stays a `?`."""
    bare = unicodedata.normalize("NFKD", text.replace("\ufffd", "?").replace("’", "'"))
    return "".join(each for each in bare if not unicodedata.combining(each)).casefold()


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
    """What the archive knows by name."""

    archive: Archive
    people: Forms = field(default_factory=Forms)
    places: Forms = field(default_factory=Forms)
    organizations: Forms = field(default_factory=Forms)
    topics: Forms = field(default_factory=Forms)
    occasions: Forms = field(default_factory=Forms)

    @classmethod
    def of(cls, archive: Archive) -> Authorities:
        """Those of an archive."""
        made = cls(archive)
        for person in archive.people.values():
            for form in _forms_of(person):
                made.people.add(form, person.id)
        for place in archive.places.values():
            for form in (place.name, *_texts(place.also), *_exemplar(place.zone, place.name)):
                made.places.add(form, place.id)
        for kind, forms in ((archive.organizations, made.organizations), (archive.topics, made.topics)):
            for each in kind.values():
                for form in filter(None, (each.name, each.abbreviation, *_texts(each.also))):
                    forms.add(form, each.id)
        for occasion in archive.occasions.values():
            for form in (occasion.name, *_texts(occasion.also)):
                made.occasions.add(form, occasion.id)
        return made

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
        wanted = tuple(each.plain for each in words_of(surname))
        found = [
            each.id
            for each in self.archive.people.values()
            if wanted
            and tuple(word.plain for word in words_of(each.name.family or "")) == wanted
            and (not country or each.country == country)
        ]
        return found[0] if len(found) == 1 else ""

    def by_beginning(self, name: str) -> str:
        """The one person whose name in Japanese begins so: 岸田; empty where there is none, or there are several."""
        found = {key for form, key in self.people.wide.items() if form.startswith(name)}
        return found.pop() if len(found) == 1 and len(name) > 1 else ""

    def like(self, name: str) -> str:
        """“ Did you mean …?”, for a person who is not known."""
        return nearest(name, (each.label for each in self.archive.people.values()))


def _texts(also: Iterable[OtherName]) -> Iterator[str]:
    return (each.text for each in also)


def _forms_of(person: Person) -> Iterator[str]:
    """The names of a person, in either order."""
    family, given = person.name.family, person.name.given
    yield person.name.full
    if family and given:
        yield from (f"{given} {family}", f"{family} {given}")
    yield from _texts(person.also)


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
        forms.add(name, code)
    return forms


def countries_in(text: str, language: str) -> list[Named]:
    """Every country that a text names."""
    return _countries(language if language in words().countries else "en").find(text)
