"""Comments that somebody may have meant as part of a text: `Visit #1 was fine` must not be published as “Visit”.

A comment stands on a line of its own, or two spaces behind a single word, and a space follows its `#`. In quotes, and in the
lines below `|` or `>`, the sign is text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from readouts.source.quoting import beginning, in_quotes, spaced, value

if TYPE_CHECKING:
    from readouts.source.document import Document

_APART = 2
"""Spaces between a word and its comment."""


class Comments:
    """The `#` signs of a text, which the reader passes in their order."""

    def __init__(self, document: Document, text: str) -> None:
        self.document = document
        self.text = text
        self.sign = self._find(0)
        """Where the next sign stands; behind the text if there is none."""
        self.counted, self.line = 0, 1

    def leave(self, end: int) -> None:
        """Pass the signs that belong to a text, which ends at `end`."""
        if self.sign < end:
            self.sign = self._find(end)

    def pass_to(self, start: int, last: yaml.Event | None, indent: int) -> None:
        """Refuse what may be text among the comments before `start`.

        Args:
            start: Where the next event begins.
            last: The event before it.
            indent: How far the lines of the innermost list or mapping are indented; -1 outside of the record.
        """
        while self.sign < start:
            if self._may_be_text(last, indent):
                self._refuse()
            self.document.comments.append(self.text[self.sign : self._end()])
            self.sign = self._find(self._end())

    def _may_be_text(self, last: yaml.Event | None, indent: int) -> bool:
        before = self.text[self._begin() : self.sign]
        tight = self.text[self.sign : self._end()].lstrip("#")[:1].strip() != ""
        if not before.strip():  # deeper than its block, a line goes on with the text above
            return tight and 0 <= indent < len(before)
        gap = len(before) - len(before.rstrip())
        if tight or not gap:
            return True
        if not isinstance(last, yaml.ScalarEvent) or last.style or not last.end_mark or last.end_mark.index != self.sign - gap:
            return False
        return gap < _APART or len(last.value.split()) > 1

    def _refuse(self) -> None:
        begin = self._begin()
        self.line += self.text.count("\n", self.counted, begin)
        self.counted = begin
        line = self.text[begin : self._end()]
        hint = "put the text in quotes, or the comment on a line of its own with a space behind its `#`"
        if line[value(line) :][:1] in ("[", "{") and value(line) < self.sign - begin:
            hint = "put the word that has a `#` in quotes, or the comment on a line of its own with a space behind its `#`"
        elif line[: self.sign - begin].strip() and value(line) <= self.sign - begin:
            hint += f": `{spaced(line, beginning(line)) or in_quotes(line, value(line))}`"
        position = (self.line, self.sign - begin + 1)
        self.document.refuse(position, "yaml-comment", "what follows `#` here would be a comment and be lost", hint)

    def _begin(self) -> int:
        return self.text.rfind("\n", 0, self.sign) + 1

    def _end(self) -> int:
        return end if (end := self.text.find("\n", self.sign)) >= 0 else len(self.text)

    def _find(self, start: int) -> int:
        return found if (found := self.text.find("#", start)) >= 0 else len(self.text)
