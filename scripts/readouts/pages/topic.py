"""The page of a topic: what it is, and who said what about it, meeting by meeting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from readouts import addresses
from readouts.blocks import Block, Division, Facts, Heading, Inlines, Item, Items, Link, Page, Paragraph, Span, joined
from readouts.pages.readout import who
from readouts.problems import count

if TYPE_CHECKING:
    from readouts.model import Meeting, Topic
    from readouts.pages.site import Site


def pages(site: Site) -> Iterator[Page]:
    """A page for every topic."""
    for topic in site.archive.topics.values():
        meetings = site.archive.by_topic.get(topic.id, ())
        title = f"{topic.name} ({topic.abbreviation})" if topic.abbreviation else topic.name
        blocks: list[Block] = [Heading(1, (title,)), Paragraph((topic.definition,), cls="ro-lead")]
        blocks.append(Division("ro-facts", (Facts(tuple(_facts(site, topic, meetings))),)))
        blocks += _said(site, topic, meetings)
        about = f"{title}: {topic.definition}"
        yield Page(f"topics/{topic.id}.md", title, about, "records/topics.yaml", tuple(blocks))


def _facts(site: Site, topic: Topic, meetings: tuple[Meeting, ...]) -> Iterator[tuple[str, tuple[Inlines, ...]]]:
    if topic.also:
        yield "Also", (joined(site.forms(topic.also)),)
    yield "Kind", ((site.term(topic.kind),),)
    if topic.broader:
        yield "Part of", ((Link((site.archive.topics[topic.broader].name,), site.topic(topic.broader).to),),)
    if narrower := site.archive.narrower.get(topic.id):
        yield "Topics", (site.topics(each.id for each in narrower),)
    yield "Meetings on record", ((f"{len(meetings)}",),)
    if meetings:
        yield "First mention", ((site.meeting(meetings[0]),),)
        yield "Latest mention", ((site.meeting(meetings[-1]),),)
    if topic.note:
        yield "Note", ((topic.note,),)


def _said(site: Site, topic: Topic, meetings: tuple[Meeting, ...]) -> Iterator[Block]:
    """The statements on the topic itself; for a theme, the meetings alone."""
    if not meetings:
        yield Paragraph(("No meeting on record mentions it yet.",))
    elif topic.kind == "theme":
        yield Heading(2, (count(len(meetings), "meeting"),), "meetings")
        yield from site.by_year(meetings)
    else:
        yield Heading(2, ("Who said what",), "statements")
        for meeting in reversed(meetings):
            yield Heading(3, (site.meeting(meeting),), f"m-{meeting.id}", "ro-said")
            yield Items(tuple(_lines(site, topic, meeting)))


def _lines(site: Site, topic: Topic, meeting: Meeting) -> Iterator[Item]:
    said = False
    for account in meeting.readouts:
        publisher = site.archive.organizations[account.publisher]
        source = Span((publisher.abbreviation or publisher.name,), "ro-about")
        for statement in account.statements:
            if topic.id in statement.topics:
                said = True
                gist = site.meeting(meeting, statement.gist, addresses.statement_anchor(account, statement))
                speakers = Span(who(site, statement), "ro-speaker")
                yield Item((speakers, " ", site.term(statement.act, "ro-act"), " ", gist, " ", source), cls="ro-statement")
    for outcome in meeting.outcomes:
        if topic.id in outcome.topics:
            said = True
            title = site.meeting(meeting, outcome.title, "documents")
            yield Item((Span(("Document",), "ro-speaker"), " ", title), cls="ro-statement")
    if not said and meeting.occasion:
        yield Item((Span(("Held around ",), "ro-about"), site.occasion(meeting.occasion)), cls="ro-statement")
