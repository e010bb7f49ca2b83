"""Texts of our own in which something is typed as it stands."""

from __future__ import annotations

from readouts.render.blocks import Code, Inlines


def typed(text: str) -> Inlines:
    """A text with what stands between backticks as code."""
    return tuple(Code(part) if number % 2 else part for number, part in enumerate(text.split("`")) if part)
