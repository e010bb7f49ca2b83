"""The tables of meetings: sides, participants, documents, accounts, statements, what came of these, and events between two parties."""

from __future__ import annotations

from collections.abc import Iterator

from readouts.archive.titles import Titles
from readouts.exports.data import events
from readouts.exports.data.columns import Column, Row, Table, column, listed
from readouts.exports.data.walked import Walked
from readouts.model.accounts import FollowUp, Readout, Statement
from readouts.model.meeting import Delegate, Meeting, Outcome

MEETING = Column("meeting", "The meeting.", to="meetings", needed=True)
STATEMENT = Column("statement", "The statement.", to="statements", needed=True)
NUMBER = Column("number", "Position in the record, from 1.", "integer", needed=True)


def _meetings(walked: Walked) -> Iterator[Row]:
    meeting = walked.meeting
    yield {
        "id": meeting.id,
        "title": Titles(walked.archive).full(meeting),
        "kind": meeting.kind.value,
        "status": meeting.status.value,
        "mode": meeting.mode.value,
        "date": meeting.date.text,
        "first_day": meeting.date.first.isoformat(),
        "last_day": meeting.date.last.isoformat(),
        "place": meeting.place,
        "venue": meeting.venue,
        "occasion": meeting.occasion,
        "sides": len(meeting.parties),
        "accounts": len(meeting.readouts),
        "statements": len(meeting.statements),
    }


def _sides(walked: Walked) -> Iterator[Row]:
    meeting = walked.meeting
    for number, party in enumerate(meeting.parties, start=1):
        yield {"meeting": meeting.id, "party": party, "number": number}


def _participants(walked: Walked) -> Iterator[Row]:
    meeting = walked.meeting
    guests = [(number, each) for number, session in enumerate(meeting.sessions, start=1) for each in session.participants]
    number = 0
    for session, side in [(None, each) for each in meeting.delegations] + guests:
        for each in side.delegates:
            number += 1
            yield {
                "meeting": meeting.id,
                "number": number,
                "party": side.party,
                "person": each.person,
                "name": walked.archive.people[each.person].name.full if each.person else None,
                "head": each is side.head,
                "office": each.office,
                "capacity": each.capacity.value if each.capacity else None,
                "represents": each.represents,
                "style": each.style,
                "session": session,
            }


def _outcomes(walked: Walked) -> Iterator[Row]:
    meeting = walked.meeting
    for number, each in enumerate(meeting.outcomes, start=1):
        yield {
            "meeting": meeting.id,
            "number": number,
            "type": each.type.value,
            "title": each.title,
            "status": each.status.value,
            "url": each.url,
            "topics": listed(each.topics),
        }


def _readouts(walked: Walked) -> Iterator[Row]:
    meeting = walked.meeting
    for each in meeting.readouts:
        yield {
            "id": walked.account_key(each),
            "meeting": meeting.id,
            "publisher": each.publisher,
            "account_of": each.account_of,
            "language": each.language,
            "title": each.title,
            "url": each.url,
            "published": each.published.text if each.published else None,
            "origin": each.origin.value,
            "read": each.read.value,
            "recorded": each.recorded.value,
            "wording": each.wording.value,
            "tells_all": each.tells_all,
            "statements": len(each.statements),
        }


def _statements(walked: Walked) -> Iterator[Row]:
    meeting = walked.meeting
    for said in walked.said:
        each = said.statement
        yield {
            "id": said.key,
            "meeting": meeting.id,
            "readout": walked.account_key(said.account),
            "number": said.number,
            "section": said.section,
            "paragraph": said.paragraph,
            "act": each.act.value,
            "gist": each.gist,
            "speakers": listed(each.speakers),
            "addressees": listed(each.to),
            "topics": listed(each.topics),
            "formula": each.formula.text if each.formula else None,
            "reported_by": each.reported_by,
            "about_meeting": each.about_meeting,
        }


def _voices(walked: Walked) -> Iterator[Row]:
    for said in walked.said:
        for role, who in (("speaker", said.statement.speakers), ("addressee", said.statement.to)):
            for number, speaker in enumerate(who, start=1):
                person = speaker if speaker in walked.archive.people else None
                party = walked.archive.side_of(speaker)
                yield {"statement": said.key, "role": role, "number": number, "person": person, "party": party}


def _statement_topics(walked: Walked) -> Iterator[Row]:
    for said in walked.said:
        for topic in said.statement.topics:
            yield {"statement": said.key, "topic": topic}


def _follow_ups(walked: Walked) -> Iterator[Row]:
    for said in walked.said:
        for number, each in enumerate(said.statement.followed_by, start=1):
            yield {
                "statement": said.key,
                "number": number,
                "state": each.state.value if each.state else None,
                "meeting": each.meeting,
                "date": each.date.text if each.date else None,
                "source": each.source,
                "note": each.note,
            }


def _events(walked: Walked) -> Iterator[Row]:
    for said in walked.said:
        yield from events.rows(walked, said)


TABLES = (
    Table(
        "meetings",
        "A meeting, be it held or not.",
        ("id",),
        (
            Column("id", "Its id in the archive, which stays.", needed=True),
            Column("title", "What it is called.", needed=True),
            column(Meeting, "kind", needed=True),
            column(Meeting, "status", needed=True),
            column(Meeting, "mode", needed=True),
            column(Meeting, "date", needed=True),
            Column("first_day", "The first day that the date can mean.", "date", needed=True),
            Column("last_day", "The last day that the date can mean.", "date", needed=True),
            column(Meeting, "place", to="places"),
            column(Meeting, "venue"),
            column(Meeting, "occasion", to="occasions"),
            Column("sides", "How many sides it had.", "integer", needed=True),
            Column("accounts", "How many accounts there are of it.", "integer", needed=True),
            Column("statements", "How many statements these have.", "integer", needed=True),
        ),
        of_meeting=_meetings,
    ),
    Table(
        "sides",
        "A side of a meeting.",
        ("meeting", "party"),
        (MEETING, Column("party", "The country or organization.", to="parties", needed=True), NUMBER),
        of_meeting=_sides,
    ),
    Table(
        "participants",
        "A person, or a named office, that took part for a side: once for each office and capacity.",
        ("meeting", "number"),
        (
            MEETING,
            Column("number", "Position in the meeting, from 1.", "integer", needed=True),
            Column("party", "The side.", to="parties", needed=True),
            column(Delegate, "person", to="people"),
            Column("name", "The person’s name."),
            Column("head", "Whether it is the head of delegation.", "boolean", needed=True),
            column(Delegate, "office"),
            column(Delegate, "capacity"),
            column(Delegate, "represents"),
            column(Delegate, "style"),
            Column("session", "The session, from 1, of who took part in it alone.", "integer"),
        ),
        of_meeting=_participants,
    ),
    Table(
        "outcomes",
        "A document that a meeting brought forth.",
        ("meeting", "number"),
        (
            MEETING,
            NUMBER,
            column(Outcome, "type", needed=True),
            column(Outcome, "title", needed=True),
            column(Outcome, "status", needed=True),
            column(Outcome, "url"),
            Column("topics", "What it is about: ids with spaces between them."),
        ),
        of_meeting=_outcomes,
    ),
    Table(
        "readouts",
        "An account of a meeting: one publisher, one language, one page.",
        ("id",),
        (
            Column("id", "The meeting and the account’s address on its page.", needed=True),
            MEETING,
            column(Readout, "publisher", to="organizations", needed=True),
            column(Readout, "account_of", to="parties"),
            column(Readout, "language", needed=True),
            column(Readout, "title"),
            column(Readout, "url"),
            column(Readout, "published"),
            column(Readout, "origin", needed=True),
            column(Readout, "read", needed=True),
            column(Readout, "recorded", needed=True),
            column(Readout, "wording", needed=True),
            Column(
                "tells_all",
                "Whether it is official, read whole and recorded whole: only then was what is not in it not said by it.",
                "boolean",
                needed=True,
            ),
            Column("statements", "How many statements it has.", "integer", needed=True),
        ),
        of_meeting=_readouts,
    ),
    Table(
        "statements",
        "Who said what about what, according to an account.",
        ("id",),
        (
            Column("id", "The meeting and the statement’s address on its page.", needed=True),
            MEETING,
            Column("readout", "The account.", to="readouts", needed=True),
            Column("number", "Position in the account, from 1.", "integer", needed=True),
            Column("section", "Heading or label of the section, as printed."),
            Column("paragraph", "Label of the paragraph, as printed."),
            column(Statement, "act", needed=True),
            column(Statement, "gist", needed=True),
            Column("speakers", "People and sides by id, with spaces between them; the table `voices` has them one by one."),
            Column("addressees", "To whom it is directed, where that matters; as above."),
            Column(
                "topics", "What it is about: ids with spaces between them; the table `statement_topics` has them one by one."
            ),
            Column("formula", "The set phrase, as the account prints it."),
            column(Statement, "reported_by"),
            column(Statement, "about_meeting", to="meetings"),
        ),
        of_meeting=_statements,
        of_statements=True,
    ),
    Table(
        "voices",
        "Somebody who makes a statement or to whom it is directed.",
        ("statement", "role", "number"),
        (
            STATEMENT,
            Column("role", "`speaker` or `addressee`.", needed=True),
            NUMBER,
            Column("person", "Who; none where a side speaks as a whole.", to="people"),
            Column("party", "The side, or the country or organization that the person speaks for.", to="parties"),
        ),
        of_meeting=_voices,
        of_statements=True,
    ),
    Table(
        "statement_topics",
        "A topic of a statement.",
        ("statement", "topic"),
        (STATEMENT, Column("topic", "The topic.", to="topics", needed=True)),
        of_meeting=_statement_topics,
        of_statements=True,
    ),
    Table(
        "follow_ups",
        "What came of a statement, or what followed it.",
        ("statement", "number"),
        (
            STATEMENT,
            NUMBER,
            column(FollowUp, "state"),
            column(FollowUp, "meeting", to="meetings"),
            column(FollowUp, "date"),
            column(FollowUp, "source"),
            column(FollowUp, "note", needed=True),
        ),
        of_meeting=_follow_ups,
    ),
    Table("events", events.MEANING, ("id",), events.COLUMNS, of_meeting=_events, of_statements=True, indexed=False),
)
"""In an order in which each names earlier ones only, or itself."""
