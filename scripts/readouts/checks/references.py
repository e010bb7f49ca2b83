"""Rules about what records call each other by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from readouts.archive.meant import Meant
from readouts.archive.names import Called
from readouts.archive.records import EVERY, Record
from readouts.checks.copies import copied
from readouts.checks.finding import Finding
from readouts.model import Meeting, Organization, Person
from readouts.model.anchors import BEGINS_OF_THE_PAGE, OF_THE_PAGE, anchored
from readouts.model.base import COUNTRY
from readouts.model.collections import BY_ID, BY_TYPE, COLLECTIONS, MEETINGS, RELATIONS, WITHDRAWN
from readouts.model.other_words import names_nobody, says_nothing
from readouts.model.references import Named, references
from readouts.model.values import COUNTRIES, UNIONS, country_hint
from readouts.model.walk import statements
from readouts.model.withdrawn import Withdrawn
from readouts.model.wording import count as count_of
from readouts.model.wording import listed
from readouts.problems.suggestions import MOST, one_of
from readouts.problems.suggestions import meant as did_you_mean

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Records
    from readouts.problems import Loc

_LINES = 3
"""So many other lines are named; more are counted."""


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
    meant = Meant(records)
    gone = {(BY_ID[kind].type.__name__, each): entry for kind, each, entry in archive.withdrawn if kind in BY_ID}
    for use in _uses(records, unknown):
        entries = (gone.get((name, use.id)) for name in use.to)
        if entry := next(filter(None, entries), None):
            message, hint = _withdrawn(use.id, archive.of_kind(WITHDRAWN)[entry])
        else:
            message, hint = _unknown(use, meant)
        yield Finding(
            BY_ID[use.record.collection], use.record.id, use.loc, f"{message}{_elsewhere(records, use, message)}", hint
        )


@dataclass(slots=True)
class _Use:
    """An id that no record has, where it is first named, and all other places: it is told once, for it is mended once."""

    id: str
    to: tuple[str, ...]
    """The kinds of record that it may be of, wherever it stands."""
    record: Record
    loc: Loc
    others: list[tuple[Record, Loc]] = field(default_factory=list)


def _uses(records: Records, unknown: set[Named]) -> list[_Use]:
    """Every unknown id. Where two places ask for quite other kinds of record, it is two."""
    found: list[_Use] = []
    by_id: defaultdict[str, list[_Use]] = defaultdict(list)
    for record in records:
        if unknown.isdisjoint(record.names):
            continue
        for reference in references(record.entry):
            if (reference.to, reference.id) not in unknown:
                continue
            for use in by_id[reference.id]:
                if shared := tuple(kind for kind in use.to if kind in reference.to):
                    use.to = shared
                    use.others.append((record, reference.loc))
                    break
            else:
                by_id[reference.id].append(_Use(reference.id, reference.to, record, reference.loc))
                found.append(by_id[reference.id][-1])
    return found


def _elsewhere(records: Records, use: _Use, message: str) -> str:
    """Behind a message: where else the id stands, in which lines of the file, and in how many other files."""
    here = [loc for record, loc in use.others if record is use.record]
    files = {records.homes[record.collection, record.id] for record, _ in use.others} - {
        records.homes[use.record.collection, use.record.id]
    }
    lines = sorted({records.position(use.record.collection, use.record.id, loc)[1][0] for loc in here})
    said = [f"in line{'s' * (len(lines) > 1)} {listed(map(str, lines[:_LINES]))}"] if lines else []
    if len(lines) > _LINES:
        said = [f"in {count_of(len(lines), 'more line')}"]
    if files:
        said.append(f"in {count_of(len(files), 'other file')}")
    end = "" if message.endswith((".", "?")) else "."
    return f"{end} It stands also {' and '.join(said)}." if said else ""


def _withdrawn(key: str, entry: Withdrawn) -> tuple[str, str]:
    """What to say of an id that is gone, and what to do about it."""
    return f"“{key}” was withdrawn ({entry.date.text}): {entry.reason}", "name another record, or take the reference out"


def _unknown(use: _Use, meant: Meant) -> tuple[str, str]:
    """What to say of an id that no record has, and what to do about it."""
    key, entry = use.id, use.record.entry
    if says_nothing(key):
        return f"“{key}” is no id", "delete the line: what is not known, or not there, is not written"
    if now := meant.names.now(key, use.to):
        return f"“{key}” is the former id of {now}", f"write {now.id}"
    if isinstance(entry, Meeting) and names_nobody(key) and {"speakers", "to"} & set(use.loc):
        heads = [each.head.person for each in entry.delegations if each.head and each.head.person]
        who = ", ".join(heads) or ", ".join(each.party for each in entry.delegations)
        return f"“{key}” does not say who", f"name them: `[{who}]`"
    suggestions = meant.perhaps(key, use.to, entry.date if isinstance(entry, Meeting) else None)
    return f"“{key}” is unknown.{did_you_mean([str(each) for each in suggestions])}", _instead(use, meant, suggestions)


def _instead(use: _Use, meant: Meant, suggestions: Sequence[Called]) -> str:
    """What to do about an id that no record has."""
    key = use.id
    add = f"add it to {' or '.join(f'records/{BY_TYPE[name].file(key)}' for name in use.to if name in BY_TYPE)}"
    exactly = meant.exactly(key, use.to)
    several = {Person.__name__, Organization.__name__}  # a family name or short form of one may be another’s that is new
    if exactly and (key.isupper() or "-" in key or exactly[0].to not in several):
        return f"write {one_of([each.id for each in exactly[:MOST]])}"
    if key in UNIONS and Organization.__name__ in use.to:
        own = key.lower()
        return f"{key} ({UNIONS[key]}) is no country: write {own}, and add {own} to records/organizations.yaml"
    if key.isupper():  # only countries have capital letters
        return country_hint(key)
    if suggestions:
        return f"if it is new, {add}"
    return f"{add}, or {country_hint(key)}" if COUNTRY in use.to else add


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
    """No two accounts, paragraphs or statements of a meeting have the same address, and none has one that its page needs itself.

    Wrong in `meetings/2031/2031-05-06-fiji-iceland.yaml`: `{id: s1, act: discuss,`
    Right: `{act: discuss,`
    """
    every, again = list(anchored(meeting)), set(copied(meeting))
    addresses, taken = {anchor for _, anchor in every}, set[str]()
    for loc, anchor in every:
        if anchor in OF_THE_PAGE or anchor.startswith(BEGINS_OF_THE_PAGE):
            message, hint = f"the page itself has the address #{anchor}", f"give it another id: `id: its-{anchor}`"
            yield Finding(MEETINGS, meeting.id, (*loc, "id"), message, hint)
        if anchor in taken and loc not in again:  # that is told by itself
            message = f"a second part of this meeting has the address #{anchor}"
            free = next(own for number in count(2) if (own := f"{anchor}-{number}") not in addresses)
            yield Finding(MEETINGS, meeting.id, loc, message, f"give one of the two an id of its own: `id: {free}`")
        taken.add(anchor)
