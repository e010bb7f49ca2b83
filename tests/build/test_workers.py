"""Work on all processors: what goes wrong in a worker is told as what it is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT
from readouts.build import workers
from readouts.build.workers import WorkerError, spread

THINGS = range(workers.WORTH_IT * 2)


class Unsendable(Exception):  # noqa: N818  # no error of the project
    """An exception that cannot be made again of what is sent of it."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine has, and whatever threads other tests have left."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_results_come_in_order() -> None:
    assert list(spread(lambda number: number * 2, THINGS)) == [number * 2 for number in THINGS]


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGTERM])
def test_a_worker_that_is_ended_is_told(kind: signal.Signals) -> None:
    # The system ends the largest process where memory runs out.
    here = os.getpid()

    def work(number: int) -> int:
        assert os.getpid() != here
        if number == 50:
            os.kill(os.getpid(), kind)
        return number

    with pytest.raises(WorkerError, match="a worker process was ended before its work was done"):
        list(spread(work, THINGS))


def test_what_a_worker_raises_is_raised() -> None:
    def work(number: int) -> int:
        if number == 50:
            message = "fifty"
            raise LookupError(message)
        return number

    with pytest.raises(LookupError, match="fifty"):
        list(spread(work, THINGS))


def test_what_cannot_be_sent_keeps_its_name_and_text(capfd: pytest.CaptureFixture[str]) -> None:
    def work(number: int) -> int:
        if number == 50:
            one, two = "forty", "ten"
            raise Unsendable(one, two)
        return number

    with pytest.raises(WorkerError, match="Unsendable: forty ten"):
        list(spread(work, THINGS))
    assert capfd.readouterr().err == ""


def test_workers_end_with_the_process_that_began_them(tmp_path: Path) -> None:
    # Also where that one is killed and can tell them nothing: they would hold its memory for ever.
    script = (
        "import os, sys, time\n"
        "os.cpu_count = lambda: 2\n"
        "from readouts.build.workers import spread\n"
        "def work(number):\n"
        "    open(f'{sys.argv[1]}/{os.getpid()}', 'w').close()\n"
        "    time.sleep(0.01)\n"
        "list(spread(work, range(100_000)))\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], env=env, stderr=subprocess.DEVNULL) as main:
        assert until(lambda: len(list(tmp_path.iterdir())) == 2)
        main.kill()
    assert until(lambda: not any(Path("/proc", each.name).exists() for each in tmp_path.iterdir()))


def until(so: Callable[[], bool]) -> bool:
    """Whether something comes to be so within a minute."""
    end = time.monotonic() + 60
    while not so() and time.monotonic() < end:
        time.sleep(0.05)
    return so()
