"""The interface described in OpenAPI 3.1; what a record may say is taken from the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.exports.api import lists
from readouts.exports.api.addresses import COUNTRIES, ROOT, VERSION, YEAR
from readouts.exports.api.lists import Json
from readouts.exports.api.resources import RESOURCES, Resource
from readouts.exports.codes import Codes
from readouts.model.base import adapter
from readouts.model.collections import BY_ID, MEETINGS
from readouts.model.vocabulary import Status
from readouts.model.withdrawn import Withdrawn

if TYPE_CHECKING:
    from readouts.archive.archive import Archive

_TEXT: Json = {"type": "string"}
_LINK: Json = {"type": "string", "format": "uri-reference"}
_DAY: Json = {"type": "string", "format": "date"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_TRUE: Json = {"type": "boolean"}


_PARTS: dict[str, Json] = {
    "year": {"type": "string", "pattern": "^[0-9]{4}$", "description": "The first characters of the id."}
}
"""What stands in an address for something else than an id or a number."""


def document(archive: Archive, base: str) -> Json:
    """The description; the ids in its examples are those of the archive."""
    paths: Json = {
        "/index.json": _get("What there is, and how much of it", "Index"),
        "/withdrawn/pages/{number}.json": _get("Ids that records had before, and ids that are gone", "WithdrawnPage", number=1),
    }
    if withdrawn := archive.ids(lists.WITHDRAWN):
        paths |= {"/withdrawn/{id}.json": _get("Why an id is gone", "WithdrawalFile", id=withdrawn[0])}
    for kind, resource in RESOURCES.items():
        ids = resource.ids(archive)
        paths |= {f"/{kind}/pages/{{number}}.json": _get(f"All of the kind “{resource.one}”, in pages", "Page", number=1)}
        if not ids:
            continue
        year = {"year": ids[0][:YEAR]} if kind == MEETINGS.id else {}
        one = _get(f"One {resource.one}, or an id that one had before", _name(kind), **year, id=ids[0])
        paths |= {f"/{kind}/{'{year}/' if year else ''}{{id}}.json": one}
        if listed := next((each for each in ids if resource.meetings(archive, each)), ""):
            what = f"The meetings that have to do with one {resource.one}, in pages"
            paths |= {f"/{kind}/{{id}}/meetings/{{number}}.json": _get(what, "MeetingsPage", id=listed, number=1)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Readouts",
            "version": VERSION.removeprefix("v"),
            "license": {"name": "MIT", "identifier": "MIT"},
            "description": "Diplomatic meetings as their sides recorded them, as files. Nothing is computed when they are asked for.",
        },
        "servers": [{"url": f"{base}{ROOT}"}],
        "paths": paths,
        "components": {"schemas": dict(sorted(_schemas().items()))},
    }


def _name(kind: str) -> str:
    """What the schema of a kind’s file is called."""
    return f"{kind.capitalize()}File"


def _get(summary: str, schema: str, **parameters: str | int) -> Json:
    found: Json = {
        "summary": summary,
        "operationId": "".join(
            word.capitalize() for word in summary.replace("“", "").replace("”", "").replace(",", "").split()
        ),
        "responses": {
            "200": {
                "description": summary,
                "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
            },
            "404": {"description": "There is no such file."},
        },
    }
    if parameters:
        found["parameters"] = [
            {
                "name": name,
                "in": "path",
                "required": True,
                "schema": {"type": "integer", "minimum": 1} if isinstance(example, int) else _PARTS.get(name, _TEXT),
                "example": example,
            }
            for name, example in parameters.items()
        ]
    return {"get": found}


def _schemas() -> Json:
    """Every schema by its name."""
    found: Json = {
        "Codes": _object({name: _or_none({"type": "integer"} if name in ("cow", "gw") else _TEXT) for name in Codes._fields}),
        "Party": _object({"@id": _LINK, "id": _TEXT, "name": _TEXT, "codes": _ref("Codes")}),
        "Item": _object(_item() | {"modified": _or_none(_DAY), "digest": _or_none(_TEXT)}),
        "Page": _page(_ref("Item")),
        "MeetingsPage": _page(_object({"id": _TEXT}), item=_TEXT | {"description": "The file of each, by its id."}),
        "WithdrawnPage": _page(_object({"kind": _TEXT, "id": _TEXT, "now": _or_none(_TEXT), "json": _LINK})),
        "WithdrawalFile": _object({"@id": _LINK, "id": _TEXT, "digest": _TEXT, "record": _ref(Withdrawn.__name__)}),
        "Index": _index(),
        "Gone": _object(
            {
                "id": _TEXT,
                "withdrawn": {"const": True},
                "now": _or_none(_TEXT),
                "json": _LINK,
                "date": _or_none(_TEXT),
                "reason": _or_none(_TEXT),
            },
            "An id that a record had before; `now` is the one it has. Where that is null, the record was taken out: `date` and `reason`.",
        ),
        **_record(lists.WITHDRAWN),
    }
    for kind, resource in RESOURCES.items():
        if kind in BY_ID:
            found |= _record(kind)
        found[_name(kind)] = {"oneOf": [_file(kind, resource), _ref("Gone")]}
    return found


def _record(kind: str) -> Json:
    """The schemas of what stands in the records of a kind, and of its parts."""
    collection = BY_ID[kind]
    schema = adapter(collection.type).json_schema(
        by_alias=True, mode="serialization", ref_template="#/components/schemas/{model}"
    )
    parts: Json = schema.pop("$defs", {})
    del schema["properties"]["id"]
    schema["required"] = [key for key in schema.get("required", []) if key != "id"]
    return parts | {collection.type.__name__: schema}


def _file(kind: str, resource: Resource) -> Json:
    record: Json = _ref(BY_ID[kind].type.__name__) if kind in BY_ID else {"type": "null"}
    own: Json = {
        "@context": _LINK,
        "@id": _LINK,
        "@type": {"const": resource.type},
        **_item(),
        "withdrawn": {"const": False},
        "modified": _or_none(_DAY)
        | {"description": "The day of the latest change that the record notes; none where it notes none."},
        "digest": _or_none(_TEXT)
        | {
            "description": "The first 16 digits of the SHA-256 of `record`, with the keys in the order of the alphabet and without white space."
        },
        "record": _or_none(record) | {"description": "The record, with the keys of the reference of fields."},
    }
    del own["json"]
    if kind == MEETINGS.id:
        own |= {
            "status": {"enum": [term.value for term in Status]},
            "startDate": _or_none(_DAY) | {"description": "The day; none where it is not certain."},
            "firstDay": _DAY | {"description": "The first day that the date can mean."},
            "lastDay": _DAY | {"description": "The last day that the date can mean."},
            "times": _many(_object({"session": _COUNT, "start": _time(), "end": _or_none(_time())})),
            "parties": _many(_ref("Party")),
            "attendee": _many(_LINK),
            "location": _or_none(_LINK),
            "superEvent": _or_none(_LINK),
            "about": _many(_LINK),
            "accounts": _many(_account()),
            "statements": _many(_TEXT)
            | {"description": "The address of each on `page`, behind a number sign; it stays. In the order of `record`."},
        }
    else:
        own["meetings"] = _object({"count": _COUNT, "first": _or_none(_LINK)})
    if kind == COUNTRIES:
        own["codes"] = _ref("Codes")
    return _object(own)


def _item() -> Json:
    return {"id": _TEXT, "name": _TEXT, "page": _LINK, "json": _LINK}


def _time() -> Json:
    return {"type": "string", "format": "date-time"}


def _account() -> Json:
    found: Json = {"id": _TEXT, "page": _LINK, "publisher": _LINK, "official": _TRUE, "complete": _TRUE, "statements": _COUNT}
    return _object(found)


def _index() -> Json:
    kind = _object({"count": _COUNT, "first": _LINK, "item": _TEXT})
    counted = _object({"count": _COUNT, "first": _LINK})
    held = _object({"meetings": _COUNT, "accounts": _COUNT, "statements": _COUNT}, "Of meetings that were held.")
    data = _object(
        {"version": _or_none(_TEXT), "digest": _TEXT}, "The latest release; and the state of all records, which may be newer."
    )
    return _object({"version": _TEXT, "data": data, "held": held, **dict.fromkeys(RESOURCES, kind), lists.WITHDRAWN: counted})


def _page(one: Json, **own: Json) -> Json:
    number: Json = {"type": "integer", "minimum": 1}
    items = _many(one) | {"maxItems": lists.PAGE}
    links = {"previous": _or_none(_LINK), "next": _or_none(_LINK)}
    return _object({**own, "count": _COUNT, "page": number, "pages": number, **links, "items": items})


def _object(properties: Json, description: str = "") -> Json:
    """An object that has all of these, and may come to have more."""
    found: Json = {"type": "object", "required": list(properties), "properties": properties}
    return found | {"description": description} if description else found


def _many(item: Json) -> Json:
    return {"type": "array", "items": item}


def _or_none(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
