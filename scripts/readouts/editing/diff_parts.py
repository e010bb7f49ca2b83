"""What changed inside one record: a walk over its typed parts, the older and the newer side by side.

Nothing here knows a field by its name: what a field is, the model says. An act is a field of the list of acts, a reworded part one whose
words changed, an address whatever `model/anchors` gives one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from pydantic.fields import FieldInfo

from readouts.editing.differences import Delta, How, Line
from readouts.editing.matching import called, has_address, pairs, words_of
from readouts.editing.said import both, brief, field_in_words, holds_addresses, said
from readouts.model.anchors import anchored
from readouts.model.base import Entry, Part, fields, written
from readouts.model.describe import is_words, part_of, spoken, term_of
from readouts.model.meeting import Meeting
from readouts.model.references import ref_of
from readouts.model.vocabulary import Act

if TYPE_CHECKING:
    from readouts.problems import Loc

Renames: TypeAlias = Mapping[tuple[str, str], str]
"""Kind of record (as references name it) and old id → new id."""


@dataclass(frozen=True, slots=True)
class _Alone:
    """A part that stands in one of the two records only."""

    where: tuple[str, ...]
    loc: Loc
    part: Part


class _Field(NamedTuple):
    """A field of a kind of part."""

    kind: type[Part]
    name: str
    info: FieldInfo
    around: tuple[Part, Part]
    """The part that has it, in the older and the newer record."""
    at: tuple[Loc, Loc]
    """Its places there."""

    def delta(self, how: How, address: str) -> Delta:
        """What became of it."""
        key = self.info.alias or self.name
        old, new = (written(part).get(key) for part in self.around)
        return Delta(how, spoken(self.kind), address, key, old, new)


class PartsDiff:
    """What changed between two states of one record."""

    def __init__(self, old: Entry, new: Entry, renames: Renames) -> None:
        self._renames = renames
        self.lines: list[Line] = []
        self.moved: Counter[tuple[str, str]] = Counter()
        """Kind and old id of renamed records → how often the new id stands in the place of the old one."""
        self._same: dict[Loc, Loc] = {}
        """Where parts stood → where they stand."""
        self._gone: list[_Alone] = []
        self._come: list[_Alone] = []
        self._anchors = _anchors_of(old), _anchors_of(new)
        self._part(old, new, (), ((), ()))
        self._strays()
        self.lines += _addresses(old, new, self._same)

    def _say(self, where: tuple[str, ...], what: str, delta: Delta) -> None:
        self.lines.append(Line(f"{', '.join(where)}: {what}" if where else what, delta=delta))

    def _address(self, at: tuple[Loc, Loc]) -> str:
        """The address of the nearest part around a place, in the newer record if it has one there."""
        found = (_nearest(loc, anchors) for loc, anchors in zip(reversed(at), reversed(self._anchors), strict=True))
        return next(filter(None, found), "")

    def _part(self, old: Part, new: Part, where: tuple[str, ...], at: tuple[Loc, Loc], *, alone: bool = False) -> None:
        """Two states of a part, at its places in the older and the newer record; `alone`, without parts that have addresses."""
        there, here = at
        self._same[there] = here
        for name, info in fields(type(old)).items():
            inner = part_of(info.annotation)
            if name in ("id", "formerly") or (alone and inner and holds_addresses(inner)):
                continue  # an address is told as one
            before, after, key = getattr(old, name), getattr(new, name), info.alias or name
            field = _Field(type(old), name, info, (old, new), at)
            if inner is None:
                self._value(before, after, field, where)
            elif isinstance(before, tuple):
                self._list(before, after, where, ((*there, key), (*here, key)))
            elif before is not None and after is not None:
                self._part(before, after, (*where, field_in_words(name)), ((*there, key), (*here, key)))
            elif before is not None:
                delta = field.delta(How.REMOVED, self._address(at))
                self._say(where, f"{field_in_words(name)} removed ({brief(before)})", delta)
            elif after is not None:
                self._say(where, f"{field_in_words(name)} added ({brief(after)})", field.delta(How.ADDED, self._address(at)))

    def _value(self, old: object, new: object, field: _Field, where: tuple[str, ...]) -> None:
        kind, name, info, _, at = field
        old = self._renamed(old, new, info)
        word, was, now = field_in_words(name), said(old, info), said(new, info)
        if old == new:
            return
        how = How.CHANGED
        if isinstance(old, tuple) and isinstance(new, tuple):
            what = f"{word} {_values(old, new, info)}"
            how = How.REORDERED if sorted(map(str, old)) == sorted(map(str, new)) else how
        elif name == words_of(kind) and not issubclass(kind, Entry):
            what = "reworded from {} to {}".format(*both(str(old), str(new)))
        elif term_of(info.annotation) is Act:
            what = f"recoded from {was} to {now}"
        elif not was or not now:
            how = How.ADDED if now else How.REMOVED
            what = f"{word} {how}: {now or was}"
        else:
            was, now = both(str(old), str(new)) if is_words(info) else (was, now)
            what = f"{word} {was} → {now}"
        self._say(where, what, field.delta(how, self._address(at)))

    def _renamed(self, old: object, new: object, info: FieldInfo) -> object:
        """A value, or several, with the ids that renamed records have now; each such id that stands there now is counted."""
        ref = ref_of(info)
        if ref is None or old == new:
            return old
        after = new if isinstance(new, tuple) else (new,)

        def now(key: object) -> object:
            for kind in ref.to:
                to = self._renames.get((kind, str(key)))
                if to is not None and to in after and key not in after:
                    self.moved[kind, str(key)] += 1
                    return to
            return key

        return tuple(map(now, old)) if isinstance(old, tuple) else now(old)

    def _list(self, olds: tuple[Part, ...], news: tuple[Part, ...], where: tuple[str, ...], at: tuple[Loc, Loc]) -> None:
        there, here = at
        found = pairs(olds, news)
        for old, new in found:
            self._part(olds[old], news[new], (*where, called(olds[old], old + 1)), ((*there, old), (*here, new)))
        if [new for _, new in found] != sorted(new for _, new in found):
            one = spoken(type(olds[0]))
            self._say(where, f"{one}s in another order", Delta(How.REORDERED, one, self._address((there, here))))
        left, taken = {old for old, _ in found}, {new for _, new in found}
        for parts, known, loc, strays in ((olds, left, there, self._gone), (news, taken, here, self._come)):
            for number, part in enumerate(parts):
                if number not in known:
                    strays.extend(_with_addressed((*where, called(part, number + 1)), (*loc, number), part))

    def _strays(self) -> None:
        """What left one list may have come into another one."""
        for kind in dict.fromkeys(type(each.part) for each in self._gone if has_address(type(each.part))):
            gone = [each for each in self._gone if type(each.part) is kind]
            come = [each for each in self._come if type(each.part) is kind]
            for old, new in pairs([each.part for each in gone], [each.part for each in come]):
                was, now = gone[old], come[new]
                self._gone.remove(was)
                self._come.remove(now)
                if self._same.get(was.loc[:-2]) != now.loc[:-2]:
                    delta = Delta(How.MOVED, spoken(kind), self._address((was.loc, now.loc)))
                    self._say(was.where, f"moved to {', '.join(now.where[:-1])}", delta)
                self._part(was.part, now.part, now.where, (was.loc, now.loc), alone=True)
        before, after = self._anchors
        for each in self._gone:
            delta = Delta(How.REMOVED, spoken(type(each.part)), _nearest(each.loc, before), old=written(each.part))
            self._say(each.where, f"removed ({brief(each.part)})", delta)
        for each in self._come:
            delta = Delta(How.ADDED, spoken(type(each.part)), _nearest(each.loc, after), new=written(each.part))
            self._say(each.where, f"added ({brief(each.part)})", delta)


def _values(old: tuple[object, ...], new: tuple[object, ...], info: FieldInfo) -> str:
    """What came into a list of values, and what left it."""
    added = tuple(each for each in new if each not in old)
    removed = tuple(each for each in old if each not in new)
    changes = [f"+ {said(added, info)}"] * bool(added) + [f"− {said(removed, info)}"] * bool(removed)
    return "; ".join(changes) or f"in another order: {said(new, info)}"


def _with_addressed(where: tuple[str, ...], loc: Loc, part: Part) -> Iterator[_Alone]:
    """A part, and the parts in it that readers can link to."""
    yield _Alone(where, loc, part)
    for name, info in fields(type(part)).items():
        value = getattr(part, name)
        if (inner := part_of(info.annotation)) and holds_addresses(inner) and isinstance(value, tuple):
            for number, each in enumerate(value):
                yield from _with_addressed((*where, called(each, number + 1)), (*loc, info.alias or name, number), each)


def _anchors_of(entry: Entry) -> dict[Loc, str]:
    """Where in a record the parts stand that readers can link to, and their addresses on its page."""
    return dict(anchored(entry)) if isinstance(entry, Meeting) else {}


def _nearest(loc: Loc, anchors: Mapping[Loc, str]) -> str:
    """The address of the innermost part around a place, or at it; empty where none has one."""
    return next((anchors[loc[:end]] for end in range(len(loc), 0, -1) if loc[:end] in anchors), "")


def _addresses(old: Entry, new: Entry, same: Mapping[Loc, Loc]) -> Iterator[Line]:
    """Which addresses inside the page of a record changed, and which are gone."""
    after = _anchors_of(new)
    for loc, anchor in _anchors_of(old).items():
        here = same.get(loc)
        now = after.get(here, "") if here is not None else ""
        if now == anchor:
            continue
        if anchor in after.values():
            yield Line(f"#{anchor} leads to something else now", warning=True)
        elif now:
            yield Line(f"#{anchor} is #{now} now, and links to it lead nowhere", warning=True)
        else:
            yield Line(f"#{anchor} is gone, and links to it lead nowhere", warning=True)
