"""The tables as one SQLite database with foreign keys, an index of the words of statements (FTS5), and views for the obvious questions.

Unpacked, Datasette opens it as it is (https://datasette.io).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from gzip import GzipFile
from pathlib import Path
from shutil import copyfileobj
from typing import TYPE_CHECKING

from pydantic_core import from_json

from readouts.exports.data.columns import COMPRESSED
from readouts.exports.data.package import LEVEL

if TYPE_CHECKING:
    from readouts.exports.data.columns import Column, Table

NAME = f"readouts.sqlite{COMPRESSED}"
"""Indexes and ids that stand in several tables are long, and alike: compressed, it has a sixth of the bytes."""

_TYPES = {"string": "text", "integer": "integer", "number": "real", "boolean": "integer", "date": "text"}

VIEWS = {
    "who_said_what": """
        select s.id as statement, m.first_day, m.title as meeting, coalesce(p.name, y.name) as speaker, y.name as side,
               s.act, s.gist, s.topics, o.name as according_to
        from statements s join meetings m on m.id = s.meeting join readouts r on r.id = s.readout
             join organizations o on o.id = r.publisher
             left join voices v on v.statement = s.id and v.role = 'speaker'
             left join people p on p.id = v.person left join parties y on y.id = v.party""",
    "who_met_whom": """
        select distinct m.id as meeting, m.first_day, p.name as one, q.name as other
        from participants a join participants b on a.meeting = b.meeting and a.party <> b.party and a.person < b.person
             join meetings m on m.id = a.meeting join people p on p.id = a.person join people q on q.id = b.person
        where m.status = 'held'""",
    "topics_over_time": """
        select substr(m.first_day, 1, 4) as year, t.name as topic, count(distinct m.id) as meetings, count(*) as statements
        from statement_topics st join statements s on s.id = st.statement join meetings m on m.id = s.meeting
             join topics t on t.id = st.topic
        where m.status = 'held' group by year, t.id""",
    "what_came_of_it": """
        select s.id as statement, m.first_day, s.act, s.gist, f.state, n.first_day as later, n.title as at_meeting, f.note
        from follow_ups f join statements s on s.id = f.statement join meetings m on m.id = s.meeting
             left join meetings n on n.id = f.meeting""",
    "pairs_by_year": """
        select r.id as relation, substr(m.first_day, 1, 4) as year, count(*) as meetings
        from relations r join sides a on a.party = r.first join sides b on b.party = r.second and b.meeting = a.meeting
             join meetings m on m.id = a.meeting
        where m.status = 'held' group by r.id, year""",
}
"""Name → query."""


def write(tables: Sequence[Table], parts: Sequence[Path], path: Path) -> None:
    """The compressed database, the same bytes for the same parts."""
    plain = path.with_suffix("")
    _fill(tables, parts, plain)
    with plain.open("rb") as raw, path.open("wb") as file, GzipFile("", "wb", LEVEL, file, mtime=0) as compressed:
        copyfileobj(raw, compressed)
    plain.unlink()


def _fill(tables: Sequence[Table], parts: Sequence[Path], path: Path) -> None:
    by_name = {table.name: table for table in tables}
    with closing(sqlite3.connect(path)) as database:
        database.execute("pragma journal_mode = off")  # the file is new, and gets its name when it is whole
        database.execute("pragma synchronous = off")
        for table in tables:
            database.execute(_create(table))
        with database:
            for part in parts:
                for name, rows in from_json(part.read_bytes()).items():
                    marks = ", ".join("?" * len(by_name[name].columns))
                    database.executemany(f"insert into {_quoted(name)} values ({marks})", rows)  # noqa: S608  # a name of ours
        with database:
            for table in tables:
                for each in table.columns if table.indexed else ():
                    if each.to and each.name != table.key[0]:  # which the key has an index of
                        index = _quoted(f"{table.name}_by_{each.name}")
                        database.execute(f"create index {index} on {_quoted(table.name)} ({_quoted(each.name)})")
            # Datasette finds the index by these quotation marks.
            database.execute('create virtual table statements_fts using fts5(gist, content="statements", tokenize="unicode61")')
            database.execute("insert into statements_fts(statements_fts) values ('rebuild')")
            for name, query in VIEWS.items():
                database.execute(f"create view {name} as {' '.join(query.split())}")


def _create(table: Table) -> str:
    columns = ", ".join(_column(each) for each in table.columns)
    alone = "" if table.key == ("id",) else " without rowid"  # the key of a table that names others is nearly the row
    return f"create table {_quoted(table.name)} ({columns}, primary key ({', '.join(map(_quoted, table.key))})){alone}"


def _column(each: Column) -> str:
    to = f" references {_quoted(each.to)}(id)" if each.to else ""
    return f"{_quoted(each.name)} {_TYPES[each.type]}{' not null' if each.needed else ''}{to}"


def _quoted(name: str) -> str:
    return f'"{name}"'
