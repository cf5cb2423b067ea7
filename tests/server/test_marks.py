"""What the server tells the home of where the learner stands: what lesson 08 shows, and nothing where none is known."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from course_helpers.knowledge import ContentError, load
from course_helpers.lesson.section_links import section_place
from course_helpers.my_practice import standing
from course_helpers.my_practice.standing import map_page, standing_page
from course_helpers.record.reading import check_questions_by_lesson, note_place, reach_end
from course_helpers.record.search_best import keep_if_best
from course_helpers.record.store import Record
from course_helpers.server.marks import marks_in
from tests.my_practice.test_certificate import know_all
from tests.record.test_reading import answer_check

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
NOTHING: dict[str, object] = {"lessons": {}, "go_on": None, "standing": None, "due": 0}
WORDS = load().strings.standing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a record may lie."""
    return tmp_path / "record.sqlite3"


def test_where_there_is_no_record_nothing_is_told_and_none_is_begun(path: Path) -> None:
    assert marks_in(path, NOW) == NOTHING
    assert not path.exists()


def test_a_newcomer_is_told_of_no_numbers(path: Path) -> None:
    record = Record(path)
    told = marks_in(path, NOW)
    assert (told["standing"], told["go_on"]) == (None, None)
    assert {(mark["mark"], mark["told"]) for mark in told["lessons"].values()} == {("open", "")}
    assert set(map_page(record)) == {"go_on", "lessons"}
    record.close()


def test_a_lesson_is_read_when_its_end_was_reached_and_its_questions_were_answered(path: Path) -> None:
    record = Record(path)
    lesson = check_questions_by_lesson()["c03a"]
    checks = [name for name, place in check_questions_by_lesson().items() if place == lesson]
    reach_end(record, lesson)
    begun = {"mark": "begun", "told": f"{WORDS.begun}: {WORDS.of_checks.format(answered=0, checks=len(checks))}"}
    assert marks_in(path, NOW)["lessons"][lesson] == begun
    for name in checks:
        answer_check(record, name)
    assert marks_in(path, NOW)["lessons"][lesson] == {"mark": "read", "told": WORDS.read}
    record.close()


def test_each_line_leads_to_its_place(path: Path) -> None:
    record = Record(path)
    know_all(record, but="SC4")
    note_place(record, "3.4")
    keep_if_best(record, 83, date(2026, 11, 26))
    with record.write() as db:
        db.execute("INSERT INTO practice VALUES ('s', 'relax', '1', '2026-11-20T10:00:00+00:00')")
        db.execute("INSERT INTO practice_event VALUES ('s', 1, 'step', 'settle', 60, 1, '2026-11-20T10:01:00+00:00')")
    told = marks_in(path, NOW)
    page = standing_page(record)
    assert told["go_on"] == page["go_on"]
    assert told["go_on"]["lesson"] == "03_when_not_to_massage.ipynb"
    assert told["standing"]["known"] == page["known"]
    assert told["standing"]["whole"]["heading"].startswith("8.1-")
    points = dict(zip(load().objectives, told["standing"]["points"], strict=True))
    assert points["SC4"]["text"].startswith(load().strings.quiz.status_of_missed)
    for name, objective in load().objectives.items():
        assert points[name]["heading"] == section_place(objective.home)["heading"]
    practised, searched = told["standing"]["done"]
    assert practised["lesson"] == "06_seven_quiet_minutes.ipynb"
    assert (searched["lesson"], "83 of 100" in searched["text"]) == ("04_know_your_normal.ipynb", True)
    assert map_page(record) == page, "the map of lesson 00 shows what lesson 08 does"
    record.close()
    json.dumps(told)


def test_a_search_alone_says_nothing_of_questions(path: Path) -> None:
    record = Record(path)
    keep_if_best(record, 40, date(2026, 11, 26))
    record.close()
    found = marks_in(path, NOW)["standing"]
    assert (len(found["done"]), found["known"], found["points"]) == (1, "", [])


@pytest.mark.parametrize("content", [b"this is no record", b"SQLite format 3\0" + b"x" * 200])
def test_a_damaged_record_is_left_to_the_lesson_that_tells_of_it(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert marks_in(path, NOW) == NOTHING
    assert path.read_bytes() == content


def test_content_that_cannot_be_used_takes_no_page_with_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_record: Record) -> None:
        raise ContentError([])

    monkeypatch.setattr(standing, "home_page", fails)
    assert marks_in(path, NOW) == NOTHING
