"""What pydantic finds wrong with a record, said to somebody who wrote it: a place, a message and a hint with a valid example."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import ValidationError

from readouts.archive.forms import bad_form
from readouts.archive.shapes import (
    as_keys,
    because,
    called,
    field_at,
    follows,
    key_of_another,
    last_key,
    strange_sign,
    takes,
)
from readouts.archive.words import FEW, choice, no_word
from readouts.model import Entry, Part
from readouts.model.base import fields, is_id, reserved
from readouts.model.describe import part_of, shown, term_of
from readouts.model.other_words import meant_by, says_nothing
from readouts.model.slugs import slug
from readouts.problems.lookalikes import odd, plain
from readouts.problems.suggestions import meant as suggested
from readouts.problems.suggestions import nearest
from readouts.source.scalars import inline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from readouts.problems import Loc
    from readouts.source import Document
    from readouts.source.document import Spots


def explain(
    document: Document, kind: type[Part], prefix: Loc, error: ValidationError, told: Container[Loc] = frozenset()
) -> None:
    """Add what is wrong with the record at `prefix` to its document's problems, but for places of which something is told already."""
    details = error.errors(include_url=False)
    at_or_below = Counter(detail["loc"][:length] for detail in details for length in range(1, len(detail["loc"]) + 1))
    unknown: defaultdict[Loc, list[str]] = defaultdict(list)
    for detail in details:
        if detail["type"] == "unexpected_keyword_argument":
            unknown[detail["loc"][:-1]].append(str(detail["loc"][-1]))
    for detail in details:
        # A list that lost its broken items looks too short; the items' own problems say more.
        shortened = detail["type"] == "too_short" and at_or_below[detail["loc"]] > 1
        if detail["loc"] == ("id",):
            _bad_id(document, prefix, str(detail["input"]))
        elif (
            detail["loc"] not in told
            and not shortened
            and not (detail["type"] == "missing" and follows(kind, detail["loc"], unknown))
            and not _nothing_said(document, kind, prefix, detail)
        ):
            _explain(document, kind, prefix, detail)


def _nothing_said(document: Document, kind: type[Part], prefix: Loc, detail: ErrorDetails) -> bool:
    """Whether a value says that there is none, where none is needed; then that is told."""
    info = field_at(kind, detail["loc"])[1]
    if info is None or info.is_required() or not says_nothing(detail["input"]):
        return False
    message = f"“{detail['input']}” is no value of “{last_key(detail['loc'])}”"
    hint = "delete the line: what is not known, or not there, is not written"
    document.refuse(document.position((*prefix, *detail["loc"])), "bad-value", message, hint)
    return True


def _explain(document: Document, kind: type[Part], prefix: Loc, detail: ErrorDetails) -> None:
    """Turn one finding of pydantic into a problem with a place and a hint."""
    loc = detail["loc"]
    owner, info = field_at(kind, loc)
    at = (*prefix, *loc)
    name = last_key(loc)
    example = f"`{shown(name, info)}`" if info else f"`{name}:`"
    context = detail.get("ctx", {})
    meant = plain(str(detail["input"]))
    got = str(detail["input"])[:60]
    strange, many = strange_sign(detail), isinstance(loc[-1], int)
    match detail["type"]:
        case "unexpected_keyword_argument":
            _unknown_key(document, kind, prefix, detail)
        case "missing":
            _missing(document, at, owner, info)
        case kind_of_error if strange and takes(owner, name, (meant,) if many else meant):
            code = kind_of_error if "hint" in context else "not-in-list" if kind_of_error == "enum" else "bad-value"
            message = because(f"“{name}” cannot be “{got}”", strange)
            document.refuse(document.position(at), code, message, f"write `{name}: {_right(meant, many=many)}`")
        case "enum":
            message, hint = no_word(owner, name, detail["input"], strange)
            document.refuse(
                document.position(at), "not-in-list" if isinstance(detail["input"], str) else "not-text", message, hint
            )
        case "string_pattern_mismatch" | "string_too_long" | "tuple_type":
            bad_form(document, at, detail, info)
        case "too_short" | "too_long":
            message = f"“{name}” needs {_wanted(context)}, not {context['actual_length']}"
            document.refuse(document.position(at), "list-length", message, f"write it like {example}")
        case "dataclass_type" | "dict_type":
            what = f"an item of “{name}”" if many else f"“{name}”"
            part = part_of(info.annotation) if info else None
            right = as_keys(part, detail["input"]) if part else ""
            hint = f"write `{right if many else f'{name}: {right}'}`" if right else f"write it like {example}"
            document.refuse(document.position(at), "not-a-mapping", f"{what} has keys of its own", hint)
        case "not-text" | "string_type" if info and not part_of(info.annotation):
            what = (
                f"an item of “{name}” is a single value" if many else "a single value is expected here, not a list or a mapping"
            )
            document.refuse(document.position(at), "not-text", what, _single(name, detail["input"], example, many=many))
        case custom if "hint" in context:
            document.refuse(
                document.position(at),
                custom,
                f"{detail['msg']} ({strange})" if strange else detail["msg"],
                str(context["hint"]),
            )
        case _:
            document.refuse(
                document.position(at), "bad-value", f"“{name}”: {detail['msg'].lower()}", f"write it like {example}"
            )


def _bad_id(document: Document, prefix: Loc, got: str) -> None:
    """Add a problem of a key in a file of several; the name of a file was looked at before."""
    hint, right = "use small letters without accents, digits and hyphens: apec-2014, tpp", slug(got)
    if is_id(right) and right not in document.spots and not odd(got):
        hint = f"write `{right}:`, in small letters without accents, digits and hyphens"
    elif reserved(got):
        hint = "choose another id"
    message = because(f"“{got}” cannot be an id", odd(got) or reserved(got))
    document.refuse(document.position(prefix, key=True), "file-name", message, hint)


def _unknown_key(document: Document, kind: type[Part], prefix: Loc, detail: ErrorDetails) -> None:
    loc = detail["loc"]
    owner, name = field_at(kind, loc)[0], str(loc[-1])
    known = {each.alias or key for key, each in fields(owner).items()} - {"id" if issubclass(owner, Entry) else ""}
    perhaps = suggested([f"“{each}”" for each in meant_by(name, known)])
    hint = f"the keys here are {', '.join(sorted(known))}"
    if not perhaps:
        belongs, move = key_of_another(document, kind, prefix, loc, detail["input"])
        perhaps, hint = f" {belongs}" if belongs else nearest(plain(name), known), move or hint
    message = f"{because(f'“{name}” is not a key of {called(owner)}', odd(name))}.{perhaps}"
    document.refuse(document.position((*prefix, *loc), key=True), "unknown-key", message, hint)


def _missing(document: Document, at: Loc, owner: type[Part], info: FieldInfo | None) -> None:
    """Add a problem of a key that is needed, or of an item of a list of so many."""
    name, position = last_key(at), document.position(at[:-1])
    example = f"`{shown(name, info)}`" if info else f"`{name}:`"
    if isinstance(at[-1], int):
        document.refuse(position, "list-length", f"“{name}” needs one item more", f"write it like {example}")
    else:
        document.refuse(
            position, "missing-key", f"{called(owner)} needs “{name}”: {_meaning(info)}", f"add it, as in {example}"
        )


def ask_for_values(document: Document, kind: type[Part], *, of_several: bool) -> None:
    """Say of keys without a value, where a record needs them, what to write; else the advice is to delete the line."""
    places = {document.position(loc): loc for loc in _ways((), document.spots)}
    for number, problem in enumerate(document.problems):
        way = places.get((problem.line, problem.column), ())
        if problem.code == "yaml-no-value" and of_several and len(way) == 1:
            hint = f"indent the keys of the record below `{way[0]}:`, or delete the line"
            document.problems[number] = replace(problem, hint=hint)
        loc = way[of_several:]
        if problem.code == "yaml-no-value" and loc and isinstance(loc[-1], str):
            owner, info = field_at(kind, loc)
            if info and info.is_required():
                hint = f"give a value, as in `{shown(loc[-1], info)}`: {called(owner)} needs it"
                document.problems[number] = replace(problem, hint=hint)


def to_be_done(kind: type[Part], loc: Loc) -> str:
    """What to write for a value of a record that is left open: a line that a record needs is not to be deleted."""
    owner, info = field_at(kind, loc)
    if info is None:
        return "write what it is, or delete the line if nothing is known"
    terms = list(term_of(info.annotation) or ())
    said = (
        choice("", terms, []) if 0 < len(terms) <= FEW else f"write one of {', '.join(terms)}" if terms else "write what it is"
    )
    if not info.is_required():
        return f"{said}, or delete the line if nothing is known"
    return said if terms else f"{said}, as in `{shown(last_key(loc), info)}`: {called(owner)} needs it"


def _ways(to: Loc, spots: Spots) -> Iterator[Loc]:
    """The way to every part of a file."""
    for step, (_, _, inner) in spots.items():
        yield (*to, step)
        yield from _ways((*to, step), inner)


def _single(name: str, got: object, example: str, *, many: bool) -> str:
    """How a single value, or each of a list, is written where a list or a mapping stands."""
    match got:
        case [*several] if many and several and all(isinstance(each, str) for each in several):
            return f"write `{name}: [{', '.join(inline(str(each), brackets=True) for each in several)}]`"
        case [str(one)]:
            printed = f"; brackets that are printed go in quotes: `label: {inline(f'[{one}]')}`" if name == "label" else ""
            return f"write `{name}: {inline(one)}`{printed}"
        case _:
            return f"write one value, as in {example}"


def _wanted(context: Mapping[str, object]) -> str:
    least, most = context.get("min_length"), context.get("max_length")
    return f"at least {least}" if least else f"at most {most}"


def _right(text: str, *, many: bool) -> str:
    """A text as YAML, perhaps in a list."""
    return f"[{inline(text, brackets=True)}]" if many else inline(text)


def _meaning(info: FieldInfo | None) -> str:
    text = (info.description if info else None) or ""
    return text[:1].lower() + text[1:].rstrip(".")
