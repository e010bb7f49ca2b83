"""The events of MkDocs, each passed on to the session of this run, which says what is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from readouts.mkdocs.session import Session  # MkDocs has this folder on `sys.path` only while it loads the hook

if TYPE_CHECKING:
    from collections.abc import Callable

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

SESSION = Session()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    SESSION.startup(command)


def on_config(config: MkDocsConfig) -> None:
    SESSION.configured(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    return SESSION.files(files, config)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    SESSION.navigation(nav)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    SESSION.environment(env, files, config)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    return SESSION.source()


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:
    SESSION.template(context, template_name, config)


def on_post_build(config: MkDocsConfig) -> None:
    SESSION.built(config)


def on_build_error(error: Exception) -> None:
    SESSION.failed()


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    SESSION.serve(server, config, builder)
