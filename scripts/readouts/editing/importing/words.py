"""The words that are looked for, by language: English, Japanese and Spanish. They stand in `words.json` and `verbs.json`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked

from readouts.model.vocabulary import Act, Capacity, Kind, Mode, SessionKind

LANGUAGES = ("en", "ja", "es")
"""The languages whose words are known."""

Rank = Literal["head", "monarch", "foreign", "minister", "official"]

_CLOSED = ConfigDict(extra="forbid")


@checked(frozen=True, config=_CLOSED)
class Verb:
    """What a verb of an account says that a speaker does."""

    verb: str
    """A regular expression."""
    act: Act
    together: Act | None = None
    """The act where several speak as one."""
    inside: bool = False
    """Whether it may stand inside what somebody says, and then tells the act: “stated that he would like to”."""


@checked(frozen=True, config=_CLOSED)
class OfficeWords:
    """An office, and what it is called."""

    rank: Rank
    title: str
    """Its usual English title."""
    en: tuple[str, ...]
    ja: tuple[str, ...]
    es: tuple[str, ...]

    def names(self, language: str) -> tuple[str, ...]:
        """What it is called in a language."""
        return {"en": self.en, "ja": self.ja, "es": self.es}.get(language, ())


@checked(frozen=True, config=_CLOSED)
class KindWords:
    """What a page calls a kind of meeting, a way to meet or a kind of session: regular expressions."""

    en: str
    ja: str
    es: str
    kind: Kind | Literal[""] = ""
    mode: Mode | Literal[""] = ""

    def found(self, text: str, language: str) -> bool:
        """Whether a text says so."""
        return bool(re.search({"ja": self.ja, "es": self.es}.get(language, self.en), text, re.IGNORECASE))


@checked(frozen=True, config=_CLOSED)
class SessionWords:
    """What a page calls a kind of session: regular expressions."""

    kind: SessionKind
    en: str
    ja: str
    es: str

    def last(self, text: str, language: str) -> int:
        """Where the last words end by which a text says so; -1 where it doesn't."""
        pattern = {"ja": self.ja, "es": self.es}.get(language, self.en)
        return max((found.end() for found in re.finditer(pattern, text, re.IGNORECASE)), default=-1)


@checked(frozen=True, config=_CLOSED)
class PhotoWords:
    """What stands beside a photograph: regular expressions."""

    credit: str
    caption: str
    numbered: str


@checked(frozen=True, config=_CLOSED)
class Words:
    """All of `words.json`."""

    offices: tuple[OfficeWords, ...]
    countries: dict[str, dict[str, str]]
    """Names that CLDR does not have, and adjectives, by language → codes."""
    honorifics: tuple[str, ...]
    capacities: dict[str, dict[str, Capacity]]
    joint: dict[str, tuple[str, ...]]
    """What the two sides are called as one: regular expressions."""
    meet: dict[str, str]
    """That they met: a regular expression."""
    attended: dict[str, str]
    aims: dict[str, str]
    """What somebody came for; the group is the occasion."""
    kinds: tuple[KindWords, ...]
    sessions: tuple[SessionWords, ...]
    language_words: dict[str, tuple[str, ...]]
    """The commonest words of a language, by which it is told."""
    boilerplate: tuple[str, ...]
    """What stands on every page of a site: regular expressions for a whole line."""
    link_labels: tuple[str, ...]
    """What a link adds inside a sentence: regular expressions."""
    photos: PhotoWords
    provisional: str
    """What says that a translation is provisional: a regular expression."""
    verbs: dict[str, tuple[Verb, ...]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """An office in a text."""

    start: int
    end: int
    office: OfficeWords
    printed: str


@cache
def words() -> Words:
    """The words; the files are read once."""
    folder = Path(__file__).parent
    return TypeAdapter(Words).validate_json((folder / "words.json").read_bytes())


@cache
def verbs(language: str) -> tuple[Verb, ...]:
    """The verbs of a language and their acts, those that say more before those that say less; none of a language that is not known."""
    raw = (Path(__file__).parent / "verbs.json").read_bytes()
    return TypeAdapter(dict[str, tuple[Verb, ...]]).validate_json(raw).get(language, ())


def language_of(text: str) -> str:
    """The language of a text by its script and its commonest words; nothing where they do not tell it."""
    if len(re.findall("[ぁ-んァ-ヶ]", text)) * 12 > len(text):
        return "ja"
    counts = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    scores = {language: sum(counts[word] for word in common) for language, common in words().language_words.items()}
    best, second = sorted(scores.items(), key=lambda each: -each[1])[:2]
    return best[0] if best[1] >= 3 and best[1] > 1.2 * second[1] else ""  # noqa: PLR2004  # a title alone tells nothing


@cache
def _office_pattern(language: str) -> tuple[re.Pattern[str], dict[str, OfficeWords]]:
    known = {name.casefold(): office for office in reversed(words().offices) for name in office.names(language)}
    names = [name for office in words().offices for name in office.names(language)]
    whole = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or "(?!)"
    if language == "ja":
        return re.compile(whole), known
    general = r"|Minister (?:of|for) (?:the )?[A-Z]\w+(?:(?:,| and|, and) [A-Z]\w+)*" if language == "en" else ""
    case = re.NOFLAG if language == "en" else re.IGNORECASE
    return re.compile(rf"(?<!\w)(?:{whole}{general})(?![\w-])", case), known


_AND_MORE = re.compile(r"(?:,? (?!Minist|Presid)[A-Z]\w+)*,? and (?!Minist|Presid)[A-Z]\w+(?: [A-Z]\w+)*(?= of\b)")
"""What a ministry is for besides, before its country: “and Human Mobility of the Republic of Ecuador”."""


def offices_in(text: str, language: str) -> list[Told]:
    """Every office that a text names, in its order."""
    pattern, known = _office_pattern(language)
    minister = words().offices[-1]
    told: list[Told] = []
    for found in pattern.finditer(text):
        more = _AND_MORE.match(text, found.end()) if language == "en" and re.search(" (?:of|for) ", found[0]) else None
        office = known.get(found[0].casefold(), minister)
        told.append(Told(found.start(), more.end() if more else found.end(), office, found[0] + (more[0] if more else "")))
    return told
