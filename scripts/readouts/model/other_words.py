"""Words that people write for a key of a record, or for a word of a list, each with what it may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_WORDS: Mapping[str, str] = {
    "abbreviation": "acronym short short_form short_name",
    "act": "action verb",
    "also": "alias aliases aka other_names",
    "as": "function office position role title",
    "broader": "parent theme",
    "country": "país pais 国 nationality state",
    "date": "fecha 日付 day when",
    "definition": "description meaning",
    "delegations": "attendees countries parties participants people sides",
    "duration": "length lasted",
    "end": "ended finish finished to",
    "family": "last last_name lastname surname",
    "for": "country delegation of party side",
    "gist": "resumen 要旨 content description said summary text",
    "given": "first first_name firstname forename",
    "kind": "tipo category level type",
    "language": "idioma lengua 言語 lang",
    "latitude": "lat north",
    "longitude": "east lon long lng",
    "members": "attendees others participants people",
    "mode": "format medium",
    "name": "nombre 名前 label title",
    "note": "nota comment comments notes remark remarks",
    "occasion": "conference event sidelines",
    "person": "name who",
    "place": "lugar ciudad 場所 city location town where",
    "published": "date posted released",
    "publisher": "fuente author by ministry source",
    "readouts": "account accounts links source sources",
    "speakers": "oradores by person speaker who",
    "start": "inicio hora began begin beginning from starts time",
    "title": "título titulo heading name position role",
    "topics": "temas tema subject subjects tags theme themes topic",
    "until": "end ended to",
    "since": "begin from start started",
    "url": "enlace address href link page source web website",
    "venue": "sede 会場 address building hotel location room",
    "zone": "time_zone timezone tz",
}
"""Key → what else it may be called, also in Spanish and Japanese."""

_TERMS: Mapping[str, str] = {
    # acts, also by their nouns and in Spanish
    "accept": "acceptance aceptar acknowledge approve consent take_up",
    "affirm": "confirm emphasise emphasize reaffirm reiterar reiterate share_the_view stress underline underscore",
    "agree": "acordar agreement concur decide",
    "concern": "deplore preocupación worry",
    "condemn": "blame condemnation condenar criticise criticize denounce",
    "condole": "condolence condolences condolencias mourn sympathise sympathize sympathy",
    "congratulate": "congratulation congratulations felicitar felicitate",
    "discuss": "consult converse discussion exchange exchange_of_views exchange_views review talk touch_on touch_upon tratar",
    "explain": "brief describe elaborate explanation explicar inform introduce outline present report",
    "greet": "greeting greetings regards saludar",
    "hope": "anticipate encourage esperar expect hopes look_forward look_forward_to wish",
    "intend": "aim plan want will",
    "invite": "invitar invitation",
    "offer": "announce ofrecer pledge",
    "praise": "appreciate commend elogiar esteem evaluate honor honour respect value",
    "promise": "commit commitment guarantee pledge prometer undertake",
    "propose": "proponer proposal recommend suggest suggestion",
    "protest": "complain object objection",
    "recall": "mention recordar refer refer_to remember reminisce",
    "regret": "apologise apologize apology lamentar sorry",
    "reject": "decline deny disagree dispute rechazar refuse refute rejection",
    "request": "appeal ask ask_for call_for demand pedir seek solicitar",
    "state": (
        "answer claim comment destacar emphasise emphasize expresar express indicate mention note observe "
        "point_out remark reply respond say señalar stress tell touch underline"
    ),
    "support": "apoyar back endorse favor favour",
    "thank": "agradecer appreciate appreciation express_appreciation express_gratitude grateful gratitude thanks",
    "urge": "call_on call_upon demand encourage instar press",
    "welcome": "bienvenida delight glad pleased pleasure",
    # kinds of meeting and of session, modes
    "audience": "royal_audience",
    "ceremony": "award banquet commemoration reception",
    "courtesy-call": "courtesy courtesy_visit pay_a_call visit",
    "foreign-ministers": "bilateral fm foreign_minister foreign_ministers foreign_ministerial",
    "ministerial": "bilateral minister ministers",
    "multilateral": "group plurilateral trilateral",
    "officials": "consultation consultations director_general official senior_officials vice_minister vice_ministers",
    "pull-aside": "brief brush_by chat informal on_the_margins pullaside sidelines",
    "signing": "signature signing_ceremony",
    "summit": "bilateral head_of_state heads heads_of_state leader leaders president prime_minister",
    "plenary": "expanded expanded_meeting full",
    "small-group": "restricted small",
    "talks": "conversation discussion meeting",
    "tete-a-tete": "four_eyes one_on_one private tête_à_tête",
    "working-breakfast": "breakfast",
    "working-dinner": "dinner",
    "working-lunch": "lunch luncheon",
    "meal": "banquet dinner lunch",
    "in-person": "face_to_face in_presence personal physical physically",
    "telephone": "call phone phone_call telephone_call telephone_talk teleconference",
    "video": "online remote videoconference virtual vtc webcall zoom",
    # what became of a meeting, a statement, a document
    "cancelled": "called_off canceled cancel not_held postponed",
    "held": "completed done finished past took_place",
    "declined": "refused rejected",
    "fulfilled": "accomplished complete completed done realised realized yes",
    "open": "in_progress ongoing under_way pending unknown",
    "partly": "in_part partial partially",
    "repeated": "reaffirmed reiterated",
    "adopted": "agreed issued released",
    "announced": "planned welcomed",
    "signed": "concluded",
    "agreement": "accord deal pact",
    "exchange-of-notes": "en exchange_notes notes note_verbale",
    "joint-statement": "communique communiqué joint_communique joint_communiqué press_statement statement",
    "memorandum": "memorandum_of_cooperation memorandum_of_understanding moc mou",
    "plan": "action_plan programme program road_map roadmap",
    "press-announcement": "joint_announcement press_release",
    "treaty": "convention protocol",
    # capacities, accounts, topics
    "acting": "ad_interim interim",
    "chair": "chairman chairperson chairwoman president",
    "elect": "designate incoming president_elect",
    "former": "ex ex_minister ex_president past previous",
    "proxy": "on_behalf_of representative substitute",
    "special-envoy": "envoy special_representative",
    "copy": "mirror republished reprint",
    "press": "article joint_press_conference media news newspaper press_announcement press_conference secondary",
    "primary": "government ministry official original",
    "part": "half incomplete no partial partially partly some",
    "whole": "all complete completely entire entirely everything full fully total true yes",
    "summary": "own own_words our_own_words paraphrase paraphrased summarised summarized",
    "verbatim": "exact full_text literal official official_text original original_text quote quoted text word_for_word",
    "issue": "matter question subject topic",
    "conference": "event summit",
    "group": "bloc organisation organization",
    "theme": "area category field",
}
"""Word of a list → what readouts, or who writes a record, say for it: verbs in their first form."""


_WHY: Mapping[str, str] = {
    "bilateral": "it tells how many sides met, and not who met",
    "bilateral_meeting": "it tells how many sides met, and not who met",
    "meeting": "every record is of a meeting; here stands who met",
}
"""What somebody may write for any word of a list → why it is none of them."""


def meant_by(word: str, keys: Iterable[str]) -> list[str]:
    """Which of some keys a word may mean."""
    return _meant(_joined(word), keys, _WORDS)


def meant_of_list(word: str, terms: Iterable[str]) -> list[str]:
    """Which words of a list a word may mean, perhaps a verb in the past: `appreciated` for `thank`, or one with “meeting” behind it."""
    said, known = re.sub(r"^(?:to|have|has|had)_", "", _joined(word)), list(terms)
    for form in (said, _BEHIND.sub("", said), _EXPRESS.sub("", said)):
        verb, *rest = form.split("_")
        stems = [verb.removesuffix(ending) + instead for ending, instead in _PAST if verb.endswith(ending)]
        for first in (verb, *stems):
            if (form := "_".join((first, *rest))) in [_joined(each) for each in known]:
                return [each for each in known if _joined(each) == form]
            if found := _meant(form, known, _TERMS):
                return found
    return []


_PAST = (("s", ""), ("d", ""), ("ed", ""), ("ied", "y"))
"""Endings of verbs, and what the first form has instead."""

_EXPRESS = re.compile(
    r"^(?:convey|express|extend|offer|voice)(?:ed|ing|s|es)?_(?:deep_|her_|his_|its_|our_|sincere_|the_|their_)*"
)
"""Words before a noun that is an act by itself: “expressed his gratitude”."""

_BEHIND = re.compile(r"_(?:ceremony|conference|meetings?|session|talks?|visit)$")
"""Words behind a kind that say only that it is one."""


_TOGETHER = frozenset(
    [
        "all",
        "both",
        "countries",
        "everybody",
        "everyone",
        "governments",
        "leaders",
        "ministers",
        "of",
        "parties",
        "sides",
        "the",
        "they",
        "two",
    ]
)
"""Words for those who met, which name nobody."""


_NOTHING = frozenset(["-", "--", "n.a.", "n/a", "nil", "none", "nothing", "not known", "unknown", "–", "—"])


def says_nothing(value: object) -> bool:
    """Whether a value says in a word that there is none."""
    return isinstance(value, str) and value.strip().lower() in _NOTHING


def names_nobody(text: str) -> bool:
    """Whether a text is of words for those who met, and tells none of them: “both sides”."""
    words = re.findall(r"\w+", text.lower())
    return bool(words) and _TOGETHER.issuperset(words)


def why_none(word: str) -> str:
    """Why a word is none of a list, where that has to be said; else nothing."""
    return _WHY.get(_joined(word), "")


def _joined(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")


def _meant(said: str, keys: Iterable[str], words: Mapping[str, str]) -> list[str]:
    return [key for key in sorted(keys) if said in words.get(key, "").split()]
