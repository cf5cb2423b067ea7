"""The reminder opens in another library as the same event, says nothing of what it is for, and is kept nowhere."""

import base64
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject

from course_helpers.knowledge import load
from course_helpers.my_practice.reminder import Rule, Title, calendar_file, next_month_day
from course_helpers.my_practice.reminder_panel import ReminderPanel
from course_helpers.record import open_record
from tests.record.clock import Clock

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)


def opened(content: bytes) -> Any:
    """The one event of a file, read by another library than the one that wrote it."""
    calendar = vobject.readOne(content.decode())
    assert calendar.version.value == "2.0"
    assert calendar.prodid.value
    return calendar.vevent


@pytest.mark.parametrize("rule", ["once", "month"])
@pytest.mark.parametrize("title", ["private", "plain"])
def test_another_library_reads_the_same_event(rule: Rule, title: Title) -> None:
    event = opened(calendar_file(rule, date(2026, 12, 5), title, NOW))
    assert event.dtstart.value == date(2026, 12, 5)
    assert event.dtend.value == date(2026, 12, 6)
    assert event.summary.value == load().strings.reminder.of(f"event_{title}")
    days = [moment.date() for moment in event.getrruleset()[:4]] if rule == "month" else []
    assert days == [date(2026, 12, 5), date(2027, 1, 5), date(2027, 2, 5), date(2027, 3, 5)][: len(days)]
    assert bool(getattr(event, "rrule_list", [])) == (rule == "month")
    assert event.valarm.trigger.value == timedelta(hours=9)


def test_every_line_is_as_rfc_5545_wants_it() -> None:
    content = calendar_file("month", date(2026, 12, 5), "plain", NOW)
    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75


def test_the_private_one_says_nothing_of_what_it_is_for() -> None:
    told = calendar_file("once", date(2026, 12, 5), "private", NOW).decode().casefold()
    for word in ("breast", "massage", "feel:", "look", "normal", "clinician", "exam"):
        assert word not in told, word
    assert "class:private" in told


def test_two_files_are_two_events() -> None:
    one, other = (opened(calendar_file("once", date(2026, 12, 5), "private", NOW)).uid.value for _ in range(2))
    assert one != other


@pytest.mark.parametrize(
    ("day", "today", "following"),
    [
        (26, date(2026, 11, 26), date(2026, 11, 26)),
        (25, date(2026, 11, 26), date(2026, 12, 25)),
        (1, date(2026, 12, 31), date(2027, 1, 1)),
        (28, date(2027, 1, 31), date(2027, 2, 28)),
    ],
)
def test_a_fixed_day_is_one_that_every_month_has(day: int, today: date, following: date) -> None:
    assert next_month_day(day, today) == following


@pytest.mark.parametrize("day", [0, 29, 31, -1])
def test_a_day_that_some_months_lack_is_refused(day: int) -> None:
    with pytest.raises(ValueError, match="every month"):
        next_month_day(day, date(2026, 11, 26))


@pytest.fixture
def panel(own_record: None) -> ReminderPanel:
    return ReminderPanel(now=Clock(NOW))


def ask(panel: ReminderPanel, monkeypatch: pytest.MonkeyPatch, **content: Any) -> tuple[str, bytes]:
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(panel, "send", sent.append)
    panel._hear(panel, {"id": f"ask-{sorted(content.items())}", "kind": "make", "title": "private", **content}, [])
    files = [base64.b64decode(message["file"]["content"]) for message in sent if message["kind"] == "file"]
    return sent[-1]["text"], files[0] if files else b""


def test_nothing_is_stored_but_that_a_file_was_made(panel: ReminderPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    said, content = ask(panel, monkeypatch, rule="once", date="2026-12-05")
    assert said == load().strings.reminder.made
    assert opened(content).dtstart.value == date(2026, 12, 5)
    path = open_record().path
    assert path is not None
    with open_record().read() as db:
        assert [row[0] for row in db.execute("SELECT kind FROM exported")] == ["reminder"]
    stored = path.read_bytes()
    assert b"2026-12-05" not in stored
    assert b"Time for me" not in stored


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ({"rule": "once", "date": ""}, "no_date"),
        ({"rule": "once"}, "no_date"),
        ({"rule": "once", "date": "2026-02-31"}, "no_date"),
        ({"rule": "once", "date": "2026-11-25"}, "past_date"),
        ({"rule": "once", "date": "9999-12-31"}, "far_date"),
        ({"rule": "once", "date": "2062-01-05"}, "far_date"),
        ({"rule": "once", "date": "20261-01-05"}, "no_date"),
        ({"rule": "month", "day": "0"}, "no_date"),
        ({"rule": "month", "day": "x"}, "no_date"),
        ({"rule": "month"}, "no_date"),
    ],
)
def test_a_day_that_will_not_do_is_told_in_words(
    panel: ReminderPanel, monkeypatch: pytest.MonkeyPatch, content: dict[str, Any], word: str
) -> None:
    assert ask(panel, monkeypatch, **content) == (load().strings.reminder.of(word), b"")


def test_only_the_two_titles_can_be_chosen(panel: ReminderPanel, monkeypatch: pytest.MonkeyPatch) -> None:
    said, content = ask(panel, monkeypatch, rule="month", day="5", title="<script>")
    assert (said, content) == (load().strings.panel.refused, b"")


def test_no_interval_is_promised() -> None:
    words = load().strings.reminder
    assert "No interval is proven" in words.about_plain
    assert "today or the next working day" in words.about_plain
