"""Fingerprints: numbers that tell whether something is what it was."""

from __future__ import annotations

from hashlib import blake2b
from typing import TypeAlias

Question: TypeAlias = "tuple[str, str | int | tuple[str, str]]"
"""Something that can be asked of an archive, and about what: `("people", "abe-shinzo")`, `("between", ("JP", "PE"))`.

A page depends on the answers to the questions it asks, and on nothing else (`Archive.watched`).
"""


def fingerprint(*parts: object) -> int:
    """A number of 63 bits that is the same on any machine and another whenever a part changes.

    Bytes count as they are; anything else by its `repr`, so that it must be made of texts, numbers, dates, tuples, lists and
    data classes of those.
    """
    digest = blake2b(digest_size=8)
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return int.from_bytes(digest.digest(), "big") >> 1
