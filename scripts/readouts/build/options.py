"""Where a project is, and what its settings say."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from readouts.pages.published import Published

SETTINGS = "mkdocs.yml"
"""What makes a folder a project."""


class NoProjectError(Exception):
    """There is no project where one was looked for; the text says where."""


@dataclass(frozen=True, slots=True)
class Options:
    """The folders of a project, and the addresses it is published at."""

    project: Path
    records: Path
    docs: Path
    """Where the pages go."""
    site: Path
    """Where the built site goes."""
    published: Published = field(default_factory=Published)
    """The addresses of the site and of its repository."""
    switches: frozenset[str] = frozenset()
    """What is `true` among the `extra` of the settings."""

    @property
    def base(self) -> str:
        """The site's own address with a slash at the end; empty where it is not known."""
        return self.published.base

    @property
    def cache(self) -> Path:
        """What is kept from build to build; deleting it is always right."""
        return self.project / ".cache"

    @classmethod
    def of(cls, project: Path) -> Options:
        """Those of a project, as its `mkdocs.yml` has them.

        The addresses are read from there and not asked of MkDocs: while serving, it puts the address of the dev server in place of the
        site's, and for the branch that is edited it has a default of its own.
        """
        root = _read(project / SETTINGS)
        found = _scalars(root, "str")
        extra = next((value for key, value in root.value if key.value == "extra"), None) if root else None
        switches = _scalars(extra, "bool") if isinstance(extra, yaml.MappingNode) else {}
        docs = found.get("docs_dir", "docs")
        return cls(
            project,
            project / "records",
            project / docs,
            project / found.get("site_dir", "site"),
            Published.of(found.get("site_url", ""), found.get("repo_url", ""), found.get("edit_uri"), Path(docs).as_posix()),
            frozenset(key for key, value in switches.items() if yaml.SafeLoader.bool_values[value.lower()]),
        )


def find_project(start: Path) -> Path:
    """The project that a folder belongs to: the folder itself or the nearest one above it with a `mkdocs.yml`.

    Raises:
        NoProjectError: where there is none.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return folder
    message = f"{start} is no project, nor is a folder above it: there is no {SETTINGS}"
    raise NoProjectError(message)


def _read(settings: Path) -> yaml.MappingNode | None:
    """A YAML file, whatever stands in it (MkDocs knows tags of its own)."""
    try:
        root = yaml.compose(settings.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None  # MkDocs says what is wrong with it
    return root if isinstance(root, yaml.MappingNode) else None


def _scalars(mapping: yaml.MappingNode | None, kind: str) -> dict[str, str]:
    """The scalars of a kind (YAML’s `str`, `bool`) that stand at the top of a mapping, as they are written."""
    pairs = mapping.value if mapping else []
    return {str(key.value): value.value for key, value in pairs if value.tag == f"tag:yaml.org,2002:{kind}"}
