"""What is wrong with a text that is no YAML: the place that a person has to look at, and how the line would be right.

libyaml stops where it cannot go on, which is often below the mistake. Each function here knows one mistake from libyaml's
words, its marks and the line; the first that recognizes its own has the word.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from readouts.problems.lookalikes import named, plain
from readouts.source import borrowed
from readouts.source.document import Mark
from readouts.source.indenting import misplaced_line, shifted_dash
from readouts.source.quoting import beginning, in_quotes, indentation, spaced, unspaced_dash, value, with_colon
from readouts.source.stops import Slip, Spot, Stop

_ODD = re.compile(r"[ -]*(?:[\u00a0\u2000-\u200a\u202f\u3000‐-―−]|[\w-]+(?:[：︰﹕∶]|:[\u00a0\u2000-\u200a\u202f\u3000]))")
"""What stands at the beginning of a line, or behind its key, in place of a space, a dash or a colon."""


_TWO_KEYS = re.compile(r"([\w-]+: [^,;:]+)[,;] *([\w-]+: \S.*)")
"""Two keys with their values in one line."""


def explained(text: str, error: yaml.MarkedYAMLError, last: yaml.Event | None) -> Slip:
    """Where to look, what is wrong there and what to do about it.

    Args:
        text: The whole text.
        error: What libyaml says of it.
        last: The last event before the error.
    """
    lines = [*text.split("\n"), ""]  # a text without a last line break ends on a line that it does not have
    at = _spot(error.problem_mark or error.context_mark)
    opened = _spot(error.context_mark or error.problem_mark)
    stop = Stop(lines, error.context or "", error.problem or "", at, opened, last)
    for rule in _RULES:
        if slip := rule(stop):
            return slip
    what = ", ".join(part for part in (error.context, error.problem) if part)
    hint = "check quotes, brackets and indentation here and in the lines above; put a text that has `: ` in it in quotes"
    return at.said(f"this is not YAML: {what}", hint)


def _spot(mark: Mark | None) -> Spot:
    return Spot(mark.line, mark.column) if mark else Spot(0, 0)


def _look_alike(stop: Stop) -> Slip | None:
    """A sign of YAML that is another one: a full-width colon, a typographic dash, a space that is none."""
    for number in sorted({stop.at.line, stop.opened.line, stop.begun.line if stop.begun else stop.at.line}):
        line = stop.lines[number]
        if found := _ODD.match(line):
            column = found.end() - 1
            if line[column].isspace() and not line[:column].strip():
                hint = "delete it, and indent the line with ordinary spaces, two for each level"
                return Spot(number, column).said(f"{named(line[column])} indents this line", hint)
            sign = plain(line[column]) or " "
            right = f"{line[:column]}{sign}{' ' if sign in ':-' else ''}{line[column + 1 :].lstrip()}".strip()
            return Spot(number, column).said(f"{named(line[column])} stands where YAML has another sign", f"write `{right}`")
    return None


def _dash(stop: Stop) -> Slip | None:
    """An item whose dash has no space behind it."""
    for number in sorted({stop.at.line, stop.opened.line, stop.begun.line if stop.begun else stop.at.line}):
        if found := unspaced_dash(stop.lines[number]):
            return Spot(number, indentation(stop.lines[number])).said("a space is missing behind the dash", f"write `{found}`")
    return None


def _quote_never_closed(stop: Stop) -> Slip | None:
    spot = stop.opened
    if stop.context != "while scanning a quoted scalar":
        begun = stop.begun
        if not (begun and stop.behind and _is_quoted(stop.last) and begun.line < stop.at.line):
            return None
        spot = begun
    line = stop.lines[spot.line]
    example = in_quotes(line, spot.column, line[spot.column + 1 :])
    return spot.said("the quotation mark that opens here is not closed", f"close it at the end of the text: `{example}`")


def _text_outside_quotes(stop: Stop) -> Slip | None:
    begun = stop.begun
    if not (begun and stop.behind and _is_quoted(stop.last)):
        return None
    whole = stop.line[begun.column :].rstrip()
    text = whole[1:-1] if whole[-1] == whole[0] else whole
    if begun.column != value(stop.line):
        hint = "put a comma between two texts, or one pair of quotes around both"
        return stop.at.said("a text goes on behind its closing quotation mark", hint)
    hint = f"put the whole text in one pair of quotes: `{in_quotes(stop.line, begun.column, text)}`"
    return stop.at.said("a text goes on behind its closing quotation mark", hint)


def _escape(stop: Stop) -> Slip | None:
    if stop.context != "while parsing a quoted scalar":
        return None
    line = stop.lines[stop.opened.line]
    text = line[stop.opened.column + 1 :].rstrip().removesuffix('"')
    hint = f"in double quotes a backslash begins an escape; use single quotes: `{in_quotes(line, stop.opened.column, text)}`"
    return stop.at.said("this backslash is not followed by anything known", hint)


def _text_behind_brackets(stop: Stop) -> Slip | None:
    closed = isinstance(stop.last, yaml.CollectionEndEvent) and stop.line[: stop.at.column].rstrip().endswith(("]", "}"))
    if not (stop.behind and closed):
        return None
    sign, start = stop.line[stop.at.column : stop.at.column + 1], value(stop.line)
    if sign in ("]", "}"):
        return stop.at.said(f"“{sign}” closes nothing that is open here", "delete it")
    if stop.line[start : start + 1] not in ("[", "{"):
        return None
    hint = f"put the text in quotes: `{in_quotes(stop.line, start)}`"
    return Spot(stop.at.line, start).said(f"a text cannot begin with “{stop.line[start]}”", hint)


def _sign_at_the_beginning(stop: Stop) -> Slip | None:
    scanned = ("for the next token", "an anchor", "an alias", "a block scalar", "a tag")
    misread = (
        "block sequence entries are not allowed in this context",
        "mapping keys are not allowed in this context",
        "found undefined tag handle",
    )
    known = stop.context.removeprefix("while scanning ") in scanned or stop.context == "while parsing a tag"
    if not (known or stop.problem in misread or stop.context == "while parsing a block node"):
        return None
    line = stop.lines[stop.opened.line]
    sign = line[stop.opened.column : stop.opened.column + 1]
    hint = f"put the text in quotes: `{in_quotes(line, stop.opened.column)}`"
    return stop.opened.said(f"a text cannot begin with “{sign}”", hint)


def _missing_between_brackets(stop: Stop) -> Slip | None:
    if stop.context != "while parsing a flow node":
        return None
    sign = stop.line[stop.at.column : stop.at.column + 1]
    if sign in ("]", "}"):
        hint = "check which bracket opens, and close it with the same kind"
        return stop.at.said(f"“{sign}” closes nothing that is open here", hint)
    if sign == "-":
        hint = "write the items with commas between them, as in `[trade, visas]`, or each on a line of its own behind `- `"
        return stop.at.said("between brackets an item has no dash", hint)
    return stop.at.said("a value is missing between brackets", "delete the comma that is too many, or write the value")


def _bracket_never_closed(stop: Stop) -> Slip | None:
    kind = stop.context.removeprefix("while parsing a flow ")
    if kind not in ("sequence", "mapping"):
        return None
    line = stop.lines[stop.opened.line]
    if stop.at.line > stop.opened.line and indentation(stop.line) <= indentation(line):
        sign, closing = ("[", "]") if kind == "sequence" else ("{", "}")
        example = "topics: [trade, visas]" if sign == "[" else "head: {person: abe-shinzo, as: Prime Minister}"
        hint = f"close it with `{closing}` behind the last item, as in `{example}`"
        return stop.opened.said(f"the bracket “{sign}” that opens here is not closed", hint)
    hint = "put commas between the items, and quotes around a text that has `: ` in it or one of [ ] { } ,"
    return stop.at.said("this does not belong between the brackets", hint)


def _colon(stop: Stop) -> Slip | None:
    """A colon that makes a key of something: the end of a text, or a line that was taken for the end of the text above."""
    if stop.problem != "mapping values are not allowed in this context":
        return None
    first, begun = indentation(stop.line), stop.begun
    if not (begun and begun.line < stop.at.line):
        hint = f"put a text with a colon and a space in quotes: `{in_quotes(stop.line, value(stop.line))}`"
        if two := _TWO_KEYS.fullmatch(stop.line.strip()):
            hint = f"give each key a line of its own: `{two[1]}` and `{two[2]}`; or, if it is a text, {hint}"
        return stop.at.said("a colon inside a text makes a key of what is before it", hint)
    above = stop.lines[begun.line]
    if begun.column == beginning(above) == first:
        return _no_key(stop.lines, begun)
    if beginning(above) < first == beginning(stop.lines[begun.line - 1]):
        hint = f"begin it in column {first + 1} like the lines above and below it"
        return Spot(begun.line, indentation(above)).said("this line stands further out than those around it", hint)
    hint = f"begin it in column {beginning(above) + 1} to stand beside the key of line {begun.line + 1}"
    if " " in above[begun.column :].strip():
        hint += f"; or, if it goes on with the text, begin that in quotes, as in `{in_quotes(above, begun.column)[:-1]}`, and close them at its end"
    return Spot(stop.at.line, first).said("this line is indented as if it went on with the text above", hint)


def _line_without_key(stop: Stop) -> Slip | None:
    if stop.context != "while scanning a simple key":
        return None
    return _no_key(stop.lines, stop.opened)


def _no_key(lines: list[str], spot: Spot) -> Slip:
    line, below = lines[spot.line], lines[spot.line + 1]
    word = line[spot.column :].strip()
    if word.partition(" ")[2].startswith("= "):
        return spot.said("a key is followed by a colon, not by “=”", f"write `{with_colon(line, spot.column)}`")
    if re.fullmatch(r"[\w-]+", word) and below.strip() and indentation(below) > spot.column:
        return spot.said("a colon is missing behind the key", f"write `{line[: spot.column].lstrip(' ')}{word}:`")
    if right := spaced(line, spot.column):
        return spot.said("a space is missing behind the colon", f"write `{right}`")
    hint = f"a key is followed by a colon and a space: `{with_colon(line, spot.column)}`"
    if spot.line:
        hint = f"if it goes on with the text above, indent it deeper than the key there; if not, {hint}"
    return spot.said("this line is no `key: value`", hint)


def _comment_between(stop: Stop) -> Slip | None:
    """A text that was to go on below a comment."""
    if stop.problem != "did not find expected key" or not stop.begun or _is_quoted(stop.last) or ":" in stop.line:
        return None
    between = [n for n in range(stop.begun.line + 1, stop.at.line) if stop.lines[n].lstrip().startswith("#")]
    if not between:
        return None
    spot = Spot(between[0], indentation(stop.lines[between[0]]))
    return spot.said(
        "a comment ends the text above it, and the text goes on below", "put the comment above the key of the text"
    )


def _after_the_end(stop: Stop) -> Slip | None:
    if stop.problem != "did not find expected <document start>":
        return None
    hint = "one file holds one record, without brackets around it; begin its keys in column 1"
    return stop.at.said("this stands behind the end of the record", hint)


def _is_quoted(event: yaml.Event | None) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"')


_RULES: tuple[Callable[[Stop], Slip | None], ...] = (
    _look_alike,
    _dash,
    *borrowed.RULES,
    _quote_never_closed,
    _text_outside_quotes,
    _escape,
    _text_behind_brackets,
    _sign_at_the_beginning,
    _missing_between_brackets,
    _bracket_never_closed,
    _colon,
    _line_without_key,
    _comment_between,
    shifted_dash,
    misplaced_line,
    _after_the_end,
)
