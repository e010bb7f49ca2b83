"""The same work for many things on all processors, where that is simple and safe."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_IT = 400
"""Fewer things than this are done sooner than a second process starts."""

_task: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What forked processes work on: they see the memory of this one, so that nothing but results is sent."""


def spread(work: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
    """The results of `work`, in the order of `things`.

    Where the system cannot fork, or other threads are running (a fork would copy their locks), everything is done here.
    """
    global _task  # noqa: PLW0603  # the one way to hand something to a fork without sending it
    jobs = list(things)
    processors = os.cpu_count() or 1
    forks = "fork" in multiprocessing.get_all_start_methods()
    if len(jobs) < WORTH_IT or processors == 1 or not forks or threading.active_count() > 1:
        yield from map(work, jobs)
        return
    size = max(1, min(200, len(jobs) // (processors * 8)))
    parts = [range(start, min(start + size, len(jobs))) for start in range(0, len(jobs), size)]
    _task = (work, jobs)
    gc.freeze()  # a collection in a fork would copy every page of memory it looks at
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(processors, mp_context=context, initializer=gc.enable) as pool:
            for results in pool.map(_part, parts):
                yield from results
    finally:
        gc.unfreeze()
        _task = None


def _part(numbers: range) -> list[Any]:
    assert _task  # noqa: S101  # set before the fork
    work, jobs = _task
    return [work(jobs[number]) for number in numbers]


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for reference cycles while a great many small things are made that all stay."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collected:
            gc.enable()
