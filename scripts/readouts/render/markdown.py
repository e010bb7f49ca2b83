"""Pages as Markdown: the text that any engine reads.

Python-Markdown with `attr_list`, `def_list`, `md_in_html`, `tables` and `abbr`, as MkDocs and Zensical use it. All text is
escaped here and nowhere else, so that a record's text is shown as it is, whatever it contains.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import escape as html

from readouts.render.blocks import (
    Block,
    Choices,
    Citations,
    Code,
    Division,
    Excerpt,
    Facts,
    Fold,
    Grid,
    Heading,
    Inline,
    Item,
    Items,
    Link,
    Matrix,
    Page,
    Paragraph,
    Span,
    Strong,
    Switch,
    Table,
    Target,
)
from readouts.render.charts import Bars, Map, Strip
from readouts.render.escaping import in_markdown
from readouts.render.html import raw
from readouts.render.urls import relative, served

MARK = "# Generated from "
"""What the front matter of every generated page begins with: the pages that may be written over or removed."""

_LINE_START = re.compile(r"(?:(?P<number>\d+)(?P<end>[.)])|(?P<sign>[-+:]))")


def document(page: Page) -> str:
    """The whole file of a page, front matter first."""
    head = ["---", f"{MARK}{page.source}: edit that file, not this one."]
    head += [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front_matter(page).items()]
    short = [f"*[{short}]: {long}" for short, long in page.abbreviations]
    return "\n".join([*head, "---", "", *_blocks(page.blocks, page.path), *short]).rstrip("\n") + "\n"


def front_matter(page: Page) -> dict[str, object]:
    """What the theme is told about a page."""
    # The theme prints both texts into HTML as they are.
    meta: dict[str, object] = {"title": html(page.title), "description": html(page.description)}
    if page.head:
        meta["head"] = page.head
    if page.moved_to:
        meta["moved_to"] = served(page.moved_to, page.path)
    return meta


def _blocks(blocks: Iterable[Block], page: str) -> Iterator[str]:
    """The lines of some blocks, an empty line after each."""
    for block in blocks:
        match block:
            case Heading():
                yield f"{'#' * block.level} {_line(block.content, page)}{_attributes(block.anchor, block.cls, before=' ')}"
            case Paragraph():
                yield _line(block.content, page) + _attributes(block.anchor, block.cls, before="\n")
            case Items():
                yield from (_item(item, page) for item in block.items)
            case Facts():
                yield from _facts(block, page)
            case Table():
                yield _row([in_markdown(cell) for cell in block.head])
                yield _row(["---"] * len(block.head))
                yield from (_row([_line(cell, page) for cell in row]) for row in block.rows)
            case Division():
                yield f'<div class="{block.cls}" markdown="1">\n'
                yield from _blocks(block.blocks, page)
                yield "</div>"
            case Fold():
                yield f'<details class="ro-fold" markdown="1">\n<summary>{in_markdown(block.summary)}</summary>\n'
                yield from _blocks(block.blocks, page)
                yield "</details>"
            case Matrix() | Grid() | Choices() | Strip() | Bars() | Map() | Citations() | Switch() | Excerpt():
                yield raw(block, page)
        yield ""


def _item(item: Item, page: str) -> str:
    return f"- {_line(item.content, page)}{_attributes(item.anchor, item.cls, before=chr(10) + '  ')}"


def _facts(block: Facts, page: str) -> Iterator[str]:
    for term, values in block.rows:
        yield _guarded(in_markdown(term))
        yield from (f":   {_line(value, page)}" for value in values)
        if term is not block.rows[-1][0]:
            yield ""


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(content: Iterable[Inline], page: str) -> str:
    return _guarded("".join(_inline(each, page) for each in content))


def _guarded(line: str) -> str:
    """A line that does not begin a list, a definition or a rule by accident."""
    if not (found := _LINE_START.match(line)):
        return line
    if found["sign"] == ":":
        return f"&#58;{line[1:]}"
    if found["sign"]:
        return f"\\{line}"
    return f"{found['number']}\\{line[found.end() - 1 :]}"


def _inline(inline: Inline, page: str) -> str:
    match inline:
        case str():
            return in_markdown(inline)
        case Strong():
            return f"**{in_markdown(inline.text)}**" if inline.text.strip() else in_markdown(inline.text)
        case Code():
            return f"<code>{in_markdown(inline.text)}</code>"
        case Span():
            cls = f' class="{inline.cls}"' if inline.cls else ""
            lang = f' lang="{inline.lang}"' if inline.lang else ""
            return f"<span{cls}{lang}>{''.join(_inline(each, page) for each in inline.content)}</span>"
        case Link():
            text = "".join(_inline(each, page) for each in inline.content)
            label = f'aria-label="{inline.label}"' if inline.label else ""
            return f"[{text}]({_address(inline.to, page)}){_attributes('', inline.cls, before='', more=label)}"


def _address(to: Target | str, page: str) -> str:
    if isinstance(to, str):
        # Everything that could end a link in Markdown is percent-encoded, and an entity in it stays what it is.
        return re.sub(r"[()\[\]]", lambda found: f"%{ord(found[0]):02X}", to).replace("&", "&amp;")
    folder, _, name = page.rpartition("/")
    path = relative(to.page, folder) if to.page and to.page != page else ""
    return path + (f"?{to.query}" if to.query else "").replace("&", "&amp;") + (f"#{to.anchor}" if to.anchor else "") or name


def _attributes(anchor: str, cls: str, *, before: str, more: str = "") -> str:
    """An attribute list: `{ #anchor .class }`."""
    found = [f"#{anchor}"] if anchor else []
    found += [f".{name}" for name in cls.split()]
    found += [more] if more else []
    return f"{before}{{ {' '.join(found)} }}" if found else ""
