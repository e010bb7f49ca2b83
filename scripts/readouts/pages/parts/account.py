"""One account of a meeting, as part of the meeting's page: where it comes from, its paragraphs, and who said what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts.model import wording
from readouts.model.anchors import paragraph_anchor, section_anchor, statement_anchor
from readouts.model.vocabulary import LEDGER, Extent
from readouts.pages.links import VOCABULARY
from readouts.pages.parts import facts
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
    marks += [f"{same.index(each) + 1} of {len(same)}"] if len(same) > 1 else []
    name = site.archive.organizations[each.publisher].name
    return f"{name} ({', '.join(marks)})" if marks else name


def provenance(site: Site, readout: Readout) -> Inlines:
    """What every account says of itself: origin, wording, completeness."""
    complete = "complete" if readout.complete else "incomplete"
    return joined(
        [site.link.term(readout.origin, "ro-mark"), site.link.term(readout.wording, "ro-mark"), _complete(complete)], " · "
    )


def _complete(word: str) -> Link:
    return Link((word,), Target(VOCABULARY, f"completeness-{word}"), "ro-mark")


def blocks(site: Site, meeting: Meeting, readout: Readout) -> Iterator[Block]:
    """An account."""
    yield Heading(2, (account_title(site, meeting, readout),), readout.anchor, "ro-account")
    yield Division("ro-facts ro-source", (Facts(tuple(_source(site, readout))),))
    for stretch in readout.stretches():
        if stretch.paragraph:
            anchor = paragraph_anchor(readout, stretch.section, stretch.paragraph)
            yield _paragraph(site, readout, stretch.paragraph, anchor)
        elif section := stretch.section:
            heading = " ".join(part for part in (_label(section.label), section.heading) if part)
            if heading:
                yield Heading(3, (heading,), section_anchor(readout, section))
        else:
            yield Division("ro-passage", (_statements(site, readout, stretch.statements),))
    if not readout.complete:
        yield Paragraph((_gap(readout),), cls="ro-gap")


def _gap(readout: Readout) -> str:
    if not tuple(readout.stretches()):
        return "What this account says has not been recorded."
    if not readout.official:
        return "Known only from a report: what this account does not mention may still have been said."
    if readout.read is Extent.PART:
        return "This account was not read to its end: it may say more than what is recorded here."
    return "Not every point of this account is recorded here."


def _label(label: str | None) -> str:
    """A printed section label; a bare number gets the full stop that tells it from the heading."""
    return f"{label}." if label and label.isalnum() else label or ""


def _source(site: Site, readout: Readout) -> facts.Rows:
    publisher = site.archive.organizations[readout.publisher]
    side = readout.account_of or (publisher.side if readout.official else None)
    yield from _page(readout)
    yield "Publisher", ((site.link.party(readout.publisher),),)
    if side:
        yield "Account of" if readout.official else "Reports on", ((site.link.party(side),),)
    yield from _days(readout)
    yield "Language", ((wording.language(readout.language),),)
    if readout.requested_by:
        yield "Asked for by", ((site.link.party(readout.requested_by),),)
    if readout.atmosphere:
        yield "Atmosphere", tuple(_atmosphere(readout, each) for each in readout.atmosphere)
    if readout.photos:
        photos = sum(each.count or 1 for each in readout.photos)
        yield "Photo" if photos == 1 else "Photos", tuple(map(_photo, readout.photos))
    yield "Marks", (provenance(site, readout),)
    if readout.credit:
        yield "Credit", ((readout.credit,),)
    yield from facts.remark(readout.note)


def _page(readout: Readout) -> facts.Rows:
    if readout.url:
        words: Inline = readout.title or readout.url.split("://", 1)[1]
        yield "Page", ((Link((Span((words,), lang=readout.language),), readout.url),),)
    elif readout.title:
        yield "Title", ((Span((readout.title,), lang=readout.language),),)
    if readout.archived:
        yield "Archived copy", ((Link((readout.archived.split("://", 1)[1],), readout.archived),),)


def _days(readout: Readout) -> facts.Rows:
    if readout.published:
        yield "Published", ((wording.dated(readout.published),),)
    if readout.read_on:
        yield "Read on", ((wording.dated(readout.read_on),),)


def _atmosphere(readout: Readout, found: Atmosphere) -> Inlines:
    language = found.language or readout.language
    gloss = f" ({found.gloss})" if found.gloss else ""
    return ("“", Span((found.words,), lang=language), f"”{gloss}")


def _photo(photo: Photo) -> Inlines:
    credit = photo.credit or "No credit printed"
    return (" ".join(part for part in (photo.caption, credit, f"({photo.count})" if photo.count else "") if part),)


def _paragraph(site: Site, readout: Readout, paragraph: AccountParagraph, anchor: str) -> Division:
    label: tuple[Inline, ...] = (Strong(paragraph.label),) if paragraph.label else ()
    label += (" ",) if label and paragraph.text else ()
    text: tuple[Inline, ...] = (Span((paragraph.text,), "ro-text", readout.language),) if paragraph.text else ()
    permalink = _permalink(anchor, "Link to this paragraph")
    line = Paragraph((*label, *text, NO_BREAK, permalink, *facts.note(paragraph.note)), anchor, "ro-paragraph")
    said = (_statements(site, readout, paragraph.statements),) if paragraph.statements else ()
    return Division("ro-passage", (line, *said))


def _statements(site: Site, readout: Readout, said: tuple[Statement, ...]) -> Items:
    return Items(tuple(_statement(site, each, statement_anchor(readout, each)) for each in said))


def _permalink(anchor: str, label: str) -> Link:
    return Link(("¶",), Target(None, anchor), "ro-permalink", label)


def who(site: Site, statement: Statement) -> Inlines:
    """The speakers of a statement, as the account gives them."""
    return joined((site.link.speaker(each) for each in statement.speakers), ", ") or ("No speaker named",)


def _statement(site: Site, statement: Statement, anchor: str) -> Item:
    to = (" → ", *joined((site.link.speaker(each) for each in statement.to), ", ")) if statement.to else ()
    by = (" (as reported by ", site.link.speaker(statement.reported_by), ")") if statement.reported_by else ()
    about: Inlines = ()
    if statement.about_meeting:
        other = site.archive.summaries[statement.about_meeting]
        about = (" ", Span(("On another meeting: ", site.link.meeting(other)), "ro-follow"))
    topics = (" ", *site.link.topics(statement.topics)) if statement.topics else ()
    answered = Link(("In reply to this statement",), Target(None, statement.in_reply_to or ""))
    reply: Inlines = (" ", Span((answered,), "ro-follow")) if statement.in_reply_to else ()
    content: Inlines = (
        Span(who(site, statement), "ro-speaker"),
        " ",
        site.link.term(statement.act, "ro-act"),
        *to,
        *by,
        " ",
        Span((statement.gist,), "ro-gist"),
        *formula(statement.formula),
        *topics,
        NO_BREAK,
        _permalink(anchor, "Link to this statement"),
        *reply,
        *about,
        *follow_ups(site, statement),
        *facts.note(statement.note),
    )
    return Item(content, anchor, "ro-statement")


def formula(phrase: Phrase | None) -> Inlines:
    """The set phrase of a statement or a document, in quotation marks, with what it means where it is not English."""
    if phrase is None:
        return ()
    printed = Span((f"“{phrase.text}”",), "ro-formula", phrase.language or "")
    return (" ", printed, f" ({phrase.gloss})" if phrase.gloss else "")


def follow_ups(site: Site, statement: Statement) -> Inlines:
    """What came of a statement by which something was asked, offered, promised or agreed; what followed any other."""
    word = "What came of it" if statement.act in LEDGER else "Later"
    return tuple(part for each in statement.followed_by for part in _follow_up(site, word, each))


def _follow_up(site: Site, word: str, follow: FollowUp) -> Inlines:
    when: tuple[Inline, ...] = ()
    if follow.meeting:
        when = (site.link.meeting(site.archive.summaries[follow.meeting]), ": ")
    elif follow.date:
        when = (f"{wording.dated(follow.date)}: ",)
    state: Inlines = (" (", site.link.term(follow.state), ")") if follow.state else ()
    source: Inlines = (" · ", Link(("source",), follow.source, "ro-mark")) if follow.source else ()
    return (" ", Span((word, *state, ": ", *when, follow.note, *source), "ro-follow"))
