"""BibTeX. `@online` is BibLaTeX’s, which classic styles treat as `@misc`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.exports.citation import AUTHOR

if TYPE_CHECKING:
    from readouts.exports.citation import Cited

_LATEX = str.maketrans({each: f"\\{each}" for each in "{}&%$#_"} | {"\\": r"\textbackslash{}", "~": "\\~{}", "^": "\\^{}"})


def text(cited: Cited) -> str:
    """An entry."""
    lines = [f"@online{{{cited.id},", f"  author = {{{{{AUTHOR}}}}},", f"  title = {{{{{cited.title.translate(_LATEX)}}}}},"]
    if cited.issued:
        lines += [f"  date = {{{cited.issued.isoformat()}}},", f"  year = {{{cited.issued.year}}},"]
    return "\n".join([*lines, f"  url = {{{cited.address}}}", "}"])
