"""The end of a lesson: reaching it counts, a button marks it by hand, and a line says which lessons are read."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from course_helpers.knowledge import load
from course_helpers.panel import Act, View, ViewPanel, script, styles
from course_helpers.record.reading import lessons_progress, note_place, reach_end
from course_helpers.record.store import NotStored, open_record

HERE = Path(__file__).parent


class ReadMark(ViewPanel):
    """The learner's own mark, and what is noted while somebody reads: the section, and that the end was reached."""

    word_groups = ("marks",)
    _esm = script(HERE / "read_marks.js")
    _css = styles()

    def __init__(self, lesson_id: str) -> None:
        self._lesson = load().lessons[lesson_id].id
        super().__init__()

    def __repr__(self) -> str:
        return load().strings.marks.short_name.format(lesson=self._lesson)

    def page(self) -> View:
        """What the record holds now."""
        words = load().strings.marks
        progress = lessons_progress(open_record())
        here = progress[self._lesson]
        read = [name for name, entry in progress.items() if entry.read]
        told = [words.read_so_far.format(lessons=", ".join(read)) if read else words.none_read]
        if here.end_reached and not here.read:
            told.insert(0, words.questions_open.format(answered=here.answered, checks=here.asked))
        marked = self._lesson in open_record().lessons_read()
        return {"read": marked, "told": " ".join(told), "sections": self._sections()}

    def _sections(self) -> list[str]:
        return [section.id for section in load().lessons[self._lesson].sections]

    def acts(self) -> dict[str, Act]:
        """Set the mark or take it back; or note, without a word, where the learner is."""
        return {"mark": self._mark, "end": self._end, "place": self._place}

    def _mark(self, content: dict[str, Any]) -> str:
        try:
            open_record().mark_lesson(self._lesson, read=content.get("read") is True)
        except NotStored:
            return load().strings.marks.not_stored
        self.refresh()
        return str(self.view["told"])

    def _end(self, _content: dict[str, Any]) -> str:
        with suppress(NotStored):
            reach_end(open_record(), self._lesson)
            self.refresh()
        return ""

    def _place(self, content: dict[str, Any]) -> str:
        section = content.get("section")
        if section in self._sections():
            with suppress(NotStored):
                note_place(open_record(), str(section))
                self.refresh()
        return ""
