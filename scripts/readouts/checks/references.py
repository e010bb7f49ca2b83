"""Rules about what records call each other by."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from readouts.archive.names import Called, Names
from readouts.archive.records import EVERY
from readouts.checks.finding import Finding
from readouts.model import Entry, Meeting, Occasion, Organization
from readouts.model.anchors import anchored
from readouts.model.base import COUNTRY
from readouts.model.collections import BY_ID, BY_TYPE, COLLECTIONS, MEETINGS, RELATIONS, WITHDRAWN
from readouts.model.references import Named, Reference, references
from readouts.model.values import COUNTRIES, UNIONS, country_hint
from readouts.model.walk import statements
from readouts.model.withdrawn import Withdrawn
from readouts.problems.suggestions import MOST, meant, one_of

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Records


_TOGETHER = frozenset(["all", "both", "everybody", "everyone", "leaders", "ministers", "sides", "they", "two"])
"""Words for those who met, which name nobody."""


def known_ids(archive: Archive, records: Records) -> Iterator[Finding]:
    """Every person, place, topic, occasion, organization, country and meeting that is named exists.

    Wrong in `occasions.yaml`: `place: katmandu`
    Right: `place: kathmandu`
    """
    known: dict[str, set[str]] = {each.type.__name__: set(records.by_collection[each.id]) for each in COLLECTIONS}
    known[COUNTRY] = set(COUNTRIES)
    missing = records.missing
    for collection, key in missing.keys - {(each.id, EVERY) for each in COLLECTIONS}:
        known[BY_ID[collection].type.__name__].add(key)  # so that it can be meant by a word like it
    every: set[Named] = set().union(*(record.names for record in records))
    unknown = {
        (to, key)
        for to, key in every
        if not any(key in known[name] or (name in BY_TYPE and missing.has(BY_TYPE[name].id, key)) for name in to)
    }
    if not unknown:
        return
    names = Names(records)
    gone = {(BY_ID[kind].type.__name__, each): entry for kind, each, entry in archive.withdrawn if kind in BY_ID}
    for record in records:
        if unknown.isdisjoint(record.names):
            continue
        for reference in references(record.entry):
            if (reference.to, reference.id) in unknown:
                entries = (gone.get((name, reference.id)) for name in reference.to)
                if entry := next(filter(None, entries), None):
                    message, hint = _withdrawn(reference.id, archive.of_kind(WITHDRAWN)[entry])
                else:
                    message, hint = _unknown(reference, record.entry, names)
                yield Finding(BY_ID[record.collection], record.id, reference.loc, message, hint)


def _withdrawn(key: str, entry: Withdrawn) -> tuple[str, str]:
    """What to say of an id that is gone, and what to do about it."""
    return f"“{key}” was withdrawn ({entry.date.text}): {entry.reason}", "name another record, or take the reference out"


def _unknown(reference: Reference, entry: Entry, names: Names) -> tuple[str, str]:
    """What to say of an id that no record has, and what to do about it."""
    key = reference.id
    if now := names.now(key, reference.to):
        return f"“{key}” is the former id of {now}", f"write {now.id}"
    if isinstance(entry, Meeting) and key.lower() in _TOGETHER and {"speakers", "to"} & set(reference.loc):
        heads = [each.head.person for each in entry.delegations if each.head and each.head.person]
        who = ", ".join(heads) or ", ".join(each.party for each in entry.delegations)
        return f"“{key}” does not say who", f"name them: `[{who}]`"
    suggestions = names.meant(key, reference.to, MOST)
    if isinstance(entry, Meeting) and reference.to == (Occasion.__name__,):
        every = names.meant(key, reference.to, sys.maxsize)
        suggestions = [each for each in every if names.occurs(each.id, entry.date)][:MOST] or suggestions
    message = f"“{key}” is unknown.{meant([str(each) for each in suggestions])}"
    return message, _instead(reference, names, suggestions)


def _instead(reference: Reference, names: Names, suggestions: Sequence[Called]) -> str:
    """What to do about an id that no record has."""
    key = reference.id
    add = f"add it to {' or '.join(f'records/{BY_TYPE[name].file(key)}' for name in reference.to if name in BY_TYPE)}"
    exactly = names.exactly(key, reference.to)
    if exactly and (key.isupper() or exactly[0].to == COUNTRY):
        return f"write {one_of([each.id for each in exactly[:MOST]])}"
    if key in UNIONS and Organization.__name__ in reference.to:
        own = key.lower()
        return f"{key} ({UNIONS[key]}) is no country: write {own}, and add {own} to records/organizations.yaml"
    if key.isupper():  # only countries have capital letters
        return country_hint(key)
    if suggestions:
        return f"if it is new, {add}"
    return f"{add}, or {country_hint(key)}" if COUNTRY in reference.to else add


def free_former_ids(archive: Archive, records: Records) -> Iterator[Finding]:
    """A former id is no other record's id, now or formerly.

    Wrong in `people/jonsdottir-anna.yaml`: `formerly: [vula-seru]`
    Right: `formerly: [jonsdottir]`
    """
    for collection in COLLECTIONS:
        entries = records.by_collection[collection.id]
        taken = {key: key for key in entries}
        if collection is RELATIONS:  # whoever met has a page, with a record or without
            taken |= {archive.pair_id(pair): f"the relation of {' and '.join(pair)}" for pair in archive.pairs}
        for record in entries.values():
            for number, former in enumerate(record.formerly):
                if owner := taken.get(former):
                    message = f"“{former}” is already an id of {owner}"
                    yield Finding(collection, record.id, ("formerly", number), message, "delete it, or choose another id")
                taken[former] = record.id


def replies_answer_a_statement(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """What a statement answers is another statement of the same account.

    Wrong in `meetings/2034/2034-03-04-fiji-iceland.yaml`: `in_reply_to: aksed`
    Right: `in_reply_to: asked`
    """
    for loc, account, statement in statements(meeting):
        ids = {each.id for each in account.statements if each.id and each is not statement}
        if statement.in_reply_to and statement.in_reply_to not in ids:
            message = f"no other statement of this account has the id “{statement.in_reply_to}”"
            hint = f"write one of {', '.join(sorted(ids))}" if ids else "give the statement that is answered an `id:`"
            yield Finding(MEETINGS, meeting.id, (*loc, "in_reply_to"), message, hint)


def distinct_addresses(_: Archive, meeting: Meeting) -> Iterator[Finding]:
    """No two accounts, paragraphs or statements of a meeting have the same address.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `{id: s1, act: discuss,`
    Right: `{act: discuss,`
    """
    every = list(anchored(meeting))
    addresses, taken = {anchor for _, anchor in every}, set[str]()
    for loc, anchor in every:
        if anchor in taken:
            message = f"a second part of this meeting has the address #{anchor}"
            free = next(own for number in count(2) if (own := f"{anchor}-{number}") not in addresses)
            yield Finding(MEETINGS, meeting.id, loc, message, f"give one of the two an id of its own: `id: {free}`")
        taken.add(anchor)
