"""Which engine runs, and whether pages can be pre-rendered for it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

TRIED = {"mkdocs": ("1.6.", "1.8.0"), "properdocs": ("1.6.7",)}
"""Modules and versions whose pages are the same either way, as tests show: MkDocs 1.6, mkdocs-ng 1.8.0, ProperDocs 1.6.7."""


def engine(given: object) -> tuple[str, str]:
    """Name and version of the module that runs: the one that something given to the hook was made by.

    Which distributions are installed tells nothing: mkdocs-ng lays its own module `mkdocs` over that of MkDocs, and ProperDocs
    answers to the name while MkDocs lies beside it.
    """
    module = type(given).__module__.partition(".")[0]
    return module, str(getattr(sys.modules[module], "__version__", "without a version"))


def is_known(given: object) -> bool:
    """Whether what this room leans on inside the engine was tried with the one that runs."""
    module, version = engine(given)
    return version.startswith(TRIED.get(module, ()))


def why_not(config: MkDocsConfig) -> str:
    """Why pages cannot be pre-rendered; empty where they can."""
    others = [str(name) for name in config.plugins if name not in config.hooks]
    if config.extra.get("plain"):
        return "`extra: plain` is set"
    if not is_known(config):
        return f"{' '.join(engine(config))} is not known"
    if others or len(config.hooks) > 1:
        return "other plugins or hooks may change them"
    return "" if config.use_directory_urls else "they are not served as folders"
