"""A real dev server for tests."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.error import HTTPError, URLError

from conftest import Project, free_port, quiet

RECORD = "records/meetings/2031/2031-05-06-fiji-iceland.yaml"
PAGE = "meetings/2031/2031-05-06-fiji-iceland/"
PATIENCE = 30.0


@dataclass
class Server:
    """A running server and all it has printed."""

    process: subprocess.Popen[str]
    url: str
    lines: list[str] = field(default_factory=list)

    def builds(self) -> int:
        """How often it has begun to build."""
        return 1 + sum("Detected file changes" in line for line in self.lines)

    def get(self, path: str) -> str:
        """A page of the site."""
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:  # noqa: S310  # its own loopback address
            return str(answer.read().decode("utf-8"))

    def until(self, path: str, text: str) -> str:
        """The page once it has the text."""
        deadline = time.monotonic() + PATIENCE
        page = ""
        while time.monotonic() < deadline:
            try:
                page = self.get(path)
            except HTTPError as error:
                page = f"status {error.code}"
            except URLError:
                page = "no server yet"
            if text in page:
                return page
            assert self.process.poll() is None, "the server has ended:\n" + "".join(self.lines)
            time.sleep(0.1)
        raise AssertionError(f"{text!r} was never in {path}:\n{page[:2000]}\n" + "".join(self.lines))

    def until_printed(self, text: str) -> None:
        """Wait until the text was printed once more than now."""
        deadline, before = time.monotonic() + PATIENCE, "".join(self.lines).count(text)
        while "".join(self.lines).count(text) <= before:
            assert time.monotonic() < deadline, "".join(self.lines)
            time.sleep(0.1)

    def settled(self) -> None:
        """Wait until a second build would have begun: the poller looks twice a second."""
        time.sleep(2.5)


@contextmanager
def serving(project: Project) -> Iterator[Server]:
    port = free_port()
    command = [sys.executable, "-u", "-m", project.engine, "serve", "--dev-addr", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        command, cwd=project.folder, env=quiet(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    server = Server(process, f"http://127.0.0.1:{port}/")
    assert process.stdout is not None
    output = process.stdout
    reader = threading.Thread(target=lambda: server.lines.extend(output), daemon=True)
    reader.start()
    try:
        yield server
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)
        reader.join(timeout=PATIENCE)
        output.close()
