"""What is written where an id belongs, and is neither an id nor a name in the index: told by what else it may be said for.

A city has other names in other languages, and a country behind it; an occasion has a year that nobody says; a word has a family.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readouts.archive.names import Called, Names
from readouts.archive.names_for_ids import NameForId, Right
from readouts.model import Occasion, Organization, Person, Place, Topic
from readouts.model.base import COUNTRY
from readouts.model.city_names import english_city
from readouts.model.collections import BY_TYPE
from readouts.model.slugs import slug
from readouts.model.values import Date, country_code
from readouts.problems.suggestions import MOST, one_of

if TYPE_CHECKING:
    from readouts.archive.records import Records
    from readouts.problems import Problem

_EVENTS = frozenset(["conference", "leaders", "meeting", "meetings", "summit", "the", "visit"])
"""Words that say of an occasion only that it is one."""

_TITLES = frozenset(
    [
        "ambassador",
        "chancellor",
        "delegation",
        "dr",
        "emperor",
        "fm",
        "foreign",
        "former",
        "government",
        "h.e",
        "he",
        "king",
        "minister",
        "mr",
        "mrs",
        "ms",
        "of",
        "pm",
        "president",
        "prime",
        "queen",
        "secretary",
        "secretary-general",
        "side",
        "state",
        "the",
        "vice",
    ]
)
"""Words before or behind a name that are no part of it."""

_FORMAL = re.compile(
    r"(?:the )?(?:\w+ )*(?:republic|kingdom|state|federation|principality|sultanate) of (?!china|congo|korea)(?:the )?(.+)",
    re.IGNORECASE,
)
"""The formal name of a country, as far as its short name tells which it is."""

_STEM = 5
"""Letters that two words of one family begin with, at least: “economy” and “economic”."""

_ENDING = 3
"""Letters of a word that may be its ending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(NameForId):
    """A name where an id belongs, perhaps as one of several in a list."""

    item: bool = False
    """Whether it is one of a list, so that only it is to be written otherwise."""
    when: Date | None = None
    """The day of the meeting that it was written for."""


class Meant:
    """What somebody may have meant by a name: the index of names, asked in every way to say it."""

    def __init__(self, records: Records) -> None:
        self.names = Names(records)
        self._right = Right.among(self.names, records)
        self._records = records

    def exactly(self, said: str, to: Iterable[str]) -> list[Called]:
        """What is called exactly so, or so in another way to say it."""
        kinds = tuple(to)
        if COUNTRY in kinds and (city := self._records.by_collection[BY_TYPE[Place.__name__].id].get(said)):
            country = city.entry.country if isinstance(city.entry, Place) else ""
            return [known for known in self.names.exactly(country, (COUNTRY,)) if known.id == country]
        return next((found for each in (said, *_otherwise(said, kinds)) if (found := self.names.exactly(each, kinds))), [])

    def perhaps(self, said: str, to: Iterable[str], when: Date | None = None) -> list[Called]:
        """What may have been meant, the likeliest first; of occasions, those at the time of the meeting before all others."""
        kinds = tuple(to)
        found = self.exactly(said, kinds) or self._of_a_country(said, kinds) or self.names.meant(said, kinds, MOST)
        if when and kinds == (Occasion.__name__,):
            words = [word for word in re.findall(r"\w+", said) if len(word) > 2 and word.casefold() not in _EVENTS]  # noqa: PLR2004  # not `of`
            forms = (said, *_otherwise(said, kinds), *words)
            every = (known for each in forms for known in self.names.meant(each, kinds, sys.maxsize))
            found = [known for known in dict.fromkeys(every) if self.names.occurs(known.id, when)][:MOST] or found
        return (
            found[:MOST] or [known for each in self._related(said, kinds) for known in self.names.exactly(each, kinds)][:MOST]
        )

    def tell(self, problem: Problem) -> Problem:
        """A problem with what to write in the place of a name, where its hint could not say that yet."""
        if not isinstance(problem, Asked):
            return self._right.tell(problem)
        found = self.exactly(problem.said, problem.to)
        if found and problem.item:
            return problem.told(f"write {one_of([_labelled(each, problem.said) for each in found[:MOST]])}")
        if found:
            known = next(
                each for each in (problem.said, *_otherwise(problem.said, problem.to)) if self.names.exactly(each, problem.to)
            )
            return self._right.tell(replace(problem, said=known))
        if (told := self._right.tell(problem)).hint.startswith("write") and told.hint != problem.hint:
            return told
        near = self.perhaps(problem.said, problem.to, problem.when)
        if near and (problem.when or told.hint == problem.hint):
            new = problem.hint.partition("; ")[2]
            said = one_of([_labelled(each, problem.said, problem.key, many=problem.many and not problem.item) for each in near])
            return problem.told(f"perhaps {said}{f'; {new}' if new else ''}")
        return told

    def _of_a_country(self, said: str, to: tuple[str, ...]) -> list[Called]:
        """The publishers of a country, where it stands for one of them."""
        code = country_code(said)
        if not code or to != (Organization.__name__,):
            return []
        entries = (record.entry for record in self._records.by_collection[BY_TYPE[Organization.__name__].id].values())
        own = [each.id for each in entries if isinstance(each, Organization) and each.side == code]
        own.sort(key=lambda key: not key.endswith(f"-{code.lower()}"))
        return [known for each in own for known in self.names.exactly(each, to) if known.id == each]

    def _related(self, said: str, to: tuple[str, ...]) -> list[str]:
        """Ids of topics with a word of the same family."""
        if Topic.__name__ not in to:
            return []
        stems = {word[: max(_STEM, len(word) - _ENDING)] for word in slug(said).split("-") if len(word) >= _STEM}
        ids = self._records.by_collection[BY_TYPE[Topic.__name__].id]
        alike = [(-sum(word.startswith(stem) for stem in stems for word in key.split("-")), key) for key in ids]
        return [key for matches, key in sorted(alike) if matches]


def _otherwise(said: str, to: tuple[str, ...]) -> Iterator[str]:
    """Other ways to say a name, of some kinds."""
    if "_" in said:
        yield said.replace("_", " ")
    if Person.__name__ in to or COUNTRY in to:
        words = re.findall(r"[^\s-]+", said)
        rest = [word for word in words if word.casefold().strip(".,") not in _TITLES]
        if rest and len(rest) < len(words):
            yield " ".join(rest)
    if COUNTRY in to and (formal := _FORMAL.fullmatch(said)):
        yield formal[1]
    if Place.__name__ in to:
        parts = re.findall(r"[^\s,()-]+", said)
        cities = [said, *(" ".join(parts[:n]) for n in range(1, len(parts)) if country_code(" ".join(parts[n:])))]
        for city in cities:
            yield from filter(None, (city if city != said else "", english_city(city)))
    if Occasion.__name__ in to:
        words = re.findall(r"\w+", said)
        rest = [word for word in words if word.casefold() not in _EVENTS]
        if rest and len(rest) < len(words):
            yield " ".join(rest)


def _labelled(found: Called, said: str, key: str = "", *, many: bool = False) -> str:
    """An id, with a name where the id does not say it."""
    label = f" ({found.label})" if found.label and slug(found.label) != slug(said) else ""
    return f"`{f'{key}: ' if key else ''}{f'[{found.id}]' if many else found.id}`{label}"
