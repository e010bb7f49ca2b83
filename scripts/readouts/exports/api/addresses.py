"""Where the files of the interface and the pages of the site are."""

from __future__ import annotations

from readouts.model.collections import BY_ID, MEETINGS
from readouts.render.urls import url

FOLDER = "api"
VERSION = "v1"
"""It rises when a field goes or means something else; new fields may come at any time."""

ROOT = f"{FOLDER}/{VERSION}"
"""The folder below the site’s root."""

YEAR = 4
"""So many characters the year has, with which the id of a meeting begins."""

COUNTRIES = "countries"
"""The kind of what is no record: a country that any record names."""


def of_record(base: str, kind: str, key: str) -> str:
    """The file of a record."""
    return f"{base}{ROOT}/{way(kind, key)}.json"


def way(kind: str, key: str) -> str:
    """The way to the file of a record, without its ending: meetings lie by their years, so that no folder holds all of them."""
    return f"{kind}/{key[:YEAR]}/{key}" if kind == MEETINGS.id else f"{kind}/{key}"


def of_each(base: str, kind: str) -> str:
    """The files of all records of a kind, with `{id}` where the id of one stands (RFC 6570)."""
    folder = f"{kind}/{{id:{YEAR}}}" if kind == MEETINGS.id else kind
    return f"{base}{ROOT}/{folder}/{{id}}.json"


def of_list(base: str, folder: str, number: int, count: int) -> str | None:
    """A page of a list by its number; none where the list has no such page."""
    return f"{base}{ROOT}/{folder}/{number}.json" if 1 <= number <= count else None


def of_page(base: str, kind: str, key: str, anchor: str = "") -> str:
    """The page of a record for people, or a part of it."""
    path = f"{COUNTRIES}/{key.lower()}.md" if kind == COUNTRIES else BY_ID[kind].page(key)
    return f"{base}{url(path)}{'#' if anchor else ''}{anchor}"
