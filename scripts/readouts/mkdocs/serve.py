"""How the dev server learns of a save, and what it shows beside what is in the site."""

from __future__ import annotations

import re
import socket
import sys
from typing import TYPE_CHECKING

from watchdog.events import (
    DirDeletedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from readouts.mkdocs.engine import is_known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from mkdocs.livereload import LiveReloadServer
    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver, ObservedWatch

CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent, DirDeletedEvent]
"""Events that a save causes; that a file was read is no change."""


_BEGIN = re.compile(rb"<article\b[^>]*>")
"""Where the text of a page begins."""


def why_busy(server: LiveReloadServer) -> str:
    """Why nothing can be served at the server's address, before it begins; empty where it is free."""
    host, port = server.server_address[:2]
    with socket.socket(server.address_family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, server.allow_reuse_address)
        try:
            probe.bind((host, port))
        except OSError as error:
            return f"{host!s}:{port} cannot be served on: {error.strerror}. Choose another port: --dev-addr 127.0.0.1:8001"
    return ""


def answered(app: WSGIApplication, environ: WSGIEnvironment, start: StartResponse, above: Callable[[], str]) -> Iterable[bytes]:
    """What is served, with some HTML above the text of every page. Files on disk have none of it."""
    held: list[tuple[str, list[tuple[str, str]]]] = []

    def hold(status: str, headers: list[tuple[str, str]], _: object = None) -> Callable[[bytes], object]:
        held.append((status, headers))
        return lambda _: None

    found = app(environ, hold)  # waits for the build that is running, if one is
    (status, headers), html = held[-1], above()
    if html and any(name.lower() == "content-type" and value.startswith("text/html") for name, value in headers):
        body = b"".join(found)
        if close := getattr(found, "close", None):  # a file
            close()
        found = [_BEGIN.sub(lambda begin: begin[0] + html.encode(), body, count=1)]
        headers = [(name, f"{len(found[0])}" if name.lower() == "content-length" else value) for name, value in headers]
    start(status, headers)
    return found


def watch(server: LiveReloadServer, folder: Path, *, poll: bool) -> None:
    """Build when something in a folder changes.

    MkDocs looks at every file twice a second, which for ten thousand takes longer than the build. Linux tells of a change at
    once, unless it happens on another machine (a network folder, a folder of a virtual machine's host): for those is `poll`.
    """
    polling = server.observer
    if not poll and sys.platform == "linux" and is_known(server):
        server.observer = _system_observer(folder) or polling  # type: ignore[assignment]  # all it does is to call `schedule`
    server.watch(str(folder))
    server.observer = polling


def _system_observer(folder: Path) -> BaseObserver | None:
    """An observer that the system tells of changes; None where it watches too many files already."""
    observer = Observer()
    schedule = observer.schedule

    def only_changes(handler: FileSystemEventHandler, path: str, *, recursive: bool) -> ObservedWatch:
        told = handler.on_any_event

        def tell(event: FileSystemEvent) -> None:
            # A folder that is moved away takes its files along, and MkDocs is told of files only. A file may be saved under a
            # hidden name first, and mkdocs-ng looks at the old name alone.
            told(FileDeletedEvent(event.src_path) if isinstance(event, DirDeletedEvent) else event)
            if isinstance(event, FileMovedEvent):
                told(FileCreatedEvent(event.dest_path))

        handler.on_any_event = tell  # type: ignore[method-assign]  # as MkDocs does
        return schedule(handler, path, recursive=recursive, event_filter=CHANGES, follow_symlink=True)

    observer.schedule = only_changes  # type: ignore[method-assign,assignment]  # MkDocs asks for every event, also that a file was read
    observer.start()
    try:
        observer.schedule(FileSystemEventHandler(), str(folder), recursive=True)
    except OSError:
        observer.stop()
        return None
    return observer
