"""What MkDocs sees of pages that are pre-rendered: files that others may link to, and that it neither reads nor writes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from readouts.build.files import is_generated
from readouts.render.urls import file as file_in_site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class PreRenderedFile(File):
    """A pre-rendered page."""

    @classmethod
    def at(cls, path: str, config: MkDocsConfig) -> PreRenderedFile:
        """The file of the page at a path below `docs/`."""
        made = cls(
            path, None, config.site_dir, use_directory_urls=True, dest_uri=file_in_site(path) if path.endswith(".md") else path
        )
        made.inclusion = InclusionLevel.INCLUDED
        made.generated_by = "readouts"
        return made

    def is_documentation_page(self) -> bool:
        """MkDocs renders those."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  # MkDocs's signature
        """Nothing to do: the page is in the site."""


class PreRenderedFiles(Files):
    """The files MkDocs knows of, and the pre-rendered pages, which become a `File` only when something names them."""

    def __init__(self, files: Iterable[File], paths: Iterable[str], config: MkDocsConfig) -> None:
        self.pages: dict[str, PreRenderedFile | None] = dict.fromkeys(paths)
        super().__init__(file for file in files if file.src_uri not in self.pages and not is_generated(file.src_uri))
        self.config = config

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a path below `docs/`."""
        if path not in self.pages:
            return super().get_file_from_path(path)
        found = self.pages[path] = self.pages[path] or PreRenderedFile.at(path, self.config)
        return found


def for_sitemap(paths: Iterable[str], config: MkDocsConfig) -> list[File]:
    """The pre-rendered pages as the template of the site's map wants them."""
    files: list[File] = [PreRenderedFile.at(path, config) for path in paths]
    for file in files:
        Page(None, file, config)
    return files
