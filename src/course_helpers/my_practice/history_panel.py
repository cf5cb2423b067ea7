"""The panel of practice: a few words, charts when they are asked for, and one aim."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from course_helpers.aims import aim_acts, aim_page
from course_helpers.knowledge import load
from course_helpers.my_practice.standing import in_minutes, practised
from course_helpers.panel import Act, View, ViewPanel, script, styles
from course_helpers.record import NotStored, Record, open_record

HERE = Path(__file__).parent


class HistoryPanel(ViewPanel):
    """What was practised."""

    word_groups = ("history", "aim")
    short_name = "history"
    _esm = script(HERE / "history.js")
    _css = styles(HERE / "my_practice.css")

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._now = now
        super().__init__()

    def page(self) -> View:
        """What the record holds now."""
        try:
            return history_page(open_record())
        except NotStored:
            return {"summary": load().strings.history.not_now, "aim": None}

    def acts(self) -> dict[str, Act]:
        """Draw the charts, or keep an aim."""
        return {"charts": self._charts} | aim_acts(self.refresh)

    def _charts(self, content: dict[str, Any]) -> str:
        # Only now: whoever asks for no chart waits for no plotting library.
        from course_helpers.my_practice.charts import INCH, NARROWEST, WIDE, charts
        from course_helpers.my_practice.history import history_of

        try:
            history = history_of(open_record(), self._now())
        except NotStored:
            return load().strings.history.not_now
        self.refresh()
        dark, room = content.get("dark") is True, content.get("width")
        wide = min(WIDE, max(NARROWEST, room / INCH)) if isinstance(room, int | float) else WIDE
        self.say({"kind": "charts", "charts": [chart.page(dark=dark, wide=wide) for chart in charts(history)]})
        return ""


def history_page(record: Record) -> View:
    """The few words above the charts, and the aim.

    Raises:
        NotStored: if the record cannot be read now.
    """
    words = load().strings.history
    entries = practised(record)
    sessions, seconds = sum(e.sessions for e in entries), sum(e.seconds for e in entries)
    told = words.summary_one if sessions == 1 else words.summary_many
    summary = told.format(number=sessions, minutes=in_minutes(seconds)) if sessions else words.empty
    return {"summary": summary, "aim": aim_page(record)}
