"""Finding a record by whatever it is called: its id, a former one, its name, another form, its abbreviation."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from readouts.model.base import COUNTRY, adapter
from readouts.model.collections import BY_ID, COLLECTIONS, MEETINGS
from readouts.model.slugs import slug
from readouts.model.values import COUNTRIES, country_code
from readouts.problems.suggestions import nearest

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Key

NEAR = 85
"""How alike a word and a name must be, of 100, to suppose a slip instead of something new."""


class Known:
    """What every record is called, by kind: the names of their classes."""

    def __init__(self, archive: Archive, broken: Mapping[Key, Mapping[str, object]]) -> None:
        """What an archive has, and records that have a problem: what they say."""
        self._ids: dict[str, dict[str, str]] = defaultdict(dict)
        self._names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._spelt: dict[str, dict[str, str]] = defaultdict(dict)
        """Every name as it is written, with the id of a record that has it."""
        for collection in COLLECTIONS:
            kind = collection.type.__name__
            for record in (archive.summaries if collection is MEETINGS else archive.of_kind(collection)).values():
                data = {} if collection is MEETINGS else adapter(collection.type).dump_python(record, by_alias=True)
                self.add(kind, record.id, data)
        for (name, key), data in broken.items():
            self.add(BY_ID[name].type.__name__, key, data)
        for name, key, former in archive.moved:
            self._ids[BY_ID[name].type.__name__].setdefault(former, key)

    def add(self, kind: str, key: str, data: Mapping[str, object]) -> None:
        """Take in a record."""
        self._ids[kind][key] = key
        for name in names(data):
            self._names[kind][_folded(name)].add(key)
            self._spelt[kind][name] = key

    def forget(self, kind: str, key: str) -> None:
        """Let a record go that was taken in."""
        self._ids[kind].pop(key, None)
        for keys in self._names[kind].values():
            keys.discard(key)
        self._spelt[kind] = {name: each for name, each in self._spelt[kind].items() if each != key}

    def find(self, kinds: tuple[str, ...], text: str) -> list[str]:
        """The ids of the records and the codes of countries that a text may mean: none, one, or several."""
        for kind in kinds:
            if found := self._ids[kind].get(text) or self._ids[kind].get(slug(text)):
                return [found]
        if COUNTRY in kinds and (code := text if text in COUNTRIES else country_code(text)):
            return [code]
        return sorted({key for kind in kinds for key in self._names[kind].get(_folded(text), ())})

    def near(self, kinds: tuple[str, ...], text: str) -> str:
        """` Did you mean “abe-shinzo”?`, or nothing."""
        return nearest(text, {each for kind in kinds for each in (*self._ids[kind], *self._spelt[kind])}, NEAR)


def names(data: Mapping[str, object]) -> Iterator[str]:
    """Everything that a record calls what it is about: its name (a person's in either order), other forms, an abbreviation."""
    match data.get("name"):
        case str(name):
            yield name
        case {"family": str(family), "given": str(given)}:
            yield f"{family} {given}"
            yield f"{given} {family}"
        case {"family": str(name)} | {"given": str(name)}:
            yield name
    match data.get("abbreviation"):
        case str(short):
            yield short
    match data.get("also"):
        case [*forms]:
            for form in forms:
                match form:
                    case str(text) | {"text": str(text)}:
                        yield text


def _folded(name: str) -> str:
    """A name without what is often left out or written otherwise: accents of Latin letters, capitals, signs."""
    plain = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", name))
    return re.sub(r"[\W_]+", " ", plain.casefold()).strip()
