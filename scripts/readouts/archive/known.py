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
from typing import NamedTuple, TypeAlias

from readouts.archive.records import Records
from readouts.model import Entry, OtherName, Person
from readouts.model.base import COUNTRY
from readouts.model.collections import COLLECTIONS, MEETINGS
from readouts.model.values import COUNTRIES, country_code
from readouts.problems.suggestions import MOST, alike

_Words: TypeAlias = tuple[str, ...]


class Known(NamedTuple):
    """A record or a country, by the name of its type and its id."""

    to: str
    id: str
    label: str
    """What it is called, where the id does not say it."""

    def __str__(self) -> str:
        """`“GB” (United Kingdom)`."""
        return f"“{self.id}” ({self.label})" if self.label else f"“{self.id}”"


class Names:
    """All records that were read, and all countries, by what they are called."""

    def __init__(self, records: Records) -> None:
        self._called: defaultdict[_Words, list[Known]] = defaultdict(list)
        self._spelt: defaultdict[str, list[Known]] = defaultdict(list)
        self._all_words: defaultdict[Known, set[str]] = defaultdict(set)
        self._former: dict[tuple[str, str], Known] = {}
        for collection in COLLECTIONS:
            to = collection.type.__name__
            for key, record in records.by_collection[collection.id].items():
                # A meeting is named by its id alone, which spares reading them all.
                entry = None if collection is MEETINGS else record.entry
                label = entry.label if entry and _words(entry.label) != _words(key) else ""
                known = Known(to, key, label)
                self._add(known, (key, *(_names(entry) if entry else ())))
                self._former |= {(to, former): known for former in record.formerly}
        for code, name in COUNTRIES.items():
            self._add(Known(COUNTRY, code, name), (code, name))

    def now(self, key: str, to: Iterable[str]) -> Known | None:
        """What has this as a former id."""
        return next((self._former[name, key] for name in to if (name, key) in self._former), None)

    def meant(self, word: str, to: Iterable[str]) -> list[Known]:
        """What may have been meant, of some kinds: at most three, the likeliest first."""
        kinds, words = set(to), _words(word)
        found = _once(known for known in self._called[words] if known.to in kinds)
        if not found and COUNTRY in kinds and (code := country_code(word.replace("-", " "))):
            found = [Known(COUNTRY, code, COUNTRIES[code])]
        if not found or (len(words) == 1 and COUNTRY not in {known.to for known in found}):  # one word often names several
            within = [(len(own), known) for known, own in self._all_words.items() if known.to in kinds and set(words) <= own]
            found = _once([*found, *(known for _, known in sorted(within))]) if words else []
        if not found:
            part = [(-len(own), own) for own in self._called if own and set(own) < set(words)]
            found = _once(known for _, own in sorted(part) for known in self._called[own] if known.to in kinds)
        if not found:
            of_these = [name for name, called in self._spelt.items() if any(known.to in kinds for known in called)]
            found = _once(known for name in alike(word, of_these) for known in self._spelt[name] if known.to in kinds)
        return found[:MOST]

    def _add(self, known: Known, names: Iterable[str]) -> None:
        for name in names:
            self._called[_words(name)].append(known)
            self._spelt[name].append(known)
            self._all_words[known].update(_words(name))


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


def _once(found: Iterable[Known]) -> list[Known]:
    return list(dict.fromkeys(found))
