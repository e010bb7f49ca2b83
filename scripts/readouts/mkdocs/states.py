"""The states that a run of MkDocs can be in, and what leads from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from readouts.problems import Problem


@dataclass(frozen=True, slots=True)
class Plain:
    """MkDocs reads the Markdown of every page."""


@dataclass(frozen=True, slots=True)
class PreRendered:
    """The pages are written into the site as whole HTML."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The records cannot be published; every page shows the problems."""

    problems: tuple[Problem, ...]
    complete: bool
    """Whether the site beneath has all pages, as they were before."""


State: TypeAlias = Plain | PreRendered | Broken


def begun(why_not: str, problems: Sequence[Problem]) -> State:
    """A whole build begins.

    Args:
        why_not: Why pages cannot be pre-rendered; empty where they can.
        problems: What is wrong with the records, where they cannot be published.
    """
    if problems:
        return Broken(tuple(problems), complete=False)
    return Plain() if why_not else PreRendered()


def can_follow(state: State) -> bool:
    """Whether a saved record can be shown without a whole build: the site must be complete."""
    return isinstance(state, PreRendered) or (isinstance(state, Broken) and state.complete)


def saved(problems: Sequence[Problem]) -> State:
    """A record was saved, in a state that can follow."""
    return Broken(tuple(problems), complete=True) if problems else PreRendered()
