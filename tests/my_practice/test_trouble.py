"""When the record cannot be used, lesson 08 says so in plain words and goes on, and nothing is lost."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any

import pytest

import course_helpers as course
from course_helpers.knowledge import load
from course_helpers.panel import Panel
from course_helpers.record import NotStored, Record, open_record, record_file
from course_helpers.record.migrations import MIGRATIONS

pytestmark = pytest.mark.usefixtures("own_record")
PANELS: dict[str, Callable[[], Any]] = {
    "course_map": course.course_map,
    "where_you_stand": course.where_you_stand,
    "review": course.review,
    "practice_history": course.practice_history,
    "reminder": course.reminder,
    "certificate": course.certificate,
    "my_record": course.my_record,
}


@contextmanager
def held() -> Iterator[None]:
    """Another program holds the file, as on a drive without locks that somebody else writes to."""
    open_record()._connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(record_file(), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()
        open_record()._connection.execute("PRAGMA busy_timeout = 4000")


@pytest.mark.parametrize("name", PANELS)
def test_a_file_that_is_held_is_told_in_words_and_the_panel_is_there(name: str) -> None:
    open_record().store_warm_up("w1", 1)
    with held():
        panel = PANELS[name]()
        assert isinstance(panel, Panel), panel
        assert panel.faults == []
        said = str(getattr(panel, "view", ""))
    words = {
        "course_map": load().strings.standing.not_now,
        "where_you_stand": load().strings.standing.not_now,
        "review": load().strings.review.not_now,
        "practice_history": load().strings.history.not_now,
        "certificate": load().strings.certificate.not_made,
    }
    assert words.get(name, "") in said
    panel.refresh()
    assert words.get(name, "~") not in str(getattr(panel, "view", ""))
    assert open_record().warm_up_answers() == {"w1": 1}


@pytest.mark.parametrize("call", [course.what_is_stored, lambda: course.read_mark("03"), lambda: course.check("c00a")])
def test_any_other_panel_says_that_the_record_is_held_and_not_that_the_course_is_damaged(
    call: Callable[[], Any],
) -> None:
    open_record()
    with held():
        shown = call()
    title, sentence = NotStored.told
    assert repr(shown) == title
    assert escape(sentence) in shown._repr_html_()
    assert isinstance(call(), Panel)


@pytest.mark.parametrize(
    "made", [course.what_is_stored, lambda: course.read_mark("03"), lambda: course.check("c00a"), course.warm_up]
)
def test_a_question_to_any_panel_while_the_record_is_held_is_answered_in_its_words(
    made: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not as a fault of the course: what is held now can be tried again."""
    panel = made()
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(panel, "_send_everywhere", sent.append)
    with held():
        panel._hear(panel, {"id": "one", "kind": "look"}, None)
    assert panel.faults == []
    assert [message["text"] for message in sent if message["kind"] == "reply"] == [NotStored.told[1]]
    panel._hear(panel, {"id": "one", "kind": "look"}, None)
    assert not sent[-1].get("fault")


def test_a_full_disk_is_told_and_what_was_there_stays() -> None:
    record = open_record()
    record.store_warm_up("w1", 1)
    pages = record._connection.execute("PRAGMA page_count").fetchone()[0]
    record._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotStored, match="full"), record.write() as db:
        db.executemany("INSERT INTO lesson VALUES (?, 'x')", [(f"{n:02}" * 500,) for n in range(90)])
    assert record.warm_up_answers() == {"w1": 1}
    assert record.lessons_read() == ()
    assert record.notices == []


def test_a_record_that_may_only_be_read_is_read_and_told(tmp_path: Path) -> None:
    """What was there is shown; what comes is refused in words and not lost in silence."""
    record = open_record()
    record.store_warm_up("w1", 1)
    record._connection.execute("PRAGMA query_only = ON")
    assert record.warm_up_answers() == {"w1": 1}
    with pytest.raises(NotStored):
        record.store_warm_up("w2", 1)
    panel = PANELS["practice_history"]()
    assert panel.answer_request({"kind": "aim", "aim": "slow"}) == load().strings.aim.aim_not_stored
    assert PANELS["reminder"]().answer_request(
        {"kind": "make", "rule": "once", "title": "private", "date": "2999-01-01"}
    )
    record._connection.execute("PRAGMA query_only = OFF")


@pytest.mark.parametrize("name", PANELS)
def test_a_record_of_a_newer_course_is_left_alone_and_the_lesson_goes_on(name: str) -> None:
    path = record_file()
    path.parent.mkdir(exist_ok=True)
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    newer.close()
    before = path.read_bytes()
    panel = PANELS[name]()
    assert isinstance(panel, Panel)
    assert panel.faults == []
    assert path.read_bytes() == before
    if name == "my_record":
        assert panel.view["where"] == load().strings.own_record.where_memory


def test_a_clock_set_back_takes_nothing_away(tmp_path: Path) -> None:
    from tests.record.clock import Clock

    clock = Clock()
    record = Record(tmp_path / "record.sqlite3", now=clock)
    record.store_warm_up("w1", 1)
    record.mark_lesson("01", read=True)
    clock.forward(days=-400)
    record.store_warm_up("w2", 1)
    record.mark_lesson("02", read=True)
    assert record.lessons_read() == ("01", "02")
    assert set(record.warm_up_answers()) == {"w1", "w2"}
