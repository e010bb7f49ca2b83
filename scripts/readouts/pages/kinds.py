"""What a kind of page is, and the pages of each kind as jobs: data that any process can work on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from readouts.pages.parts.meeting_lists import MeetingList

if TYPE_CHECKING:
    from readouts.model import Entry
    from readouts.model.collections import Collection
    from readouts.pages.site import Site
    from readouts.render.blocks import Page

Pages: TypeAlias = "Callable[[Site], Iterable[tuple[str, str]]]"
"""Path below `docs/` and key of every page of a kind. The key says what a page is of: a person's id, a year."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page. What `make` and `listed` ask of the site's archive is what a page depends on."""

    name: str
    folder: str
    """The folder of `docs/` that is made for its pages; empty for the home page, and for former addresses, which lie in any of those folders."""
    pages: Pages
    make: Callable[[Site, str], Page]
    listed: Callable[[Site, str], MeetingList] | None = None
    """The meetings that a page lists, where that can be so many that decades and years get pages of their own."""
    of: Collection[Entry] | None = None
    """The kind of record of which each has such a page."""


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


def of_each(
    collection: Collection[Entry],
    name: str,
    make: Callable[[Site, str], Page],
    listed: Callable[[Site, str], MeetingList] | None = None,
) -> PageKind:
    """A page for each record of a kind, and no other."""

    def pages(site: Site) -> Iterator[tuple[str, str]]:
        return ((collection.page(key), key) for key in site.archive.of_kind(collection))

    return PageKind(name, collection.id, pages, make, listed, collection)


def jobs(kinds: Mapping[str, PageKind], site: Site) -> Iterator[Job]:
    """Every page there is."""
    for kind in kinds.values():
        for path, key in kind.pages(site):
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
