"""Texts as parts of addresses."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=2**15)
def slug(text: str) -> str:
    """`Côte d’Ivoire Peru` → `cote-divoire-peru`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
