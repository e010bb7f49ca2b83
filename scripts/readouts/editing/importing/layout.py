"""Blocks → the parts of a readout: title, date of the page, photographs, lead, sections and paragraphs. The rest of the page is dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from readouts.editing.importing.dates import only_a_date
from readouts.editing.importing.marks import Marks, marks_of, style
from readouts.editing.importing.page import Block, Page, Sort
from readouts.editing.importing.words import verbs, words

_SHORT = {"ja": 28}
_SHORT_ELSEWHERE = 90
"""Characters of a heading, at most."""
_LEAD = {"ja": 30}
_LEAD_ELSEWHERE = 70
"""Characters of a lead that has no full stop, at least."""
_ENDED = re.compile(r"[.。!?;:]['”’\"」)]*$")
_ABOUT_A_MEETING = re.compile(
    r"meeting|talks?\b|\bcall\b|visit|statement|conference|dialogue|luncheon|dinner|meets|会談|会合|立ち話|表敬|電話|訪問|懇談|会見|協議|"
    r"reuni|encuentro|canciller|presidente|visita|diálogo|cumbre",
    re.IGNORECASE,
)
_CREDIT_AT_MOST = 160


@dataclass(slots=True)
class Paragraph:
    """A paragraph and its label as printed."""

    label: str
    text: str


@dataclass(slots=True)
class Section:
    """A section; one without label and heading comes before any heading."""

    label: str = ""
    heading: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """The parts of a readout."""

    title: str = ""
    published: date | None = None
    credits: Counter[str] = field(default_factory=Counter)
    """Whose photographs the page shows, and how many."""
    captions: int = 0
    """Captions of photographs without a credit."""
    provisional: bool = False
    lead: str = ""
    sections: list[Section] = field(default_factory=list)
    form: str = "statements"
    """What the account is made of in the record: `sections`, `paragraphs` or `statements`."""
    restarts: bool = False
    """Whether numbers begin anew, as on a page about several meetings."""
    dropped: list[str] = field(default_factory=list)
    above: list[Block] = field(default_factory=list)
    """What stands above the date of the page."""


@cache
def _whole(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE)


def laid_out(page: Page, language: str) -> Layout:
    """The parts of a page."""
    made = Layout(dropped=[f"<{name}>" for name in page.dropped])
    blocks = list(_content(page.blocks, made, language))
    first = _lead(blocks, language)
    head, body = blocks[:first], blocks[first:]
    made.title = _title([each for each in head if each in made.above], head, page.title, language)
    made.dropped += [each.text for each in head if each.text != made.title]
    if not body:
        return made
    marked = [each for each in body[1:] if _marks(each).labels or _marks(each).bullet or each.sort is Sort.HEADING]
    headed = any(_is_heading(each, body[number + 1 :], language) for number, each in enumerate(body) if number)
    if marked or headed:
        last = next(
            (
                number
                for number, each in enumerate(body)
                if number and (each in marked or _is_heading(each, body[number + 1 :], language))
            ),
            len(body),
        )
        made.lead = " ".join(_marks(each).rest for each in body[:last])
        rest = body[0 if _marks(body[0]).labels else last :]
    else:
        made.lead, rest = body[0].text, body
    _arrange(rest, made, language)
    return made


def _marks(block: Block) -> Marks:
    """The marks of a block: what stands in its text, or else what a browser prints before it."""
    own = marks_of(block.text)
    if own.labels or own.bullet or not block.marker:
        return own
    return marks_of(f"{block.marker} {block.text}")


def _content(blocks: tuple[Block, ...], made: Layout, language: str) -> Iterator[Block]:
    """What may be a part of the readout; dates, photographs and what stands on every page of a site are taken out."""
    boilerplate, labels = _whole(words().boilerplate), _whole(words().link_labels)
    numbered = Counter(re.sub(r"\s*\d+$", "", each.text) for each in blocks if re.search(r"[^\d\s.,]\s?\d$", each.text))
    before, dated = "", False
    for block in blocks:
        text = " ".join(labels.sub("", block.text).split())
        if not text or boilerplate.fullmatch(text) or block.sort is Sort.LINK:
            made.dropped += [block.text]
        elif re.fullmatch(words().provisional, text, re.IGNORECASE):
            made.provisional = True
        elif (day := only_a_date(text, language)) and not _ENDED.search(text):
            made.published = made.published or day
            dated = True
        elif not _photograph(text, block, numbered, made) and text != before:
            before = text
            kept = Block(block.sort, text, block.marker)
            made.above += [] if dated else [kept]
            yield kept


def _photograph(text: str, block: Block, numbered: Counter[str], made: Layout) -> bool:
    """Whether a line stands beside a photograph; its credit is kept."""
    photos = words().photos
    if len(text) > _CREDIT_AT_MOST:
        return False
    if found := re.search(photos.credit, text, re.IGNORECASE):
        made.credits[" ".join((found["credit"] or found["owner"]).split()).strip(" .")] += 1
        return True
    several = (
        numbered[re.sub(r"\s*\d+$", "", text)] > 1 and bool(re.search(photos.numbered, text)) and not marks_of(text).labels
    )
    ended = _ENDED.search(text) and len(text) > _LEAD_ELSEWHERE
    if block.sort is Sort.CAPTION or several or (re.search(photos.caption, text, re.IGNORECASE) and not ended):
        made.captions += 1
        made.dropped.append(text)
        return True
    return False


def _lead(blocks: list[Block], language: str) -> int:
    """Where the text begins: with the first sentence that tells of a meeting, or else with the first sentence."""
    sentences = [
        number
        for number, each in enumerate(blocks)
        if len(each.text) > 20  # noqa: PLR2004  # “Contact us.” is no lead
        and (_ENDED.search(each.text) or len(each.text) > _LEAD.get(language, _LEAD_ELSEWHERE))
        and each.sort is not Sort.HEADING
    ]
    sentences = [number for number in sentences if _ENDED.search(blocks[number].text)] or sentences
    meet = words().meet.get(language, "(?!)")
    met = [number for number in sentences[:8] if re.search(meet, blocks[number].text) and re.search(r"\d", blocks[number].text)]
    met = met or [number for number in sentences[:4] if re.search(meet, blocks[number].text)]
    return (met or sentences or [len(blocks)])[0]


def _title(above: list[Block], head: list[Block], named: str, language: str) -> str:
    """The page's own title: the last line above its date that is about a meeting, or one below it that is no sentence, or the first line.

    Args:
        above: The lines above the date of the page; all of them where it has none.
        head: All lines before the text.
        named: What the head of the page says that it is called.
        language: The language of the page.
    """
    lines = [each.text for each in head if not re.search(r">|›|»", each.text)]
    site = re.split(r"\s[|｜–—-]\s|[|｜]|:: ", named)[0].strip()
    meet = words().meet.get(language, "(?!)") if language != "ja" else "(?!)"
    below = [each for each in lines if all(each != one.text for one in above) and not re.search(meet, each)]
    for several in ([each.text for each in above if each.text in lines], [site], below):
        if about := [each for each in several if _ABOUT_A_MEETING.search(each)]:
            return about[-1]
    return lines[0] if lines else site


def _is_short(text: str, language: str) -> bool:
    """Whether a line is no sentence."""
    if len(text) > _SHORT.get(language, _SHORT_ELSEWHERE) or _ENDED.search(text) or "。" in text:
        return False
    return language == "ja" or not any(re.search(rf"(?<!\w){each.verb}", text) for each in verbs(language) if not each.inside)


def _is_heading(block: Block, following: list[Block], language: str) -> bool:
    """Whether a block is a heading: marked up as one, or a short line before a longer text."""
    marks = _marks(block)
    if block.sort is Sort.HEADING:
        return len(marks.rest) <= _CREDIT_AT_MOST
    if not _is_short(marks.rest, language) or not following or marks.bullet:
        return False
    behind = _marks(following[0])
    if not marks.labels:
        return block.sort is Sort.TEXT and not _is_short(behind.rest, language)
    alike = behind.labels and style(behind.labels[0]) == style(marks.labels[0])
    return not (alike and _is_short(behind.rest, language))


def _arrange(blocks: list[Block], made: Layout, language: str) -> None:
    """Put the paragraphs into sections."""
    while (
        blocks
        and _is_short(_marks(blocks[-1]).rest, language)
        and not _marks(blocks[-1]).labels
        and not _marks(blocks[-1]).bullet
    ):
        made.dropped.append(blocks.pop().text)
    heads = [_is_heading(each, blocks[number + 1 :], language) for number, each in enumerate(blocks)]
    headed = any(heads)
    current = Section()
    made.sections = [current]
    numbers: list[str] = []
    bulleted = False
    for block, is_head in zip(blocks, heads, strict=True):
        marks = _marks(block)
        label = " ".join(marks.labels)
        bulleted = bulleted or marks.bullet
        if is_head:
            current = Section(label, marks.rest)
            made.sections.append(current)
        elif len(marks.labels) > 1 or (headed and _begins_section(marks, current)):
            current = Section(marks.labels[0], "", [Paragraph(" ".join(marks.labels[1:]), marks.rest)])
            made.sections.append(current)
            headed = True
        else:
            current.paragraphs.append(Paragraph(label, marks.rest))
        numbers += [current.label if is_head else label] if marks.labels else []
    made.sections = [each for each in made.sections if each.paragraphs or each.heading]
    labelled = any(each.label for section in made.sections for each in section.paragraphs)
    made.form = "sections" if headed and made.sections else "paragraphs" if labelled or bulleted else "statements"
    plain = [each for each in numbers if each in ("1", "(1)", "[1]")]
    made.restarts = not headed and len(plain) > 1 and len(set(plain)) == 1


def _begins_section(marks: Marks, current: Section) -> bool:
    """Whether a numbered paragraph goes on with the numbers of the sections: `3.` behind a section `2.` with paragraphs of another sort."""
    if not marks.labels or not current.label or style(marks.labels[0]) != style(current.label) or not current.paragraphs:
        return False
    own, before = re.search(r"\d+", marks.labels[0]), re.search(r"\d+", current.label)
    follows = own and before and int(own[0]) == int(before[0]) + 1
    return bool(follows) and all(style(each.label) != style(marks.labels[0]) for each in current.paragraphs)
