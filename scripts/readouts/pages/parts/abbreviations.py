"""Short forms that occur on a page, and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from readouts.model.collections import TOPICS
from readouts.pages.words import meeting as say
from readouts.render.blocks import Block, Division, Facts, Heading, Link, Page, texts

if TYPE_CHECKING:
    from readouts.archive.archive import ShortForm
    from readouts.pages.site import Site


def explained(site: Site, page: Page) -> Page:
    """The page with the meaning of the short forms that occur in it."""
    return replace(page, abbreviations=tuple((each.short, each.long) for each in _used(site, page.blocks)))


def blocks(site: Site, above: list[Block]) -> Iterator[Block]:
    """A list of the short forms that occur in some blocks."""
    if used := _used(site, above):
        yield Heading(2, (say.ABBREVIATIONS,), "abbreviations")
        yield Division("ro-facts", (Facts(tuple((each.short, ((_meaning(site, each),),)) for each in used)),))


def _meaning(site: Site, form: ShortForm) -> Link:
    return Link((form.long,), site.link.to(TOPICS, form.id)) if form.of_topic else site.link.party(form.id)


def _used(site: Site, above: list[Block] | tuple[Block, ...]) -> list[ShortForm]:
    """Those that occur as words, in alphabetical order."""
    known = site.archive.short_forms
    found = set(_pattern(tuple(form.short for form in known)).findall("\n".join(texts(above))))
    return [form for form in known if form.short in found]


@lru_cache(maxsize=8)
def _pattern(short: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(short, key=lambda each: (-len(each), each))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)" if longest_first else r"(?!)")
