"""The panel of the reminder: a day, a title, and the file."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from course_helpers.knowledge import load
from course_helpers.my_practice.files import file_message
from course_helpers.my_practice.reminder import Rule, Title, calendar_file, next_month_day
from course_helpers.panel import Act, Panel, script, styles
from course_helpers.quiz.schedule import day_of
from course_helpers.record import NotStored, Record, open_record

HERE = Path(__file__).parent
RULES = ("once", "month")
TITLES = ("private", "plain")
FURTHEST = timedelta(days=3 * 366)
"""A day beyond this is a slip of the fingers in the year, and nobody would be reminded."""


class ReminderPanel(Panel):
    """Nothing of what is chosen here is stored; only that a file was made."""

    word_groups = ("reminder",)
    short_name = "reminder"
    _esm = script(HERE / "reminder.js")
    _css = styles(HERE / "my_practice.css")

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        super().__init__()
        self._now = now

    def acts(self) -> dict[str, Act]:
        """Make the file."""
        return {"make": self._make}

    def _make(self, content: dict[str, Any]) -> str:
        words = load().strings.reminder
        rule, title = content.get("rule"), content.get("title")
        if rule not in RULES or title not in TITLES:
            return load().strings.panel.refused
        today = day_of(self._now())
        try:
            day = _day(cast("Rule", rule), content, today)
        except (TypeError, ValueError):
            return words.no_date
        if day < today:
            return words.past_date
        if day > today + FURTHEST:
            return words.far_date
        made = calendar_file(cast("Rule", rule), day, cast("Title", title), self._now())
        self.say(file_message(words.file, "text/calendar", made))
        note_export(open_record(), "reminder")
        return words.made


def _day(rule: Rule, content: dict[str, Any], today: date) -> date:
    """The first day.

    Raises:
        TypeError: if the page sent no day.
        ValueError: if it sent something else.
    """
    if rule == "once":
        return date.fromisoformat(str(content.get("date")))
    return next_month_day(int(content["day"]) if "day" in content else 0, today)


def note_export(record: Record, kind: str) -> None:
    """Keep that such a file was made. What was in it is kept nowhere; a record that cannot be written loses nothing."""
    try:
        with record.write() as db:
            db.execute("INSERT OR REPLACE INTO exported (kind, at) VALUES (?, ?)", (kind, record.stamp()))
    except NotStored:
        return
