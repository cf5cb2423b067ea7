"""The end of a lesson: reaching it counts, a button marks it by hand, and a line says which lessons are read."""

from pathlib import Path
from typing import Any

from course_helpers.knowledge import load
from course_helpers.panel import View, ViewPanel, script, styles
from course_helpers.record.reading import lessons_progress, note_place, reach_end
from course_helpers.record.store import NotStored, open_record

HERE = Path(__file__).parent


class ReadMark(ViewPanel):
    """The learner's own mark, and what is noted while somebody reads: the section, and that the end was reached."""

    word_groups = ("marks",)
    _esm = script(HERE / "marks.js")
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
            told.insert(0, words.questions_open.format(answered=here.answered, checks=here.checks))
        marked = self._lesson in open_record().lessons_read()
        return {"read": marked, "told": " ".join(told), "sections": self._sections()}

    def _sections(self) -> list[str]:
        return [section.id for section in load().lessons[self._lesson].sections]

    def answer_request(self, content: dict[str, Any]) -> str:
        """Set the mark or take it back; or note, without a word, where the learner is."""
        words = load().strings.marks
        kind = content.get("kind")
        try:
            if kind == "mark":
                open_record().mark_lesson(self._lesson, read=content.get("read") is True)
            elif kind == "end":
                reach_end(open_record(), self._lesson)
            elif kind == "place" and content.get("section") in self._sections():
                note_place(open_record(), str(content["section"]))
        except NotStored:
            return words.not_stored if kind == "mark" else ""
        self.refresh()
        return str(self.view["told"]) if kind == "mark" else ""
