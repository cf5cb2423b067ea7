"""Practice as numbers, charts and tables: sensible with nothing, with one session, and with five thousand."""

import base64
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from course_helpers.knowledge import load
from course_helpers.my_practice.charts import Chart, charts
from course_helpers.my_practice.history import DAYS_AHEAD, WEEKS, history_of
from course_helpers.my_practice.history_panel import HistoryPanel, history_page
from course_helpers.my_practice.standing import in_minutes, practised
from course_helpers.player.segments import segments
from course_helpers.record import Record, StoredAnswer, changing, open_record
from tests.quiz.test_panels import heard
from tests.record.clock import Clock

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
STEPS = [segment.id for segment in segments(load().routines["relax"])]


def practised_record(sessions: int, steps: int = 3) -> Record:
    """So many sessions, one a day back from today, some of them ended early."""
    record = Record(None, now=Clock(NOW))
    with record.write() as db:
        for number in range(sessions):
            at = (NOW - timedelta(days=number % 1500)).isoformat(timespec="seconds")
            db.execute("INSERT INTO practice VALUES (?, 'relax', '1', ?)", (f"s{number}", at))
            db.executemany(
                "INSERT INTO practice_event VALUES (?, ?, 'step', ?, 60, 1, ?)",
                [(f"s{number}", n, step, at) for n, step in enumerate(STEPS[: steps if number % 2 else 1], 1)],
            )
    return record


def answer(record: Record, levels: list[tuple[int | None, bool]]) -> None:
    items = [item for item in load().items if item.endswith("-A")][: len(levels)]
    with changing(record, "safety") as change:
        change.begin_round(1, "first", 1, items)
        for place, (item, (level, right)) in enumerate(zip(items, levels, strict=True)):
            change.store_answer(StoredAnswer("safety", 1, place, item, ((0,),), right, level, f"r{place}"))


def drawn(chart: Chart) -> str:
    """The picture as text."""
    kind, _, content = chart.page(dark=False)["src"].partition(",")
    assert kind == "data:image/svg+xml;base64"
    return base64.b64decode(content).decode()


def test_nothing_yet_is_told_as_it_is() -> None:
    record = Record(None)
    assert history_page(record)["summary"] == load().strings.history.empty
    history = history_of(record, NOW, UTC)
    assert (history.sessions, history.seconds, sum(history.reviews)) == (0, 0, 0)
    for chart in charts(history):
        assert chart.alt
        assert "<svg" in drawn(chart)
        assert "{" not in chart.alt


def test_one_session_that_was_ended_early_counts() -> None:
    record = practised_record(1)
    history = history_of(record, NOW, UTC)
    assert history.days == {NOW.date(): 1}
    assert list(history.steps.values()) == [60.0]
    assert history_page(record)["summary"] == "One session. Minutes in all: 1."
    calendar = charts(history)[0]
    assert "Days with a session: 1." in calendar.alt
    assert calendar.rows == (("November 2026", "1"),)


def test_five_thousand_sessions() -> None:
    record = practised_record(5000)
    history = history_of(record, NOW, UTC)
    assert history.sessions == 5000
    assert history.seconds == pytest.approx(sum(60.0 * (3 if number % 2 else 1) for number in range(5000)))
    calendar, steps, *_ = charts(history)
    assert len(history.shown()) == (WEEKS - 1) * 7 + NOW.weekday() + 1, "every day of the calendar is marked"
    assert sum(int(number) for _, number in calendar.rows) == 5000, "the table has all years"
    assert len(steps.rows) == 3
    for chart in charts(history):
        assert len(drawn(chart)) < 250_000


@pytest.mark.parametrize("dark", [False, True])
def test_the_table_and_the_words_say_what_the_chart_shows(dark: bool) -> None:
    record = practised_record(7)
    answer(record, [(3, True), (3, False), (2, True), (1, False), (None, True)])
    history = history_of(record, NOW, UTC)
    calendar, steps, reviews, sureness = charts(history)
    assert sum(int(row[1]) for row in calendar.rows) == history.sessions == 7
    assert steps.rows[0][0] in steps.alt
    assert sum(int(row[1]) for row in reviews.rows) == sum(history.reviews) == 5
    assert len(history.reviews) == DAYS_AHEAD
    assert sureness.rows == (("Sure", "1", "1"), ("Fairly sure", "1", "0"), ("Not sure", "0", "1"))
    assert "Sure: 1 right and 1 not" in sureness.alt
    assert all(len(row) == len(chart.head) for chart in charts(history) for row in chart.rows)
    assert str(calendar.page(dark=dark)["src"]) != str(calendar.page(dark=not dark)["src"])


def test_the_day_of_a_session_is_that_of_the_learner() -> None:
    record = Record(None)
    with record.write() as db:
        db.execute("INSERT INTO practice VALUES ('s', 'relax', '1', '2026-03-01T22:30:00+00:00')")
    assert history_of(record, NOW, UTC).days == {date(2026, 3, 1): 1}
    assert history_of(record, NOW, ZoneInfo("Asia/Tokyo")).days == {date(2026, 3, 2): 1}


def test_a_step_that_the_course_no_longer_has_keeps_its_minutes() -> None:
    record = practised_record(1)
    with record.write() as db:
        db.execute("INSERT INTO practice_event VALUES ('s0', 99, 'step', 'z9', 120, 1, ?)", (NOW.isoformat(),))
        db.execute("INSERT INTO practice VALUES ('old', 'gone', '1', ?)", (NOW.isoformat(timespec="seconds"),))
        db.execute("INSERT INTO practice_event VALUES ('old', 1, 'step', 'y1', 60, 1, ?)", (NOW.isoformat(),))
    history = history_of(record, NOW, UTC)
    assert history.steps[load().routines["relax"].head.title, "z9"] == 120
    assert history.steps["gone", "y1"] == 60
    assert [entry.routine for entry in practised(record)] == ["relax"]


@pytest.mark.parametrize(("seconds", "said"), [(0, "0"), (20, "under 1"), (60, "1"), (89, "1"), (3600, "60")])
def test_minutes_are_whole(seconds: float, said: str) -> None:
    assert in_minutes(seconds) == said


@pytest.mark.usefixtures("own_record")
def test_opening_the_lesson_imports_no_plotting_library() -> None:
    """matplotlib, typst and the calendar library wait until somebody asks for what they make."""
    calls = ["where_you_stand", "review", "practice_history", "reminder", "certificate", "my_record", "what_is_stored"]
    script = (
        "import sys, course_helpers as course\n"
        f"for name in {calls}: getattr(course, name)()\n"
        "late = ('matplotlib', 'numpy', 'typst', 'icalendar', 'fsrs', 'torch')\n"
        "print([name for name in late if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    assert told.strip() == "[]"


@pytest.mark.usefixtures("own_record")
def test_the_panel_draws_only_when_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    panel = HistoryPanel(now=Clock(NOW))
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(panel, "send", sent.append)
    panel._hear(panel, {"id": "one", "kind": "look"}, [])
    assert [message["kind"] for message in sent] == ["reply"]
    panel._hear(panel, {"id": "two", "kind": "charts", "dark": True, "width": 300}, [])
    (shown,) = [message for message in sent if message["kind"] == "charts"]
    assert [chart["title"] for chart in shown["charts"]] == [chart.title for chart in charts(_now(panel))]
    assert panel.faults == []
    widths = re.findall(r'width="([\d.]+)pt"', base64.b64decode(shown["charts"][0]["src"].split(",")[1]).decode())
    assert float(widths[0]) < 230, "a phone gets a narrow chart"


def _now(panel: HistoryPanel) -> Any:
    return history_of(open_record(), panel._now())


# L14


@pytest.mark.usefixtures("own_record")
def test_one_aim_is_chosen_before_and_looked_at_in_one_question_after(monkeypatch: pytest.MonkeyPatch) -> None:
    """L14: one named aim for each run; afterwards one question; the next is suggested."""
    words = load().strings.aim
    panel = HistoryPanel.current()
    assert panel.view["aim"]["step"] == "choose"
    heard(panel, monkeypatch, kind="aim", aim="slow")
    assert panel.view["aim"]["text"] == words.aim_chosen.format(aim=words.aim_slow)
    with open_record().write() as db:
        at = (datetime.now(UTC) + timedelta(seconds=2)).isoformat(timespec="seconds")
        db.execute("INSERT INTO practice VALUES ('s1', 'relax', '1', ?)", (at,))
    panel.refresh()
    assert panel.view["aim"]["step"] == "ask"
    assert panel.view["aim"]["text"] == words.aim_ask.format(aim=words.aim_slow)
    reply = heard(panel, monkeypatch, kind="went", went="often")
    assert reply["text"] == words.aim_next.format(aim=words.aim_light)
    first = next(entry["id"] for entry in panel.view["aim"]["options"] if entry["first"])
    assert first == "light"


@pytest.mark.usefixtures("own_record")
def test_an_aim_that_was_not_thought_of_is_suggested_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """L14: without a word of blame."""
    words = load().strings.aim
    panel = HistoryPanel.current()
    heard(panel, monkeypatch, kind="aim", aim="free")
    with open_record().write() as db:
        db.execute("INSERT INTO practice VALUES ('s1', 'relax', '1', '2099-01-01T00:00:00+00:00')")
    assert heard(panel, monkeypatch, kind="went", went="no")["text"] == words.aim_same.format(aim=words.aim_free)


@pytest.mark.usefixtures("own_record")
def test_an_aim_can_be_changed_or_left_and_nothing_else_can_be_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    panel = HistoryPanel.current()
    heard(panel, monkeypatch, kind="aim", aim="slow")
    heard(panel, monkeypatch, kind="aim", aim="light")
    assert open_record().counts()["aim"] == 1
    heard(panel, monkeypatch, kind="aim", aim="")
    assert open_record().counts()["aim"] == 0
    refused = load().strings.panel.refused
    for content in ({"kind": "aim", "aim": "my left side"}, {"kind": "went", "went": 3}, {"kind": "other"}):
        assert heard(panel, monkeypatch, **content)["text"] == refused
    assert open_record().counts()["aim"] == 0


def test_no_word_claims_hours_or_counts_days_in_a_row() -> None:
    """L14: no number of hours makes anybody good at it."""
    words = load().strings
    said = " ".join([*words.history.by_name().values(), *words.aim.by_name().values()])
    assert "no number of hours" in said
    assert not re.search(r"streak|in a row|every day|\d+ hours|goal", said, re.IGNORECASE)
