"""One run of MkDocs: reads and checks the records, pre-renders the pages, and shows problems where people look.

MkDocs would parse the Markdown of each page and render the theme around it. The HTML is known already, so that generated pages are
written into the site as MkDocs would have made them, byte for byte. Where that cannot be done safely (`engine.why_not`), MkDocs
reads their Markdown as it reads any other.

The session leans on documented events, and on three things inside MkDocs 1.6 that were tried with the engines that
`engine.TRIED` lists: `get_context` renders a page as MkDocs does (`theme`), a `File` that is no documentation page is linked to but
neither read nor written (`files`), and the dev server's `observer` tells of saves (`serve`).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files

from readouts.build.builder import Builder
from readouts.build.files import handwritten, is_generated
from readouts.build.formats import mirror
from readouts.build.lines import Lines
from readouts.build.options import Options
from readouts.build.progress import progress
from readouts.build.search_index import BUNDLE, FIRST, SearchError, SearchIndex
from readouts.build.workers import WorkerError
from readouts.exports.keyed import MissingExtraError
from readouts.mkdocs import states
from readouts.mkdocs.assets import drop_unused
from readouts.mkdocs.beside import Beside, BusyError
from readouts.mkdocs.engine import why_not
from readouts.mkdocs.files import PreRenderedFiles, for_sitemap
from readouts.mkdocs.indexing import Indexing
from readouts.mkdocs.serve import answered, watch, why_busy
from readouts.mkdocs.shown import instead, problems_as_markdown, warnings_as_html, write_problems
from readouts.mkdocs.states import Broken, Plain, PreRendered, State
from readouts.mkdocs.theme import site_output
from readouts.problems import BrokenRecordsError, Problem, Report
from readouts.problems.text import report

if TYPE_CHECKING:
    from collections.abc import Callable
    from wsgiref.types import StartResponse, WSGIEnvironment

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation

    from readouts.build.outputs import Output

log = logging.getLogger("mkdocs.hooks.readouts")  # `--strict` counts warnings of `mkdocs.*` loggers

LEFT = "The site was left as it was."
"""What is said wherever a build ends before its time."""


class Session:
    """What one event leaves for a later one, and one build for the next."""

    def __init__(self) -> None:
        self.serving = False
        self.state: State = Plain()
        self._config: MkDocsConfig | None = None
        self._builder: Builder | None = None
        self._search: Indexing | None = None
        self._site: Output | None = None
        """The site, once the theme can be rendered."""
        self._beside: Beside | None = None
        """Where the site is built that is to take the place of the one that is published."""
        self._nav: Navigation | None = None
        self._edited: dict[Path, int] = {}
        """Files that people edit besides the records, with the time of their last change before the last whole build."""
        self._warned = ""
        """While serving, what the rules warn of, as HTML."""

    @property
    def builder(self) -> Builder:
        """Of the project that is built."""
        assert self._builder, "MkDocs reads its configuration first"  # noqa: S101  # the order of its events
        return self._builder

    @property
    def search(self) -> Indexing:
        """Of the project that is built."""
        assert self._search, "MkDocs reads its configuration first"  # noqa: S101  # as above
        return self._search

    @property
    def lines(self) -> Lines:
        """The lines of its files, which problems show."""
        return Lines(self.builder.options.project)

    def startup(self, command: Literal["build", "gh-deploy", "serve"]) -> None:
        """Remember whether a person is watching: then a problem is shown in the browser instead of ending the run."""
        self.serving = command == "serve"

    def configured(self, config: MkDocsConfig) -> None:
        """Read and check the records, before MkDocs looks for files, and have it build the site beside the one that is published.

        Raises:
            Abort: where the records are broken, or a strict build finds warnings, and nobody is serving them; the site stays as
                it was.
        """
        self._open(config)
        published = self.builder.options.published
        if published.editor:  # MkDocs's own default names a branch that this project does not have
            config.edit_uri = published.edit(f"{self.builder.options.docs.name}/")
        self._edited = dict(_edited(config))  # before MkDocs reads them: what is saved from now on is a change
        self._site, why, problems = None, why_not(config), []
        try:
            self.builder.prepare()
            if why:
                log.info("Records: the pages are read one by one, because %s", why)
                log.info("Records: %s", self.builder.write(self.search.index.output))
        except BrokenRecordsError as error:
            problems = error.problems
            self._tell(problems)
        except (WorkerError, MissingExtraError, OSError) as error:
            raise Abort(f"{error}. {LEFT}") from None
        self.state = states.begun(why, problems)
        if isinstance(self.state, Broken) and not self.serving:
            raise Abort(LEFT)
        if not isinstance(self.state, Broken):
            self._warn(strict=config.strict and not self.serving)
        self._begin(config)

    def _begin(self, config: MkDocsConfig) -> None:
        """Give MkDocs another folder than that of the site: it empties it first."""
        options = self.builder.options
        self._beside = Beside(options.site)
        try:
            self._beside.begin(options.cache / f"{options.site.name}.lock")
        except (BusyError, OSError) as error:
            raise Abort(f"{error}. {LEFT}") from None
        config.site_dir = str(self._beside.folder)
        if not self.serving:  # else the index is made when a browser asks for it, in the site that is served
            self.search.index.site = self._beside.folder

    def _open(self, config: MkDocsConfig) -> None:
        settings = Path(config.config_file_path or "mkdocs.yml").resolve()
        options = replace(Options.of(settings.parent), docs=Path(config.docs_dir), site=Path(config.site_dir))
        if self._builder is None or self._builder.options != options:
            self._builder, self._search = Builder(options), Indexing(SearchIndex(options))

    @staticmethod
    def _tell(problems: list[Problem]) -> None:
        log.error("The records cannot be published:\n%s", report(Report(problems)))

    def _warn(self, *, strict: bool) -> None:
        while self.builder.notes:
            log.info("Records: %s", self.builder.notes.pop())
        self._warned = warnings_as_html(self.builder.warnings, self.lines) if self.serving else ""
        if self.builder.warnings:
            log.warning("The records have warnings:\n%s", report(Report(self.builder.warnings)))
            if strict:
                message = f"A strict build takes no warnings. {LEFT}"
                raise Abort(message)

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """Take pre-rendered pages out of MkDocs's hands; while the records are broken, see that there is a page to show it on."""
        match self.state:
            case PreRendered():
                return PreRenderedFiles(files, [*self.builder.paths, *self.builder.exports], config)
            case Broken():
                # The pages of the navigation are enough for MkDocs; the others are served in their place.
                kept = Files(file for file in files if not is_generated(file.src_uri) or _is_overview(file.src_uri))
                if kept.get_file_from_path("index.md") is None:
                    kept.append(File.generated(config, "index.md", content=""))
                return kept
            case Plain():
                for file in files:
                    if is_generated(file.src_uri):
                        file.generated_by = "readouts"  # nobody edits it
        return files

    def navigation(self, nav: Navigation) -> None:
        """Keep the navigation for the pages that are pre-rendered."""
        self._nav = nav

    def environment(self, env: jinja2.Environment, files: Files, config: MkDocsConfig) -> None:
        """Write the pages into the site, now that the theme can be rendered, without the white space between its instructions."""
        env.trim_blocks = env.lstrip_blocks = True
        if self._nav is None:
            return
        env.globals["serving"] = self.serving
        env.globals["report_error"] = self.builder.options.published.report  # for the footer of hand-written pages
        drop_unused(files, env, config, self._nav)
        if isinstance(self.state, Plain):
            return
        own = {file.dest_uri for file in files.documentation_pages()}
        self._site = site_output(config, env, self._nav, lambda: self.builder.linked)
        self._site.home = self.builder.options.site
        if self._beside:
            self._beside.take_over(own.__contains__)
        if isinstance(self.state, Broken):
            write_problems(self._site, self.state.problems, self.lines)
            return
        try:
            self._mirror(self._site)
            with progress() as tell:
                log.info("Records: %s", self.builder.write(self.search.index.output, self._site, tell=tell))
        except BrokenRecordsError as error:  # they were right a moment ago
            self._tell(error.problems)
            raise Abort(LEFT) from None
        except (WorkerError, OSError) as error:
            raise Abort(f"{error}. {LEFT}") from None

    def _mirror(self, site: Output) -> None:
        """Have the files of other formats in the site as they are in `docs/`: MkDocs would copy all of them, each time."""
        mirror(self.builder.options.docs, site.folder, self.builder.exports)

    def source(self) -> str | None:
        """While the records are broken, what every page of MkDocs's own says."""
        return problems_as_markdown(self.state.problems, self.lines) if isinstance(self.state, Broken) else None

    def template(self, context: dict[str, Any], name: str, config: MkDocsConfig) -> None:
        """List the pre-rendered pages in the map of the site, too."""
        if name == "sitemap.xml" and isinstance(self.state, PreRendered) and config.site_url and not self.serving:
            files = [*context["pages"], *for_sitemap(self.builder.paths, config)]
            context["pages"] = sorted(files, key=lambda each: str(each.url))

    def built(self, config: MkDocsConfig) -> None:
        """Make the index of the search (while serving, only when a browser asks for it), and publish the site."""
        self.search.changed()
        if not self.serving and config.extra.get("search", True):
            self._make_index()
        site = self.builder.options.site
        if self._beside:
            self._beside.publish()
            self._beside.end()
        config.site_dir, self.search.index.site = str(site), site  # for what follows, such as `mkdocs gh-deploy`
        if self._site:
            self._site.folder = site

    def failed(self) -> None:
        """Clear away what was built so far."""
        if self._beside:
            self._beside.end()

    def _make_index(self) -> None:
        if isinstance(self.state, Broken):
            return
        try:
            if seconds := self.search.make():
                log.info("Search: index made in %.1f seconds", seconds)
        except (SearchError, OSError) as error:
            log.warning("The index of the search could not be made: %s", error)

    # While serving

    def serve(self, server: LiveReloadServer, config: MkDocsConfig, whole: Callable[[], None]) -> None:
        """Watch what people edit, and not what the build writes: one save, one build.

        Raises:
            Abort: where somebody else listens at the server's address.
        """
        if why := why_busy(server):
            log.error(why)
            raise Abort(why)
        server.unwatch(config.docs_dir)
        for path in handwritten(Path(config.docs_dir)):
            server.watch(str(path))
        watch(server, self.builder.options.records, poll=bool(config.extra.get("poll")))
        server.builder = partial(self.follow, config, whole)
        server.set_app(partial(self._answer, server))

    def follow(self, config: MkDocsConfig, whole: Callable[[], None]) -> None:
        """Do again what a save of records asks for; for any other change, build the whole site."""
        site = self._site
        if site is None or not states.can_follow(self.state) or dict(_edited(config)) != self._edited:
            whole()
            return
        problems: list[Problem] = []
        try:
            self.builder.open()
            log.info("Records: %s", self.builder.write(self.search.index.output, site))
            self._mirror(site)
            self.search.changed()
        except BrokenRecordsError as error:
            problems = error.problems
            self._tell(problems)
        except (WorkerError, OSError) as error:
            log.error("%s; save again", error)  # noqa: TRY400  # where it was raised tells nothing
            problems = [_unfinished(self.builder.options.records.name, error)]
        except Exception as error:
            log.exception("The build itself is at fault")
            problems = [_unfinished(self.builder.options.records.name, error)]
        self.state = states.saved(problems)
        if isinstance(self.state, Broken):
            write_problems(site, self.state.problems, self.lines)
        else:
            self._warn(strict=False)

    def _answer(self, server: LiveReloadServer, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """While the records are broken, every page shows the problems; what the rules warn of stands above the page.

        A search waits for the index of the last save.
        """
        path = str(environ["PATH_INFO"])
        if path.startswith(tuple(f"{server.mount_path}{BUNDLE}/{name}" for name in FIRST)):
            self._make_index()
        if isinstance(self.state, Broken) and self._site:
            environ["PATH_INFO"] = instead(path, server.mount_path)
        return answered(server.serve_request, environ, start, lambda: "" if isinstance(self.state, Broken) else self._warned)


def _unfinished(records: str, error: Exception) -> Problem:
    """What the browser shows where a build came to no end: the page that it has is an old one."""
    hint = "save again; if it happens again, report it with this text and the record that was saved"
    return Problem(
        PurePosixPath(records), 1, 1, "unfinished", f"the page could not be made: {type(error).__name__}: {error}", hint
    )


def _is_overview(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return name == "index.md" and "/" not in folder


def _edited(config: MkDocsConfig) -> Iterator[tuple[Path, int]]:
    """Files that people edit besides the records, with the time of their last change."""
    for top in [*handwritten(Path(config.docs_dir)), Path(config.config_file_path or "mkdocs.yml")]:
        for path in [top, *top.rglob("*")] if top.is_dir() else [top]:
            if path.is_file():
                yield path, path.stat().st_mtime_ns
