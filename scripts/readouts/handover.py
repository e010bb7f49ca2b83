"""MkDocs given whole pages: what MkDocs sees of pages that the build script wrote into the site itself.

This is the one place that leans on how MkDocs 1.6 works inside, beyond its documented events: `get_context` renders a page as
MkDocs does, a `File` that is no documentation page is linked to, but neither read nor written, and the dev server's `observer` tells of
saves. All three are used with the engines they were tried with (`TRIED`). `why_not` keeps pages to plugins they were tried with, too;
else the engine takes the plain way and reads the Markdown of every page.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from watchdog.events import (
    DirDeletedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from readouts.cache import code
from readouts.output import Tree, is_generated
from readouts.pages.draft import key
from readouts.shell import Blank, Shells
from readouts.ways import url

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver, ObservedWatch


def why_not(config: MkDocsConfig) -> str:
    """Why pages cannot be handed over; empty where they can."""
    others = [str(name) for name in config.plugins if name not in config.hooks]
    if config.extra.get("plain"):
        return "`extra: plain` is set"
    if not _known(config):
        return f"{' '.join(engine(config))} is not known"
    if others or len(config.hooks) > 1:
        return "other plugins or hooks may change them"
    return "" if config.use_directory_urls else "they are not served as folders"


def engine(given: object) -> tuple[str, str]:
    """Name and version of the module that runs: the one that something given to the hook was made by.

    Which distributions are installed tells nothing: mkdocs-ng lays its own module `mkdocs` over that of MkDocs, and ProperDocs
    answers to the name while MkDocs lies beside it.
    """
    module = type(given).__module__.partition(".")[0]
    return module, str(getattr(sys.modules[module], "__version__", "without a version"))


def _known(given: object) -> bool:
    module, version = engine(given)
    return version.startswith(TRIED.get(module, ()))


TRIED = {"mkdocs": ("1.6.", "1.8.0"), "properdocs": ("1.6.7",)}
"""Modules and versions whose pages are the same either way, as tests show: MkDocs 1.6, mkdocs-ng 1.8.0, ProperDocs 1.6.7."""


class HandedFile(File):
    """A page that is handed over: others may link to it, and MkDocs neither reads nor writes it."""

    @classmethod
    def at(cls, path: str, config: MkDocsConfig) -> HandedFile:
        """The file of the page at a path below `docs/`."""
        made = cls(path, None, config.site_dir, use_directory_urls=True, dest_uri=name(path))
        made.inclusion = InclusionLevel.INCLUDED
        made.generated_by = "readouts"
        return made

    def is_documentation_page(self) -> bool:
        """MkDocs renders those."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  # MkDocs's signature
        """Nothing to do: the page is in the site."""


class HandedFiles(Files):
    """The files MkDocs knows of, and the handed-over pages, which become a `File` only when something names them."""

    def __init__(self, files: Iterable[File], paths: Iterable[str], config: MkDocsConfig) -> None:
        super().__init__(file for file in files if not is_generated(file.src_uri))
        self.handed: dict[str, HandedFile | None] = dict.fromkeys(paths)
        self.config = config

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a path below `docs/`."""
        if path not in self.handed:
            return super().get_file_from_path(path)
        found = self.handed[path] = self.handed[path] or HandedFile.at(path, self.config)
        return found


def name(path: str) -> str:
    """Path of a page below `docs/` → path of its file in the site."""
    return f"{url(path).removeprefix('./')}index.html"


def site_tree(config: MkDocsConfig, env: jinja2.Environment, nav: Navigation, known: Callable[[], list[str]]) -> Tree:
    """The site as a tree of whole pages. `known` tells which pages there are, for checking links."""
    in_nav = {page.file.src_uri: page for page in nav.pages}

    def render(blank: Blank) -> str:
        page = in_nav.get(blank.path) or Page(None, HandedFile.at(blank.path, config), config)
        page.meta, page.content, page.markdown, page.toc = dict(blank.meta), blank.content, "", get_toc(blank.toc)
        own = page.canonical_url
        page.canonical_url = blank.address if own and blank.address else own
        page.active = True
        context = get_context(nav, [], config, page)
        output: str = env.get_template("main.html").render(context)
        page.active, page.canonical_url = False, own
        return output

    def address(path: str) -> str:
        return urljoin(config.site_url, url(path).removeprefix("./")) if config.site_url else ""

    shells = Shells(render, address, frozenset(in_nav), known)
    return Tree(Path(config.site_dir), name, shells.fill, _shape(config, nav))


def _shape(config: MkDocsConfig, nav: Navigation) -> int:
    """A number that changes with everything that shapes all pages alike: the code, the engine, the settings, the overrides, the navigation."""
    overrides = sorted(path for path in Path(config.docs_dir, "overrides").rglob("*") if path.is_file())
    files = [Path(config.config_file_path or "mkdocs.yml"), *overrides]
    titles = [(page.title, page.url) for page in nav.pages]
    return key(code(), engine(config), [path.read_bytes() for path in files], titles, config.site_url)


def mapped(paths: Iterable[str], config: MkDocsConfig) -> list[File]:
    """The handed-over pages as the template of the site's map wants them."""
    files: list[File] = [HandedFile.at(path, config) for path in paths]
    for file in files:
        Page(None, file, config)
    return files


def watch(server: LiveReloadServer, folder: Path, *, poll: bool) -> None:
    """Build when something in a folder changes.

    MkDocs looks at every file twice a second, which for ten thousand takes longer than the build. Linux tells of a change at
    once, unless it happens on another machine (a network folder, a folder of a virtual machine's host): for those is `poll`.
    """
    polling = server.observer
    if not poll and sys.platform == "linux" and _known(server):
        server.observer = _told_of(folder) or polling  # type: ignore[assignment]  # all it does is to call `schedule`
    server.watch(str(folder))
    server.observer = polling


def _told_of(folder: Path) -> BaseObserver | None:
    """Somebody who is told of changes; nobody where the system watches too many files already."""
    observer = Observer()
    schedule = observer.schedule

    def only_changes(handler: FileSystemEventHandler, path: str, *, recursive: bool) -> ObservedWatch:
        told = handler.on_any_event

        def tell(event: FileSystemEvent) -> None:
            # A folder that is moved away takes its files along, and MkDocs hears of files only. A file may be saved under a hidden
            # name first, and mkdocs-ng looks at the old name alone.
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


CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent, DirDeletedEvent]
"""What happens when somebody saves; reading a file is no change."""
