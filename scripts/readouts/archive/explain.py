"""What pydantic finds wrong with a record, said to somebody who wrote it: a place, a message and a hint with a valid example."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container
from typing import TYPE_CHECKING

from readouts.model import Entry, Part
from readouts.model.base import fields
from readouts.model.describe import examples, part_of, spoken, term_of
from readouts.model.references import refers
from readouts.model.slugs import slug
from readouts.model.values import country_code
from readouts.problems.suggestions import nearest

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from readouts.problems import Loc
    from readouts.source import Document


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
        if detail["loc"] not in told and not shortened and not _misspelt(detail, unknown[detail["loc"][:-1]]):
            _explain(document, kind, prefix, detail)


def _misspelt(missing: ErrorDetails, unknown: list[str]) -> bool:
    """Whether a key that seems to be missing is an unknown one beside it with a typing error, which is reported by itself."""
    return missing["type"] == "missing" and any(nearest(each, [str(missing["loc"][-1])]) for each in unknown)


def _is_id(info: FieldInfo | None) -> bool:
    return info is not None and refers(info)


def _explain(document: Document, kind: type[Part], prefix: Loc, detail: ErrorDetails) -> None:
    """Turn one finding of pydantic into a problem with a place and a hint."""
    loc = detail["loc"]
    if loc == ("id",):
        place = document.position(prefix, key=True)
        hint = "use small letters without accents, digits and hyphens: 2014-11-10-japan-peru, abe-shinzo"
        document.refuse(place, "file-name", f"“{detail['input']}” cannot be an id", hint)
        return
    owner, info = _field(kind, loc)
    at = (*prefix, *loc)
    name = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    example = _example(name, info)
    context = detail.get("ctx", {})
    got = str(detail["input"])[:60]
    match detail["type"]:
        case "unexpected_keyword_argument":
            known = {each.alias or key for key, each in fields(owner).items()} - {"id" if issubclass(owner, Entry) else ""}
            hint = f"the keys here are {', '.join(sorted(known))}"
            message = f"“{name}” is not a key of {_article(owner)}.{nearest(name, known)}"
            document.refuse(document.position(at, key=True), "unknown-key", message, hint)
        case "missing":
            message = f"{_article(owner)} needs “{name}”: {_meaning(info)}"
            document.refuse(document.position(at[:-1]), "missing-key", message, f"add {example}")
        case "enum":
            terms = [term.value for term in term_of(info.annotation) or ()] if info else []
            hint = f"one of {', '.join(terms)}"
            document.refuse(document.position(at), "not-in-list", f"“{got}” is not a known {name}.{nearest(got, terms)}", hint)
        case "string_pattern_mismatch" | "string_too_long":
            hint = _meant(got, name, info, many=isinstance(loc[-1], int))
            document.refuse(document.position(at), "bad-value", f"“{name}” cannot be “{got}”", hint)
        case "tuple_type":
            document.refuse(
                document.position(at), "not-a-list", f"“{name}” must be a list", f"write it like {_listed(name, info)}"
            )
        case "too_short" | "too_long":
            least, most = context.get("min_length"), context.get("max_length")
            wanted = f"at least {least}" if least else f"at most {most}"
            message = f"“{name}” needs {wanted}, not {context['actual_length']}"
            document.refuse(document.position(at), "list-length", message, f"write it like {_listed(name, info)}")
        case "dataclass_type" | "dict_type":
            document.refuse(document.position(at), "not-a-mapping", f"“{name}” has keys of its own", f"write it like {example}")
        case custom if "hint" in context:
            document.refuse(document.position(at), custom, detail["msg"], str(context["hint"]))
        case _:
            document.refuse(
                document.position(at), "bad-value", f"“{name}”: {detail['msg'].lower()}", f"write it like {example}"
            )


def _meant(got: str, name: str, info: FieldInfo | None, *, many: bool) -> str:
    """What somebody may have meant who wrote a name where a code or an id belongs."""
    example = _listed(name, info) if many else _example(name, info)
    if code := country_code(got):
        return f"write `{name}: {code}`"
    return f"write its id, perhaps `{slug(got)}`, as in {example}" if _is_id(info) and slug(got) else f"write it like {example}"


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
    name = spoken(owner)
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _meaning(info: FieldInfo | None) -> str:
    text = (info.description if info else None) or ""
    return text[:1].lower() + text[1:].rstrip(".")


def _example(name: str, info: FieldInfo | None) -> str:
    """A valid line, as in `place: beijing`."""
    found = examples(info) if info else []
    return f"`{name}: {found[0]}`" if found else f"`{name}:` and indent its keys below"


def _listed(name: str, info: FieldInfo | None) -> str:
    found = examples(info) if info else []
    return (
        f"`{name}: {found[0] if found[0].startswith('[') else f'[{found[0]}]'}`"
        if found
        else f"`{name}:` with `- ` lines below"
    )
