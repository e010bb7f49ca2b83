"""The archive as JSON with stable addresses, which follow the ids of records: `/api/v1/people/abe-shinzo.json`.

Lists come in pages, so that no file grows with the archive. `resources` has what there is of each kind, `openapi` describes it and
`context` says what the words mean in JSON-LD.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from pydantic_core import to_json

from readouts.exports.api import context, lists, openapi, records
from readouts.exports.api.addresses import FOLDER, ROOT, way
from readouts.exports.api.resources import RESOURCES
from readouts.exports.keyed import Keyed

if TYPE_CHECKING:
    from readouts.archive.archive import Archive

__all__ = ["FOLDER", "FORMAT", "ROOT"]

_ALONE: dict[str, Callable[[Archive, str], object]] = {
    "index.json": lists.index,
    "openapi.json": openapi.document,
    "context.jsonld": context.document,
}


def files(archive: Archive) -> Iterator[tuple[str, str]]:
    """Every file; the key is the way to it below the root of the interface."""
    for key in _keys(archive):
        yield f"{ROOT}/{key}", key


def _keys(archive: Archive) -> Iterator[str]:
    yield from _ALONE
    for name, resource in RESOURCES.items():
        ids = resource.ids(archive)
        yield from (f"{name}/pages/{number}.json" for number in lists.numbers(len(ids)))
        for each in ids:
            yield f"{way(name, each)}.json"
            yield from (
                f"{name}/{each}/meetings/{number}.json"
                for number in lists.numbers(len(resource.meetings(archive, each)), least=0)
            )
    yield from (f"{lists.WITHDRAWN}/pages/{number}.json" for number in lists.numbers(len(lists.gone(archive))))
    yield from (f"{way(name, former)}.json" for name, _, former in archive.moved)
    yield from (f"{way(name, gone)}.json" for name, gone, _ in archive.withdrawn)
    yield from (f"{lists.WITHDRAWN}/{key}.json" for key in archive.ids(lists.WITHDRAWN))


def make(archive: Archive, key: str, base: str) -> str:
    """The text of a file. Where the site’s own address is not known, addresses lead from the file’s own folder."""
    base = base or "../" * f"{ROOT}/{key}".count("/")
    match key.removesuffix(".json").split("/"):
        case [lists.WITHDRAWN, "pages", number]:
            found: object = lists.withdrawn(archive, int(number), base)
        case [lists.WITHDRAWN, each]:
            found = records.withdrawal(archive, each, base)
        case [name, "pages", number]:
            found = lists.page(archive, name, int(number), base)
        case [name, each, "meetings", number]:
            found = lists.meetings(archive, name, each, int(number), base)
        case [name, each] | [name, _, each]:
            found = records.document(archive, name, each, base)
        case _:
            found = _ALONE[key](archive, base)
    return to_json(found).decode() + "\n"


FORMAT = Keyed(files, make)
