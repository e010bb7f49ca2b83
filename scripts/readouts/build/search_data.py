"""What the browser needs beside Pagefind's index: the values of each facet, what was said, and the words there are.

Pagefind finds words and ranks pages. It cannot tell whether a speaker, an act and a topic belong to one statement, nor count what a
union or an exclusion leaves, and of a word that is nowhere it answers with its longest beginning. So the browser has, in small files
that it loads when they are asked for:

- `pages.json`: of each page its id in the index and its day, in the order of their addresses; its position is its number;
- `facets/<name>.json`: each value with the numbers of its pages, each but the first as the difference to the one before;
- `said.json`: for each page its statements as speakers, act and topics, each the number of a value: `0.3/5/12;1/7/12.40`;
- `titles.json`: of each page its title and address, for those who take the results along;
- `words/<letter>.json`: each word without accents and capitals that begins so, with the number of pages that have it (`pages`), what
  other words mean (`meant`, `build/search_words.py`), and the ids of the pages that are called so (`names`), each name as its words in
  the order of the alphabet, without the small ones and spelt in one way: “President of the Congress of Peru” is `congress peru president`.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from string import ascii_lowercase
from typing import TypeAlias, get_args

from readouts.build import search_pages, search_words
from readouts.build.files import replace_bytes
from readouts.render.search_entry import Facet

PAGES, TITLES, SAID, FACETS, WORDS = "pages.json", "titles.json", "said.json", "facets", "words"
"""The files and folders, below the folder of the index."""

OTHER = "other"
"""The file of words that begin with no letter of a to z."""

SMALL = "a an and at by for from in of on the to with"
"""Words that do not tell names apart."""

SPELLINGS = "z=s our=or nce=nse tre=ter mme=m"
"""What names are compared without: “Organisation” and “Organization” are one, “Defence” and “Defense”."""

SPOKEN: tuple[Facet, ...] = ("speaker", "act", "topic")
"""The facets of a statement."""

_WORD = re.compile(r"[^\W_]+")
_SHORT = re.compile(r" \(|\)$")
"""Around a short form: “Trans-Pacific Partnership (TPP)”."""
_FEWEST, _MOST = 3, 6
"""Initials have more letters than the one and stand for no more words than the other."""
_CODE = re.compile(r"(?=\w*\d)(?=\w*[a-z])\w{8}")
"""A file's name, an id, a day: nobody misspells them."""

_URL = re.compile(rb'"url":"/([^"]*)"')

Statement: TypeAlias = tuple[list[int], list[int], list[int]]


@dataclass(slots=True)
class Data:
    """What all small pages say."""

    addresses: list[str] = field(default_factory=list)
    """Of each page below the site, in their order: `people/abe-shinzo/`."""
    titles: list[str] = field(default_factory=list)
    names: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """Name in plain words → numbers of the pages that are called so."""
    initials: dict[str, str] = field(default_factory=dict)
    """First letters of a name → the name: “amlo”, “foip”."""
    dates: list[int] = field(default_factory=list)
    """Of each page, `20141110`; 0 where it has none."""
    facets: dict[Facet, dict[str, list[int]]] = field(default_factory=lambda: {name: {} for name in get_args(Facet)})
    """Facet → value → numbers of pages."""
    said: list[list[Statement]] = field(default_factory=list)
    """Of each page, its statements, each once."""
    spoken: dict[Facet, dict[str, int]] = field(default_factory=lambda: {name: {} for name in SPOKEN})
    """Facet of a statement → value → its number in `said`."""
    words: Counter[str] = field(default_factory=Counter)
    """Word → number of pages that have it."""


def of_pages(folder: Path) -> Data:
    """What the small pages below a folder say."""
    data = Data()
    for path in sorted(folder.rglob("*.html"), key=lambda path: path.as_posix()):
        html = path.read_text(encoding="utf-8")
        number, found = len(data.addresses), search_pages.facets_of(html)
        data.addresses.append(path.relative_to(folder).as_posix().removesuffix("index.html"))
        data.titles.append(found.get("title", ""))
        for name in {_bag(form) for each in found["names"] for form in (each, *_SHORT.split(each))}:
            data.names[name].append(number)
        data.initials |= {short: _bare(name) for name in found["names"] if (short := _initials(name))}
        data.dates.append(int(found["date"] or 0))
        for name, value in found["facets"]:
            data.facets[name].setdefault(value, []).append(number)
        said = (_statement(data, statement) for statement in found["said"])
        data.said.append(list({json.dumps(each): each for each in said}.values()))
        data.words.update(
            word for word in set(_WORD.findall(search_words.plain(search_pages.text_of(html)))) if not _CODE.match(word)
        )
    return data


def _bare(name: str) -> str:
    return " ".join(_WORD.findall(search_words.plain(name)))


def _bag(name: str) -> str:
    words = set(_bare(name).split())
    return " ".join(sorted(map(_spelt, words.difference(SMALL.split()) or words)))


def _spelt(word: str) -> str:
    for form in SPELLINGS.split():
        one, _, other = form.partition("=")
        word = word.replace(one, other)
    return word


def _initials(name: str) -> str:
    """The first letters of a name of some words, of which it has “UN” whole; nothing of an office, a sentence or “ABE Shinzo”."""
    words = _WORD.findall(name)
    capitals = [word for word in words if word[0].isupper()]
    short = "".join(word if word.isupper() else word[0] for word in capitals)
    shouted = any(word.isupper() and len(word) > _FEWEST for word in capitals)
    few = len(capitals) >= _FEWEST and len(words) <= _MOST
    return search_words.plain(short) if few and len(short) > _FEWEST and not shouted else ""


def _statement(data: Data, values: Iterable[tuple[Facet, str]]) -> Statement:
    numbers: dict[Facet, list[int]] = {name: [] for name in SPOKEN}
    for name, value in values:
        known = data.spoken[name]
        numbers[name].append(known.setdefault(value, len(known)))
    return numbers["speaker"], numbers["act"], numbers["topic"]


def write(data: Data, bundle: Path) -> None:
    """Write the files beside an index that was made of the same pages."""
    ids = _ids(bundle)
    _json(bundle / PAGES, {"ids": [ids[address] for address in data.addresses], "dates": data.dates})
    _json(bundle / TITLES, {"titles": data.titles, "addresses": data.addresses})
    for name, values in data.facets.items():
        _json(bundle / FACETS / f"{name}.json", {value: _differences(values[value]) for value in sorted(values)})
    _json(
        bundle / SAID,
        {
            "values": {name: list(values) for name, values in data.spoken.items()},
            "pages": [";".join(map(_told, each)) for each in data.said],
        },
    )
    counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for word, pages in sorted(data.words.items(), key=lambda each: (-each[1], each[0])):
        counts[_letter(word)][word] = pages
    meant: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    short = {word: [name] for word, name in sorted(data.initials.items()) if _spelt(word) not in data.names}
    for word, meanings in (short | search_words.meanings()).items():
        meant[_letter(word)][word] = meanings
    names: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for called, numbers in sorted(data.names.items()):
        if called:
            names[_letter(called)][called] = [ids[data.addresses[number]] for number in numbers]
    for letter in (*ascii_lowercase, OTHER):
        _json(bundle / WORDS / f"{letter}.json", {"pages": counts[letter], "meant": meant[letter], "names": names[letter]})


def _told(statement: Statement) -> str:
    return "/".join(".".join(map(str, numbers)) for numbers in statement)


def _letter(word: str) -> str:
    return word[0] if word[0] in ascii_lowercase else OTHER


def _ids(bundle: Path) -> dict[str, str]:
    """Address of a page → its id in the index, which Pagefind makes of what is in the page."""
    ids = {}
    for path in (bundle / "fragment").glob("*.pf_fragment"):
        found = _URL.search(gzip.decompress(path.read_bytes()))
        if found:
            ids[found[1].decode()] = path.stem
    return ids


def _differences(numbers: list[int]) -> list[int]:
    return [number - before for number, before in zip(numbers, [0, *numbers], strict=False)]


def _json(path: Path, value: object) -> None:
    replace_bytes(path, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
