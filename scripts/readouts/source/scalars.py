"""One text as YAML: plain wherever it can be, in quotes or as a block where it cannot."""

from __future__ import annotations

import re

import yaml
from yaml.resolver import Resolver

NOTHING = ("~", "null", "Null", "NULL")
"""What means “no value” to other readers of YAML (its core schema), and is no text that anybody meant; in quotes it is one."""

_RESOLVER = Resolver()
_AS_TEXT = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp")
_FIRST = re.compile(r"""[^\s,\[\]{}#&*!|>'"%@`?:-]|[?:-](?=[^\s])""")
"""How a plain text begins."""
_SIGNS = re.compile(r": | #|:$|[\n\t]")
"""What ends a plain text or makes something else of it."""
_BRACKETS = re.compile(r"^[?:]|[,\[\]{}]|:[\"',?]")
"""What a plain text cannot have between brackets besides."""
_NUMBER = re.compile(r"0o[0-7]+|[-+]?(\.\d+|\d+(\.\d*)?)[eE][-+]?\d+")
"""Numbers of YAML 1.2 that the resolver, of YAML 1.1, takes for texts."""
_WORD = re.compile(r"\w[\w-]*")
_FOLD = re.compile(r"(?<=[^ ]) (?=[^ ])")
"""Where a folded text may be broken: a single space counts as a line break, and a line break as a single space."""


def inline(text: str, *, typed: bool = False, brackets: bool = False, apart: bool = False) -> str:
    """A text on one line, in quotes only where they are needed.

    Args:
        text: The text.
        typed: Whether it means a number, or true or false; else one that another reader would take for that is quoted.
        brackets: Whether it stands between brackets.
        apart: Whether a comment follows, which the strict reader allows behind a single word only.
    """
    if (
        text in NOTHING
        or not _plain(text, brackets=brackets)
        or (apart and len(text.split()) > 1)
        or not (typed or _is_text(text))
    ):
        return _quoted(text)
    return text


def key(text: str) -> str:
    """A key. A word of letters stays plain: `on` is a key that records have."""
    return text if _WORD.fullmatch(text) and (text.isalpha() or _is_text(text)) else _quoted(text)


def verbatim(text: str) -> list[str] | None:
    """A text with line breaks as a block: its sign, then its lines; None where quotes are needed."""
    body = text.removesuffix("\n")
    if body.startswith((" ", "\n")) or not body.rpartition("\n")[2].strip(" ") or "\t" in body:
        return None
    return ["|-" if body == text else "|", *body.split("\n")]


def folded(text: str, width: int) -> list[str] | None:
    """A text without line breaks but perhaps one at its end as a block of lines; None where it cannot be broken.

    Args:
        text: The text.
        width: How many characters a line may have; a longer word has a line to itself.
    """
    body = text.removesuffix("\n")
    if body.startswith(" ") or body.endswith(" ") or "\n" in body or "\t" in body:
        return None
    first, *words = _FOLD.split(body)
    lines = [first]
    for word in words:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [">-" if body == text else ">", *lines] if words else None


def _plain(text: str, *, brackets: bool) -> bool:
    if not _FIRST.match(text) or _SIGNS.search(text) or text.endswith(" ") or text.startswith(("---", "...")):
        return False
    return not (brackets and _BRACKETS.search(text))


def _is_text(text: str) -> bool:
    """Whether readers that know numbers, true, false and nothing take it for a text; dates and times are texts to them here."""
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]  # its stub has no types
    return (tag in _AS_TEXT or (":" in text and tag.endswith(":int"))) and not _NUMBER.fullmatch(text)


def _quoted(text: str) -> str:
    breaks = "\n" in text or "\t" in text
    if not breaks and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
