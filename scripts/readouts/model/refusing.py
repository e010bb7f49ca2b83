"""How a value is refused: with a code, a message, and a hint that shows a valid example."""

from __future__ import annotations

from typing import Any

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from readouts.model.advice import Advice


def refuse(code: str, message: str, hint: str, **context: str) -> PydanticCustomError:
    """An error whose message has the context in it; what was written comes last, so that its own braces stay as they are."""
    return PydanticCustomError(code, message, {"hint": hint, **context})


def advise(code: str, message: str, usual: str, got: str, advice: Advice) -> PydanticCustomError:
    """Say why, and what would be right, where that is known; the usual hint where it is not."""
    return refuse(code, f"{message}: {{why}}" if advice.why else message, advice.hint or usual, why=advice.why, got=got)


def one_text(value: object) -> str:
    """A value that is one text; raises where it is a list or a mapping."""
    if not isinstance(value, str):
        raise refuse("not-text", "a single value is expected here, not a list or a mapping", "write `key: value`")
    return value


def schema(**keywords: Any) -> WithJsonSchema:  # noqa: ANN401  # a JSON Schema holds any JSON
    """The schema of a value that is written as a text."""
    return WithJsonSchema({"type": "string", **keywords})
