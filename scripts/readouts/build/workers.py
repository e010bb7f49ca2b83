"""The same work for many things on all processors, where that is simple and safe."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import ForkingPickler
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


class WorkerError(Exception):
    """A worker could not do its work: its process was ended, or it raised what cannot be sent."""


WORTH_IT = 400
"""Fewer things than this are done sooner than a second process starts."""

AT_ONCE = 200
"""So many things are handed to a worker at a time, at most."""

AHEAD = 2
"""So many batches a worker has in hand, so that it never waits."""

_ENDED = "a worker process was ended before its work was done"


def spread(work: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
    """The results of `work`, in the order of `things`.

    Where the system cannot fork safely (macOS can, and then ends what it forked), or other threads are running (a fork would copy
    their locks), everything is done here.

    Raises:
        Exception: what `work` raised first; WorkerError where a worker was ended.
    """
    jobs = list(things)
    processors = os.cpu_count() or 1
    if len(jobs) < WORTH_IT or processors == 1 or sys.platform != "linux" or threading.active_count() > 1:
        yield from map(work, jobs)
        return
    size = max(1, min(AT_ONCE, len(jobs) // (processors * 8)))
    batches = [range(start, min(start + size, len(jobs))) for start in range(0, len(jobs), size)]
    gc.freeze()  # a collection in a fork would copy every page of memory it looks at
    workers: list[Connection] = []
    try:
        for _ in range(processors):
            workers.append(_start(work, jobs, workers))
        yield from _collected(batches, workers)
    finally:
        for each in workers:
            each.close()  # a worker whose connection is closed ends
        gc.unfreeze()


def _start(work: Callable[[T], R], jobs: Sequence[T], others: Sequence[Connection]) -> Connection:
    """Fork a worker: it sees the memory of this process, so that nothing but results is sent."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_serve, args=(work, jobs, there, [*others, here]), daemon=True)
    process.start()
    there.close()
    return here


def _serve(work: Callable[[T], R], jobs: Sequence[T], connection: Connection, inherited: Sequence[Connection]) -> None:
    """Work on batches until the other end is closed, or gone with its process."""
    for each in inherited:
        each.close()
    gc.enable()
    try:
        while True:
            batch: range = connection.recv()
            try:
                answer: list[R] | Exception = [work(jobs[number]) for number in batch]
            except Exception as error:  # noqa: BLE001  # it is raised again by the process that asked
                answer = _sendable(error)
            connection.send((batch.start, answer))
    except (EOFError, ConnectionError, KeyboardInterrupt):
        return


def _sendable(error: Exception) -> Exception:
    """The error itself, if it can be made again from what is sent of it; else what it says."""
    try:
        ForkingPickler.loads(ForkingPickler.dumps(error))
    except Exception:  # noqa: BLE001  # an exception may define how it is sent, and fail in any way
        return WorkerError(f"{type(error).__name__}: {error}")
    return error


def _collected(batches: Sequence[range], workers: Sequence[Connection]) -> Iterator[R]:
    """Hand out the batches, and give the results in their order."""
    waiting = deque(batches)
    for _ in range(AHEAD):
        for each in workers:
            if waiting:
                _send(each, waiting.popleft())
    done: dict[int, list[R]] = {}
    for batch in batches:
        while batch.start not in done:
            for ready in wait(workers):
                assert isinstance(ready, Connection)  # noqa: S101  # nothing else is waited for
                received: tuple[int, list[R] | Exception] = _received(ready)
                start, answer = received
                if isinstance(answer, Exception):
                    raise answer
                done[start] = answer
                if waiting:
                    _send(ready, waiting.popleft())
        yield from done.pop(batch.start)


def _send(connection: Connection, batch: range) -> None:
    try:
        connection.send(batch)
    except OSError:
        raise WorkerError(_ENDED) from None


def _received(connection: Connection) -> tuple[int, list[R] | Exception]:
    try:
        found: tuple[int, list[R] | Exception] = connection.recv()
    except (EOFError, OSError):
        raise WorkerError(_ENDED) from None
    return found


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
