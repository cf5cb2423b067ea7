"""Marking a lesson as read: one button at its end, and a line that says which lessons have the mark."""

from pathlib import Path
from typing import Any

import traitlets

from course_helpers.knowledge import load
from course_helpers.panel import Panel, script, styles
from course_helpers.record.store import NotStored, open_record

HERE = Path(__file__).parent


class ReadMark(Panel):
    """The learner's own mark; the course sets none by itself."""

    word_groups = ("panel", "marks")
    _esm = script(HERE / "marks.js")
    _css = styles()

    view = traitlets.Dict(read_only=True).tag(sync=True, moves=True)

    def __init__(self, lesson_id: str) -> None:
        super().__init__()
        self._lesson = load().lessons[lesson_id].id
        self.refresh()

    def __repr__(self) -> str:
        return load().strings.marks.short_name.format(lesson=self._lesson)

    def refresh(self) -> None:
        """Show what the record holds now."""
        words = load().strings.marks
        read = [lesson for lesson in open_record().lessons_read() if lesson in load().lessons]
        told = words.read_so_far.format(lessons=", ".join(read)) if read else words.none_read
        self.set_trait("view", {"read": self._lesson in read, "told": told})

    def answer_request(self, content: dict[str, Any]) -> str:
        """Set the mark or take it back."""
        words = load().strings.marks
        try:
            open_record().mark_lesson(self._lesson, read=content.get("read") is True)
        except NotStored:
            return words.not_stored
        self.refresh()
        return str(self.view["told"])
