"""Rules about the records of people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model.collections import PEOPLE
from readouts.model.slugs import slug
from readouts.model.values import COUNTRIES
from readouts.model.wording import term

_FAMILY_FIRST = frozenset(["CN", "HU", "JP", "KP", "KR", "TW", "VN"])
"""Countries where the family name is usually said first."""

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Records
    from readouts.model import Office


def names_are_in_order(archive: Archive, _: Records) -> Iterator[Finding]:
    """A person's id has the family name first, which shows where the two names change places.

    Wrong in `people/tomasson-karl.yaml`: `{given: Tómasson, family: Karl}`
    Right: `{given: Karl, family: Tómasson}`
    """
    for person in archive.people.values():
        family, given = person.name.family, person.name.given
        if family and given and person.id == slug(f"{given} {family}") != slug(f"{family} {given}"):
            message = f"the file is named by {given} first, as by a family name, and here the family name is {family}"
            right = f"{{family: {given}, given: {family}{', family_first: true' if person.name.family_first else ''}}}"
            rename = f"rename the file to {slug(f'{family} {given}')}.yaml"
            hint = f"if the family name is {family}, {rename}; if it is {given}, write `name: {right}`"
            yield Finding(PEOPLE, person.id, ("name",), message, hint)


def names_are_not_shouted(archive: Archive, _: Records) -> Iterator[Finding]:
    """A name has capitals where a name has them; a family name all in capitals is how some pages print it.

    Wrong in `people/tomasson-karl.yaml`: `family: TÓMASSON`
    Right: `family: Tómasson`
    """
    for person in archive.people.values():
        for key, name, least in (
            ("family", person.name.family, 3),
            ("given", person.name.given, 4),
        ):  # shorter ones may be initials
            if name and len(name) >= least and name.isalpha() and name.isupper():
                message = f"“{name}” is in capitals from its beginning to its end"
                yield Finding(PEOPLE, person.id, ("name", key), message, f"write `{key}: {name.capitalize()}`")


def orders_are_stated(archive: Archive, _: Records) -> Iterator[Finding]:
    """Where most family names are said first, a person's record says of this one whether it is: true or false.

    Wrong in `people/tomasson-karl.yaml`: `country: JP`
    Right: `country: IS`
    """
    for person in archive.people.values():
        name = person.name
        if person.country in _FAMILY_FIRST and name.family and name.given and name.family_first is None:
            message = f"it is not said whether this is {name.family} {name.given} or {name.given} {name.family}"
            hint = f"add `family_first: true`, as most names of {COUNTRIES[person.country]} have it, or `family_first: false`"
            yield Finding(PEOPLE, person.id, ("name",), message, hint)


def people_belong_somewhere(archive: Archive, _: Records) -> Iterator[Finding]:
    """A person has a country or an organization, or an office that names one.

    Wrong in `people/tomasson-karl.yaml`: `name: {given: Karl, family: Tómasson}`
    Right: `name: {given: Karl, family: Tómasson}⏎country: IS`
    """
    for person in archive.people.values():
        if not (person.country or person.organization or any(office.party for office in person.offices)):
            message = f"it is not said for whom {person.name.full} speaks"
            yield Finding(PEOPLE, person.id, (), message, "add `country: JP`, or `organization: un`")


def people_speak_for_one(archive: Archive, _: Records) -> Iterator[Finding]:
    """A person speaks for a country or for an organization; for both only with an office in the organization.

    Wrong in `people/tomasson-karl.yaml`: `country: IS⏎organization: forum`
    Right: `country: IS`
    """
    for person in archive.people.values():
        offices = {office.party for office in person.offices}
        if person.country and person.organization and person.organization not in offices:
            message = f"{person.name.full} is said to speak for {person.country} and for {person.organization}"
            hint = f"keep one of the two, or add the office there with `party: {person.organization}`"
            yield Finding(PEOPLE, person.id, ("organization",), message, hint)


def offices_stand_once(archive: Archive, _: Records) -> Iterator[Finding]:
    """An office of a person stands once for any time; who held it again later has it twice, with the days.

    Wrong in `people/tomasson-karl.yaml`: `[{title: Ambassador}, {title: Ambassador}]`
    Right: `[{title: Ambassador}]`
    """
    for person in archive.people.values():
        for sooner, later in combinations(range(len(person.offices)), 2):
            first, second = person.offices[sooner], person.offices[later]
            if ends_first(first) or ends_first(second):
                continue  # reported by itself
            shared = {first.title, *first.also} & {second.title, *second.also}
            if shared and first.party == second.party and _at_once(first, second):
                when = term(first.since, first.until)
                message = f"the office “{min(shared)}” stands here twice for the same time{f' ({when})' if when else ''}"
                hint = "keep one of the two; for two terms write `since:` and `until:` of each"
                if (first.since or first.until) and (second.since or second.until):
                    both = " and ".join(term(each.since, each.until) for each in (first, second))
                    message = f"the office “{min(shared)}” stands here twice with terms that overlap: {both}"
                    hint = (
                        "mend `since:` or `until:` of one of them, so that the first ends when the second begins; or keep one"
                    )
                yield Finding(PEOPLE, person.id, ("offices", later), message, hint)


def offices_end_after_they_begin(archive: Archive, _: Records) -> Iterator[Finding]:
    """An office does not end before it begins.

    Wrong in `people/orlov-pyotr.yaml`: `since: 1991, until: 1990`
    Right: `since: 1987, until: 1990`
    """
    for person in archive.people.values():
        for number, office in enumerate(person.offices):
            if ends_first(office):
                message = f"the office “{office.title}” ends before it begins ({term(office.since, office.until)})"
                yield Finding(PEOPLE, person.id, ("offices", number, "until"), message, "mend `since:` or `until:`")


def ends_first(office: Office) -> bool:
    """Whether an office ends before it begins."""
    return bool(office.since and office.until and office.until.last < office.since.first)


def _at_once(first: Office, second: Office) -> bool:
    """Whether two offices were held at one time whatever the days were that are not known."""
    return _latest_start(first) < _earliest_end(second) and _latest_start(second) < _earliest_end(first)


def _latest_start(office: Office) -> date:
    return office.since.last if office.since else date.min


def _earliest_end(office: Office) -> date:
    return office.until.first if office.until else date.max
