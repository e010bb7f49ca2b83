"""What a kind of page is, and the pages of each kind as jobs: data that any process can work on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from readouts.pages.parts.meeting_lists import MeetingList

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.model import Entry
    from readouts.model.collections import Collection
    from readouts.pages.site import Site
    from readouts.render.blocks import Page

Pages: TypeAlias = "Callable[[Archive], Iterable[tuple[str, str]]]"
"""Path below `docs/` and key of every page of a kind. The key says what a page is of: a person's id, a year."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page. What `make` and `listed` ask of the site's archive is what a page depends on."""

    name: str
    folder: str
    """The folder of `docs/` that holds its pages and nothing else that people write; none for the home page."""
    pages: Pages
    make: Callable[[Site, str], Page]
    listed: Callable[[Site, str], MeetingList] | None = None
    """The meetings that a page lists, where that can be so many that decades and years get pages of their own."""


@dataclass(frozen=True, slots=True)
class Job:
    """A page to be made."""

    path: str
    """Below `docs/`."""
    kind: str
    key: str
    part: str = ""
    """The decade (“2010s”) or year of a long list."""


def alone(path: str) -> Pages:
    """One page, at a path."""
    return lambda _: ((path, ""),)


def of_each(collection: Collection[Entry]) -> Pages:
    """A page for each record."""
    return lambda archive: ((collection.page(key), key) for key in archive.of_kind(collection))


def jobs(kinds: Mapping[str, PageKind], site: Site) -> Iterator[Job]:
    """Every page there is."""
    for kind in kinds.values():
        for path, key in kind.pages(site.archive):
            yield Job(path, kind.name, key)
            if kind.listed:
                found = kind.listed(site, key)
                for part in found.parts():
                    yield Job(found.part_path(part), kind.name, key, part)


def made(kinds: Mapping[str, PageKind], site: Site, job: Job) -> Page:
    """The page of a job."""
    kind = kinds[job.kind]
    if job.part and kind.listed:
        return kind.listed(site, job.key).part_page(site, job.part)
    return kind.make(site, job.key)
