"""What an import has to say: what was understood, what was guessed, what is asked, what is proposed, and what was dropped."""

from __future__ import annotations

from dataclasses import dataclass, field

from readouts.archive.todo import TODO

_SHOWN = 60
"""Characters that are shown of a dropped line."""


def todo(proposal: str = "") -> str:
    """What stands in the draft where something is asked; behind it, what it may be."""
    return f"{TODO} {proposal}".strip()


@dataclass(slots=True)
class Report:
    """The findings of an import, each a line."""

    understood: list[str] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)
    """What is likely, and why."""
    asked: list[str] = field(default_factory=list)
    """What is not known, or cannot be; it stands as TODO in the draft."""
    proposed: list[str] = field(default_factory=list)
    """Statements, each by its place and its first words."""
    dropped: list[str] = field(default_factory=list)

    def text(self) -> str:
        """The report as it is printed."""
        parts = (
            ("Understood", self.understood),
            ("Guessed: please check", self.guessed),
            ("Asked: not known, and TODO in the draft where it has a place there", self.asked),
            ("Statements proposed: each needs a gist in your own words", self.proposed),
            ("Dropped", [each if len(each) <= _SHOWN else f"{each[:_SHOWN]}…" for each in self.dropped]),
        )
        return "\n\n".join(
            "\n".join((f"{title} ({len(lines)})", *(f"  {line}" for line in lines))) for title, lines in parts if lines
        )
