"""A bar for what takes longer than a moment, where a person sees it; nothing in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PATIENCE = 2.0
"""Seconds before a bar appears."""


@contextmanager
def progress(label: str = "Pages") -> Iterator[Callable[[int, int], None]]:
    """Yields what is told how many things of how many are done."""
    began = time.monotonic()
    bar: ProgressBar[int] | None = None
    told = 0
    with ExitStack() as shown:

        def tell(done: int, total: int) -> None:
            nonlocal bar, told
            if bar is None and sys.stderr.isatty() and time.monotonic() - began > PATIENCE:
                steps = max(1, total // 100)
                made = click.progressbar(length=total, label=label, show_pos=True, file=sys.stderr, update_min_steps=steps)
                bar = shown.enter_context(made)
            if bar:
                bar.update(done - told)
                told = done

        yield tell
