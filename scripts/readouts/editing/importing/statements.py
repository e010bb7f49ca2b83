"""Who says what about what, by the verbs of an account: proposals, which a person reads beside the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from readouts.archive.called import plain
from readouts.editing.importing.names import Authorities, Word, words_of
from readouts.editing.importing.people import PARTICLES, Taker
from readouts.editing.importing.sentences import first_words, sentences
from readouts.editing.importing.words import OfficeWords, Verb, offices_in, verbs, words
from readouts.model.vocabulary import Act

_NO_SUBJECT = re.compile(
    r"(?:\b(?:to|with|by|of|from|for|via|between|invited|congratulated|thanked|told|asked|welcomed|con|de|del|al|a|por|para|entre)"
    r"(?:\s+(?:the|el|la|his|her|su))?)\s*$",
    re.IGNORECASE,
)
_SUBJECT_JA = re.compile(r"^(?:からは|からも|から|よりは|より|は|が|も|側から|側は)")
_DIRECT = re.compile(r"\s*that\s+(?:he|she|they)\s+(?:\w+ly\s+|also\s+)?|\s+que\s+", re.IGNORECASE)
"""What stands between two verbs of the same speaker: “stated that he condemned”."""
_SEAM = re.compile(r",?\s(?:and|but)\s(?:that\s|also\s|he\s|she\s)|,\s(?:and|but)\s|;|\sy\sque\s|,\sy\s")
"""Where what is said goes on with another point."""

_NEAR = 24
"""Letters between an office and the name that it belongs to."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A statement as far as the account's verb tells it."""

    speakers: tuple[str, ...]
    """Ids; empty where the speaker is not known."""
    act: Act
    topics: tuple[str, ...]
    to: tuple[str, ...]
    sentence: int
    """Its sentence in the paragraph, counted from 1."""
    words: str
    """Its first words, for the report alone."""


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    speakers: tuple[str, ...]
    """None where somebody is named whom nobody knows: better that the speaker is asked for than that another gets the words."""
    together: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    verb: Verb
    begin: int
    """Where what it says begins: with the verb around it, where it stands inside what somebody says."""


@dataclass(slots=True)
class Listener:
    """Reads an account sentence by sentence, and remembers who spoke last."""

    people: dict[str, Taker]
    """Participants by id."""
    language: str
    known: Authorities
    side: str = ""
    """Whom the publisher speaks for: on its page, “the Prime Minister” is its own."""
    last: tuple[str, ...] = ()
    together: bool = False

    def paragraph(self, text: str) -> Iterator[Proposal | str]:
        """What is proposed for a paragraph, in its order; a sentence of which nothing is, as its number and first words."""
        for number, sentence in enumerate(sentences(text, self.language), start=1):
            found = list(self._sentence(sentence, number))
            yield from found
            if not found:
                yield f"sentence {number}: {first_words(sentence, self.language)}"

    def _sentence(self, text: str, number: int) -> Iterator[Proposal]:
        mentions = self._mentions(text)
        hits = self._hits(text)
        for position, hit in enumerate(hits):
            floor = hits[position - 1].end if position else 0
            self._listen(text, mentions, floor, hit)
            if self.language == "ja":
                span = text[floor : hit.end]
            else:
                span = text[hit.begin : hits[position + 1].begin if position + 1 < len(hits) else len(text)]
            act = hit.verb.together if self.together and hit.verb.together else hit.verb.act
            topics = tuple(dict.fromkeys(each.id for each in self.known.topics.find(span)))
            to = self._to(act)
            shown = first_words(text[floor:] if self.language == "ja" else text[hit.begin :], self.language)
            yield Proposal(self.last, act, topics, to, number, shown)

    def _to(self, act: Act) -> tuple[str, ...]:
        """Whom an invitation is for: at a meeting of two, the other."""
        others = tuple(each for each in self.people if each not in self.last)
        return others if act is Act.INVITE and len(self.people) == 2 and len(self.last) == 1 else ()  # noqa: PLR2004  # two heads

    def _listen(self, text: str, mentions: list[_Mention], floor: int, hit: _Hit) -> None:
        """Note who speaks: the last subject before the verb, or whoever spoke last."""
        if self.language == "ja":
            before = [
                each
                for each in mentions
                if floor <= each.start < hit.end
                and (_SUBJECT_JA.match(text[each.end :]) or (each.together and text[each.end :][:1] == "で"))
            ]
            chosen = before[:1] if floor else before[-1:] if before and before[-1].together else before[:1]
        else:
            chosen = [
                each
                for each in mentions
                if floor <= each.start
                and each.end <= hit.begin
                and (each.speakers or not floor)
                and not _NO_SUBJECT.search(text[: each.start])
                and not re.match(r"['’]s?\b", text[each.end :])
                and not (floor and each.start - floor < 2)  # noqa: PLR2004  # the object of the verb before
            ]
            chosen = [each for each in chosen if not re.search(r"\bthat\b[^,]*$", text[floor : each.start])] or (
                chosen if not floor else []
            )
            who = [
                each for each in mentions if re.fullmatch(r",?\s+who\s+(?:\w+\s+)?", text[each.end : max(each.end, hit.begin)])
            ]
            chosen = who or _joined(text, chosen) or self._behind(text, mentions, hit)
        if chosen:
            self.last, self.together = chosen[0].speakers, chosen[0].together
        if self.language == "es" and not self.together and re.search(r"ron\b", text[hit.start : hit.end]):
            # The verb is in the plural: “coincidieron”.
            self.last, self.together = self._everyone(), True

    def _behind(self, text: str, mentions: list[_Mention], hit: _Hit) -> list[_Mention]:
        """A subject behind its verb: “said Prime Minister Abe”, “indicó el canciller Luna”."""
        if hit.verb.act is not Act.STATE or text[hit.start : hit.end].lower() == "told":
            return []
        return [each for each in mentions if re.fullmatch(r"\s+(?:the\s+|el\s+|la\s+)?", text[hit.end : each.start])][:1]

    def _hits(self, text: str) -> list[_Hit]:
        """The verbs that count, in the order of the text."""
        found: list[_Hit] = []
        for verb in verbs(self.language):
            for each in _compiled(verb.verb, self.language).finditer(text):
                if all(each.end() <= other.start or other.end <= each.start() for other in found):
                    found.append(_Hit(each.start(), each.end(), verb, each.start()))
        found.sort(key=lambda each: each.start)
        kept: list[_Hit] = []
        around: _Hit | None = None
        for number, hit in enumerate(found):
            behind = found[number + 1] if number + 1 < len(found) else None
            # “stated that he would like to”: the verb inside tells the act. A verb that tells one itself keeps it.
            inside = behind and (
                (behind.verb.inside and not _SEAM.search(text[hit.end : behind.end]))
                or (self.language != "ja" and _DIRECT.fullmatch(text[hit.end : behind.start]))
            )
            if inside and hit.verb.act is Act.STATE and not hit.verb.together:
                around = around or hit
                continue
            told = found[number - 1] if number else None
            if hit.verb.inside and not around and told and not _SEAM.search(text[told.end : hit.end]):
                continue
            kept.append(replace(hit, begin=around.start) if around else hit)
            around = None
        return kept

    def _mentions(self, text: str) -> list[_Mention]:
        """Who is named, and where; the two together, too."""
        joint = "|".join(words().joint.get(self.language, ("(?!)",)))
        edge = "" if self.language == "ja" else r"(?<!\w)"
        everyone = self._everyone()
        together = re.finditer(f"{edge}(?:{joint})", text, re.IGNORECASE)
        found = [_Mention(each.start(), each.end(), everyone, together=True) for each in together]
        found += self._japanese(text) if self.language == "ja" else self._latin(text)
        return sorted(found, key=lambda each: each.start)

    def _everyone(self) -> tuple[str, ...]:
        """Both sides; nobody where only one of them is known."""
        return tuple(self.people) if len(self.people) > 1 else ()

    def _latin(self, text: str) -> Iterator[_Mention]:
        """Family names with the office before them, and offices alone."""
        surnames: dict[str, list[str]] = {}
        for key, person in self.people.items():
            for name in self._surnames(key, person):
                surnames.setdefault(name, []).append(key)
        tokens, told = words_of(text), offices_in(text, self.language)
        for token in tokens:
            owners = surnames.get(token.plain, [])
            if len(owners) == 1 and token.text[0].isupper():
                before = [
                    each
                    for each in told
                    if 0 <= token.start - each.end < _NEAR and not re.search(r",|\b(?:and|y|e)\b", text[each.end : token.start])
                ]
                start = before[0].start if before else _begin(tokens, token)
                yield _Mention(start, token.start + len(re.sub("['’]s$", "", token.text)), (owners[0],))
        for office in told:
            named = re.match(r"\s+(?:of\s|for\s)?(?:the\s)?[A-ZÁÉÍÓÚ]", text[office.end :])
            holders = self._holders(office.office)
            if len(holders) == 1 and not named and re.search(r"(?i)\b(?:the|el|la)\s+$", text[: office.start]):
                yield _Mention(office.start, office.end, (holders[0],))
            elif not any(office.start <= each.start < office.end + _NEAR and each.plain in surnames for each in tokens):
                yield _Mention(office.start, office.end, ())

    def _holders(self, office: OfficeWords) -> list[str]:
        """Who may be meant by an office alone: on its own page, the publisher’s."""
        same = [key for key, person in self.people.items() if person.office.title == office.title]
        found = same or self._ministers(office)
        own = [key for key in found if self.people[key].country == self.side]
        return own if len(own) == 1 else found

    def _ministers(self, office: OfficeWords) -> list[str]:
        """Who may be meant by “the Minister”, of whatever."""
        ministers = [key for key, person in self.people.items() if person.office.rank in ("foreign", "minister")]
        return ministers if office is words().offices[-1] else []

    def _surnames(self, key: str, person: Taker) -> set[str]:
        record = self.known.archive.people.get(key)
        if record:
            family = words_of(record.name.family or record.name.full)
            return {each.plain for each in family if len(each.plain) > 2} or {plain(record.label)}  # noqa: PLR2004  # no particles
        parts = person.name.split()
        if key == person.country:
            return set()
        capitals = [each for each in parts if each.isupper() and len(each.strip(".")) > 1]
        return {plain(each) for each in (capitals or [person.surname or parts[-1]])}

    def _japanese(self, text: str) -> Iterator[_Mention]:
        for told in offices_in(text, "ja"):
            run = re.search(r"(?:[ァ-ヶー・=]|[一-龥々])+$", text[: told.start])
            name = run[0] if run else ""
            owners = [key for key, person in self.people.items() if name and _called(person.called or person.name, name)]
            if not owners and (not name or name in ("同", "同国")):
                owners = self._holders(told.office)
            if not name.startswith(("両", "三", "3", "各")):
                yield _Mention(told.start - len(name), told.end, (owners[0],) if len(owners) == 1 else ())


def _joined(text: str, mentions: list[_Mention]) -> list[_Mention]:
    """The last of some mentions, together with the one before it where “and” is between them, and perhaps a title: “and Secretary Doe”."""
    if len(mentions) < 2:  # noqa: PLR2004  # two that may be joined
        return mentions[-1:]
    first, last = mentions[-2:]
    if not re.fullmatch(r"\s+(?:and|y|e)\s+(?:the\s+|el\s+|la\s+)?(?:[A-Z][\w.]*\s+){0,3}", text[first.end : last.start]):
        return [last]
    both = (*first.speakers, *last.speakers) if first.speakers and last.speakers else ()
    return [_Mention(first.start, last.end, both, together=True)]


def _begin(tokens: list[Word], token: Word) -> int:
    """Where a family name begins, with the particles before it: “De la Fuente”."""
    number = tokens.index(token)
    while number and tokens[number - 1].plain in PARTICLES and tokens[number].start - tokens[number - 1].end == 1:
        number -= 1
    # Inside a sentence “de” is more often a word than a part of a name.
    return tokens[number].start if tokens[number].text[0].isupper() else token.start


def _called(whole: str, short: str) -> bool:
    """Whether a short form in Japanese is that of a name: its beginning in kanji, one of its parts in katakana."""
    if re.search("[ァ-ヶ]", short):
        return f"・{short}・" in f"・{whole.replace('=', '・')}・"
    return whole.startswith(short)


@cache
def _compiled(pattern: str, language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{pattern})(?:(?:る|ている|た)?旨(?:を)?(?:述べ|発言|表明|伝え|応じ))?"
        if language == "ja"
        else rf"(?<![\w’'])(?:{pattern})",
        re.IGNORECASE,
    )
