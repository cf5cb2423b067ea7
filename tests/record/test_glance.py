"""A look at the record changes nothing: it begins no file, mends none, and waits for nobody long."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from course_helpers.record.glance import best_search_in, due_in, has_begun_in, lessons_read_in
from course_helpers.record.migrations import MIGRATIONS
from course_helpers.record.search_best import keep_if_best
from course_helpers.record.store import Record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a record may lie, in a folder whose name an address could misunderstand."""
    folder = tmp_path / "a #folder? 100%"
    folder.mkdir()
    return folder / "record.sqlite3"


def test_the_marks_are_told_as_they_are_set_and_taken_back(path: Path) -> None:
    record = Record(path)
    for lesson in ("03", "00"):
        record.mark_lesson(lesson, read=True)
    assert lessons_read_in(path) == ["00", "03"]
    record.mark_lesson("00", read=False)
    assert lessons_read_in(path) == ["03"]
    record.close()


def test_the_best_search_is_told(path: Path) -> None:
    record = Record(path)
    assert best_search_in(path) is None
    keep_if_best(record, 83, date(2026, 11, 26))
    assert best_search_in(path) == (83, "2026-11-26")
    record.close()


def test_a_record_of_an_earlier_course_tells_of_no_search(path: Path) -> None:
    with closing(sqlite3.connect(path)) as old:
        old.executescript(MIGRATIONS[1])
    assert best_search_in(path) is None
    assert lessons_read_in(path) == []


def test_where_there_is_no_record_none_is_begun(path: Path) -> None:
    assert lessons_read_in(path) == []
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"this is no record", b"SQLite format 3\0" + b"x" * 200])
def test_a_damaged_record_is_left_to_the_lesson_that_tells_of_it(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert lessons_read_in(path) == []
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_change_that_is_being_written_is_not_waited_for_long(path: Path) -> None:
    Record(path).close()
    with closing(sqlite3.connect(path)) as writing:
        writing.execute("BEGIN EXCLUSIVE")
        assert lessons_read_in(path) == []


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
    assert (lessons_read_in(path), has_begun_in(path), due_in(path, NOW)) == (["00"], True, 0)
