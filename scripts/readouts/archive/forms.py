"""What is no list, or has not the form of an id: what it says, as far as that can be told before all records are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from readouts.archive.meant import Asked
from readouts.archive.shapes import as_keys, because, in_round_brackets, last_key, strange_sign
from readouts.model.advice_codes import about_wikidata
from readouts.model.base import COUNTRY
from readouts.model.collections import BY_TYPE, MEETINGS
from readouts.model.describe import is_list, keys, part_of, shown
from readouts.model.other_words import names_nobody
from readouts.model.references import refers_to
from readouts.model.slugs import slug
from readouts.model.values import UNIONS, Date, country_code
from readouts.problems import Problem
from readouts.problems.lookalikes import plain
from readouts.source.scalars import inline

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

    from readouts.problems import Loc
    from readouts.source import Document

PERSON, PLACE = "Person", "Place"
"""What a field says that takes a person, or a place."""


def bad_form(document: Document, at: Loc, detail: ErrorDetails, info: FieldInfo | None) -> None:
    """Add a problem of what is no list, or has not the form of an id; which one is meant is known when all records are."""
    name, got, place = last_key(at), str(detail["input"])[:60], (document.path, *document.position(at))
    example, to = f"`{shown(name, info)}`" if info else f"`{name}:`", refers_to(info) if info else ()
    hint = f"write it like {example}"
    if detail["type"] == "tuple_type":
        hint = _as_list(name, detail["input"], info) or hint
        why = "in square brackets, not in round ones" if in_round_brackets(detail["input"]) else ""
        problem = Problem(*place, "not-a-list", f"“{name}” must be a list{f', {why}' if why else ''}", hint)
    else:
        right = country_code(got) if COUNTRY in to else ""
        if right and info:
            hint = f"write `{name}: {f'[{right}]' if is_list(info.annotation) else right}`"
        elif name == "wikidata":
            hint = about_wikidata(got) or hint
        elif to and slug(got):
            own = next((code.lower() for code, union in UNIONS.items() if union == got), slug(got))
            files = " or ".join(f"records/{BY_TYPE[each].file(slug(got))}" for each in to if each in BY_TYPE)
            building = "; a building or room stands under `venue:`" if PLACE in to and " " in got else ""
            hint = f"write its id, as in {example}{building}; if it is new, add it to {files} as `{own}`"
            if MEETINGS.type.__name__ in to:
                hint = f"write its id, which is the name of its file without `.yaml`, as in {example}"
        strange = "" if to and " " in got else strange_sign(detail)  # a name is no id, whatever signs it has
        message = because(f"“{name}” cannot be “{got}”", strange)
        if PERSON in to and names_nobody(got):
            message, hint = f"“{got}” does not say who", f"name them, as in {example}, or each side, as in `{name}: [JP, PE]`"
        if PERSON in to and (who := _holder(document, got)):
            document.refuse(document.position(at), "bad-value", f"“{got}” is an office, and not who held it", f"write `{who}`")
            return
        problem = Problem(*place, "bad-value", message, hint)
    if info and to and isinstance(detail["input"], str):
        said, item = _items(plain(detail["input"])), isinstance(at[-1], int)
        many, when = is_list(info.annotation), _day_of(document)
        problem = Asked(
            *place, problem.code, problem.message, problem.hint, said=said, key=name, to=to, many=many, item=item, when=when
        )
    document.problems.append(problem)


_NUMBERED = re.compile(r"(?:^|\s+)(?:\d+[.)]|[•◦▪*·])\s+")
"""What begins an item elsewhere."""


def _items(text: str) -> str:
    """A list of lines behind numbers or bullets as words with commas between them."""
    return ", ".join(filter(None, _NUMBERED.split(text))) if _NUMBERED.match(text) else text


def _as_list(name: str, got: object, info: FieldInfo | None) -> str:
    """How a list of parts would be written, where one stands without its dash, or as a text; "" where that is not clear."""
    part = part_of(info.annotation) if info else None
    if isinstance(got, dict) and got:
        key, value = next(iter(got.items()))
        if part and key not in keys(part):
            each = [as_keys(part, key) for key in got]
            return f"write `{name}: [{', '.join(each)}]`" if all(each) else ""
        return f"begin each item with a dash, and indent its other keys to stand below its first: `- {key}:{f' {inline(value)}' if isinstance(value, str) else ''}`"
    right = as_keys(part, got) if part else ""
    return f"write `{name}: [{right}]`" if right else ""


def _holder(document: Document, office: str) -> str:
    """The one person who took part in an office, by the file of a meeting; "" for none or several."""
    sides = document.data.get("delegations") if isinstance(document.data, dict) else None
    found = set()
    for side in sides if isinstance(sides, list) else ():
        head = side.get("head") if isinstance(side, dict) else None
        if isinstance(head, dict) and head.get("as") == office and isinstance(head.get("person"), str):
            found.add(str(head["person"]))
    return found.pop() if len(found) == 1 else ""


def _day_of(document: Document) -> Date | None:
    """The date of a meeting, where the file is of one and it is right."""
    written = document.data.get("date") if isinstance(document.data, dict) else None
    try:
        return Date.parse(written) if isinstance(written, str) else None
    except PydanticCustomError:
        return None
