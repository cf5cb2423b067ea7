"""Of all searches on the drawn chest the record keeps the best share and its day, and nothing more."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from course_helpers.explorers.search import SearchTrainer
from course_helpers.explorers.search import widget as search_widget
from course_helpers.knowledge import load
from course_helpers.my_practice.standing import standing_page
from course_helpers.quiz.schedule import day_of
from course_helpers.record import NotStored, Record, open_record
from course_helpers.record.panel import StoredPanel, stored_lines
from course_helpers.record.search_best import BestSearch, best_search, keep_if_best
from tests.places import ROOT

DAY = date(2026, 11, 26)
LATER = date(2026, 12, 24)


def search_by_keys() -> dict[str, Any]:
    """A whole search that was made with the keys, as the page sent it."""
    path = ROOT / "tests/explorers/search/drawn/strips_by_keys.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found | {"kind": "covered", "side": "left", "mark": "m"}


def test_only_a_better_one_takes_its_place() -> None:
    record = Record(None)
    assert best_search(record) is None
    keep_if_best(record, 0, DAY)
    assert best_search(record) is None
    for percent, day in ((40, DAY), (39, LATER), (40, LATER), (41, LATER)):
        keep_if_best(record, percent, day)
    assert best_search(record) == BestSearch(41, LATER)
    assert record.counts()["search_best"] == 1


def test_a_day_that_there_is_not_is_no_search() -> None:
    """It can come in with a copy that somebody changed by hand."""
    record = Record(None)
    with record.write() as db:
        db.execute("INSERT INTO search_best VALUES (1, 50, '2026-02-30')")
    assert best_search(record) is None


def test_a_better_one_of_another_window_stays() -> None:
    """Both looked before either wrote."""
    record = Record(None)
    keep_if_best(record, 30, DAY)
    read = record.read

    class Late(Record):
        def read(self) -> Any:
            found = read()
            keep_if_best(record, 90, LATER)
            return found

    late = Late(None)
    late._connection = record._connection
    keep_if_best(late, 50, DAY)
    assert best_search(record) == BestSearch(90, LATER)


@pytest.mark.usefixtures("own_record")
def test_the_trainer_keeps_the_share_at_all_three_pressures_and_nothing_of_the_path() -> None:
    panel, sent = SearchTrainer.current(), list[dict[str, Any]]()
    panel.send = sent.append
    panel._hear(panel, {"id": "1", **search_by_keys()}, [])
    (shown,) = [message for message in sent if message["kind"] == "covered"]
    best = best_search(open_record())
    assert best == BestSearch(shown["all_three"], day_of(datetime.now(UTC)))
    assert 80 <= best.percent <= 95
    assert {name for name, number in open_record().counts().items() if number} == {"search_best"}
    before = best
    panel._hear(panel, {"id": "2", **search_by_keys(), "samples": search_by_keys()["samples"][:300]}, [])
    assert best_search(open_record()) == before


@pytest.mark.usefixtures("own_record")
def test_looking_for_spots_keeps_nothing() -> None:
    panel = SearchTrainer.current()
    panel.send = lambda message: None
    panel._hear(panel, {"id": "1", "kind": "hide", "chest": search_by_keys()["chest"]}, [])
    panel._hear(panel, {"id": "2", **search_by_keys(), "kind": "reveal", "spots": [[60, 150, 2]]}, [])
    assert best_search(open_record()) is None


@pytest.mark.usefixtures("own_record")
def test_a_record_that_is_held_delays_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The result is with the page before the record is asked, and its absence is no fault."""
    panel, sent = SearchTrainer.current(), list[dict[str, Any]]()
    panel.send = sent.append

    def held(*_: object) -> None:
        assert [message["kind"] for message in sent] == ["covered"]
        raise NotStored

    monkeypatch.setattr(search_widget, "keep_if_best", held)
    panel._hear(panel, {"id": "1", **search_by_keys()}, [])
    assert [message["kind"] for message in sent] == ["covered", "reply"]
    assert "fault" not in sent[-1] or not sent[-1]["fault"]


@pytest.mark.usefixtures("own_record")
def test_it_stands_where_somebody_stands_and_among_what_is_stored_until_it_is_erased() -> None:
    strings = load().strings
    assert standing_page(open_record())["searched"] is None
    keep_if_best(open_record(), 83, DAY)
    told = standing_page(open_record())["searched"]
    assert "83 of 100" in told["text"]
    assert "26 November 2026" in told["text"]
    assert told["lesson"].startswith("04_")
    assert told["heading"].startswith("4.7")
    assert strings.stored.searches in stored_lines(open_record())
    panel = StoredPanel.current()
    assert panel.answer_request({"kind": "forget", "word": strings.stored.forget_word}) == strings.stored.forgotten
    assert best_search(open_record()) is None
    assert standing_page(open_record())["searched"] is None


def test_the_page_says_what_is_kept() -> None:
    words = load().strings.search.privacy
    assert "only your best share" in words
    assert "its day" in words


def test_a_record_of_the_version_before_gains_it(tmp_path: Path) -> None:
    """A file with the tables up to version 5 keeps what it has."""
    import sqlite3

    from course_helpers.record.migrations import MIGRATIONS

    path = tmp_path / "record.sqlite3"
    old = sqlite3.connect(path)
    for block in MIGRATIONS[:5]:
        old.executescript(block)
    old.execute("INSERT INTO warm_up VALUES ('w1', 2, '2026-01-01T00:00:00+00:00')")
    old.execute("PRAGMA user_version = 5")
    old.commit()
    old.close()
    record = Record(path)
    keep_if_best(record, 12, DAY)
    assert record.warm_up_answers() == {"w1": 2}
    assert best_search(record) == BestSearch(12, DAY)
    record.close()
