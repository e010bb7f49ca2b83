"""RIS: tags of two letters, two spaces, a hyphen, a space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readouts.exports.citation import AUTHOR

if TYPE_CHECKING:
    from readouts.exports.citation import Cited


def text(cited: Cited) -> str:
    """A record."""
    tags = [("TY", "ELEC"), ("ID", cited.id), ("AU", AUTHOR), ("TI", cited.title)]
    if cited.issued:
        tags += [("PY", f"{cited.issued.year}"), ("DA", cited.issued.strftime("%Y/%m/%d"))]
    return "\n".join(f"{tag}  - {value}" for tag, value in (*tags, ("LA", "en"), ("UR", cited.address), ("ER", "")))
