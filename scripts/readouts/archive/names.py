"""Which records and countries a word may mean: the one index of all that they are and were called.

First whatever is called exactly so: an id with its words in any order, a name, a short form or another form in any script, a country's
name in any language, a former id. Then what has these words among others in its names (`mofa` of `mofa-jp`), or some of them alone
(`tokyo` for `tokyo-city`). Only then what is spelt nearly so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from readouts.archive.called import NAMING, family_name, names, words
from readouts.model import Person
from readouts.model.base import COUNTRY, adapter, is_id
from readouts.model.collections import BY_ID, COLLECTIONS, MEETINGS, OCCASIONS
from readouts.model.slugs import slug
from readouts.model.values import COUNTRIES, Date, country_code
from readouts.problems.suggestions import LIKE, MOST, alike

if TYPE_CHECKING:
    from readouts.archive.records import Records

_Words: TypeAlias = tuple[str, ...]

_SPELT = 4
"""Letters of a word that can be a misspelling: a shorter one is as near to any other code."""

_FAMILY = "family name"
"""Stands for a kind: a family name alone may be that of several people, and is never the whole name of one who has another as well."""


class Called(NamedTuple):
    """A record or a country, by the name of its type and its id."""

    to: str
    id: str
    label: str
    """What it is called, where the id does not say it."""

    def __str__(self) -> str:
        """`“GB” (United Kingdom)`."""
        return f"“{self.id}” ({self.label})" if self.label else f"“{self.id}”"


class Names:
    """All records that were read, and all countries, by what they are called. Kinds are the names of types, or `Country`."""

    def __init__(self, records: Records) -> None:
        self._ids: defaultdict[str, dict[str, Called]] = defaultdict(dict)
        """Kind → id, present or former → whose it is."""
        self._names: defaultdict[str, dict[str, list[Called]]] = defaultdict(dict)
        """Kind → name as it is written."""
        self._called: defaultdict[tuple[str, _Words], list[Called]] = defaultdict(list)
        """Kind and words, of an id or a name."""
        self._all_words: dict[Called, set[str]] = {}
        self._occasions = records.by_collection[OCCASIONS.id]
        for collection in COLLECTIONS:
            kind = collection.type.__name__
            for key, record in records.by_collection[collection.id].items():
                # A meeting is named by its id alone, which spares reading them all.
                entry = None if collection is MEETINGS else record.entry
                data = adapter(collection.type).dump_python(entry, include=set(NAMING)) if entry else {}
                self.add(kind, key, data, entry.label if entry else "")
        for name, key in sorted(records.missing.keys):
            if is_id(key):
                self.add(BY_ID[name].type.__name__, key, {})
        for code, name in COUNTRIES.items():
            self.add(COUNTRY, code, {"name": name}, name)
        for record in records:
            kind = BY_ID[record.collection].type.__name__
            for former in record.formerly:
                self._ids[kind].setdefault(former, self._ids[kind][record.id])

    def add(self, kind: str, key: str, data: Mapping[str, object], label: str = "") -> None:
        """Take in a record.

        Args:
            kind: Its kind.
            key: Its id.
            data: What it says; it may be wrong.
            label: What to call it beside its id.
        """
        known = self._ids[kind].get(key)
        if not known or known.id != key:
            known = self._ids[kind][key] = Called(kind, key, "" if words(label) == words(key) else label)
        own = self._all_words.setdefault(known, set())
        family = family_name(data)
        for under, name in (("", key), *((kind, each) for each in names(data)), *([(_FAMILY, family)] if family else [])):
            if under:
                self._names[under].setdefault(name, []).append(known)
            self._called[under or kind, words(name)].append(known)
            own.update(words(name))

    def forget(self, kind: str, key: str) -> None:
        """Let a record go that was taken in."""
        known = self._ids[kind].pop(key)
        del self._all_words[known]
        for under in (kind, _FAMILY):
            self._names[under] = {
                name: rest for name, found in self._names[under].items() if (rest := [each for each in found if each != known])
            }
        for found in self._called.values():
            found[:] = [each for each in found if each != known]

    def every(self, kind: str) -> Mapping[str, list[Called]]:
        """Every name of a kind as it is written, ids apart, and what is called so."""
        return self._names[kind]

    def now(self, key: str, kinds: Iterable[str]) -> Called | None:
        """What has this as a former id."""
        found = (self._ids[kind].get(key) for kind in kinds)
        return next((each for each in found if each and each.id != key), None)

    def of(self, text: str, kinds: Iterable[str]) -> list[Called]:
        """What a text names: by its id, present or former, else by a whole name; none, one or several."""
        for kind in (every := tuple(kinds)):
            if found := self._ids[kind].get(text) or self._ids[kind].get(slug(text)):
                return [found]
        return self._so(text, every)

    def exactly(self, word: str, kinds: Iterable[str]) -> list[Called]:
        """What is called exactly so: a person by the family name alone, too."""
        return self._so(word, _with_families(kinds))

    def of_family(self, family: str) -> list[Called]:
        """The people of a family name."""
        return self._so(family, (_FAMILY,))

    def meant(self, word: str, kinds: Iterable[str], most: int = MOST) -> list[Called]:
        """What may have been meant: so many at the most, the likeliest first."""
        every, own = _with_families(kinds), set(words(word))
        found = self._so(word, every)
        if not found or (len(own) == 1 and COUNTRY not in {known.to for known in found}):  # one word often names several
            within = [(len(has), known) for known, has in self._all_words.items() if known.to in every and own <= has]
            found = _once([*found, *(known for _, known in sorted(within))]) if own else []
        if not found:
            part = [(-len(has), has, known) for (kind, has), known in self._called.items() if kind in every and set(has) < own]
            found = _once(each for _, has, known in sorted(part) if has for each in known)
        if not found and len(word) >= _SPELT:
            found = self.near(word, every)
        return found[:most]

    def near(self, word: str, kinds: Iterable[str], least: int = LIKE) -> list[Called]:
        """What is spelt nearly so: at least so much alike, of 100, the nearest first."""
        spelt: defaultdict[str, list[Called]] = defaultdict(list)
        for kind in kinds:
            for name, found in self._names[kind].items():
                spelt[name] += found
            for key, known in self._ids[kind].items():
                spelt[key].append(known)
        return _once(known for name in alike(word, spelt, least) for known in spelt[name])

    def occurs(self, key: str, when: Date) -> bool:
        """Whether an occasion was at some time."""
        record = self._occasions.get(key)
        own: Date | None = getattr(record.entry, "date", None) if record else None
        return own is not None and own.first <= when.last and when.first <= own.last

    def _so(self, word: str, kinds: tuple[str, ...]) -> list[Called]:
        """What is called exactly so."""
        found = _once(known for kind in kinds for known in self._called.get((kind, words(word)), ()) if words(word))
        if not found and COUNTRY in kinds and (code := country_code(word.replace("-", " "))):
            return [self._ids[COUNTRY][code]]
        return found


def _with_families(kinds: Iterable[str]) -> tuple[str, ...]:
    every = tuple(kinds)
    return (*every, _FAMILY) if Person.__name__ in every else every


def _once(found: Iterable[Called]) -> list[Called]:
    return list(dict.fromkeys(found))
