"""Atom feeds (RFC 4287): what is new in the archive, in a relation, and of a party, a person or a topic."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lxml.builder import ElementMaker
from lxml.etree import Comment, tostring

from readouts.exports import scopes
from readouts.exports.citation import AUTHOR
from readouts.exports.keyed import Keyed
from readouts.exports.news import OF, feed, moment
from readouts.render.markdown import MARK
from readouts.version import __version__

if TYPE_CHECKING:
    from readouts.archive.archive import Archive

FOLDER = "atom"
ENDING = ".atom"
TYPE = "application/atom+xml"

_NAMESPACE = "http://www.w3.org/2005/Atom"


def make(archive: Archive, key: str, base: str) -> str:
    """The feed of a part."""
    found = feed(archive, key)
    made = ElementMaker(namespace=_NAMESPACE, nsmap={None: _NAMESPACE})
    way = scopes.way(archive, key)
    folder = f"{FOLDER}/{way}".rpartition("/")[0]
    links = [made.link(rel="alternate", type="text/html", href=scopes.address(found.page, base, folder))]
    if base:
        links.append(made.link(rel="self", type=TYPE, href=f"{base}{FOLDER}/{way}{ENDING}"))
    entries = [
        made.entry(
            made.id(each.id),
            made.title(each.title),
            made.updated(moment(each.day)),
            made.link(rel="alternate", type="text/html", href=scopes.address(each.page, base, folder)),
            made.summary(each.text),
            *(made.category(term=topic) for topic in each.topics),
        )
        for each in found.entries
    ]
    root = made.feed(
        Comment(f" {MARK}records/: edit those, not this file. "),
        made.id(found.id),
        made.title(found.title),
        made.updated(moment(found.day)),
        made.author(made.name(AUTHOR)),
        made.generator(AUTHOR, version=__version__),
        *links,
        *entries,
    )
    text: bytes = tostring(root, xml_declaration=True, encoding="utf-8")
    return text.decode()


FORMAT = Keyed(partial(scopes.files, folder=FOLDER, ending=ENDING, of=OF), make)
