"""Names where ids belong: what to write instead is known when all records are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readouts.archive.called import words
from readouts.archive.names import Called, Names
from readouts.model import Place
from readouts.model.base import COUNTRY
from readouts.model.collections import PLACES
from readouts.model.slugs import slug
from readouts.model.values import COUNTRIES, country_code
from readouts.problems import Problem
from readouts.problems.suggestions import MOST, one_of

if TYPE_CHECKING:
    from readouts.archive.records import Records

_BETWEEN = (
    re.compile(r"\s+and\s+|\s*[,;、，；/&]+\s*"),  # wide signs are typed, too
    re.compile(r"\s+and\s+|[\s,;、，；/&]+"),
)
"""What stands between the words of a list: signs, or else spaces as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForId(Problem):
    """A name, or several, where ids belong."""

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


@dataclass(frozen=True, slots=True)
class Right:
    """What is right."""

    names: Names
    places: list[Place]

    @classmethod
    def among(cls, names: Names, records: Records) -> Right:
        """Among some records and their names."""
        places = [record.entry for record in records.by_collection[PLACES.id].values()]
        return cls(names, [each for each in places if isinstance(each, Place)])

    def tell(self, problem: Problem) -> Problem:
        """A problem with what to write in the place of a name, where its hint could not say that yet."""
        return problem.told(self.of(problem)) if isinstance(problem, NameForId) else problem

    def of(self, asked: NameForId) -> str:
        """What to write in the place of a name: what is called so, or all that the words of a list are called; else what is near."""
        if found := self.names.exactly(asked.said, asked.to):
            return f"write {one_of([_as_value(asked, [each]) for each in found[:MOST]])}"
        for between in _BETWEEN if asked.many else ():
            every = [self.names.exactly(each, asked.to) for each in between.split(asked.said) if each]
            if len(every) > 1 and all(len(found) == 1 for found in every):
                return f"write {_as_value(asked, [found for (found,) in every])}"
        if there := self._by_place(asked):
            return there
        if near := self.names.meant(asked.said, asked.to):
            return f"perhaps {one_of([_as_value(asked, [each]) for each in near])}"
        return ""

    def _by_place(self, asked: NameForId) -> str:
        """What a country, a zone or a city means where a place or a country was asked for."""
        code = country_code(asked.said)
        if code and asked.to == (Place.__name__,):
            capitals = [each for each in self.places if each.country == code and each.capital]
            said = one_of([f"`{asked.key}: {each.id}`" for each in capitals]) or "the id of the city"
            return f"{COUNTRIES[code]} is a country: write {said}, or whichever place it was"
        if COUNTRY not in asked.to:
            return ""
        there = [each for each in self.places if each.zone == asked.said] or [
            each for each in self.places if words(asked.said) in (words(each.id), words(each.name))
        ]
        codes = sorted({each.country for each in there if each.capital})
        return f"write {one_of([f'`{asked.key}: {each}`' for each in codes])}, by the country and not the city" if codes else ""


def _as_value(asked: NameForId, found: list[Called]) -> str:
    """A line of YAML with the ids of what was found."""
    ids = ", ".join(each.id for each in found)
    label = found[0].label if len(found) == 1 and slug(found[0].label) != slug(asked.said) else ""
    return f"`{asked.key}: {f'[{ids}]' if asked.many else ids}`{f' ({label})' if label else ''}"
