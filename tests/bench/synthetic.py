"""An invented archive of any size: the same seed gives the same records, and together they use every field.

People, topics and places grow with the square root of the meetings, and a few pairs of countries meet most, as in real life.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from babel.core import get_global

from readouts.model import clocks
from readouts.model.slugs import slug
from readouts.model.states import existed
from readouts.model.values import COUNTRIES
from readouts.model.vocabulary import (
    LEDGER,
    Act,
    Capacity,
    DocumentStatus,
    DocumentType,
    Extent,
    Kind,
    Mode,
    Origin,
    SessionKind,
    TopicKind,
    Wording,
)

Data = dict[str, Any]
WORDS = [
    "agreement",
    "border",
    "cable",
    "customs",
    "dialogue",
    "energy",
    "fishery",
    "forum",
    "grain",
    "harbour",
    "insurance",
    "journal",
    "ladder",
    "market",
    "notice",
    "orchard",
    "port",
    "quota",
    "railway",
    "satellite",
    "tariff",
    "union",
    "valley",
    "water",
    "export",
    "youth",
    "zone",
    "bridge",
    "corridor",
    "demining",
    "exchange",
]
FIRST_YEAR = 1990


def generate(folder: Path, meetings: int, *, seed: int = 2014) -> None:
    """Write an archive with that many meetings below `folder`."""
    world = _World(meetings, random.Random(seed))  # noqa: S311  # nothing secret: it must be the same everywhere
    for path, data in world.files():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120, default_flow_style=None)
        (folder / path).write_text(text, encoding="utf-8")


class _World:
    def __init__(self, meetings: int, chance: random.Random) -> None:
        self.chance = chance
        self.number = meetings
        root = max(4, int(meetings**0.5))
        zones: dict[str, list[str]] = get_global("territory_zones")  # type: ignore[assignment]  # Babel types all its data alike
        first = date(FIRST_YEAR, 1, 1)
        usable = [code for code in sorted(COUNTRIES) if zones.get(code) and existed(code, first, first)]
        self.countries = chance.sample(usable, min(len(usable), 6 + root // 2))
        self.weights = [1 / (rank + 1) for rank in range(len(self.countries))]
        self.zone = {code: zones[code][0] for code in self.countries}
        self.themes = [f"theme-{number}" for number in range(6)]
        self.topics = [f"{WORDS[n % len(WORDS)]}-{n}" for n in range(40 + 4 * root)]
        self.people = {code: [f"{code.lower()}-{n}" for n in range(3 + root // 10)] for code in self.countries}
        self.places = [f"capital-{code.lower()}" for code in self.countries]
        self.occasions = [f"forum-{number}" for number in range(4 + root)]
        self.ids: list[str] = []
        self.day = ""
        self.about: list[str] = []

    def files(self) -> Iterator[tuple[str, Data]]:
        yield "places.yaml", {f"capital-{code.lower()}": self._place(code) for code in self.countries}
        yield "organizations.yaml", dict(self._organizations())
        yield "topics.yaml", dict(self._topics())
        yield "occasions.yaml", {key: self._occasion(number) for number, key in enumerate(self.occasions)}
        for code, people in self.people.items():
            for number, person in enumerate(people):
                yield f"people/{person}.yaml", self._person(code, number)
        for number in range(self.number):
            key, data = self._meeting(number)
            self.ids.append(key)
            yield f"meetings/{data['date'][:4]}/{key}.yaml", data
        first, second = sorted(self.countries[:2], key=COUNTRIES.__getitem__)
        yield f"relations/{slug(f'{COUNTRIES[first]} {COUNTRIES[second]}')}.yaml", self._relation(first, second)

    def _sentence(self, least: int, most: int) -> str:
        words = self.chance.choices(WORDS, k=self.chance.randint(least, most))
        return f"{' '.join(words).capitalize()}."

    def _place(self, code: str) -> Data:
        anywhere = self.chance.uniform(-60, 60), self.chance.uniform(-180, 180)
        north, east = clocks.city(self.zone[code]) or anywhere  # a place lies where its zone does
        return {
            "name": f"City of {COUNTRIES[code]}",
            "also": [{"text": f"Urbs {code}", "language": "la"}],
            "country": code,
            "zone": self.zone[code],
            "coordinates": {"latitude": f"{north:.2f}", "longitude": f"{east:.2f}"},
            "capital": "true",
            "wikidata": f"Q{self.chance.randint(1, 10**6)}",
        }

    def _organizations(self) -> Iterator[tuple[str, Data]]:
        for code in self.countries:
            yield (
                f"mfa-{code.lower()}",
                {
                    "name": f"Foreign Ministry of {COUNTRIES[code]}",
                    "side": code,
                    "url": f"https://mfa-{code.lower()}.example.org/",
                },
            )
        yield "wire", {"name": "Daily Wire"}
        yield (
            "league",
            {
                "name": "League of Ports",
                "abbreviation": "LOP",
                "also": ["Ports League"],
                "seat": self.places[0],
                "definition": "A group.",
                "wikidata": "Q7",
            },
        )

    def _topics(self) -> Iterator[tuple[str, Data]]:
        for theme in self.themes:
            yield theme, {"name": theme.replace("-", " ").title(), "kind": "theme", "definition": self._sentence(4, 8)}
        kinds = [kind.value for kind in TopicKind if kind.value != "theme"]
        for number, topic in enumerate(self.topics):
            data: Data = {"name": topic.replace("-", " no. ").capitalize(), "kind": kinds[number % len(kinds)]}
            if number % 5 == 0:
                data |= {"abbreviation": f"T{number}", "also": [f"Topic {number}"], "wikidata": f"Q{number + 1}"}
            yield topic, data | {"definition": self._sentence(4, 8), "broader": self.themes[number % len(self.themes)]}

    def _occasion(self, number: int) -> Data:
        return {
            "name": f"Forum {number}",
            "also": [f"F-{number}"],
            "place": self.chance.choice(self.places),
            "date": f"{FIRST_YEAR}/{FIRST_YEAR + 36}",  # a series, so that every meeting is at its time
            "topics": [self.chance.choice(self.topics)],
        }

    def _person(self, code: str, number: int) -> Data:
        office: Data = {"title": ["Prime Minister", "Foreign Minister", "Ambassador"][number % 3], "also": ["Envoy"]}
        if number == 0:
            office |= {"party": code, "since": f"{FIRST_YEAR - 1}", "until": "2040"}
        name = {"given": self.chance.choice(WORDS).title(), "family": f"{code.title()}son-{number}", "family_first": "false"}
        data: Data = {"name": name}
        data |= {"also": [f"{code.upper()}SON {number}"], "country": code, "offices": [office], "wikidata": f"Q{number + 9}"}
        return data | ({"formerly": [f"old-{code.lower()}-{number}"]} if number == 1 else {})

    def _relation(self, first: str, second: str) -> Data:
        milestone = {"date": "1974-03", "text": self._sentence(4, 9), "source": "https://example.org/1974"}
        return {
            "parties": [first, second],
            "introduction": self._sentence(30, 40),
            "milestones": [milestone | {"meeting": self.ids[0]}],
            "note": self._sentence(4, 9),
        }

    def _meeting(self, number: int) -> tuple[str, Data]:
        chance = self.chance
        self.about = chance.sample(self.topics, k=8)  # a meeting has its few topics, and speaks of them again and again
        day = date(FIRST_YEAR, 1, 1) + timedelta(days=chance.randrange(36 * 365))
        self.day = day.isoformat()
        parties = list(dict.fromkeys(chance.choices(self.countries, self.weights, k=2)))
        if len(parties) == 1:
            parties.append(next(code for code in self.countries if code != parties[0]))
        pair = "-".join(sorted(slug(COUNTRIES[code]) for code in parties))
        call = number % 11 == 3  # every eleventh is a call
        data: Data = {"kind": chance.choice(list(Kind)).value, "mode": "telephone" if call else Mode.IN_PERSON.value}
        data["date"] = f"{day.year}" if number % 97 == 5 else day.isoformat()  # a few days are not known
        if call:
            data["clock"] = parties[0]
        else:
            data |= {"place": chance.choice(self.places), "venue": "Hall of " + chance.choice(WORDS)}
        data |= {"occasion": chance.choice(self.occasions)} if number % 3 else {}
        data |= {"title": "Consultations on " + chance.choice(WORDS), "note": self._sentence(5, 9)} if number % 19 == 1 else {}
        if number % 97 == 5:  # as above
            data["date_note"] = "The page gives the year only."
        added = date(2026, 1, 1) + timedelta(number * 300 // self.number)
        data["changes"] = [{"date": added.isoformat(), "what": "Added to the archive."}]
        if number % 23 == 2:  # a few were renamed
            data["formerly"] = [f"{day.year}-old-{number}"]
            data["changes"].append({"date": "2026-11-20", "what": "Renamed.", "why": self._sentence(3, 6)})
        data["sessions"] = list(self._sessions(number, parties, call=call))
        data["delegations"] = [self._delegation(code, number) for code in parties]
        if number % 41 == 7:  # a few are with the league
            data["delegations"].append({"for": "league", "note": self._sentence(3, 6)})
        if number % 6 == 0:
            data["outcomes"] = [self._outcome()]
        speakers = [each["head"]["person"] for each in data["delegations"] if "head" in each]
        data["readouts"] = [
            self._readout(number, n, code, parties, speakers) for n, code in enumerate(parties[: 1 + number % 2])
        ]
        return f"{data['date'][:4] if len(data['date']) == 4 else data['date']}-{pair}-{number}", data  # a year

    def _sessions(self, number: int, parties: list[str], *, call: bool) -> Iterator[Data]:
        hour, minute = self.chance.randint(8, 20), self.chance.choice([0, 5, 10, 25, 40])
        yield {"start": f"{hour:02}:{minute:02}", "end": f"{hour + 1:02}:{minute:02}"}
        if number % 5 == 1:
            yield {"kind": self.chance.choice(list(SessionKind)).value, "start": f"~{hour + 2:02}:00", "duration": "~40 min"}
        if number % 29 == 4:  # a few have odd clocks
            printed = {
                "clock": parties[0],
                "start": "00:01",
                "text": "12 a.m.",
                "discrepancy": "The page errs.",
                "date": "1989-01-01",
            }
            elsewhere = {} if call else {"place": self.places[0]}
            yield elsewhere | {
                "kind": "meal",
                "date": "2001-01-01",
                "start": "23:10",
                "venue": "Deck",
                "note": "Late.",
                "printed": [printed],
            }

    def _delegation(self, code: str, number: int) -> Data:
        people = self.people[code]
        office = ["Prime Minister", "Foreign Minister", "Ambassador"]
        head: Data = {"person": people[0], "as": office[0]}
        if number % 13 == 6:  # a few are not simply in office
            capacity = self.chance.choice(list(Capacity)).value
            head |= {"capacity": capacity, "represents": "President", "style": "H.E.", "note": "As printed."}
        chosen = self.chance.sample(range(1, len(people)), k=min(2, len(people) - 1))
        return {"for": code, "head": head, "members": [{"person": people[n], "as": office[n % 3]} for n in chosen]}

    def _outcome(self) -> Data:
        return {
            "type": self.chance.choice(list(DocumentType)).value,
            "title": "Memorandum on " + self.chance.choice(WORDS),
            "status": self.chance.choice(list(DocumentStatus)).value,
            "url": f"https://example.org/{self.chance.randint(1, 10**6)}.pdf",
            "topics": [self.chance.choice(self.topics)],
            "formula": "treaty",
            "note": self._sentence(4, 8),
        }

    def _readout(self, number: int, n: int, code: str, parties: list[str], speakers: list[str]) -> Data:
        verbatim, extent = number % 10 == 0, (Extent.WHOLE if number % 3 else Extent.PART).value
        data: Data = {"publisher": f"mfa-{code.lower()}", "language": ["en", "es", "ja", "fr"][n * 2 + number % 2]}
        data |= {"url": f"https://mfa-{code.lower()}.example.org/{number}-{n}.html", "origin": Origin.PRIMARY.value}
        data |= {
            "read": extent,
            "recorded": extent,
            "wording": (Wording.VERBATIM if verbatim else Wording.SUMMARY).value,
        }
        if verbatim:
            data |= {"credit": f"Source: {code}.", "title": self._sentence(3, 5), "published": "2026-05"}
            data |= {"photos": [{"credit": "Press Office", "caption": "Handshake", "count": "2"}], "note": self._sentence(3, 6)}
        if number % 31 == 8:  # a few are known from the press
            data |= {"id": f"wire-{n}", "publisher": "wire", "account_of": code, "origin": Origin.PRESS.value}
        data["sections"] = [
            {
                "label": f"{s + 1}",
                "heading": self._sentence(2, 3).rstrip("."),
                "paragraphs": [
                    self._paragraph(f"{n}-{s}-{p}", p, parties, speakers, verbatim=verbatim) for p in range(2 if n == 0 else 1)
                ],
            }
            for s in range(3)
        ]
        return data

    def _paragraph(self, key: str, number: int, parties: list[str], speakers: list[str], *, verbatim: bool) -> Data:
        data: Data = {"label": f"({number + 1})"}
        if verbatim:
            data |= {"id": f"p{key}", "text": " ".join(self._sentence(8, 20) for _ in range(3)), "note": "Transcribed."}
        return data | {
            "statements": [self._statement(f"s{key}-{n}", parties, speakers) for n in range(self.chance.randint(2, 3))]
        }

    def _statement(self, key: str, parties: list[str], speakers: list[str]) -> Data:
        chance = self.chance
        said = (
            [chance.choice(speakers)] if chance.random() < 0.8 else speakers if chance.random() < 0.6 else parties[:1]
        )  # shares
        acts = [act for act in Act if len(said) > 1 or act not in (Act.AGREE, Act.AFFIRM)]  # which take several
        data: Data = {"id": key, "speakers": list(said), "act": chance.choice(acts).value}
        if chance.random() < 0.1:  # a tenth
            data["to"] = [parties[-1]]
        data |= {"topics": chance.sample(self.about, k=chance.randint(1, 2)), "gist": self._sentence(8, 16)}
        if key.endswith("-2"):
            data["formula"] = " ".join(chance.sample(WORDS, k=2))
        if self.ids and chance.random() < 0.05:  # a twentieth
            data |= {"reported_by": speakers[0], "about_meeting": chance.choice(self.ids), "note": self._sentence(3, 5)}
            follow: Data = {"note": self._sentence(4, 7)}
            state = {"state": "repeated"} if data["act"] in LEDGER else {}
            other = chance.choice(self.ids)
            meeting = {"meeting": other} if other > self.day else {"source": "https://example.org/follow-up"}
            data["followed_by"] = [follow | state | meeting, follow | state | {"date": "2099"}]
        return data
