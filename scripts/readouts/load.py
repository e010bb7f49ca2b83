"""From files to typed records: reads a tree of records and validates every file, reporting all problems of all files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from readouts.model import COLLECTIONS, Entry, Part
from readouts.model.describe import examples, part_of, spoken, term_of
from readouts.problems import Problem, nearest
from readouts.source import Document, Loc, parse
from readouts.values import country_code

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

E_ = TypeVar("E_", bound=Entry)


@dataclass(slots=True)
class Records:
    """All records of a tree by collection and id, and the files they came from."""

    entries: dict[str, dict[str, Entry]] = field(default_factory=lambda: {name: {} for name in COLLECTIONS})
    documents: dict[tuple[str, str], tuple[Document, Loc]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """Collection and id of records that exist but could not be read; references to them are no problem of their own."""

    def of(self, kind: type[E_]) -> Mapping[str, E_]:
        """The records of one type by id, in the order of their ids."""
        name = next(name for name, each in COLLECTIONS.items() if each is kind)
        return {key: entry for key, entry in sorted(self.entries[name].items()) if isinstance(entry, kind)}

    def path(self, collection: str, key: str) -> PurePosixPath:
        """The file a record came from, relative to the project."""
        return self.documents[collection, key][0].path


def load(folder: Path) -> Records:
    """Read every record below `folder` (the project's `records/`). Problems are collected, never raised."""
    records = Records()
    name = PurePosixPath(folder.name)
    for path in sorted(_files(folder)):
        inside = PurePosixPath(path.relative_to(folder).as_posix())
        collection = inside.parts[0].removesuffix(".yaml")
        expected = _expected(inside)
        document = Document(name / inside) if expected else parse(name / inside, path.read_bytes())
        if expected:
            document.refuse((1, 1), "file-name", f"no record belongs at {inside}", expected)
        elif len(inside.parts) == 1:
            _load_many(records, collection, document)
        else:
            _load_one(records, collection, inside.stem, document)
        records.problems += document.problems
    return records


def _files(folder: Path) -> Iterator[Path]:
    """Every file that looks like a record, and nothing that an editor leaves behind."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith((".", "~")) for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path.suffix in (".yaml", ".yml"):
            yield path


def _expected(inside: PurePosixPath) -> str:
    """Where a file at this path should be instead; nothing where it is right."""
    if inside.suffix != ".yaml":
        return f"rename it to {inside.with_suffix('.yaml')}"
    folders = "meetings/2014/2014-11-10-japan-peru.yaml, people/abe-shinzo.yaml or relations/japan-peru.yaml"
    files = "occasions.yaml, organizations.yaml, places.yaml or topics.yaml"
    match inside.parts:
        case [_]:
            return "" if inside.stem in ("occasions", "organizations", "places", "topics") else f"use {files}; or {folders}"
        case ["meetings", year, _] if year.isdigit() and len(year) == 4:  # noqa: PLR2004  # a year has four digits
            return ""
        case ["people" | "relations", _]:
            return ""
    return f"use {folders}"


def _load_one(records: Records, collection: str, key: str, document: Document) -> None:
    if not isinstance(document.data, dict):
        document.refuse(document.place(()), "not-a-record", "a record is a mapping", "write `key: value` lines")
    elif not document.problems:
        _validate(records, collection, key, document, ())
        return
    records.broken.add((collection, key))


def _load_many(records: Records, collection: str, document: Document) -> None:
    if not isinstance(document.data, dict):
        document.refuse(document.place(()), "not-a-record", "the file maps ids to records", "write `id:` and indent its record")
        return
    for key, data in document.data.items():
        if not isinstance(data, dict):
            document.refuse(document.place((key,)), "not-a-record", f"“{key}” is no mapping", "indent `key: value` lines below")
            records.broken.add((collection, key))
        else:
            _validate(records, collection, key, document, (key,))


def _validate(records: Records, collection: str, key: str, document: Document, loc: Loc) -> None:
    """Make the typed record of the data at `loc`, or report all that is wrong with it."""
    data: Any = document.data
    for step in loc:
        data = data[step]
    if "id" in data:
        hint = "delete the line; the id is the name of the file, or the key in a file of several"
        document.refuse(document.place((*loc, "id"), key=True), "unknown-key", "a record does not state its own id", hint)
    kind = COLLECTIONS[collection]
    records.documents[collection, key] = (document, loc)
    try:
        records.entries[collection][key] = kind.model_validate({**data, "id": key})
    except ValidationError as error:
        records.broken.add((collection, key))
        details = error.errors()
        for detail in details:
            # A list that lost its broken items looks too short; the items' own problems say more.
            below = any(other["loc"][: len(detail["loc"])] == detail["loc"] and other is not detail for other in details)
            if not (detail["type"] == "too_short" and below):
                _explain(document, kind, loc, detail)


def _explain(document: Document, kind: type[Part], prefix: Loc, detail: ErrorDetails) -> None:
    """Turn one finding of pydantic into a problem with a place and a hint."""
    loc = detail["loc"]
    if loc == ("id",):
        place = document.place(prefix, key=True)
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
        case "extra_forbidden":
            known = {each.alias or key for key, each in owner.model_fields.items()} - {"id" if issubclass(owner, Entry) else ""}
            hint = f"the keys here are {', '.join(sorted(known))}"
            message = f"“{name}” is not a key of {_article(owner)}.{nearest(name, known)}"
            document.refuse(document.place(at, key=True), "unknown-key", message, hint)
        case "missing":
            message = f"{_article(owner)} needs “{name}”: {_meaning(info)}"
            document.refuse(document.place(at[:-1]), "missing-key", message, f"add {example}")
        case "enum":
            terms = [term.value for term in term_of(info.annotation) or ()] if info else []
            hint = f"one of {', '.join(terms)}"
            document.refuse(document.place(at), "not-in-list", f"“{got}” is not a known {name}.{nearest(got, terms)}", hint)
        case "string_pattern_mismatch" | "string_too_long":
            code = country_code(got)
            hint = f"write `{name}: {code}`" if code else f"write it like {example}"
            document.refuse(document.place(at), "bad-value", f"“{name}” cannot be “{got}”", hint)
        case "tuple_type":
            document.refuse(
                document.place(at), "not-a-list", f"“{name}” must be a list", f"write it like {_listed(name, info)}"
            )
        case "too_short" | "too_long":
            least, most = context.get("min_length"), context.get("max_length")
            wanted = f"at least {least}" if least else f"at most {most}"
            message = f"“{name}” needs {wanted}, not {context['actual_length']}"
            document.refuse(document.place(at), "list-length", message, f"write it like {_listed(name, info)}")
        case "model_type" | "model_attributes_type" | "dict_type":
            document.refuse(document.place(at), "not-a-mapping", f"“{name}” has keys of its own", f"write it like {example}")
        case custom if "hint" in context:
            document.refuse(document.place(at), custom, detail["msg"], str(context["hint"]))
        case _:
            document.refuse(document.place(at), "bad-value", f"“{name}”: {detail['msg'].lower()}", f"write it like {example}")


def _field(kind: type[Part], loc: tuple[str | int, ...]) -> tuple[type[Part], FieldInfo | None]:
    """The type that owns the field at `loc`, and the field; None for a key that the type does not have."""
    owner, info = kind, None
    for step in loc:
        if isinstance(step, int):
            continue
        if info is not None and (inner := part_of(info.annotation)):
            owner = inner
        info = next((each for name, each in owner.model_fields.items() if step in (each.alias, name)), None)
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
