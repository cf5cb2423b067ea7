"""A copy of the record: whole, checked when it comes back, joined without doubles."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest

from course_helpers.quiz.reviewing import schedule
from course_helpers.record import PracticeEvent, Record, StoredAnswer, changing, history, practices, store_events
from course_helpers.record.copies import (
    SCHEMA,
    TABLES,
    CopyRefused,
    RecordCopy,
    as_csv,
    as_json,
    copied,
    copy_from,
    entries,
    merged,
    schema,
    take_in,
)
from course_helpers.record.reading import reach_end
from course_helpers.record.search_best import best_search, keep_if_best
from course_helpers.version import VERSION
from tests.places import ROOT
from tests.record.clock import Clock


def filled(path: Path | None, clock: Clock, sessions: int = 2, seed: int = 5) -> Record:
    """A record with something of every kind."""
    record = Record(path, now=clock)
    with changing(record, "safety") as change:
        change.begin_round(1, "first", seed, ["SC1-A", "K1-A"])
        change.store_answer(StoredAnswer("safety", 1, 0, "SC1-A", ((1, 2),), False, 3, f"r-{seed}"))
    record.store_warm_up("w1", 2)
    record.mark_lesson("03", read=True)
    reach_end(record, "02")
    record.go_to_step("stop")
    for number in range(sessions):
        clock.forward(hours=1)
        event = PracticeEvent(1, "step", "a1", 30.0, whole=True, at=clock())
        store_events(record, f"session{seed}{number}", "relax", "1", [event])
    with record.write() as db:
        db.execute("INSERT INTO aim (aim, chosen_at) VALUES ('slow', ?)", (record.stamp(),))
    keep_if_best(record, 40 + seed, clock().date())
    return record


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_copy_comes_back_as_it_was(clock: Clock, tmp_path: Path) -> None:
    """Everything arrives on another computer, and the copy of the copy is the same to the letter."""
    here = filled(tmp_path / "here.sqlite3", clock)
    written = as_json(copied(here))
    there = Record(tmp_path / "there.sqlite3")
    assert take_in(there, copy_from(written)) == entries(copied(here))
    assert as_json(copied(there)) == written
    assert history(there, "safety").answers == history(here, "safety").answers
    assert practices(there) == practices(here)


def test_a_copy_has_every_kind_of_entry(clock: Clock) -> None:
    """A table that is added to the record later is either part of a copy or said here to be none."""
    record = filled(None, clock)
    not_copied = {"place", "review_card", "review_through", "exported"}
    assert {table.name for table in TABLES} == set(record.counts()) - not_copied
    assert all(getattr(copied(record), table.field) for table in TABLES)


def test_the_same_copy_twice_changes_nothing(clock: Clock) -> None:
    record = filled(None, clock)
    before = copied(record)
    assert take_in(record, before) == 0
    assert copied(record) == before


def test_two_records_become_one(clock: Clock) -> None:
    here = filled(None, clock, seed=5)
    clock.forward(days=1)
    there = filled(None, clock, seed=6)
    new = take_in(here, copied(there))
    assert new > 0
    rounds = history(here, "safety").rounds
    assert [(entry.number, entry.seed, entry.ended) for entry in rounds] == [(1, 5, True), (2, 6, False)]
    assert [(given.round, given.request) for given in history(here, "safety").answers] == [(1, "r-5"), (2, "r-6")]
    assert len(practices(here)) == 4
    assert here.lessons_read() == ("03",)
    assert take_in(here, copied(there)) == 0, "once more: what is in both counts once"


def test_the_better_search_of_two_records_stays(clock: Clock) -> None:
    """Of two equal ones the earlier; and a copy of the version before, which knew no searches, is taken in."""
    here, there = filled(None, clock, seed=5), filled(None, clock, seed=6)
    take_in(here, copied(there))
    best = best_search(here)
    assert best
    assert best.percent == 46
    clock.forward(days=1)
    later = Record(None)
    keep_if_best(later, 46, clock().date())
    assert take_in(here, copied(later)) == 0
    assert best_search(here) == best
    old = b'{"format": "gentle-hands-record", "schema": 1, "warm_ups": []}'
    assert take_in(here, copy_from(old)) == 0
    assert best_search(here) == best


def test_joining_is_the_same_from_both_sides(clock: Clock) -> None:
    one = copied(filled(None, clock, seed=5))
    clock.forward(days=-3)
    other = copied(filled(None, clock, seed=6))
    joined, turned = merged(one, other), merged(other, one)
    assert joined.rounds == turned.rounds
    assert joined.answers == turned.answers
    assert joined.best_searches == turned.best_searches
    assert merged(joined, one) == merged(joined, other) == joined


def test_an_open_round_keeps_the_place_that_is_further_on(clock: Clock) -> None:
    record = filled(None, clock)
    earlier = copied(record)
    with changing(record, "safety") as change:
        change.move(1, 1, ended=False)
    take_in(record, earlier)
    assert [entry.position for entry in history(record, "safety").rounds] == [1]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32-le"])
def test_a_copy_that_an_editor_of_texts_saved_again_is_one(clock: Clock, encoding: str) -> None:
    written = as_json(copied(filled(None, clock)))
    assert copy_from(written.decode().encode(encoding)) == copy_from(written)


NO_COPIES = {
    "import_foreign": [
        b"",
        b"no json",
        b"[]",
        b"{}",
        b'{"format": "another", "schema": 1}',
        b"\xff\xfe\x00",
        b'{"format": "gentle-hands-record", "schema": 0}',
    ],
    "import_newer": [json.dumps({"format": "gentle-hands-record", "schema": SCHEMA + 1, "dreams": []}).encode()],
    "import_damaged": [
        b'{"format": "gentle-hands-record", "schema": 1, "dreams": []}',
        b'{"format": "gentle-hands-record", "schema": 1, "warm_ups": [{"question": "w1"}]}',
    ],
}


@pytest.mark.parametrize(("why", "content"), [(why, content) for why, all_ in NO_COPIES.items() for content in all_])
def test_what_is_no_copy_is_refused_in_words(why: str, content: bytes) -> None:
    from course_helpers.knowledge import load

    with pytest.raises(CopyRefused) as refused:
        copy_from(content)
    assert str(refused.value) == why
    assert "nothing was changed" in load().strings.own_record.of(why).lower()


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("warm_ups", {"question": "my left side hurts since Monday"}),
        ("practices", {"routine": "a lump"}),
        ("practice_events", {"step": "it burned here"}),
        ("answers", {"request": "x" * 81}),
        ("answers", {"note": "fever"}),
        ("practice_events", {"seconds": -1}),
        ("rounds", {"begun_at": "yesterday"}),
        ("rounds", {"begun_at": "2026-02-31T10:00:00+00:00"}),
        ("answers", {"at": "9999-99-99T99:99:99+99:99"}),
        ("answers", {"at": "0001-01-01T00:00:00+14:00"}),
        ("practices", {"begun_at": "9999-12-31T23:59:59-12:00"}),
        ("aims", {"chosen_at": "2400-01-01T00:00:00+00:00"}),
        ("best_searches", {"day": "2026-02-30"}),
    ],
)
def test_nothing_about_a_body_comes_in_by_a_copy(clock: Clock, field: str, change: dict[str, Any]) -> None:
    """Every value has a pattern: there is no free text, and no field that the record does not have."""
    told = json.loads(as_json(copied(filled(None, clock))))
    told[field][0] |= change
    with pytest.raises(CopyRefused, match="import_damaged"):
        copy_from(json.dumps(told).encode())


def test_a_copy_with_times_of_another_zone_is_joined_in_the_order_of_its_times(clock: Clock) -> None:
    """The record compares times as text, so each of them is told in one zone."""
    told = json.loads(as_json(copied(filled(None, clock))))
    told["practice_events"][0]["at"] = "2026-03-02T23:30:00-05:00"
    told["aims"][0]["chosen_at"] = "1970-01-01T01:00:00+01:00"
    taken = copy_from(json.dumps(told).encode())
    assert taken.practice_events[0].at == "2026-03-03T04:30:00+00:00"
    assert taken.aims[0].chosen_at == "1970-01-01T00:00:00+00:00", "a computer without a battery begins there"
    record = Record(None)
    take_in(record, taken)
    assert schedule(record).next_day(clock()) is not None


def test_a_copy_with_doubles_in_itself_is_joined_all_the_same(clock: Clock) -> None:
    told = json.loads(as_json(copied(filled(None, clock))))
    for rows in told.values():
        if isinstance(rows, list):
            rows.extend(rows[:])
    record = Record(None)
    take_in(record, copy_from(json.dumps(told).encode()))
    assert copied(record) == copied(filled(None, Clock()))


def test_an_answer_without_its_round_is_left_out() -> None:
    answer = {"quiz": "safety", "round": 9, "position": 0, "item": "SC1-A", "chosen": [[0]], "right": True}
    answer |= {"confidence": None, "request": "r", "at": "2026-01-01T00:00:00+00:00"}
    told = {"format": "gentle-hands-record", "schema": 1, "answers": [answer]}
    record = Record(None)
    assert take_in(record, copy_from(json.dumps(told).encode())) == 0


def test_tables_for_a_spreadsheet(clock: Clock) -> None:
    copy = copied(filled(None, clock))
    with zipfile.ZipFile(io.BytesIO(as_csv(copy))) as archive:
        assert archive.testzip() is None
        assert {name.removesuffix(".csv") for name in archive.namelist()} == {table.field for table in TABLES}
        rows = list(csv.DictReader(io.StringIO(archive.read("practice_events.csv").decode("utf-8-sig"))))
    assert [row["step"] for row in rows] == ["a1", "a1"]
    assert list(rows[0]) == list(type(copy.practice_events[0]).__struct_fields__)


def test_the_schema_in_the_docs_is_that_of_the_code() -> None:
    """`python3 start.py record schema` prints it."""
    written = json.loads((ROOT / "docs/record.schema.json").read_text(encoding="utf-8"))
    assert written == schema()
    assert f'"schema": {SCHEMA}' in as_json(RecordCopy()).decode()


def test_a_copy_that_cannot_be_written_down_changes_nothing(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    record = filled(None, clock, seed=5)
    other = copied(filled(None, clock, seed=6))
    before = copied(record)
    monkeypatch.setattr("course_helpers.record.copies._stored", lambda table: lambda row: (1,))
    with pytest.raises(Exception, match=r"binding|parameter|NOT NULL|columns"):
        take_in(record, other)
    monkeypatch.undo()
    assert copied(record) == before


def test_an_empty_copy_of_nothing_is_whole() -> None:
    assert msgspec.json.decode(as_json(copied(Record(None))), type=RecordCopy) == RecordCopy(course=VERSION)
