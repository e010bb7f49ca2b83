"""A rule as the reference explains it: its code, what it says, and a mistake with the way it is mended.

The text of a rule is a docstring. Behind the rule itself it may have lines as in

    Wrong in `places.yaml`: `zone: Asia/Katmandu`
    Right: `zone: Asia/Kathmandu`

where `⏎` stands for a line break and `␉` for a tab. Tests put what is wrong in the place of what is right in the invented tree and
see that the rule speaks; so an example cannot go stale. `Wrong file:` shows a file's name instead, a plain `Wrong:` says in words
what no text can show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from inspect import cleandoc

from readouts.problems.problem import Severity

LINE_BREAK = "⏎"
"""What stands for a line break in an example."""

TAB = "␉"
"""What stands for a tab in an example."""

_EXAMPLE = re.compile(r"^Wrong(?: in `(?P<inside>[^`]+)`| (?P<name>file))?: (?P<wrong>.+)\nRight: (?P<right>.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """A mistake, and how it is mended."""

    wrong: str
    """What somebody wrote; with backticks where it is typed so."""
    right: str
    """What it should be."""
    inside: str = ""
    """The file of the invented tree in which the right text stands once; empty where the texts are names of files, or words."""
    of_a_name: bool = False
    """Whether the texts are names of files."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with the code that its problems carry. Several rules may share a code."""

    code: str
    text: str
    """The rule in a sentence or two, and perhaps an example."""
    severity: Severity = Severity.ERROR

    @property
    def meaning(self) -> str:
        """What the rule says."""
        return " ".join(cleandoc(self.text).partition("\nWrong")[0].split())

    @property
    def example(self) -> Example | None:
        """A mistake, and how it is mended."""
        found = _EXAMPLE.search(cleandoc(self.text))
        return Example(found["wrong"], found["right"], found["inside"] or "", bool(found["name"])) if found else None


def by_code(rules: Iterable[Rule]) -> Mapping[str, tuple[Rule, ...]]:
    """Code → its rules, in the order in which the codes first come."""
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        found[rule.code] = (*found.get(rule.code, ()), rule)
    return found


OF_TOOLS = (
    Rule(
        "format",
        """`readouts fmt` writes a file only if nothing is lost by it.

        Wrong: a file that cannot be laid out without losing something.
        Right: the same file, laid out by hand.
        """,
    ),
    Rule(
        "not-generated",
        """Folders of generated pages hold nothing that was written by hand, and no two pages have one file.

        Wrong: a page of your own, docs/people/about-people.md.
        Right: the same page in a folder of its own, docs/about/people.md.
        """,
    ),
    Rule(
        "unfinished",
        """A build comes to its end; where it does not while somebody is watching, the browser says so.

        Wrong: a disk that is full, or a fault of the program.
        Right: room on the disk, or a report of the fault.
        """,
    ),
    Rule(
        "new",
        """`readouts new` writes only what can be a record, and nothing over what is there.

        Wrong: a date that is none, or an id that another record has.
        Right: the date as 2014-11-10; an id that is free.
        """,
    ),
    Rule(
        "rename",
        """`readouts rename` gives a record only an id that it may have, and changes nothing where a text would be lost.

        Wrong: an id that another record has or had, or that breaks the rule for file names.
        Right: an id that is free, in small letters with hyphens.
        """,
    ),
)
"""What the tools refuse that write files; `readouts check` finds none of these."""
