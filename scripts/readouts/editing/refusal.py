"""That something cannot be done as it was asked for, which is no problem of a file."""

from __future__ import annotations


class RefusedError(Exception):
    """Something that was asked for cannot be done; the text says why, `hint` what to ask for instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint
