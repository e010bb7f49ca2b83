"""One account of a meeting, as part of the meeting's page: where it comes from, its paragraphs, and who said what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.anchors import paragraph_anchor, section_anchor, statement_anchor
from readouts.model.collections import TOPICS
from readouts.model.locators import locators
from readouts.model.vocabulary import LEDGER, Extent
from readouts.pages.links import VOCABULARY
from readouts.pages.parts import citing, facts
from readouts.pages.words import meeting as say
from readouts.pages.words import shared
from readouts.render.blocks import (
    Block,
    Division,
    Facts,
    Heading,
    Inline,
    Inlines,
    Item,
    Items,
    Link,
    Paragraph,
    Span,
    Strong,
    Target,
    joined,
)

if TYPE_CHECKING:
    from readouts.model import Atmosphere, FollowUp, Meeting, Photo, Phrase, Readout, Statement
    from readouts.model import Paragraph as AccountParagraph
    from readouts.pages.site import Site


NO_BREAK = "\u00a0"


def account_link(site: Site, meeting: Meeting, account: Readout) -> Link:
    """A link to an account on its meeting's page."""
    return Link((account_title(site, meeting, account),), Target(None, account.anchor))


def account_title(site: Site, meeting: Meeting, each: Readout) -> str:
    """The publisher's name, with what tells its accounts of the meeting apart: the language, or a number."""
    own = [other for other in meeting.readouts if other.publisher == each.publisher]
    same = [other for other in own if other.language == each.language]
    marks = [wording.language(each.language)] if len(same) < len(own) else []
    marks += [say.one_of(same.index(each) + 1, len(same))] if len(same) > 1 else []
    name = site.archive.organizations[each.publisher].name
    return f"{name} ({', '.join(marks)})" if marks else name


def side_of(site: Site, account: Readout) -> str | None:
    """Whose account it is: the side it is said to be of, or its publisher's own; nobody's where neither is known."""
    return account.account_of or (site.archive.organizations[account.publisher].side if account.official else None)


class Words:
    """What the accounts of a meeting are worded with on its page: names of people and topics, and locators."""

    def __init__(self, site: Site, meeting: Meeting) -> None:
        self.site = site
        self.meeting = meeting
        people = {
            speaker for each in meeting.statements for speaker in (*each.speakers, *each.to) if speaker in site.archive.people
        }
        self._named = Counter(site.titles.surname(person) for person in people)
        said = [part for each in meeting.readouts for part in _printed(each)]
        self._said = "\n".join([*said, *(outcome.title for outcome in meeting.outcomes)])

    def speaker(self, speaker: str) -> str:
        """A person by the family name, where no other has it; a side by its name."""
        if speaker not in self.site.archive.people:
            return self.site.archive.party_name(speaker)
        surname = self.site.titles.surname(speaker)
        return surname if self._named[surname] == 1 else self.site.titles.speaker(speaker)

    def topic(self, topic: str) -> str:
        """A topic by its short form where an account of the meeting has that; otherwise by its name."""
        entry = self.site.archive.topics[topic]
        short = entry.abbreviation
        return short if short and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", self._said) else entry.name

    def topic_links(self, topics: Iterable[str]) -> Inlines:
        """Topics one after another, each a link to its page."""
        named = sorted(topics, key=lambda topic: self.topic(topic).casefold())
        return joined((Link((self.topic(each),), self.site.link.to(TOPICS, each), "ro-topic") for each in named), " ")

    def topics(self, topics: Iterable[str]) -> str:
        """Topics one after another."""
        return " · ".join(sorted(map(self.topic, topics), key=str.casefold))

    def said(self, statement: Statement) -> Inlines:
        """Who did what to whom: “Abe recalled”, “Humala, to Abe, invited”."""
        if not statement.speakers:
            return (say.unattributed(statement.act.past.capitalize()),)
        between = [say.spoken_to(wording.listed(map(self.speaker, statement.to)))] if statement.to else []
        between += [say.as_reported(self.speaker(statement.reported_by))] if statement.reported_by else []
        set_off = f", {', '.join(between)}," if between else ""
        return (Strong(wording.listed(map(self.speaker, statement.speakers))), f"{set_off} {statement.act.past}:")


def _printed(readout: Readout) -> Iterator[str]:
    """What stands of an account in the record."""
    for stretch in readout.stretches():
        if stretch.paragraph and stretch.paragraph.text:
            yield stretch.paragraph.text
        for each in stretch.statements:
            yield each.gist
            if each.formula:
                yield each.formula.text


def blocks(words: Words, readout: Readout, level: int = 2) -> Iterator[Block]:
    """An account under a heading of some level: what it says, where it comes from, how it is cited."""
    site, meeting = words.site, words.meeting
    yield Heading(level, (account_title(site, meeting, readout),), readout.anchor, "ro-account")
    source = Division("ro-facts ro-source", (Facts(tuple(_source(site, readout))),))
    told = tuple(_told(words, readout, level + 1))
    yield Division("ro-told", (*told, source, *citing.account(site, meeting, readout)) if told else (source,))


def _told(words: Words, readout: Readout, level: int) -> Iterator[Block]:
    part = _Part(words, readout)
    for stretch in readout.stretches():
        if stretch.paragraph:
            anchor = paragraph_anchor(readout, stretch.section, stretch.paragraph)
            yield part.paragraph(stretch.paragraph, anchor)
        elif section := stretch.section:
            printed = " ".join(each for each in (_label(section.label), section.heading) if each)
            if printed:
                yield Heading(level, (_in_language(readout, printed),), section_anchor(readout, section))
        else:
            yield Division("ro-passage", (part.statements(stretch.statements),))


def _in_language(readout: Readout, printed: str) -> Inline:
    """What an account prints, marked with its language where that is not the site's."""
    return Span((printed,), lang=lang) if (lang := _foreign(readout)) else printed


def _foreign(readout: Readout) -> str:
    """The language of what an account prints, where it is not the site's."""
    return "" if readout.language == "en" else readout.language


def _provenance(readout: Readout) -> Inlines:
    """What an account says of itself, once: origin, wording, completeness, and what follows from that."""
    word = "complete" if readout.complete else "incomplete"
    complete = Link((word,), Target(VOCABULARY, f"completeness-{word}"), "ro-mark")
    marks = f"{readout.origin.label} · {readout.wording.label} · "
    return (marks, complete, "" if readout.complete else f": {_gap(readout)}")


def _gap(readout: Readout) -> str:
    if not any(readout.stretches()):
        return say.NOTHING_RECORDED
    if not readout.official:
        return say.MAY_LEAVE_OUT
    if readout.read is Extent.PART:
        return say.NOT_READ_WHOLE
    return say.NOT_RECORDED_WHOLE


def _label(label: str | None) -> str:
    """A printed section label; a bare number gets the full stop that tells it from the heading."""
    return f"{label}." if label and label.isalnum() else label or ""


def _source(site: Site, readout: Readout) -> facts.Rows:
    side = side_of(site, readout)
    yield from _page(readout)
    yield say.PUBLISHER, ((site.link.party(readout.publisher),),)
    if side:
        yield say.ACCOUNT_OF if readout.official else say.REPORTS_ON, ((site.archive.party_name(side),),)
    yield from _days(readout)
    yield say.LANGUAGE, ((wording.language(readout.language),),)
    if readout.requested_by:
        yield say.ASKED_FOR_BY, ((site.link.party(readout.requested_by),),)
    if readout.atmosphere:
        yield say.ATMOSPHERE, tuple(_atmosphere(readout, each) for each in readout.atmosphere)
    if readout.photos:
        photos = sum(each.count or 1 for each in readout.photos)
        yield say.PHOTO if photos == 1 else say.PHOTOS, tuple(_photo(readout, each) for each in readout.photos)
    yield say.PROVENANCE, (_provenance(readout),)
    if readout.credit:
        yield say.CREDIT, ((readout.credit,),)
    yield from facts.remark(readout.note)


def _page(readout: Readout) -> facts.Rows:
    if readout.url:
        words = _in_language(readout, readout.title) if readout.title else readout.url.split("://", 1)[1]
        yield say.PAGE, ((Link((words,), readout.url),),)
    elif readout.title:
        yield say.TITLE, ((_in_language(readout, readout.title),),)
    if readout.archived:
        yield say.ARCHIVED, ((Link((readout.archived.split("://", 1)[1],), readout.archived),),)


def _days(readout: Readout) -> facts.Rows:
    if readout.published:
        yield say.PUBLISHED, ((wording.dated(readout.published),),)
    if readout.read_on:
        yield say.READ_ON, ((wording.dated(readout.read_on),),)


def _atmosphere(readout: Readout, found: Atmosphere) -> Inlines:
    language = found.language or readout.language
    gloss = f" ({found.gloss})" if found.gloss else ""
    return ("“", Span((found.words,), lang=language), f"”{gloss}")


def _photo(readout: Readout, photo: Photo) -> Inlines:
    caption: Inlines = (_in_language(readout, photo.caption), " ") if photo.caption else ()
    return (*caption, say.photo(photo.credit or say.NO_CREDIT, photo.count))


class _Part:
    """The paragraphs and statements of an account."""

    def __init__(self, words: Words, readout: Readout) -> None:
        self.words = words
        self.readout = readout
        self.locators = locators(readout)
        self.cited = citing.cited(words.site, words.meeting, readout)

    def paragraph(self, paragraph: AccountParagraph, anchor: str) -> Division:
        lang = _foreign(self.readout)
        label: tuple[Inline, ...] = (Strong(paragraph.label),) if paragraph.label else ()
        label += (" ",) if label and paragraph.text else ()
        text: tuple[Inline, ...] = (Span((paragraph.text,), "ro-text", lang),) if paragraph.text else ()
        line = Paragraph(
            (*label, *text, *self._cite(anchor, text=bool(paragraph.text)), *facts.note(paragraph.note)), anchor, "ro-paragraph"
        )
        said = (self.statements(paragraph.statements),) if paragraph.statements else ()
        return Division("ro-passage", (line, *said))

    def statements(self, said: tuple[Statement, ...]) -> Items:
        return Items(tuple(self._statement(each, statement_anchor(self.readout, each)) for each in said))

    def _cite(self, anchor: str, *, text: bool = False) -> Inlines:
        """The sign that leads to a part and tells its locator; beside an official text its whole citation, seen when it is opened."""
        where = self.locators[anchor]
        sign = Link(("¶",), Target(None, anchor), label=say.cite_part(where))
        ready = (Span((citing.part(self.cited, where, anchor),), "ro-cited"),) if text else ()
        return (NO_BREAK, sign, *ready)

    def _statement(self, statement: Statement, anchor: str) -> Item:
        site, words = self.words.site, self.words
        about: Inlines = ()
        if statement.about_meeting:
            other = site.archive.summaries[statement.about_meeting]
            about = (" ", Span((say.ON_ANOTHER_MEETING, site.link.meeting(other)), "ro-follow"))
        topics: Inlines = (" ", Span((words.topics(statement.topics),), "ro-topics")) if statement.topics else ()
        answered = Link((say.IN_REPLY,), Target(None, statement.in_reply_to or ""))
        reply: Inlines = (" ", Span((answered,), "ro-follow")) if statement.in_reply_to else ()
        content: Inlines = (
            Span(words.said(statement), "ro-said"),
            " ",
            statement.gist,
            *formula(statement.formula),
            *topics,
            *self._cite(anchor),
            *reply,
            *about,
            *follow_ups(site, statement),
            *facts.note(statement.note),
        )
        return Item(content, anchor)


def who(site: Site, statement: Statement) -> Inlines:
    """The speakers of a statement, as the account gives them."""
    return joined((site.link.speaker(each) for each in statement.speakers), ", ") or (shared.NO_SPEAKER,)


def formula(phrase: Phrase | None) -> Inlines:
    """The set phrase of a statement or a document, in quotation marks, with what it means where it is not English."""
    if phrase is None:
        return ()
    printed = Span((shared.quoted(phrase.text),), "ro-formula", phrase.language or "")
    return (" ", printed, f" ({phrase.gloss})" if phrase.gloss else "")


def follow_ups(site: Site, statement: Statement) -> Inlines:
    """What came of a statement by which something was asked, offered, promised or agreed; what followed any other."""
    word = say.CAME_OF_IT if statement.act in LEDGER else say.LATER
    return tuple(part for each in statement.followed_by for part in _follow_up(site, word, each))


def _follow_up(site: Site, word: str, follow: FollowUp) -> Inlines:
    when: tuple[Inline, ...] = ()
    if follow.meeting:
        when = (site.link.meeting(site.archive.summaries[follow.meeting]), ": ")
    elif follow.date:
        when = (f"{wording.dated(follow.date)}: ",)
    state: Inlines = (" (", site.link.term(follow.state), ")") if follow.state else ()
    source: Inlines = (" · ", Link((shared.SOURCE,), follow.source, "ro-mark")) if follow.source else ()
    return (" ", Span((word, *state, ": ", *when, follow.note, *source), "ro-follow"))
