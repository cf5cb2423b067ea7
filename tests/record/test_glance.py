"""A look at the record changes nothing: it begins no file, mends none, and waits for nobody long."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from course_helpers.record.glance import Glance, due_in, has_begun_in
from course_helpers.record.migrations import MIGRATIONS
from course_helpers.record.reading import ends_reached
from course_helpers.record.search_best import BestSearch, best_search, keep_if_best
from course_helpers.record.store import NotStored, Record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a record may lie, in a folder whose name an address could misunderstand."""
    folder = tmp_path / "a #folder? 100%"
    folder.mkdir()
    return folder / "record.sqlite3"


def test_what_is_in_the_record_is_told_as_it_changes(path: Path) -> None:
    record, glance = Record(path), Glance(path)
    for lesson in ("03", "00"):
        record.mark_lesson(lesson, read=True)
    assert ends_reached(glance) == {"00", "03"}
    record.mark_lesson("00", read=False)
    assert ends_reached(glance) == {"03"}
    assert best_search(glance) is None
    keep_if_best(record, 83, date(2026, 11, 26))
    assert best_search(glance) == BestSearch(83, date(2026, 11, 26))
    record.close()


def test_a_record_of_an_earlier_course_is_asked_in_a_copy(path: Path) -> None:
    with closing(sqlite3.connect(path)) as old:
        old.executescript(f"{MIGRATIONS[0]} {MIGRATIONS[1]} PRAGMA user_version = 2")
        old.execute("INSERT INTO lesson VALUES ('00', '2026-01-01')")
        old.commit()
    before = path.read_bytes()
    assert ends_reached(Glance(path)) == {"00"}
    assert best_search(Glance(path)) is None
    assert path.read_bytes() == before


def test_a_record_of_a_later_course_is_not_guessed_at(path: Path) -> None:
    Record(path).close()
    with closing(sqlite3.connect(path)) as later:
        later.execute("PRAGMA user_version = 99")
    with pytest.raises(NotStored):
        ends_reached(Glance(path))


def test_nothing_is_written(path: Path) -> None:
    Record(path).close()
    with pytest.raises(NotStored):
        Glance(path).mark_lesson("00", read=True)
    with pytest.raises(NotStored), Glance(path).read() as db:
        db.execute("DELETE FROM lesson")


def test_where_there_is_no_record_none_is_begun(path: Path) -> None:
    with pytest.raises(NotStored):
        ends_reached(Glance(path))
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"this is no record", b"SQLite format 3\0" + b"x" * 200])
def test_a_damaged_record_is_left_to_the_lesson_that_tells_of_it(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    try:
        assert ends_reached(Glance(path)) == set()
    except NotStored:
        assert content, "an empty file is a record that nothing was written to"
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_change_that_is_being_written_is_not_waited_for_long(path: Path) -> None:
    Record(path).close()
    with closing(sqlite3.connect(path)) as writing:
        writing.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotStored):
            ends_reached(Glance(path))


NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def card(path: Path, objective: str, text: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT INTO review_card VALUES (?, ?, '2026-03-01T12:00:00+00:00', 1, 2)", (objective, text))


def test_what_comes_back_today_or_is_late_is_counted_and_a_damaged_card_is_not(path: Path) -> None:
    Record(path).close()
    assert due_in(path, NOW) == 0
    for objective, due in (("late", "2026-03-01"), ("today", "2026-03-10"), ("later", "2026-03-12")):
        card(path, objective, json.dumps({"due": f"{due}T12:00:00+00:00"}))
    for number, text in enumerate(("", "[]", "{}", '{"due": 3}', '{"due": "soon"}')):
        card(path, f"damaged-{number}", text)
    card(path, "end-of-all-years", '{"due": "9999-12-31T23:59:59-14:00"}')
    card(path, "beginning-of-all-years", '{"due": "0001-01-01T00:00:00+14:00"}')
    assert due_in(path, NOW) == 2


def test_whoever_has_read_before_has_begun(path: Path) -> None:
    assert not has_begun_in(path)
    record = Record(path)
    assert not has_begun_in(path)
    record.mark_lesson("00", read=True)
    record.close()
    assert has_begun_in(path)


def test_a_record_of_an_older_course_is_read_as_far_as_it_goes(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE lesson (id TEXT PRIMARY KEY, read_at TEXT NOT NULL)")
        db.execute("INSERT INTO lesson VALUES ('00', '2026-01-01')")
    assert (has_begun_in(path), due_in(path, NOW)) == (True, 0)
