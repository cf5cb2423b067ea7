"""How far somebody has come: a lesson is read when its end was reached and its checks were answered."""

import pytest

from course_helpers.knowledge import load
from course_helpers.record import Record, StoredAnswer, changing
from course_helpers.record.read_marks import ReadMark
from course_helpers.record.reading import (
    check_questions_by_lesson,
    last_place,
    lessons_progress,
    note_place,
    reach_end,
)

CHECKS_OF_02 = [name for name, lesson in check_questions_by_lesson().items() if lesson == "02"]


def answer_check(record: Record, name: str, *, right: bool = True) -> None:
    with changing(record, f"check:{name}") as change:
        change.begin_round(1, "first", 1, [name])
        change.store_answer(StoredAnswer(f"check:{name}", 1, 0, name, ((0,),), right, None, name))


def test_nothing_is_read_at_first(record: Record) -> None:
    assert not any(entry.read or entry.begun for entry in lessons_progress(record).values())
    assert list(lessons_progress(record)) == list(load().lessons)


def test_the_end_alone_is_not_enough_and_neither_are_the_checks(record: Record) -> None:
    assert len(CHECKS_OF_02) == 4
    reach_end(record, "02")
    assert not lessons_progress(record)["02"].read
    assert lessons_progress(record)["02"].begun
    for name in CHECKS_OF_02[:-1]:
        answer_check(record, name)
    assert not lessons_progress(record)["02"].read
    answer_check(record, CHECKS_OF_02[-1], right=False)
    assert lessons_progress(record)["02"].read, "a wrong answer was read and explained as well"


def test_all_checks_without_the_end_are_begun(record: Record) -> None:
    for name in CHECKS_OF_02:
        answer_check(record, name)
    assert not lessons_progress(record)["02"].read
    record.mark_lesson("02", read=True)
    assert lessons_progress(record)["02"].read, "the own mark says that the end was reached"


def test_a_check_that_the_course_no_longer_has_counts_for_nothing(record: Record) -> None:
    answer_check(record, "c99z")
    assert not any(entry.answered for entry in lessons_progress(record).values())


def test_the_last_place_is_the_only_one_kept(record: Record) -> None:
    assert last_place(record) is None
    note_place(record, "3.2")
    note_place(record, "4.5")
    assert last_place(record) == "4.5"
    assert record.counts()["place"] == 1


def test_a_place_that_the_course_no_longer_has_is_none(record: Record) -> None:
    note_place(record, "77.1")
    assert last_place(record) is None


@pytest.mark.usefixtures("own_record")
def test_the_page_can_note_only_sections_of_its_own_lesson() -> None:
    from course_helpers.record import open_record

    mark = ReadMark.current("03")
    mark.answer_request({"kind": "place", "section": "4.1"})
    mark.answer_request({"kind": "place", "section": "<b>"})
    assert last_place(open_record()) is None
    mark.answer_request({"kind": "place", "section": "3.4"})
    assert last_place(open_record()) == "3.4"
    assert mark.answer_request({"kind": "end"}) == "", "nobody is told while they read"
    assert lessons_progress(open_record())["03"].end_reached
