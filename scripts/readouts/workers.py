"""The same work for many things on all processors, where that is simple and safe."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_IT = 400
"""Fewer things than this are done sooner than a second process starts."""


def spread(work: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
    """The results of `work`, in the order of `things`.

    Processes are forked, so that they see what this one has in memory; where the system cannot fork, or other threads are
    running (a fork would copy their locks), everything is done here.
    """
    jobs = list(things)
    processors = os.cpu_count() or 1
    forks = "fork" in multiprocessing.get_all_start_methods()
    if len(jobs) < WORTH_IT or processors == 1 or not forks or threading.active_count() > 1:
        yield from map(work, jobs)
        return
    gc.freeze()  # a collection in a child would copy every page of memory it looks at
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(processors, mp_context=context) as pool:
            yield from pool.map(work, jobs, chunksize=max(1, len(jobs) // (processors * 8)))
    finally:
        gc.unfreeze()
