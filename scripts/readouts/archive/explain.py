"""What pydantic finds wrong with a record, said to somebody who wrote it: a place, a message and a hint with a valid example."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import ValidationError

from readouts.archive.names_for_ids import NameForId
from readouts.archive.placing import article
from readouts.model import Entry, Part
from readouts.model.advice_codes import about_wikidata
from readouts.model.base import COUNTRY, adapter, fields, is_id, reserved
from readouts.model.collections import BY_TYPE
from readouts.model.describe import is_list, keys, part_of, shown, spoken, term_of
from readouts.model.other_words import meant_by, meant_of_list
from readouts.model.references import refers_to
from readouts.model.slugs import slug
from readouts.model.values import country_code
from readouts.problems import Problem
from readouts.problems.lookalikes import odd, plain
from readouts.problems.suggestions import likeness, likeness_within, nearest, one_of
from readouts.problems.suggestions import meant as suggested
from readouts.source.scalars import inline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from readouts.model.vocabulary import Term
    from readouts.problems import Loc
    from readouts.source import Document
    from readouts.source.document import Spots

_FEW = 4
"""A list of so many words is told with all that they mean."""

_DEFINED = 3
"""Of a longer list, the meanings of so many are told."""


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
        elif detail["loc"] not in told and not shortened and not _misspelt(detail, unknown[detail["loc"][:-1]]):
            _explain(document, kind, prefix, detail)


def _misspelt(missing: ErrorDetails, unknown: list[str]) -> bool:
    """Whether a key that seems to be missing is an unknown one beside it with a typing error, which is reported by itself."""
    return missing["type"] == "missing" and any(
        nearest(each, [key := str(missing["loc"][-1])]) or meant_by(each, [key]) for each in unknown
    )


def _explain(document: Document, kind: type[Part], prefix: Loc, detail: ErrorDetails) -> None:
    """Turn one finding of pydantic into a problem with a place and a hint."""
    loc = detail["loc"]
    owner, info = _field(kind, loc)
    at = (*prefix, *loc)
    name = _key(loc)
    example = f"`{shown(name, info)}`" if info else f"`{name}:`"
    context = detail.get("ctx", {})
    meant = plain(str(detail["input"]))
    got = str(detail["input"])[:60]
    strange, many = _strange(detail), isinstance(loc[-1], int)
    match detail["type"]:
        case "unexpected_keyword_argument":
            _unknown_key(document, at, owner, name)
        case "missing":
            _missing(document, at, owner, info)
        case kind_of_error if strange and _fits(owner, name, meant, many=many):
            code = kind_of_error if "hint" in context else "not-in-list" if kind_of_error == "enum" else "bad-value"
            message = _because(f"“{name}” cannot be “{got}”", strange)
            document.refuse(document.position(at), code, message, f"write `{name}: {_right(meant, many=many)}`")
        case "enum":
            terms = list(term_of(info.annotation) or ()) if info else []
            own = meant_of_list(meant, terms)
            perhaps = _of_another_list(owner, name, meant) or suggested([f"“{each}”" for each in own]) or nearest(meant, terms)
            message = f"{_because(f'“{got}” is not a known {name}', strange)}.{perhaps}"
            document.refuse(document.position(at), "not-in-list", message, _choice(meant, terms, own))
        case "string_pattern_mismatch" | "string_too_long" | "tuple_type":
            _bad_form(document, at, detail, info)
        case "too_short" | "too_long":
            message = f"“{name}” needs {_wanted(context)}, not {context['actual_length']}"
            document.refuse(document.position(at), "list-length", message, f"write it like {example}")
        case "dataclass_type" | "dict_type":
            what = f"an item of “{name}”" if many else f"“{name}”"
            document.refuse(document.position(at), "not-a-mapping", f"{what} has keys of its own", f"write it like {example}")
        case "not-text" if not many and info and not part_of(info.annotation):
            document.refuse(document.position(at), "not-text", detail["msg"], _single(name, detail["input"], example))
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
    document.refuse(
        document.position(prefix, key=True), "file-name", _because(f"“{got}” cannot be an id", odd(got) or reserved(got)), hint
    )


def _unknown_key(document: Document, at: Loc, owner: type[Part], name: str) -> None:
    known = {each.alias or key for key, each in fields(owner).items()} - {"id" if issubclass(owner, Entry) else ""}
    inside = [key for key, each in keys(owner).items() if (inner := part_of(each.annotation)) and name in keys(inner)]
    meant_here = one_of([f"“{each}”" for each in meant_by(name, known)])
    perhaps = f" Did you mean {meant_here}?" if meant_here else nearest(plain(name), known)
    if inside and not meant_here:
        perhaps = f" It belongs under {one_of([f'“{each}”' for each in inside])}."
    hint = f"the keys here are {', '.join(sorted(known))}"
    message = f"{_because(f'“{name}” is not a key of {_article(owner)}', odd(name))}.{perhaps}"
    document.refuse(document.position(at, key=True), "unknown-key", message, hint)


def _missing(document: Document, at: Loc, owner: type[Part], info: FieldInfo | None) -> None:
    """Add a problem of a key that is needed, or of an item of a list of so many."""
    name, position = _key(at), document.position(at[:-1])
    example = f"`{shown(name, info)}`" if info else f"`{name}:`"
    if isinstance(at[-1], int):
        document.refuse(position, "list-length", f"“{name}” needs one item more", f"write it like {example}")
    else:
        document.refuse(position, "missing-key", f"{_article(owner)} needs “{name}”: {_meaning(info)}", f"add {example}")


def ask_for_values(document: Document, kind: type[Part], *, of_several: bool) -> None:
    """Say of keys without a value, where a record needs them, what to write; else the advice is to delete the line."""
    places = {document.position(loc): loc for loc in _ways((), document.spots)}
    for number, problem in enumerate(document.problems):
        loc = places.get((problem.line, problem.column), ())[of_several:]
        if problem.code == "yaml-no-value" and loc and isinstance(loc[-1], str):
            owner, info = _field(kind, loc)
            if info and info.is_required():
                hint = f"give a value, as in `{shown(loc[-1], info)}`: {_article(owner)} needs it"
                document.problems[number] = replace(problem, hint=hint)


def to_be_done(kind: type[Part], loc: Loc) -> str:
    """What to write for a value of a record that is left open: a line that a record needs is not to be deleted."""
    owner, info = _field(kind, loc)
    if info is None:
        return "write what it is, or delete the line if nothing is known"
    terms = list(term_of(info.annotation) or ())
    said = (
        _choice("", terms, [])
        if 0 < len(terms) <= _FEW
        else f"write one of {', '.join(terms)}"
        if terms
        else "write what it is"
    )
    if not info.is_required():
        return f"{said}, or delete the line if nothing is known"
    return said if terms else f"{said}, as in `{shown(_key(loc), info)}`: {_article(owner)} needs it"


def _ways(to: Loc, spots: Spots) -> Iterator[Loc]:
    """The way to every part of a file."""
    for step, (_, _, inner) in spots.items():
        yield (*to, step)
        yield from _ways((*to, step), inner)


def _single(name: str, got: object, example: str) -> str:
    """How a single value is written where a list or a mapping stands."""
    match got:
        case [str(one)]:
            printed = f"; brackets that are printed go in quotes: `label: {inline(f'[{one}]')}`" if name == "label" else ""
            return f"write `{name}: {inline(one)}`{printed}"
        case _:
            return f"write one value, as in {example}"


def _key(loc: Loc) -> str:
    """The last key on the way to a value."""
    return next((step for step in reversed(loc) if isinstance(step, str)), "")


def _wanted(context: Mapping[str, object]) -> str:
    least, most = context.get("min_length"), context.get("max_length")
    return f"at least {least}" if least else f"at most {most}"


def _strange(detail: ErrorDetails) -> str:
    """What to say of a character that looks like another; nothing where none does, or where no text stands."""
    return odd(detail["input"]) if isinstance(detail["input"], str) else ""


def _right(text: str, *, many: bool) -> str:
    """A text as YAML, perhaps in a list."""
    return f"[{inline(text, brackets=True)}]" if many else inline(text)


def _because(message: str, why: str) -> str:
    return f"{message}: {why}" if why else message


def _fits(owner: type[Part], key: str, text: str, *, many: bool) -> bool:
    """Whether a key takes a text, or a list of it, whatever else is missing."""
    try:
        adapter(owner).validate_python({key: (text,) if many else text})
    except ValidationError as error:
        return all(each["loc"][0] != key for each in error.errors(include_url=False))
    return True


def _of_another_list(owner: type[Part], name: str, got: str) -> str:
    """Where a word belongs that is one of the list of another key, here or in a part of what stands here."""
    own, other = keys(owner), slug(got)
    places = [(key, each, "") for key, each in own.items() if key != name]
    for key, each in own.items():
        if inner := part_of(each.annotation):
            places += [(inside, info, f" under `{key}:`") for inside, info in keys(inner).items()]
    for key, info, under in places:
        for term in term_of(info.annotation) or ():
            if other in (term, slug(re.sub(r"^An? ", "", term.definition))):
                return f" It is a word of another list: `{key}: {term}`{under}."
    return ""


def _choice(got: str, terms: list[Term], meant: list[str]) -> str:
    """The words of a list: those that are meant and the nearest first, with what they mean, then the others."""
    ordered = sorted(terms, key=lambda term: (term not in meant, -_likeness(got, term)))
    near = ordered[: len(terms) if len(terms) <= _FEW else _DEFINED]
    others = [term for term in terms if term not in near]
    said = one_of([f"{term} ({term.definition[:1].lower()}{term.definition[1:].rstrip('.')})" for term in near])
    return f"write {said}{f'; or else {one_of(others)}' if others else ''}"


def _likeness(got: str, term: Term) -> float:
    """How near a text comes to a word of a list or to what it means."""
    return max(likeness(got, term), likeness(got, term.label), likeness_within(got, term.definition))


def _bad_form(document: Document, at: Loc, detail: ErrorDetails, info: FieldInfo | None) -> None:
    """Add a problem of what is no list, or has not the form of an id; which one is meant is known when all records are."""
    name, got, place = _key(at), str(detail["input"])[:60], (document.path, *document.position(at))
    example, to = f"`{shown(name, info)}`" if info else f"`{name}:`", refers_to(info) if info else ()
    hint = f"write it like {example}"
    if detail["type"] == "tuple_type":
        problem = Problem(*place, "not-a-list", f"“{name}” must be a list", hint)
    else:
        right = country_code(got) if COUNTRY in to else ""
        if right and info:
            hint = f"write `{name}: {f'[{right}]' if is_list(info.annotation) else right}`"
        elif name == "wikidata":
            hint = about_wikidata(got) or hint
        elif to and slug(got):
            files = " or ".join(f"records/{BY_TYPE[each].file(slug(got))}" for each in to if each in BY_TYPE)
            hint = f"write its id, as in {example}; if it is new, add it to {files} as `{slug(got)}`"
        problem = Problem(*place, "bad-value", _because(f"“{name}” cannot be “{got}”", _strange(detail)), hint)
    if info and to and isinstance(detail["input"], str):
        problem = NameForId.of(problem, plain(detail["input"]), name, to, many=is_list(info.annotation))
    document.problems.append(problem)


def _field(kind: type[Part], loc: tuple[str | int, ...]) -> tuple[type[Part], FieldInfo | None]:
    """The type that owns the field at `loc`, and the field; None for a key that the type does not have."""
    owner, info = kind, None
    for step in loc:
        if isinstance(step, int):
            continue
        if info is not None and (inner := part_of(info.annotation)):
            owner = inner
        info = next((each for name, each in fields(owner).items() if step in (each.alias, name)), None)
    return owner, info


def _article(owner: type[Part]) -> str:
    return article(_CALLED.get(owner.__name__, spoken(owner)))


_CALLED = {"Printed": "printed time", "Searched": "search"}
"""Parts whose name in the program is no noun."""


def _meaning(info: FieldInfo | None) -> str:
    text = (info.description if info else None) or ""
    return text[:1].lower() + text[1:].rstrip(".")
