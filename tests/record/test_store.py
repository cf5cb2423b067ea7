"""The record keeps what was answered, survives a killed process and a damaged file, and can be erased."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from course_helpers.record import (
    FOLDER_VARIABLE,
    NotStored,
    Record,
    StoredAnswer,
    changing,
    history,
    open_record,
    record_file,
)
from course_helpers.record import store as store_module
from course_helpers.record.migrations import MIGRATIONS
from course_helpers.record.quizzes import RoundKind
from course_helpers.record.store import which_file


@pytest.fixture
def path(record_path: Path) -> Path:
    return record_path


def answer(position: int = 0, *, right: bool = True, request: str = "r", number: int = 1) -> StoredAnswer:
    return StoredAnswer("safety", number, position, "SC1-A", ((1, 2),), right, 3, f"{request}{position}")


def begin(record: Record, number: int, kind: RoundKind, seed: int, items: list[str]) -> None:
    with changing(record, "safety") as change:
        change.begin_round(number, kind, seed, items)


def store(record: Record, given: StoredAnswer) -> None:
    with changing(record, "safety") as change:
        change.store_answer(given)


def fill(record: Record, request: str = "r") -> None:
    """Many answers in one change."""
    row = ("safety", 1, "SC1-A", "[[1, 2]]", 1, 3, request, "2026-01-01T00:00:00+00:00")
    with record.write() as db:
        db.executemany(
            "INSERT INTO answer (position, quiz, round, item, chosen, right, confidence, request, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(position, *row) for position in range(300)],
        )


def test_what_is_stored_is_read_back(record: Record, path: Path) -> None:
    begin(record, 1, "first", 42, ["SC1-A", "K1-A"])
    store(record, answer())
    with changing(record, "safety") as change:
        change.move(1, 1, ended=False)
    record.store_warm_up("w1", 2)
    record.mark_lesson("03", read=True)
    other = Record(path)
    (found,) = history(other, "safety").rounds
    assert (found.seed, found.items, found.position, found.ended) == (42, ("SC1-A", "K1-A"), 1, False)
    assert [replace(found, at="") for found in history(other, "safety").answers] == [replace(answer(), place=1)]
    assert other.warm_up_answers() == {"w1": 2}
    assert other.lessons_read() == ("03",)


def test_the_first_answer_stands(record: Record) -> None:
    begin(record, 1, "first", 1, ["SC1-A"])
    store(record, answer(right=False))
    store(record, answer(right=True, request="other"))
    assert [a.right for a in history(record, "safety").answers] == [False]
    record.store_warm_up("w1", 0)
    record.store_warm_up("w1", 2)
    assert record.warm_up_answers() == {"w1": 0}


def test_two_notebooks_that_begin_at_once_share_one_round(record: Record, path: Path) -> None:
    begin(record, 1, "first", 1, ["SC1-A"])
    begin(Record(path), 1, "first", 2, ["SC1-B"])
    assert [r.items for r in history(record, "safety").rounds] == [("SC1-A",)]


def test_many_threads_and_connections_write_at_once(path: Path) -> None:
    """Two kernels, each with requests in several threads: nothing is lost and nothing raises."""
    records = [Record(path), Record(path)]
    begin(records[0], 1, "first", 1, ["SC1-A"] * 80)
    faults: list[BaseException] = []

    def write(offset: int) -> None:
        try:
            for position in range(offset, 80, 8):
                store(records[offset % 2], answer(position))
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=write, args=(offset,)) for offset in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(history(records[0], "safety").answers) == 80


@pytest.mark.parametrize("damage", ["text", "cut", "holes"])
def test_a_damaged_file_is_kept_aside_and_a_new_one_begun(record: Record, path: Path, damage: str) -> None:
    begin(record, 1, "first", 1, ["SC1-A"])
    fill(record)
    record.close()
    whole = path.read_bytes()
    spoiled = {
        "text": b"This is no database. " * 500,
        "cut": whole[: len(whole) // 2],
        "holes": whole[:4096] + b"\xff" * (len(whole) - 4096),
    }[damage]
    path.write_bytes(spoiled)
    again = Record(path)
    assert again.notices == ["set_aside"]
    assert [kept.read_bytes() for kept in again.set_aside()] == [spoiled]
    begin(again, 1, "first", 1, ["SC1-A"])
    store(again, answer())
    assert len(history(Record(path), "safety").answers) == 1


def test_damage_during_use_is_told_once_and_the_next_press_works(record: Record, path: Path) -> None:
    begin(record, 1, "first", 1, ["SC1-A"])
    fill(record)
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 60_000)
    with pytest.raises(NotStored):
        for position in range(300):
            history(record, "safety")
            store(record, answer(position, request="again"))
    assert record.notices == ["set_aside"]
    begin(record, 1, "first", 1, ["SC1-A"])
    assert len(history(record, "safety").rounds) == 1


def file_of(path: Path, version: int, *before: str) -> sqlite3.Connection:
    """An open file with the tables of this version of the record; ``before`` are statements on it while it is empty."""
    path.parent.mkdir()
    old = sqlite3.connect(path, isolation_level=None)
    for statement in before:
        old.execute(statement)
    for block in MIGRATIONS[:version]:
        old.executescript(block)
    old.execute(f"PRAGMA user_version = {version}")
    return old


def test_an_older_file_is_brought_up_to_date(path: Path) -> None:
    """A record of version 1 keeps its answers and gains the new tables."""
    old = file_of(path, 1)
    old.execute("INSERT INTO round VALUES ('safety', 1, 'first', 7, '[\"SC1-A\"]', 0, 0, '2026-01-01T00:00:00+00:00')")
    old.close()
    record = Record(path)
    assert [r.seed for r in history(record, "safety").rounds] == [7]
    record.store_warm_up("w1", 1)
    assert record.warm_up_answers() == {"w1": 1}


def test_a_day_s_seconds_are_found_without_reading_all_others(record: Record) -> None:
    """The player asks at every start; a record of years must not make it wait."""
    with record.read() as db:
        plan = db.execute("EXPLAIN QUERY PLAN SELECT total(seconds) FROM practice_event WHERE at >= 'x'").fetchall()
    assert "practice_event_by_time" in str(plan)


def test_a_fault_of_ours_sets_no_record_aside(record: Record, path: Path) -> None:
    """A statement that is wrong says nothing about the file."""
    record.store_warm_up("w1", 1)
    with pytest.raises(sqlite3.ProgrammingError), record.write() as db:
        db.execute("DELETE FROM warm_up")
        db.execute("INSERT INTO lesson (id, read_at) VALUES (?, ?)", ("00",))
    assert record.notices == []
    assert record.set_aside() == []
    assert record.warm_up_answers() == {"w1": 1}


def goes_on_in_memory(careful: Record, notice: str) -> None:
    """It says so, and keeps what comes as long as the lesson is open."""
    assert careful.notices == [notice]
    careful.store_warm_up("w1", 1)
    assert careful.warm_up_answers() == {"w1": 1}
    careful.close()


@pytest.mark.parametrize(
    ("version", "there", "notice"),
    [(999, (), "newer"), (0, ("CREATE TABLE photos (name TEXT)",), "memory_only")],
    ids=["of a newer course", "of another program"],
)
def test_a_file_that_is_not_ours_to_change_is_left_alone(
    path: Path, version: int, there: tuple[str, ...], notice: str
) -> None:
    file_of(path, version, *there).close()
    before = path.read_bytes()
    goes_on_in_memory(Record(path), notice)
    assert path.read_bytes() == before


def test_a_database_of_another_program_outlives_forgetting(path: Path) -> None:
    file_of(path, 0, "CREATE TABLE photos (name TEXT)").close()
    before = path.read_bytes()
    record = Record(path)
    record.forget()
    record.close()
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_used_leaves_memory_and_a_notice(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    goes_on_in_memory(Record(blocked / "record.sqlite3"), "memory_only")
    assert blocked.read_text(encoding="utf-8") == "in the way"


class WithoutLocks(sqlite3.Connection):
    """A file on a network drive that refuses every lock, as SQLite tells of it."""

    def execute(self, sql: str, *more: Any) -> sqlite3.Cursor:
        if sql.startswith("ROLLBACK"):
            return super().execute(sql, *more)
        raise sqlite3.OperationalError("locking protocol")


def lose_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect

    def connected(place: str, **more: Any) -> sqlite3.Connection:
        return connect(place, **more) if place == ":memory:" else connect(place, factory=WithoutLocks, **more)

    monkeypatch.setattr("course_helpers.record.store.sqlite3.connect", connected)


def test_a_network_drive_without_locks_leaves_memory_a_notice_and_the_file_as_it_was(
    record: Record, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.store_warm_up("kept", 2)
    record.close()
    before = path.read_bytes()
    with monkeypatch.context() as drive:
        lose_locks(drive)
        careful = Record(path)
    goes_on_in_memory(careful, "memory_only")
    assert path.read_bytes() == before
    assert Record(path).warm_up_answers() == {"kept": 2}


def test_a_drive_that_loses_its_locks_during_use_is_told_and_nothing_is_set_aside(record: Record, path: Path) -> None:
    record.store_warm_up("w1", 1)
    whole, record._connection = record._connection, sqlite3.connect(path, factory=WithoutLocks)
    with pytest.raises(NotStored):
        record.store_warm_up("w2", 1)
    record._connection.close()
    record._connection = whole
    record.store_warm_up("w2", 1)
    assert record.warm_up_answers() == {"w1": 1, "w2": 1}
    assert (record.notices, record.set_aside()) == ([], [])


def test_a_file_held_by_another_program_is_told_and_nothing_is_half_written(
    record: Record, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "BUSY_SECONDS", 0.05)
    impatient = Record(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotStored):
        impatient.store_warm_up("w1", 1)
    other.execute("ROLLBACK")
    impatient.store_warm_up("w1", 1)
    assert record.warm_up_answers() == {"w1": 1}
    other.close()


def test_a_removed_file_is_begun_again(record: Record, path: Path) -> None:
    record.store_warm_up("w1", 1)
    for file in path.parent.iterdir():
        file.unlink()
    assert record.warm_up_answers() == {}
    record.store_warm_up("w2", 0)
    assert Record(path).warm_up_answers() == {"w2": 0}


def files_with_something(folder: Path) -> list[str]:
    """The names of those files in which there is anything."""
    return [file.name for file in folder.iterdir() if file.stat().st_size]


def copied(path: Path, to: Path) -> Record:
    """The record in a copy of this one file, as somebody makes it in a file manager."""
    to.parent.mkdir(parents=True)
    to.write_bytes(path.read_bytes())
    return Record(to)


def test_a_copy_made_while_the_course_is_open_is_whole(record: Record, path: Path, tmp_path: Path) -> None:
    for number in range(3):
        record.store_warm_up(f"w{number}", number)
        copy = copied(path, tmp_path / f"copy {number}" / "record.sqlite3")
        assert len(copy.warm_up_answers()) == number + 1
        assert copy.notices == []
    assert files_with_something(path.parent) == [path.name], "something of it lies in another file"


def test_the_journal_of_a_change_is_emptied_and_not_made_anew(record: Record, path: Path) -> None:
    """To remove it and make another one is one more thing that the disk has to keep before a press is answered."""
    record.store_warm_up("w1", 1)
    journal = Path(f"{path}-journal")
    first = which_file(journal)
    record.store_warm_up("w2", 2)
    assert first is not None
    assert (which_file(journal), journal.stat().st_size) == (first, 0)


KILLS_ITSELF = textwrap.dedent("""
    import os, signal, sys
    from pathlib import Path
    from course_helpers.record import Record
    record = Record(Path(sys.argv[1]))
    record.store_warm_up("w1", 1)
    os.kill(os.getpid(), signal.SIGKILL)
""")


def test_a_copy_made_after_a_kill_is_whole(path: Path, tmp_path: Path) -> None:
    """The process had no time to close the file."""
    ended = subprocess.run([sys.executable, "-c", KILLS_ITSELF, str(path)], check=False)
    assert ended.returncode == -signal.SIGKILL
    copy = copied(path, tmp_path / "copy" / "record.sqlite3")
    assert copy.notices == []
    assert copy.warm_up_answers() == {"w1": 1}


def test_a_record_put_in_the_place_of_the_open_one_is_used(record: Record, path: Path, tmp_path: Path) -> None:
    """A copy brought back, or one carried over from another computer, while lessons are open."""
    other = Record(tmp_path / "other" / "record.sqlite3")
    other.store_warm_up("theirs", 2)
    other.close()
    record.store_warm_up("mine", 1)
    (tmp_path / "other" / "record.sqlite3").replace(path)
    assert record.warm_up_answers() == {"theirs": 2}
    record.store_warm_up("later", 0)
    assert Record(path).warm_up_answers() == {"theirs": 2, "later": 0}
    assert record.notices == []


def test_a_record_of_an_earlier_course_becomes_one_file(path: Path) -> None:
    """It kept a log beside it; once no other lesson has it open, everything is in the file."""
    old = file_of(path, len(MIGRATIONS), "PRAGMA journal_mode = WAL")
    old.execute("INSERT INTO warm_up VALUES ('w1', 1, '2026-01-01T00:00:00+00:00')")
    meanwhile = Record(path)
    assert meanwhile.warm_up_answers() == {"w1": 1}
    meanwhile.store_warm_up("w2", 2)
    meanwhile.close()
    old.close()
    alone = Record(path)
    assert alone.warm_up_answers() == {"w1": 1, "w2": 2}
    assert files_with_something(path.parent) == [path.name]


def test_forgetting_leaves_no_trace(record: Record, path: Path) -> None:
    """Not in the tables, not in freed pages, not in the log, not in files set aside."""
    mark = "a-mark-that-is-easy-to-find"
    begin(record, 1, "first", 1, [mark] * 200)
    fill(record, request=mark)
    aside = path.with_name("record.damaged-1.sqlite3")
    aside.write_text(mark, encoding="utf-8")
    reader = Record(path)
    record.forget()
    assert set(record.counts().values()) == {0}
    assert history(reader, "safety").answers == ()
    reader.close()
    record.close()
    left = [file.name for file in path.parent.iterdir() if mark.encode() in file.read_bytes()]
    assert left == []
    assert not aside.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file modes.")
def test_only_the_learner_may_read_the_file(record: Record, path: Path) -> None:
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_the_place_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "elsewhere"))
    assert record_file() == tmp_path / "elsewhere" / "record.sqlite3"
    assert open_record() is open_record()
    monkeypatch.setenv(FOLDER_VARIABLE, " ")
    assert "course-helpers" in str(record_file())


def test_the_record_has_no_place_for_a_body() -> None:
    """L17, S19, S20: no column for readiness, pain or findings, and none for free text."""
    record = Record(None)
    with record.write() as db:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        columns = {name: [row[1] for row in db.execute(f"PRAGMA table_info({name})")] for name in tables}
    assert columns == {
        "round": ["quiz", "number", "kind", "seed", "items", "position", "ended", "begun_at"],
        "answer": ["quiz", "round", "position", "item", "chosen", "right", "confidence", "request", "at"],
        "warm_up": ["question", "chosen", "at"],
        "lesson": ["id", "read_at"],
        "practice": ["session", "routine", "version", "begun_at"],
        "practice_event": ["session", "number", "kind", "step", "seconds", "whole", "at"],
        "short_way": ["step", "at"],
        "lesson_end": ["lesson", "at"],
        "place": ["id", "section", "at"],
        "review_card": ["objective", "card", "answered_at", "right", "confidence"],
        "review_through": ["id", "answer"],
        "aim": ["number", "aim", "chosen_at", "went", "told_at"],
        "exported": ["kind", "at"],
        "search_best": ["id", "percent", "day"],
    }
