"""What can be said of a new record: every key of its kind, as an option of the command or as a question. All of the model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, get_args

from annotated_types import MinLen
from pydantic import TypeAdapter, ValidationError

from readouts.archive.todo import TODO
from readouts.editing.refusal import RefusedError
from readouts.model import Entry, Readout, Session, clocks
from readouts.model.authorities import Coordinates, PersonName
from readouts.model.base import Part, TextOrKeys
from readouts.model.describe import examples, is_list, keys, part_of, term_of
from readouts.model.references import refers_to
from readouts.problems import BrokenRecordsError, Loc
from readouts.problems.suggestions import nearest
from readouts.source import Data, parse

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

ONE_EACH: frozenset[type[Part]] = frozenset({Session, Readout})
"""Kinds of part of which a new record has one, whose keys are options of their own."""

USUAL = frozenset(
    {"abbreviation", "also", "country", "date", "broader", "occasion", "offices", "place", "published", "start", "url"}
)
"""Keys that a record can do without, and that are asked for nevertheless."""

OTHERWISE = {"delegations": "side"}
"""Keys that have another word as an option."""

_NOT_YET = frozenset({"changes", "formerly", "id"})
"""What a new record has none of, or gets by itself."""

_BETWEEN: dict[type[Part], str] = {Coordinates: r",", PersonName: r","}
"""What stands between the values of a part in its short form; a colon elsewhere."""


@dataclass(frozen=True, slots=True)
class Question:
    """A key that a new record may have."""

    name: str
    """As an option, without its dashes."""
    loc: Loc
    """The way to it in the record."""
    info: FieldInfo
    default: str = ""
    """What is taken where nothing is said."""

    @property
    def meaning(self) -> str:
        """What it means."""
        return self.info.description or ""

    @property
    def required(self) -> bool:
        """Whether a record needs it."""
        return self.info.is_required()

    @property
    def usual(self) -> bool:
        """Whether it is asked for though a record can do without it."""
        return self.loc[-1] in USUAL

    @property
    def many(self) -> bool:
        """Whether it takes several values."""
        return is_list(self.info.annotation)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from, if there is a list of them."""
        return tuple(term.value for term in term_of(self.info.annotation) or ())

    @property
    def example(self) -> str:
        """A valid value in the form that is taken here."""
        inner = part_of(self.info.annotation)
        if inner and not issubclass(inner, TextOrKeys):
            return _short_example(inner)
        info = keys(inner)["text"] if inner else self.info
        return next(iter(examples(info)), "").strip("[]").partition(",")[0]


def questions(kind: type[Entry]) -> tuple[Question, ...]:
    """Every key of a kind of record that can be said at once, in the order of the record."""
    found: dict[str, Question] = {}
    for key, info in keys(kind).items():
        inner = part_of(info.annotation)
        if key in _NOT_YET:
            continue
        if inner in ONE_EACH and inner:
            for own, field in keys(inner).items():
                single = not part_of(field.annotation) and not is_list(field.annotation)
                if single and own not in keys(kind) and own not in _NOT_YET:
                    found.setdefault(own, Question(_option(own), (key, 0, own), field))
        else:
            found[key] = Question(_option(key), (key,), info)
    return tuple(found.values())


def _option(key: str) -> str:
    return OTHERWISE.get(key, key).replace("_", "-")


def value(question: Question, text: str) -> Data:
    """What a text says: YAML in brackets, the short form of a part (`JP:abe-shinzo:Prime Minister`), or a single value.

    Raises:
        BrokenRecordsError: where brackets hold no YAML.
        RefusedError: where it cannot be a value of that key.
    """
    inner = part_of(question.info.annotation)
    if inner and text[:1] in ("{", "["):
        document = parse(PurePosixPath(f"--{question.name}"), text.encode())
        if document.problems:
            raise BrokenRecordsError(document.problems)
        return document.data
    if inner is PersonName:
        return name_of_a_person(text)
    if inner and not issubclass(inner, TextOrKeys):
        return _short_form(inner, text)
    if not inner and not refers_to(question.info) and not question.many and text != TODO:
        _expect(question, text)
    return text.strip()


def _expect(question: Question, text: str) -> None:
    """Raise where a text cannot be the value of a key that holds a single one."""
    if question.loc[-1] == "zone" and clocks.zone(text.strip()) is None:
        raise RefusedError(f"“{text}” cannot be the {question.name}", f"write it as in {question.example}")
    try:
        TypeAdapter(question.info.rebuild_annotation()).validate_python(text.strip())
    except ValidationError as error:
        (detail, *_) = error.errors(include_url=False)
        if question.choices:
            hint = f"one of {', '.join(question.choices)}"
            raise RefusedError(f"“{text}” is no word for “{question.name}”.{nearest(text, question.choices)}", hint) from None
        hint = detail.get("ctx", {}).get("hint", f"write it as in {question.example}")
        message = detail["msg"] if "hint" in detail.get("ctx", {}) else f"“{text}” cannot be the {question.name}"
        raise RefusedError(message, str(hint)) from None


def name_of_a_person(text: str) -> dict[str, Data]:
    """A name in its parts: `Abe, Shinzo`, or a single one.

    Raises:
        RefusedError: where nobody can tell which of several words is the family name.
    """
    text = text.strip()
    if "," in text:
        return _short_form(PersonName, text)
    if len(text.split()) > 1:
        hint = "write the family name first, with a comma behind it, as in `Abe, Shinzo`"
        message = f"which part of “{text}” is the family name?"
        raise RefusedError(message, hint)
    return {"given": text}


def _short_form(part: type[Part], text: str) -> dict[str, Data]:
    """The values of a part in the order of its keys: `JP:abe-shinzo:Prime Minister`. A part in it takes all that is left."""
    found: dict[str, Data] = {}
    rest: list[str] = re.split(_BETWEEN.get(part, r":(?!//)"), text)
    for key, inner in _single(part):
        if not rest:
            break
        if inner:
            left = ":".join(rest)
            rest = []
            if left.strip():
                found[key] = _short_form(inner, left)
        elif each := rest.pop(0).strip():
            found[key] = each
    return found


def _short_example(part: type[Part]) -> str:
    """An example of a part in its short form: as many values as a record would usually have."""
    shown = []
    for key, inner in _single(part):
        info = keys(part)[key]
        if inner:
            shown.append(_short_example(inner))
        elif info.is_required() or len(shown) < len(["who", "what"]):
            shown.append(next(iter(examples(info)), ""))
    return (", " if part in _BETWEEN else ":").join(shown[:3])


def _single(part: type[Part]) -> Iterator[tuple[str, type[Part] | None]]:
    """The keys of a part that take one value, with the kind of part that each holds, if any."""
    for key, info in keys(part).items():
        if not is_list(info.annotation):
            yield key, part_of(info.annotation)


def _yes_or_no(info: FieldInfo) -> bool:
    return any(bool in (each, *get_args(each)) for each in get_args(info.annotation))


def filled(part: type[Part], data: dict[str, Data]) -> dict[str, Data]:
    """The same with `TODO` in the place of everything that is needed and not there."""
    order = keys(part)
    needed = [key for key in order if order[key].is_required() and key != "id"]
    if not data and not needed:  # then any of its texts will do, as the parts of a name
        needed = [key for key, info in order.items() if info.default is None and not _yes_or_no(info)]
    known = {key: _filled(info, data.get(key)) for key, info in order.items() if key in data or key in needed}
    return {**known, **{key: item for key, item in data.items() if key not in known}}


def _filled(info: FieldInfo, found: Data | None) -> Data:
    inner = part_of(info.annotation)
    if is_list(info.annotation):
        items = found if isinstance(found, list) else [found] if found else []
        missing = max(_least(info) - len(items), 0)
        if inner:
            return [filled(inner, each) if isinstance(each, dict) else each for each in [*items, *[{}] * missing]]
        return [*items, *[TODO] * missing]
    if inner and not isinstance(found, str):
        return filled(inner, found if isinstance(found, dict) else {})
    return TODO if found is None else found


def _least(info: FieldInfo) -> int:
    """How many items a list needs."""
    found = next((each.min_length for each in info.metadata if isinstance(each, MinLen)), 0)
    pair: Any = getattr(info.annotation, "__args__", ())
    return found or (len(pair) if info.is_required() and Ellipsis not in pair else 0)
