"""MkDocs events only: builds the pages before MkDocs writes its own, hands them over, and shows problems where people look.

MkDocs would parse the Markdown of each page and render the theme around it. The build script knows the HTML already, so that it
writes generated pages into the site itself, byte for byte as MkDocs would have made them. Where that cannot be done safely
(`handover.why_not`), MkDocs reads their Markdown as it reads any other.
"""

from __future__ import annotations

import logging
import shutil
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

# MkDocs has this folder on `sys.path` only while it loads the hook.
from readouts import search
from readouts.build import Builder, address
from readouts.cache import Cache
from readouts.handover import HandedFiles, mapped, name, site_tree, watch, why_not
from readouts.markdown import document
from readouts.output import FILES, FOLDERS, Tree, handwritten, is_generated, replace_bytes
from readouts.pages.problems import problem_page
from readouts.problems import BrokenRecordsError, Problem, report
from readouts.progress import progress
from readouts.unused_assets import drop_unused

if TYPE_CHECKING:
    from collections.abc import Callable
    from wsgiref.types import StartResponse, WSGIEnvironment

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.readouts")  # `--strict` counts warnings of `mkdocs.*` loggers

KEPT = ".kept"
"""Where generated pages wait while MkDocs empties the site: it leaves hidden folders alone."""

DEPTHS = range(8)
"""How deep pages may lie in the site."""


@dataclass
class _State:
    """What one event leaves for a later one, and one build for the next."""

    builder: Builder
    serving: bool = False
    fast: bool = False
    problems: list[Problem] = field(default_factory=list)
    nav: Navigation | None = None
    trees: tuple[Tree, ...] = ()
    """Where the builder writes: what the search finds of each page, and the pages in the site, once they were handed over."""
    stale: bool = False
    """Whether the index of the search may not know of a change."""
    indexing: threading.Lock = field(default_factory=threading.Lock)
    edited: dict[Path, int] = field(default_factory=dict)
    """Files that people edit besides the records, with the time of their last change at the last whole build."""


_serving = {"now": False}
_states: dict[str, _State] = {}


def _state(config: MkDocsConfig) -> _State:
    """The state of a project, by its configuration."""
    file = Path(config.config_file_path or "mkdocs.yml").resolve()
    if str(file) not in _states:
        builder = Builder(file.parent / "records", Path(config.docs_dir), Cache(file.parent / ".cache"), address(file))
        _states[str(file)] = _State(builder, serving=_serving["now"])
    return _states[str(file)]


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001  # MkDocs passes both
    """Remember whether a person is watching: then a problem is shown in the browser instead of ending the run."""
    _serving["now"] = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Read and check the records, before MkDocs looks for files and before it empties the site's folder.

    Raises:
        Abort: where the records are broken, or a strict build finds warnings, and nobody is serving them; the site stays as it
            was.
    """
    state = _state(config)
    why = why_not(config)
    state.fast, state.problems, state.trees = not why, [], ()
    try:
        state.builder.prepare()
        if why:
            log.info("Records: MkDocs reads the pages one by one, because %s", why)
            state.trees = (_search_tree(config),)
            log.info("Records: %s", state.builder.write(*state.trees))
    except BrokenRecordsError as error:
        _broken(state, error)
        if not state.serving:
            message = "The site was left as it was."
            raise Abort(message) from None
    else:
        _warn(state, strict=config.strict and not state.serving)


def _broken(state: _State, error: BrokenRecordsError) -> None:
    log.error("The records cannot be published:\n%s", error)
    state.problems = error.problems


def _warn(state: _State, *, strict: bool) -> None:
    while state.builder.notes:
        log.info("Records: %s", state.builder.notes.pop())
    if state.builder.warnings:
        log.warning("The records have warnings:\n%s", report(state.builder.warnings))
        if strict:
            message = "A strict build takes no warnings. The site was left as it was."
            raise Abort(message)


def on_pre_build(config: MkDocsConfig) -> None:
    """Put the pages of the last build out of the way of MkDocs, which empties the site."""
    state, site = _state(config), Path(config.site_dir)
    if state.fast and not state.problems:
        for each in _generated():
            if (site / each).exists():
                _move(site / each, site / KEPT / each)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take generated pages out of MkDocs's hands; while the records are broken, see that there is a page to show it on."""
    state = _state(config)
    if state.problems:
        # The pages of the navigation are enough to show the problems on; the others would take as long as a whole build.
        kept = Files(file for file in files if not is_generated(file.src_uri) or _is_overview(file.src_uri))
        if kept.get_file_from_path("index.md") is None:
            kept.append(File.generated(config, "index.md", content=""))
        return kept
    return HandedFiles(files, state.builder.paths, config) if state.fast else files


def _is_overview(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return name == "index.md" and "/" not in folder


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001  # MkDocs passes all
    """Keep the navigation for the pages that are handed over."""
    _state(config).nav = nav
    return nav


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the pages into the site, now that the theme can be rendered, without the white space between its instructions."""
    env.trim_blocks = env.lstrip_blocks = True
    state, site = _state(config), Path(config.site_dir)
    if state.nav is None:
        return
    drop_unused(files, env, config, state.nav)
    if not isinstance(files, HandedFiles):
        return
    for each in _generated():
        if (site / KEPT / each).exists():
            _move(site / KEPT / each, site / each)
    shutil.rmtree(site / KEPT, ignore_errors=True)
    pages = site_tree(config, env, state.nav, lambda: state.builder.paths)
    state.trees = (_search_tree(config), pages)
    with progress() as tell:
        written = state.builder.write(*state.trees, tell=tell)
    log.info("Records: %s", written)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG001  # MkDocs passes both
    """While the records are broken, every page shows the problems instead of a stale text."""
    problems = _state(config).problems
    return document(problem_page(problems)) if problems else None


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:
    """List the handed-over pages in the map of the site, too."""
    state = _state(config)
    if template_name == "sitemap.xml" and state.fast and state.trees and config.site_url and not state.serving:
        files = [*context["pages"], *mapped(state.builder.paths, config)]
        context["pages"] = sorted(files, key=lambda each: str(each.url))


def on_post_build(config: MkDocsConfig) -> None:
    """Make the index of the search, unless somebody is serving (then it is made when it is asked for)."""
    state = _state(config)
    state.edited, state.stale = dict(_edited(config)), True
    if not state.serving and config.extra.get("search", True):
        _index(state, config)


def _search_tree(config: MkDocsConfig) -> Tree:
    return search.tree(Path(config.config_file_path or "mkdocs.yml").parent / ".cache")


def _index(state: _State, config: MkDocsConfig) -> None:
    """Make the index of the search, once for all who ask at the same time."""
    with state.indexing:
        if not state.stale or not state.trees:
            return
        state.stale, began = False, time.monotonic()
        try:
            if search.index(state.trees[0], Path(config.docs_dir), Path(config.site_dir)):
                log.info("Search: index made in %.1f seconds", time.monotonic() - began)
        except search.SearchError as error:
            state.stale = True
            log.warning("The index of the search could not be made: %s", error)


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Watch what people edit, and not what the build writes: one save, one build."""
    state, docs = _state(config), Path(config.docs_dir)
    server.unwatch(config.docs_dir)
    for path in handwritten(docs):
        server.watch(str(path))
    watch(server, state.builder.records, poll=bool(config.extra.get("poll")))
    server.builder = partial(_rebuild, state, config, builder)
    server.set_app(partial(_serve, state, server, config))
    return server


def _rebuild(state: _State, config: MkDocsConfig, whole: Callable[[], None]) -> None:
    """Do again what a save of records asks for; for any other change, build the whole site."""
    if not (state.fast and state.trees) or dict(_edited(config)) != state.edited:
        whole()
        return
    try:
        state.builder.open()
        log.info("Records: %s", state.builder.write(*state.trees))
        state.stale = True
    except BrokenRecordsError as error:
        _broken(state, error)
        _show(state)
    else:
        state.problems = []
        _warn(state, strict=False)


def _show(state: _State) -> None:
    """Write a page with the problems for each depth of pages: relative addresses differ with it."""
    tree = state.trees[-1]
    page = problem_page(state.problems)
    for depth in DEPTHS:
        path = "/".join(["x"] * depth) + ".md" if depth else "index.md"
        text = tree.text(replace(page, path=path))
        replace_bytes(tree.folder / KEPT / f"{depth}.html", text.encode())


def _serve(
    state: _State, server: LiveReloadServer, config: MkDocsConfig, environ: WSGIEnvironment, start: StartResponse
) -> Iterable[bytes]:
    """While the records are broken, every page shows the problems; whoever searches waits for an index of the last save."""
    path = str(environ["PATH_INFO"])
    if path.startswith(f"{server.mount_path}{search.BUNDLE}/pagefind") and not state.problems:  # what a search asks for first
        _index(state, config)
    if state.problems and state.fast and state.trees and path.startswith(server.mount_path) and path.endswith("/"):
        depth = path.count("/") - server.mount_path.count("/")
        environ["PATH_INFO"] = f"{server.mount_path}{KEPT}/{depth}.html"
    found: Iterable[bytes] = server.serve_request(environ, start)
    return found


def _edited(config: MkDocsConfig) -> Iterator[tuple[Path, int]]:
    """Files that people edit besides the records, with the time of their last change."""
    for top in [*handwritten(Path(config.docs_dir)), Path(config.config_file_path or "mkdocs.yml")]:
        for path in [top, *top.rglob("*")] if top.is_dir() else [top]:
            if path.is_file():
                yield path, path.stat().st_mtime_ns


def _generated() -> Iterator[str]:
    """Generated folders and files at the top of the site; the schemas are copied by MkDocs."""
    yield from (each for each in FOLDERS if each != "schema")
    yield from map(name, FILES)
    yield search.BUNDLE


def _move(path: Path, to: Path) -> None:
    if to.is_dir():
        shutil.rmtree(to)
    to.parent.mkdir(parents=True, exist_ok=True)
    path.replace(to)
