"""Where a paragraph or a statement stands in its account, as a citation says it: “para. 2(1)”, “statement 4”.

Labels are those printed. What has none is counted, and says so: an “unnumbered” paragraph, or a statement of the archive’s.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readouts.model.anchors import paragraph_anchor, statement_anchor

if TYPE_CHECKING:
    from readouts.model import Paragraph, Readout, Section


def locators(readout: Readout) -> dict[str, str]:
    """The address of every paragraph and statement of an account, and its locator; no two locators are the same."""
    found: list[tuple[str, str]] = []
    every = Counter(_printed(each.section, each.paragraph) for each in readout.stretches() if each.paragraph)
    seen: Counter[str] = Counter()
    for stretch in readout.stretches():
        if stretch.paragraph is None:
            found += [
                (statement_anchor(readout, each), f"statement {number}")
                for number, each in enumerate(stretch.statements, start=1)
            ]
            continue
        printed = _printed(stretch.section, stretch.paragraph)
        seen[printed] += 1
        if printed:
            place = f"para. {printed}" + (f" ({seen[printed]} of {every[printed]})" if every[printed] > 1 else "")
        else:
            place = f"unnumbered para. {seen[printed]}"
        said = "annotation" if stretch.paragraph.text else "statement"  # the words of a text are its publisher’s alone
        found.append((paragraph_anchor(readout, stretch.section, stretch.paragraph), place))
        found += [
            (statement_anchor(readout, each), f"{place}, {said} {number}")
            for number, each in enumerate(stretch.statements, start=1)
        ]
    return dict(found)


def _printed(section: Section | None, paragraph: Paragraph) -> str:
    """“2(1)” of section 2 and paragraph (1); nothing where the paragraph has no number or letter of its own."""
    label = (paragraph.label or "").strip().rstrip(".")
    if not any(each.isalnum() for each in label):
        return ""
    number = ((section.label if section else None) or "").strip().rstrip(".")
    if not any(each.isalnum() for each in number):
        return label
    return f"{number}{label}" if label.startswith(("(", "（", "[")) else f"{number}.{label}"
