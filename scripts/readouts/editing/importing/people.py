"""Who took part, by the lead: each person with the office, the honorific and the country that are printed with the name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from readouts.archive.called import plain
from readouts.editing.importing.names import Authorities, countries_in, words_of
from readouts.editing.importing.words import OfficeWords, offices_in, words
from readouts.model.slugs import slug
from readouts.model.vocabulary import Capacity

PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "da", "dos", "du", "von", "van", "der", "bin", "binti", "al", "el", "y", "e"}
)
_COUNTERPART = {"en": r"\bcounterpart\b", "es": r"\bhomólog[oa]\b"}
_KATAKANA = "[ァ-ヶー]+(?:[・=][ァ-ヶー]+)*"
_TITLE = r"(?:Minister|President|Secretary|Ambassador|Chancellor|Ministr[oa]|President[ea]|Canciller|M[rs]\.|Mrs\.|Dr\.)"
_BEHIND_A_NAME = r"[JS]r\.?|I{2,3}|Ph\.\s?D\.|(?:[A-Z]\.\s?){2,3}"
"""What is no part of a name though it stands behind one and a comma: “Jr.”, “P.C.”."""
_AMBASSADOR = "Ambassador"
_TWO_NAMES = 2
_COUNTRY = 40
"""Letters in which a country behind a comma stands."""
_IN_ONE_SIGN = {
    "米": "US",
    "英": "GB",
    "仏": "FR",
    "独": "DE",
    "伊": "IT",
    "加": "CA",
    "豪": "AU",
    "露": "RU",
    "韓": "KR",
    "中": "CN",
    "印": "IN",
}
"""Countries as Japanese prints them between a foreign name and an office: ジョン・ドウ米国務長官."""
_LATIN = r"\(([^()]*[A-Za-z]{2}[^()]*)\)"


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody a lead names with an office."""

    name: str
    """As printed."""
    office: OfficeWords
    printed: str
    """The office as printed; empty where it is not printed in English."""
    style: str
    country: str
    person: str
    """The id; empty where the archive does not know the person."""
    sure: bool
    start: int
    capacity: Capacity | None = None
    called: str = ""
    """The name in the page's own script, where `name` is not."""
    surname: str = ""
    """The word of the name that the page calls somebody unknown by, where it is not the last: the first of two family names."""

    @property
    def proposal(self) -> str:
        """The id that a new record of the person might have, family name first; empty where the name is in no Latin letters."""
        parts = self.name.split()
        family = [each for each in parts if each.isupper() and len(each.strip(".")) > 1]
        if self.surname and not family:
            # Of two family names people go by the first; the second is no part of the id.
            return slug(" ".join((self.surname, *parts[: parts.index(self.surname)])))
        family = family or parts[-1:]
        rest = [each for each in parts if each not in family]
        return slug(" ".join((*family, *rest)))


def called_by(taker: Taker, text: str) -> Taker:
    """The same, with the family name by which a text calls somebody unknown: “Minister Holguín” of Juan Carlos Holguín Maldonado."""
    parts = taker.name.split()
    if taker.person or len(parts) <= _TWO_NAMES:
        return taker
    for word, after in pairwise(parts[1:]):
        if re.search(rf"{_TITLE}\s+{re.escape(word)}(?!\w)(?!\s+{re.escape(after)})", text):
            return replace(taker, surname=word)
    return taker


@cache
def _honorific() -> re.Pattern[str]:
    known = "|".join(re.escape(each).replace(r"\ ", r"\s?") for each in words().honorifics)
    return re.compile(rf"(?:{known})", re.IGNORECASE)


def takers(text: str, language: str, known: Authorities) -> list[Taker]:
    """Everybody whom a text names with an office, each once, in its order."""
    if counterpart := _COUNTERPART.get(language):
        # “His Peruvian counterpart” holds the office that is named first.
        first = next((each.printed for each in offices_in(text, language)), "")
        text = re.sub(counterpart, first, text) if first else text
    found = _japanese(text, known) if language == "ja" else _latin(text, language, known)
    once: dict[str, Taker] = {}
    for each in found:
        once.setdefault(each.person or plain(each.name), each)
    return list(once.values())


def _latin(text: str, language: str, known: Authorities) -> list[Taker]:
    found: list[Taker] = []
    used = 0
    for told in offices_in(text, language):
        if told.start < used:
            continue
        country, behind = _country_behind(text, told.end, language, known)
        if told.office.title == _AMBASSADOR and re.match(r"\s+(?:to|en|ante)\b", text[told.end :]):
            country = ""  # where, and not for whom
        country = country or _country_before(text, told.start, language)
        after = _name_behind(text, behind, language)
        directly = after and not text[behind : after[2]].lstrip().startswith(",")
        name = after if directly else _name_before(text, told.start, language, known) or after
        if name is None:
            continue
        printed, style, start, end = name
        person, sure = known.person(printed)
        if not person and len(words_of(printed)) == 1:
            person, sure = known.by_surname(printed, country), False
        country = country or (_side(known, person) if person else "")
        capacity = _capacity(text[max(0, told.start - 24) : told.end + 16], language)
        office = told.printed if language == "en" else ""
        found.append(Taker(printed, told.office, office, style, country, person, sure, start, capacity))
        used = max(end, told.end)
    return found


def _capacity(around: str, language: str) -> Capacity | None:
    known = words().capacities.get(language, {})
    return next((what for word, what in known.items() if re.search(rf"(?<![\w]){word}", around, re.IGNORECASE)), None)


def _country_behind(text: str, end: int, language: str, known: Authorities) -> tuple[str, int]:
    """The country or organization of an office (“of the Republic of Peru”, “, Germany,”), and where the words for it end."""
    if comma := re.match(r",\s+", text[end:]):
        begin = end + comma.end()
        first = next(iter(countries_in(text[begin : begin + _COUNTRY], language)), None)
        if first and not first.start and re.match(r"\s*(?:[,;.)]|$)", text[begin + first.end :]):
            return first.id, begin + first.end
    stop = re.search(r"[,;()]|(?<=[a-z])\.\s|\b(?:held|who|which|and|visiting|during|se|sostuvo|on|at)\b", text[end:])
    rest = text[end : end + (stop.start() if stop else 60)]
    found = [*countries_in(rest, language), *known.organizations.find(rest)]
    if found and (not rest[: found[0].start].strip() or re.match(r"\s+(?:of|to|for|de|del)\b", rest)):
        return found[0].id, end + found[0].end
    return "", end


def _country_before(text: str, start: int, language: str) -> str:
    """The country of an office that an adjective tells: “Japanese Foreign Minister”, “Japan’s Prime Minister”."""
    before = text[max(0, start - 24) : start]
    found = countries_in(before, language)
    return found[-1].id if found and re.fullmatch(r"(?:['’]s)?\s+(?:(?:Acting|then|new)\s+)?", before[found[-1].end :]) else ""


def _name_before(text: str, start: int, language: str, known: Authorities) -> tuple[str, str, int, int] | None:
    """A name with a comma before an office: “Mr. KONO Taro, Minister for Foreign Affairs”."""
    before = text[:start]
    comma = re.search(
        rf"(?:,\s*(?:{_BEHIND_A_NAME}))*,\s*(?:the\s+|el\s+|la\s+|then\s+|acting\s+|former\s+)?$", before, re.IGNORECASE
    )
    if not comma:
        return None
    tokens = words_of(before[: comma.start()])
    first = len(tokens)
    while first and (tokens[first - 1].text[0].isupper() or (tokens[first - 1].plain in PARTICLES and first < len(tokens))):
        gap = before[tokens[first - 1].end : tokens[first].start if first < len(tokens) else comma.start()]
        if gap.strip(" .’'") or _is_title(tokens[first - 1].text):
            break
        first -= 1
    while first < len(tokens) and tokens[first].plain in PARTICLES:
        first += 1
    if first == len(tokens) or _no_name(before[tokens[first].start : comma.start()], language):
        return None
    if known.places.find(before[tokens[first].start : comma.start()]):
        return None  # “visiting Port Moresby, President …”
    begin = tokens[first].start
    return before[begin : comma.start()].strip(), _style_before(before, begin), begin, start


def _name_behind(text: str, end: int, language: str) -> tuple[str, str, int, int] | None:
    """A name behind an office: “Prime Minister Shinzo Abe”, “President of Chile, Dr. Sebastián Piñera,”."""
    gap = re.match(r"\s*,?\s*(?:el señor|la señora|señora?)?\s*", text[end:])
    at = end + (gap.end() if gap else 0)
    style = ""
    if titled := _honorific().match(text, at):
        style = _spaced(titled[0])
        at = titled.end()
    tokens = words_of(text[at : at + 100])
    last, stop = -1, 0
    for number, token in enumerate(tokens):
        between = text[at + stop : at + token.start]
        if between.strip(" .") or (not token.text[0].isupper() and token.plain not in PARTICLES):
            break
        if "." in between and stop and len(tokens[number - 1].text) > 1:
            break
        stop = token.end
        last = number if token.text[0].isupper() else last
        if token.text.endswith(("'s", "’s")):
            break
    if last < 0 or (tokens[0].start and not text[at : at + tokens[0].start].isspace()):
        return None
    name = re.sub(r"['’]s$", "", text[at + tokens[0].start : at + tokens[last].end])
    if _no_name(name, language):
        return None
    return name, style, at + tokens[0].start, at + tokens[last].end


def _is_title(word: str) -> bool:
    return bool(_honorific().fullmatch(f"{word}.")) or word in (
        "Mr",
        "Ms",
        "Mrs",
        "Dr",
        "H.E",
        "Hon",
        "Honorable",
        "Honourable",
        "On",
    )


def _no_name(text: str, language: str) -> bool:
    """Whether a run of capitals is a country, an office or a single common word instead."""
    taken = [each.end - each.start for each in countries_in(text, language)]
    taken += [each.end - each.start for each in offices_in(text, language)]
    return any(length >= len(text) - 4 for length in taken) or not re.search(r"[^\W\d_]{2}", text)


def _style_before(text: str, start: int) -> str:
    """The honorifics that end right before a name."""
    found = list(_honorific().finditer(text[max(0, start - 40) : start]))
    if not found or text[max(0, start - 40) : start][found[-1].end() :].strip():
        return ""
    joined = found[-1]
    pieces = [joined[0]]
    for each in reversed(found[:-1]):
        if text[max(0, start - 40) : start][each.end() : joined.start()].strip():
            break
        pieces.insert(0, each[0])
        joined = each
    return _spaced(" ".join(pieces))


def _spaced(printed: str) -> str:
    """`H.E.Mr.` → `H.E. Mr.`."""
    return " ".join(re.sub(r"(?<=\.)(?=[MD][rs])", " ", re.sub(r"H\.\s?E\.", "H.E.", printed)).split())


def _japanese(text: str, known: Authorities) -> list[Taker]:
    """Names before an office: 河野太郎外務大臣, ネストル・ポポリシオ・ペルー共和国外務大臣(H.E. Mr. …)."""
    found: list[Taker] = []
    for told in offices_in(text, "ja"):
        # 尹錫悦(ユン・ソンニョル)韓国大統領: how a name is read stands in brackets behind it.
        before = re.sub(r"\([ァ-ヶー・=]+\)", "", text[max(0, told.start - 60) : told.start])
        run = re.search(r"(?:[ァ-ヶー・=]|[一-龥々])+$", before)
        if not run:
            continue
        whole, country = run[0], ""
        for each in countries_in(whole, "ja"):
            rest = re.sub(r"^(?:共和国|王国|連邦共和国|合衆国|国|連邦)", "", whole[each.end :])
            if not rest or each.start == 0:
                country = each.id
                whole = rest or whole[: each.start]
                break
        if not country and (short := re.fullmatch(rf"({_KATAKANA})([{''.join(_IN_ONE_SIGN)}])", whole)):
            whole, country = short[1], _IN_ONE_SIGN[short[2]]
        name = whole.strip("・= ")
        capacity = next((what for word, what in words().capacities["ja"].items() if name.endswith(word)), None)
        start = told.start - len(run[0])
        latin = re.match(_LATIN, text[told.end :].lstrip())
        if latin and (inside := _latin(latin[1], "en", known)):
            office = inside[0].office if told.office.rank == "minister" else told.office
            found.append(replace(inside[0], office=office, country=inside[0].country or country, start=start, called=name))
        elif name and (re.fullmatch(_KATAKANA, name) or 2 <= len(name) <= 6) and not offices_in(name, "ja"):  # noqa: PLR2004  # a name in kanji
            person, sure = known.person(name)
            if not person:
                person, sure = known.by_beginning(name), False
            country = country or (_side(known, person) if person else "")
            found.append(Taker(name, told.office, "", "", country, person, sure, start, capacity))
    return found


def _side(known: Authorities, person: str) -> str:
    """Whom a person of the archive speaks for."""
    record = known.archive.people[person]
    return record.country or record.organization or ""
