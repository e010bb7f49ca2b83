"""A difference as text, and as Markdown for a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from readouts.editing.differences import Difference, Line
from readouts.model.wording import count
from readouts.render.escaping import in_markdown


def text(found: Difference) -> str:
    """Each record with what changed of it, then what is only layout, what was not compared, and how much there is."""
    lines: list[str] = []
    for record in found.records:
        lines += [record.title, *(f"  {_weighed(line)}" for line in record.lines)]
    lines += [f"only the layout or comments: {path}" for path in found.layout]
    lines += [f"not compared: {each}" for each in found.uncompared]
    return "\n".join([*lines, total(found)])


def markdown(found: Difference) -> str:
    """The same as headings and lists (CommonMark); what records say stays text."""
    parts = [f"**{in_markdown(total(found))}**"]
    for record in found.records:
        items = [f"- {'**Warning:** ' * line.warning}{in_markdown(line.what)}" for line in record.lines]
        parts += [f"### {in_markdown(record.title)}", *(["\n".join(items)] if items else [])]
    for title, names in (("Only the layout or comments", found.layout), ("Not compared", found.uncompared)):
        if names:
            parts += [f"### {title}", "\n".join(f"- {in_markdown(name)}" for name in names)]
    return "\n\n".join(parts)


def total(found: Difference) -> str:
    """“2 records changed, 1 added; 1 warning”."""
    return "; ".join(_total(found)) or "nothing changed"


def _total(found: Difference) -> Iterator[str]:
    became = Counter(record.became for record in found.records)
    said = [f"{number:,} {word}" for word in became if (number := became[word])]
    if said:
        yield f"records: {', '.join(said)}"
    if found.layout:
        yield f"{count(len(found.layout), 'file')} with another layout"
    if found.uncompared:
        yield f"{count(len(found.uncompared), 'file')} not compared"
    if found.warnings:
        yield count(found.warnings, "warning")


def _weighed(line: Line) -> str:
    return f"warning: {line.what}" if line.warning else line.what


FORMATS: Mapping[str, Callable[[Difference], str]] = {"text": text, "markdown": markdown}
