"""How far the learner has come through the lessons: pure reading of the record, for every list of lessons.

A lesson counts as read when its end was reached and its check questions were answered, not when it was opened.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from course_helpers.knowledge import load
from course_helpers.record.quizzes import CHECK_QUESTION
from course_helpers.record.store import Record


@dataclass(frozen=True)
class LessonProgress:
    """One lesson, as far as the record knows."""

    lesson: str
    end_reached: bool
    asked: int
    """How many check questions it has."""
    answered: int

    @property
    def read(self) -> bool:
        """True once the end was reached and every check question was answered."""
        return self.end_reached and self.answered >= self.asked

    @property
    def begun(self) -> bool:
        """True if anything of the lesson is in the record."""
        return self.end_reached or self.answered > 0


def lessons_progress(record: Record) -> dict[str, LessonProgress]:
    """Every lesson in the order of the course, by its id.

    Raises:
        NotStored: if the record cannot be read now.
    """
    ended = ends_reached(record)
    of_lesson = check_questions_by_lesson()
    done = Counter(of_lesson[name] for name in check_questions_answered(record) if name in of_lesson)
    all_of = Counter(of_lesson.values())
    return {name: LessonProgress(name, name in ended, all_of[name], done[name]) for name in load().lessons}


def check_questions_by_lesson() -> Mapping[str, str]:
    """The lesson in which each check question stands."""
    lessons = {section.id: lesson.id for lesson in load().lessons.values() for section in lesson.sections}
    return {check.id: lessons[check.section] for check in load().check_questions.values()}


def check_questions_answered(record: Record) -> set[str]:
    """The check questions that were answered at least once."""
    asked = [f"{CHECK_QUESTION}{name}" for name in load().check_questions]
    marks = ", ".join("?" * len(asked))
    with record.read() as db:
        # The text is made of question marks; the names are given to SQLite apart from it.
        rows = db.execute(f"SELECT DISTINCT quiz FROM answer WHERE quiz IN ({marks})", asked)  # noqa: S608
        return {row[0].removeprefix(CHECK_QUESTION) for row in rows}


def ends_reached(record: Record) -> set[str]:
    """The lessons whose end was reached, or that the learner has marked as read."""
    with record.read() as db:
        return {row[0] for row in db.execute("SELECT lesson FROM lesson_end UNION SELECT id FROM lesson")}


def reach_end(record: Record, lesson: str) -> None:
    """The end of a lesson came in sight; the first time is kept.

    Raises:
        NotStored: if the record cannot be written now.
    """
    with record.write() as db:
        db.execute("INSERT OR IGNORE INTO lesson_end (lesson, at) VALUES (?, ?)", (lesson, record.stamp()))


def note_place(record: Record, section: str) -> None:
    """Where the learner reads now; only the last place is kept.

    Raises:
        NotStored: if the record cannot be written now.
    """
    with record.write() as db:
        db.execute(
            "INSERT INTO place (id, section, at) VALUES (1, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET section = excluded.section, at = excluded.at",
            (section, record.stamp()),
        )


def last_place(record: Record) -> str | None:
    """The section that was read last; None if the record knows none that the course still has."""
    with record.read() as db:
        found = db.execute("SELECT section FROM place").fetchone()
    known = {section.id for lesson in load().lessons.values() for section in lesson.sections}
    return found[0] if found and found[0] in known else None
