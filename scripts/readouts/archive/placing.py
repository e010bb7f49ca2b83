"""Where the file of a record belongs and what it is called: what is wrong with one by its name, or by the kind of its record."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import TYPE_CHECKING, Any, TypeAlias

from readouts.model.base import ID_LENGTH, is_id, reserved
from readouts.model.collections import COLLECTIONS, PEOPLE, Collection, collection_of, where
from readouts.model.describe import keys, spoken
from readouts.model.slugs import slug
from readouts.problems.lookalikes import odd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readouts.source import Data

Refusal: TypeAlias = tuple[str, str, str]
"""Code, message and hint of what is wrong with a file as a whole."""

_YAML = re.compile(r"\.ya?ml(?:\.|$)", re.IGNORECASE)
_TEXT = re.compile(r"\.(?:ya?ml|txt|text|json)(?:\.|$)|^[^.]*$", re.IGNORECASE)
"""Endings of what may be a record, and none."""

_COPY = re.compile(
    r"^(?:copy(?: \(\d+\))? of )?(?P<name>.*?)(?:\s*\(\d+\)|[\s_-]+copy(?:\s*\(?\d+\)?)?|\s+\d)?$", re.IGNORECASE
)
"""What systems call the copy of a file."""

_ALLOWED = "small letters without accents, digits and hyphens"


def refusal(folder: Path, path: str, mode: int) -> Refusal | None:
    """What is wrong with what is neither a folder of records nor a file of one; nothing that lies here passes silently."""
    if S_ISLNK(mode):
        return "unreadable", "a link stands here, and links are not followed", "put the file itself here, or delete the link"
    if S_ISDIR(mode):
        hint = "put the record into a file of this name, or rename the folder"
        return ("file-name", "this is a folder with the name of a file", hint) if _YAML.search(path) else None
    if not S_ISREG(mode):
        return "unreadable", "this is no ordinary file", "a record is a text file"
    return None if path.endswith(".yaml") else ("file-name", "only files that end in `.yaml` are read", _renamed(folder, path))


def _renamed(folder: Path, inside: str) -> str:
    """What to do with a file that has another ending than `.yaml`: never to write over one that there is."""
    path = PurePosixPath(inside)
    if not _TEXT.search(path.name):
        return f"keep it outside of {folder.name}/: a record is a text file"
    stem = path.name.partition(".")[0]
    right = path.with_name(f"{slug(stem) or stem}.yaml")
    if (folder / right).exists():
        return f"{folder.name}/{right} exists already: keep one of the two"
    return f"if it is a record, rename it to {right.name}; if not, keep it outside of {folder.name}/"


def own_id(collection: Collection[Any], data: Data) -> str:
    """The id of a person, the family name first, by what a file says; "" for other records, and where it does not say it."""
    match data:
        case {"name": {"family": str(family), "given": str(given)}} if collection is PEOPLE:
            return slug(f"{family} {given}")
    return ""


def misnamed(folder: Path, inside: str, own: str) -> Refusal | None:
    """What is wrong with the name of a file that holds one record, whose id is `own` by what it says itself."""
    path = PurePosixPath(inside)
    if is_id(path.stem):
        return None
    strange, kept = odd(path.stem), reserved(path.stem)
    message = f"“{path.stem}” cannot be an id{f': {strange or kept}' if strange or kept else ''}"
    if kept:
        return "file-name", message, "choose another name"
    named = _YAML.split(path.stem)[0]
    copied = _COPY.match(named)
    stem = copied["name"] if copied else named
    right = path.with_name(f"{slug(stem)}.yaml")
    if slug(stem) and set(slug(stem).split("-")) < set(own.split("-")):
        right = path.with_name(f"{own}.yaml")
    if stem != named:
        return "file-name", message, f"delete the file if it is a copy; else name it by what it records, in {_ALLOWED}"
    if not right.stem or strange or not is_id(right.stem):
        long = len(right.stem) > ID_LENGTH and not strange
        hint = f"use at most {ID_LENGTH} characters" if long else f"use {_ALLOWED}: 2014-11-10-japan-peru, abe-shinzo"
        return "file-name", f"{message}: it is too long" if long else message, hint
    if (folder / right).exists():
        return "file-name", message, f"{folder.name}/{right} exists already: keep one of the two"
    return "file-name", message, f"rename the file to {right.name}, in {_ALLOWED}"


def misplaced(folder: Path, collection: Collection[Any], inside: str, data: Mapping[str, Data]) -> Refusal | None:
    """What is wrong with a file of a record of another kind, by its keys."""
    if len(data.keys() - keys(collection.type).keys()) * 2 <= len(data):
        return None
    stem = PurePosixPath(inside).stem
    own = keys(collection.type).keys()
    if all(isinstance(each, dict) and each.keys() <= own for each in data.values()):
        files = ", ".join(f"{folder.name}/{collection.file(key)}" for key in list(data)[:3])
        return (
            "file-name",
            f"{collection.id}/ has a file for each record, and this one holds several",
            f"write them into {files}",
        )
    for other in COLLECTIONS:
        if data.keys() <= keys(other.type).keys():
            home = PurePosixPath(other.file(stem))
            there = f"{folder.name}/{home}" if other.one_file else f"{folder.name}/{home.parent}/"
            if (folder / home).exists() and not other.one_file:
                there = f"{folder.name}/{home.parent}/ under another name, for {home.name} exists there"
            message = f"this is {article(spoken(other.type))}, which does not belong in {collection.id}/"
            return "file-name", message, f"move it to {there}"
    return None


def astray(folder: Path, inside: str) -> Refusal:
    """What to say of a file where no record belongs."""
    path = PurePosixPath(inside)
    first = path.parts[0].removesuffix(".yaml").lower()
    kind = next((each for each in COLLECTIONS if first in (each.id, spoken(each.type), f"{spoken(each.type)}s")), None)
    hint = where(inside)
    if kind and not kind.one_file and len(path.parts) > 1 and collection_of(right := kind.file(path.stem)):
        hint = f"move it to {folder.name}/{right}"
        if (folder / right).exists():
            hint = f"{folder.name}/{right} exists already: keep one of the two"
    elif kind and kind.one_file:
        hint = f"write the record into {folder.name}/{kind.id}.yaml, which holds all of its kind"
    return "file-name", f"no record belongs at {inside}", hint


def article(name: str) -> str:
    """`a person`, `an occasion`."""
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
