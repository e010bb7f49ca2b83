"""The archive as tables: valid, the same everywhere, and in numbers what the records say."""

from __future__ import annotations

import csv
import gzip
import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import FROZEN, TREE, edit, options
from readouts import Archive, open_archive
from readouts.build.builder import Builder
from readouts.exports.data import TABLES, package
from readouts.exports.data.columns import Value
from readouts.model.vocabulary import PLOVER, PLOVER_VERSION
from readouts.problems import BrokenRecordsError

Rows = dict[str, list[dict[str, str]]]


def _build(folder: Path, records: Path) -> Path:
    """The folder of the tables of some records."""
    Builder(options(folder, records)).prepare()
    return folder / "docs/data"


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the invented tree."""
    return _build(tmp_path_factory.mktemp("invented"), TREE)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the frozen records."""
    return _build(tmp_path_factory.mktemp("told"), FROZEN)


def _read(folder: Path) -> Rows:
    found = {}
    for table in TABLES:
        how = gzip.open if table.file.endswith(".gz") else open
        with how(folder / table.file, "rt", encoding="utf-8", newline="") as file:
            found[table.name] = list(csv.DictReader(file, strict=True))
    return found


@contextmanager
def _database(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(gzip.decompress((folder / "readouts.sqlite.gz").read_bytes()))
        yield opened


@pytest.fixture
def database(told: Path) -> Iterator[sqlite3.Connection]:
    """The database of the frozen records."""
    with _database(told) as opened:
        yield opened


@pytest.mark.filterwarnings("default")  # of the libraries of the validator
@pytest.mark.parametrize("name", ["invented", "told"])
def test_the_package_is_valid(name: str, request: pytest.FixtureRequest) -> None:
    # Types, keys, links between tables and what must be there, by the validator of those who made the format.
    from frictionless import Package  # noqa: PLC0415  # it takes seconds to load

    report = Package(str(request.getfixturevalue(name) / package.NAME)).validate()
    assert report.flatten(["path", "rowNumber", "message"]) == []
    assert report.stats["tasks"] == len(TABLES)


def _expected(archive: Archive) -> dict[str, int]:
    """How many rows each table must have: counted of the records anew."""
    meetings = list(archive.meetings.values())
    accounts = [account for meeting in meetings for account in meeting.readouts]
    said = [
        statement
        for account in accounts
        for statement in (
            *account.points,
            *(each for paragraph in account.paragraphs for each in paragraph.statements),
            *(each for section in account.sections for paragraph in section.paragraphs for each in paragraph.statements),
        )
    ]
    sides = [side for meeting in meetings for side in meeting.delegations]
    guests = [side for meeting in meetings for session in meeting.sessions for side in session.participants]
    return {
        "places": len(archive.places),
        "organizations": len(archive.organizations),
        "topics": len(archive.topics),
        "occasions": len(archive.occasions),
        "people": len(archive.people),
        "offices": sum(len(person.offices) for person in archive.people.values()),
        "meetings": len(meetings),
        "sides": sum(len({side.party for side in meeting.delegations}) for meeting in meetings),
        "participants": sum((side.head is not None) + len(side.members) for side in (*sides, *guests)),
        "outcomes": sum(len(meeting.outcomes) for meeting in meetings),
        "readouts": len(accounts),
        "statements": len(said),
        "voices": sum(len(each.speakers) + len(each.to) for each in said),
        "statement_topics": sum(len(each.topics) for each in said),
        "follow_ups": sum(len(each.followed_by) for each in said),
    }


@pytest.mark.parametrize(("name", "records"), [("invented", TREE), ("told", FROZEN)])
def test_every_format_counts_alike(name: str, records: Path, request: pytest.FixtureRequest) -> None:
    # CSV, its description, the database and the interface in JSON agree with the records.
    folder: Path = request.getfixturevalue(name)
    archive = open_archive(records)
    expected = _expected(archive)
    rows = _read(folder)
    assert {table: len(rows[table]) for table in expected} == expected
    described = json.loads((folder / package.NAME).read_text(encoding="utf-8"))["resources"]
    assert {each["path"]: each["rows"] for each in described} == {table.file: len(rows[table.name]) for table in TABLES}
    with _database(folder) as opened:
        counts = {table: opened.execute(f'select count(*) from "{table}"').fetchone()[0] for table in rows}  # noqa: S608  # ours
    assert counts == {table: len(found) for table, found in rows.items()}
    index = json.loads((folder.parent / "api/v1/index.json").read_text(encoding="utf-8"))
    for table in ("meetings", "people", "places", "organizations", "topics", "occasions", "relations"):
        assert index[table]["count"] == len(rows[table])
    held = {row["id"] for row in rows["meetings"] if row["status"] == "held"}
    assert index["held"] == {
        "meetings": len(held),
        "accounts": sum(row["meeting"] in held for row in rows["readouts"]),
        "statements": sum(row["meeting"] in held for row in rows["statements"]),
    }
    package_file = json.loads((folder / package.NAME).read_text(encoding="utf-8"))
    assert rows["release"] == [{"digest": archive.digest, "version": archive.version}]
    assert package_file["digest"] == index["data"]["digest"] == archive.digest
    for row in rows["meetings"]:
        assert int(row["statements"]) == len(archive.meetings[row["id"]].statements)


def test_events_count_as_their_statements_say(told: Path, frozen: Archive) -> None:
    # A row for each statement and ordered pair: of speakers’ parties, and those it is directed to or else all other sides.
    expected = 0
    for meeting in frozen.meetings.values():
        for statement in meeting.statements:
            of = [
                {party for party in map(frozen.side_of, who) if party}
                for who in (statement.speakers, statement.to or meeting.parties)
            ]
            expected += sum(source != target for source in of[0] for target in of[1])
            expected += not of[0] and len(meeting.parties) == 2
    events, acts = _read(told)["events"], {act.value: event for act, event in PLOVER.items()}
    assert len(events) == expected > 0
    assert len({row["id"] for row in events}) == expected
    assert {row["plover_table"] for row in events} == {str(PLOVER_VERSION)}
    for row in events:
        assert row["plover"] == acts.get(row["act"], "uncoded")


def test_events_of_the_invented_tree(invented: Path) -> None:
    # By hand, from the records: greetings have no event type; an offer is AID; an agreement goes both ways; nobody’s talk has a mark.
    events = [
        row
        for row in _read(invented)["events"]
        if row["meeting"] in ("1988-06-01-fiji-soviet-union", "2031-05-06-fiji-iceland")
    ]
    found = Counter((row["source"], row["target"], row["act"], row["plover"], row["directed_by"]) for row in events)
    assert found == {
        ("SU", "FJ", "greet", "uncoded", "account"): 1,
        ("SU", "FJ", "offer", "AID", "meeting"): 1,
        ("IS", "FJ", "invite", "REQUEST", "account"): 1,
        ("IS", "FJ", "agree", "AGREE", "meeting"): 1,
        ("FJ", "IS", "agree", "AGREE", "meeting"): 1,
        ("FJ", "IS", "discuss", "CONSULT", "nobody"): 1,
    }
    soviet = next(row for row in events if row["source"] == "SU")
    assert (soviet["source_cow"], soviet["source_gw"], soviet["target_cow"]) == ("365", "365", "950")
    invited = next(row for row in events if row["act"] == "invite")
    assert (invited["topics"], invited["context"], invited["about_meeting"]) == ("whales fwf", "nature", "2032-fiji-iceland")


def test_a_participant_for_each_office(invented: Path) -> None:
    # By hand, from the records.
    found = [row for row in _read(invented)["participants"] if row["meeting"] == "2031-05-06-fiji-iceland"]
    assert [(row["party"], row["person"], row["head"], row["capacity"], row["represents"]) for row in found] == [
        ("IS", "jonsdottir-anna", "true", "acting", ""),
        ("IS", "tomasson-karl", "false", "proxy", "Prime Minister"),
        ("IS", "", "false", "", ""),
        ("FJ", "vula-seru", "true", "", ""),
    ]
    (guest,) = [row for row in _read(invented)["participants"] if row["meeting"].startswith("1988") and row["session"]]
    assert (guest["party"], guest["session"], guest["office"]) == ("CSHH", "1", "Ambassador")


def test_the_database_is_whole(database: sqlite3.Connection) -> None:
    assert database.execute("pragma foreign_key_check").fetchall() == []
    assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert database.execute("select count(*) from pragma_foreign_key_list('statements')").fetchone() == (3,)


def test_the_database_says_what_the_tables_say(told: Path, database: sqlite3.Connection) -> None:
    database.row_factory = sqlite3.Row
    for table in TABLES:
        key = ", ".join(table.key)
        rows = database.execute(f'select * from "{table.name}" order by {key}').fetchall()  # noqa: S608  # names of ours
        types = {each.name: each.type for each in table.columns}
        every = sorted(_read(told)[table.name], key=lambda row: [_ordered(row[each], types[each]) for each in table.key])
        for row, written in zip(rows, every, strict=True):
            told_here = {name: bool(row[name]) if types[name] == "boolean" else row[name] for name in row.keys()}  # noqa: SIM118  # no mapping
            cells = {name: package.cell(value) for name, value in told_here.items()}
            assert {name: "" if value is None else str(value) for name, value in cells.items()} == written


def _ordered(value: str, kind: str) -> int | bytes:
    """A value as SQLite puts it in order."""
    return int(value) if kind == "integer" else value.encode()


def test_words_and_views(database: sqlite3.Connection) -> None:
    # The invitation of the seed is found by a word, and the views answer from it.
    query = "select s.id from statements_fts f join statements s on s.rowid = f.rowid where statements_fts match 'invites peru'"
    found = {key for (key,) in database.execute(query)}
    said = database.execute(
        "select speaker, side, according_to from who_said_what where act = 'invite' and statement like '2014-11-10-japan-peru#%'"
    ).fetchall()
    assert ("Ollanta Humala", "Peru", "Ministry of Foreign Affairs of Japan") in said
    assert any(key.startswith("2014-11-10-japan-peru#") for key in found)
    met = database.execute("select one, other from who_met_whom where meeting = '2014-11-10-japan-peru'").fetchall()
    assert met == [("Abe Shinzo", "Ollanta Humala")]
    views = [name for (name,) in database.execute("select name from sqlite_master where type = 'view'")]
    assert len(views) == 5
    for view in views:
        assert database.execute(f"select count(*) from {view}").fetchone()[0] > 0  # noqa: S608  # a name of ours


def test_pairs_by_year(database: sqlite3.Connection, frozen: Archive) -> None:
    expected = {
        (frozen.pair_id(pair), str(year)): number
        for pair in frozen.pairs
        for year, number in Counter(meeting.date.year for meeting in frozen.between(pair)).items()
    }
    found = {(relation, year): number for relation, year, number in database.execute("select * from pairs_by_year")}
    assert found == expected


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+81", "'+81"),
        ("-", "'-"),
        ("@home", "'@home"),
        ("a=b", "a=b"),
        (-12.05, -12.05),
        (True, "true"),
        (None, None),
    ],
)
def test_no_cell_is_a_formula(value: Value, cell: Value) -> None:
    # OWASP, “CSV Injection”; numbers stay numbers.
    assert package.cell(value) == cell


@given(st.text())
def test_a_cell_keeps_its_text(text: str) -> None:
    found = package.cell(text)
    assert isinstance(found, str)
    assert text in (found, found[1:])
    assert not found.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_every_column_has_a_meaning() -> None:
    for table in TABLES:
        assert table.meaning
        assert [each.name for each in table.columns if not each.meaning] == []
        assert {*table.key} <= {each.name for each in table.columns}
        assert len({each.name for each in table.columns}) == len(table.columns)


def _times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_only_what_changed_is_written_again(tmp_path: Path) -> None:
    # One word of one statement: the rows of its year, the table of statements and the database, and what has the digest.
    shutil.copytree(TREE, tmp_path / "records")

    def build() -> None:
        builder = Builder(options(tmp_path))
        builder.prepare()
        builder.write()

    build()
    data, parts = tmp_path / "docs/data", tmp_path / ".cache/parts/data"
    before, parts_before = _times(data), _times(parts)
    build()
    assert (_times(data), _times(parts)) == (before, parts_before)
    meeting = next((tmp_path / "records/meetings/2034").glob("2034-03-04-*.yaml"))
    edit(
        tmp_path / "records",
        [{"in": f"meetings/2034/{meeting.name}", "replace": "Asks for a quota.", "with": "Asks for quotas."}],
    )
    build()
    after, parts_after = _times(data), _times(parts)
    assert {name for name in after if after[name] != before[name]} == {
        "statements.csv.gz",
        "readouts.sqlite.gz",
        "release.csv",
        "datapackage.json",
    }
    assert {name for name in parts_after if parts_after[name] != parts_before[name]} == {"2034.json", "release.json"}
    (data / "people.csv").unlink()
    build()
    assert _times(data).keys() == before.keys()


def test_a_table_of_an_earlier_version_goes(tmp_path: Path) -> None:
    # Also where nothing else is known of that build; a file that somebody put there is refused and stays.
    data = _build(tmp_path, TREE)
    (data / "old.csv").write_text("id\n", encoding="utf-8")
    with (data / ".written").open("a", encoding="utf-8") as listing:
        listing.write("old.csv\n")
    shutil.rmtree(tmp_path / ".cache")
    _build(tmp_path, TREE)
    assert not (data / "old.csv").exists()
    assert "old.csv" not in (data / ".written").read_text(encoding="utf-8")
    (data / "mine.csv").write_text("id\n", encoding="utf-8")
    with pytest.raises(BrokenRecordsError, match="1 problem"):
        _build(tmp_path, TREE)
    assert (data / "mine.csv").exists()


def test_the_same_records_give_the_same_bytes(tmp_path: Path, told: Path) -> None:
    again = _build(tmp_path, FROZEN)
    for path in told.iterdir():
        assert (again / path.name).read_bytes() == path.read_bytes(), path.name
