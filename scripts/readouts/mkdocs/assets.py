"""What the theme brings along and no page asks for: its scripts, source maps and icons, which would be most of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.commands.build import get_context

if TYPE_CHECKING:
    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation


def drop_unused(files: Files, env: jinja2.Environment, config: MkDocsConfig, nav: Navigation) -> None:
    """Take those files of the theme out of the site that the frame around every page does not name.

    The theme's page for a missing address is that frame with nothing in it.
    """
    frame = env.get_template("404.html").render(get_context(nav, files, config))
    for file in list(files):
        if file.src_dir in config.theme.dirs and file.url not in frame:
            files.remove(file)
