"""Values that stay what is written, or nearly so: texts, names, addresses, languages, coordinates, zones, yes and no.

Each is read of the text of a YAML scalar, and refused with a hint that shows a valid example.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from pydantic import Field, PlainValidator, StringConstraints, WithJsonSchema

from readouts.model.advice import about_coordinate
from readouts.model.advice_codes import about_language, about_url
from readouts.model.refusing import advise, one_text, refuse, schema


def _language(value: object) -> str:
    return _known_language(one_text(value))


@lru_cache(maxsize=256)
def _known_language(text: str) -> str:
    try:
        locale = Locale.parse(text, sep="-")
    except (ValueError, UnknownLocaleError):
        locale = None
    if locale is None or locale.english_name is None or not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", text):
        hint = about_language(text) or "write a BCP 47 tag such as en, ja, es or zh-Hant"
        raise refuse("language", "“{got}” is not a language", hint, got=text)
    return text


_YES_OR_NO = {
    "yes": "true",
    "y": "true",
    "on": "true",
    "true": "true",
    "no": "false",
    "n": "false",
    "off": "false",
    "false": "false",
}


def _flag(value: object) -> bool:
    if isinstance(value, bool):  # as other formats have it
        return value
    text = one_text(value)
    if text not in ("true", "false"):
        hint = f"write {said}" if (said := _YES_OR_NO.get(text.lower())) else "write true or false"
        raise refuse("flag", "“{got}” is neither true nor false", hint, got=text)
    return text == "true"


_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?\.?(?::[0-9]{1,5})?", re.IGNORECASE)
"""A name in the domain name system, perhaps with a port: no name of a user, and no letters that look like others (RFC 3986, 5890)."""


def _url(value: object) -> str:
    text = one_text(value)
    try:
        parts = urlsplit(text)
        named = _HOST.fullmatch(parts.netloc) and (parts.port or 443) > 0  # raises where a port is too high
        named = named and text[-1] not in ",;"
        good = parts.scheme in ("http", "https") and named and not re.search(r'[\s<>"\\^`{|}]', text)
    except ValueError:
        good = False
    if not good:
        usual = "copy the page's whole address, as in https://www.mofa.go.jp/la_c/sa/pe/page3e_000261.html"
        hint = about_url(text) or usual
        raise refuse("url", "“{got}” is not the address of a web page", hint, got=text)
    return text


def _line(value: object) -> str:
    text = " ".join(one_text(value).split())
    if not text:
        raise refuse("text", "the text is empty", "write a text, or delete the line")
    return text


def _name(value: object) -> str:
    text = _line(value)
    if "<" in text or ">" in text:
        raise refuse("name", "a name cannot have the characters < and >", "write the name without them")
    return text


def _short_form(value: object) -> str:
    text = _name(value)
    if text == text.lower() and text.isascii():
        hint = "write it as it is printed, as in TPP or G20; or delete the line"
        raise refuse("name", "“{got}” is no abbreviation: it has no capital letter", hint, got=text)
    return text


def _latitude(value: object) -> float:
    return _coordinate(value, "latitude", 90, "39.91")


def _longitude(value: object) -> float:
    return _coordinate(value, "longitude", 180, "116.39")


def _coordinate(value: object, name: str, most: int, example: str) -> float:
    text = str(value) if isinstance(value, float) else one_text(value)  # a number as other formats have it
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{1,9})?", text, re.ASCII) and abs(float(text)) <= most:
        return float(text)
    usual = f"write decimal degrees, as in `{name}: {example}`"
    raise advise("coordinates", f"“{{got}}” is no {name}", usual, text, about_coordinate(text, most))


def _between(most: int) -> WithJsonSchema:
    return WithJsonSchema({"type": "number", "minimum": -most, "maximum": most})


Language = Annotated[str, PlainValidator(_language), schema(), Field(examples=["en"])]
Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"}), Field(examples=["true"])]
Url = Annotated[str, PlainValidator(_url), schema(format="uri"), Field(examples=["https://www.mofa.go.jp/"])]
Text = Annotated[str, PlainValidator(_line), schema(), Field(examples=["Any text; it is shown exactly as written."])]
"""One paragraph of text. Runs of spaces and line breaks count as one space, as they do in HTML."""
Name = Annotated[str, PlainValidator(_name), schema(pattern="^[^<>]+$"), Field(examples=["Trans-Pacific Partnership"])]
"""A short text that also serves as a title."""
ShortForm = Annotated[str, PlainValidator(_short_form), schema(pattern="^[^<>]+$"), Field(examples=["TPP"])]
"""An abbreviation, which is explained wherever it stands as a word: a number or a small word would be so everywhere."""
Anchor = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60), Field(examples=["s1"])]
"""An address inside a page: small letters, digits and hyphens."""
Latitude = Annotated[float, PlainValidator(_latitude), _between(90), Field(examples=["39.91"])]
Longitude = Annotated[float, PlainValidator(_longitude), _between(180), Field(examples=["116.39"])]
Wikidata = Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]{0,11}$"), Field(examples=["Q132345"])]
Zone = Annotated[
    str, PlainValidator(_line), schema(pattern=r"^[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+)+$"), Field(examples=["Asia/Tokyo"])
]
"""An IANA time zone; the checks look it up in the time-zone data that the project ships."""
