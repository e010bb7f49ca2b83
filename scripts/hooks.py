"""MkDocs events only: builds the pages before MkDocs reads them, and shows problems where people look."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File

# MkDocs has this folder on `sys.path` only while it loads the hook.
from readouts.build import open_archive, write_pages
from readouts.output import handwritten
from readouts.pages.problems import problem_page
from readouts.problems import BrokenRecordsError, Problem, report

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.readouts")  # `--strict` counts warnings of `mkdocs.*` loggers


@dataclass
class _State:
    """What one event leaves for a later one of the same build."""

    serving: bool = False
    problems: list[Problem] = field(default_factory=list)


_state = _State()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001  # MkDocs passes both
    """Remember whether a person is watching: then a problem is shown in the browser instead of ending the run."""
    _state.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Write the pages, before MkDocs looks for files and before it empties the site's folder.

    Raises:
        Abort: where the records are broken, or a strict build finds warnings, and nobody is serving them; the site stays as it
            was.
    """
    _state.problems = []
    try:
        opened = open_archive(_records(config))
        written = write_pages(opened.archive, Path(config.docs_dir))
    except BrokenRecordsError as error:
        log.error("The records cannot be published:\n%s", error)  # noqa: TRY400  # the report says where; a traceback would not
        if not _state.serving:
            message = "The site was left as it was."
            raise Abort(message) from None
        _state.problems = error.problems
    else:
        if opened.warnings:
            log.warning("The records have warnings:\n%s", report(opened.warnings))
            if config.strict and not _state.serving:
                message = "A strict build takes no warnings. The site was left as it was."
                raise Abort(message)
        log.info("Records: %s", written)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """While the records are broken, see that the home page exists, to show the problems on."""
    if _state.problems and files.get_file_from_path("index.md") is None:
        files.append(File.generated(config, "index.md", content=""))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG001  # MkDocs passes both
    """While the records are broken, every page shows the problems instead of a stale text."""
    return problem_page(_state.problems) if _state.problems else None


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:  # noqa: ARG001  # MkDocs passes all
    """Watch what people edit, and not what the build writes: one save, one build."""
    docs = Path(config.docs_dir)
    server.unwatch(config.docs_dir)
    for path in [*handwritten(docs), _records(config)]:
        server.watch(str(path))
    return server


def _records(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent / "records"
