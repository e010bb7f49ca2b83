"""Rules about the tree of topics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.checks.finding import Finding
from readouts.model.collections import TOPICS

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.archive.records import Records


def topics_have_two_levels(archive: Archive, _: Records) -> Iterator[Finding]:
    """A topic is a theme, or belongs to one; themes belong to nothing.

    Wrong in `topics.yaml`: `definition: Animals that swim.⏎  broader: whales`
    Right: `definition: Animals that swim.⏎  broader: nature`
    """
    for topic in archive.topics.values():
        above = archive.topics.get(topic.broader or "")
        if topic.kind == "theme" and topic.broader:
            yield Finding(TOPICS, topic.id, ("broader",), "a theme has no broader topic", "delete the line `broader:`")
        elif topic.broader == topic.id:
            hint = f"write the theme that it belongs to, one of {_themes(archive)}"
            yield Finding(TOPICS, topic.id, ("broader",), "the topic is its own broader topic", hint)
        elif topic.kind != "theme" and not topic.broader:
            yield Finding(
                TOPICS, topic.id, ("kind",), "the topic belongs to no theme", f"add `broader:` with one of {_themes(archive)}"
            )
        elif above and above.kind != "theme":
            hint = f"write `broader: {above.broader}`" if above.broader else "choose a theme"
            yield Finding(TOPICS, topic.id, ("broader",), f"“{above.id}” is no theme", hint)


def _themes(archive: Archive) -> str:
    return ", ".join(each.id for each in archive.topics.values() if each.kind == "theme")
