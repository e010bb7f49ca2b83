"""Dyadic event data: a row for each statement and ordered pair of parties, with the event type of PLOVER or `uncoded`.

Who a statement is directed to stands in few of them. Where it does not, it is taken to be directed to all other sides of the meeting;
the column `directed_by` tells which of the two it was. Where an account names no speaker, no source is guessed: of a meeting
of two sides there is one row, which `directed_by` marks as directed by nobody, and of a meeting of more there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import TYPE_CHECKING

from readouts.archive.indexes import TWO
from readouts.exports.codes import codes
from readouts.exports.data.columns import Column, Row, listed
from readouts.model.vocabulary import PLOVER, PLOVER_VERSION, UNCODED

if TYPE_CHECKING:
    from readouts.archive.archive import Archive
    from readouts.exports.data.walked import Said, Walked
    from readouts.model import Meeting, Statement

MEANING = "A statement of one party to another, according to an account: dyadic event data. Of a statement of several, a row for each pair."

COLUMNS = (
    Column("id", "The statement, the source and the target.", needed=True),
    Column("date", "Date of the meeting (EDTF).", needed=True),
    Column("first_day", "The first day that the date can mean.", "date", needed=True),
    Column("last_day", "The last day that the date can mean.", "date", needed=True),
    Column("source", "The party that makes the statement, itself or by a person who speaks for it.", to="parties", needed=True),
    Column("source_cow", "The source in Correlates of War.", "integer"),
    Column("source_gw", "The source in Gleditsch and Ward.", "integer"),
    Column("target", "The party to which it is directed.", to="parties", needed=True),
    Column("target_cow", "The target in Correlates of War.", "integer"),
    Column("target_gw", "The target in Gleditsch and Ward.", "integer"),
    Column(
        "directed_by",
        "`account` where the account says to whom; `meeting` where every other side is taken for a target; `nobody` where no speaker is named: then source and target are in the order of their names, and either may have spoken.",
        needed=True,
    ),
    Column("act", "The act, of the archive’s own list.", needed=True),
    Column("plover", f"Event type of PLOVER for the act, or `{UNCODED}`; never guessed.", needed=True),
    Column("plover_table", "Version of the table from acts to event types.", "integer", needed=True),
    Column("topics", "What it is about: ids with spaces between them."),
    Column("context", "The themes of the topics, in place of PLOVER’s contexts: ids with spaces between them."),
    Column("meeting", "The meeting.", to="meetings", needed=True),
    Column("readout", "The account.", to="readouts", needed=True),
    Column("statement", "The statement.", to="statements", needed=True),
    Column("official", "Whether the account is a side’s own, or a copy of that.", "boolean", needed=True),
    Column(
        "about_meeting", "Another meeting that the statement reports: the date is not that of what is reported.", to="meetings"
    ),
)


def rows(walked: Walked, said: Said) -> Iterator[Row]:
    """The rows of a statement."""
    meeting, statement = walked.meeting, said.statement
    topics = [walked.archive.topics[topic] for topic in statement.topics]
    for directed_by, pairs in _pairs(walked.archive, meeting, statement):
        for source, target in pairs:
            if source != target:
                yield {
                    "id": f"{said.key}:{source}:{target}",
                    "date": meeting.date.text,
                    "first_day": meeting.date.first.isoformat(),
                    "last_day": meeting.date.last.isoformat(),
                    "source": source,
                    "source_cow": codes(source).cow,
                    "source_gw": codes(source).gw,
                    "target": target,
                    "target_cow": codes(target).cow,
                    "target_gw": codes(target).gw,
                    "directed_by": directed_by,
                    "act": statement.act.value,
                    "plover": PLOVER.get(statement.act, UNCODED),
                    "plover_table": PLOVER_VERSION,
                    "topics": listed(statement.topics),
                    "context": listed(tuple(dict.fromkeys(each.broader or each.id for each in topics))),
                    "meeting": meeting.id,
                    "readout": walked.account_key(said.account),
                    "statement": said.key,
                    "official": said.account.official,
                    "about_meeting": statement.about_meeting,
                }


def _pairs(archive: Archive, meeting: Meeting, statement: Statement) -> Iterator[tuple[str, Iterable[tuple[str, str]]]]:
    """Who stands against whom in a statement, and what says so."""
    sources, targets = _parties(archive, statement.speakers), _parties(archive, statement.to)
    if sources:
        yield "account" if targets else "meeting", product(sources, targets or meeting.parties)
    elif len(meeting.parties) == TWO:
        yield "nobody", [archive.pair(*meeting.parties)]


def _parties(archive: Archive, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """The parties that some speakers speak for, each once."""
    return tuple(dict.fromkeys(party for speaker in speakers if (party := archive.side_of(speaker))))
