"""The parts of a lesson that are about the course itself: map, words, drawings, what is stored."""

from course_helpers.document import Document, Items, Line, Link, Paragraph, Picture, SmallPicture, Strong, Table, line
from course_helpers.knowledge import load
from course_helpers.knowledge.lessons import Lesson
from course_helpers.locale import localised

FIGURE_FOLDER = "../assets/figures"
"""Where a notebook finds the drawings; JupyterLab is started at the project's root."""


def course_map() -> Document:
    """All lessons with their minutes and whom they are for; a lesson that is still being written has no link."""
    words = load().strings.lesson
    table = Table(
        caption=words.map_title,
        header=(words.map_lesson, words.map_minutes, words.map_for),
        rows=tuple(_map_row(lesson) for lesson in load().lessons.values()),
    )
    return Document(words.map_title, (table,))


def _map_row(lesson: Lesson) -> tuple[Line, Line, Line]:
    return _name(lesson), line(minutes_of(lesson)), line(load().strings.lesson.of(f"path_{lesson.path}"))


def minutes_of(lesson: Lesson) -> str:
    """How long a lesson takes, in minutes; nobody reads what is there to look things up from end to end."""
    return load().strings.way.to_look_up if lesson.path == "appendix" else str(lesson.minutes)


def lesson_link(lesson_id: str) -> Document:
    """The name of a lesson, as a link if the lesson is ready."""
    lesson = load().lessons[lesson_id]
    return Document(f"Lesson {lesson.id}: {lesson.title}", (Paragraph(_name(lesson)),))


def _name(lesson: Lesson) -> Line:
    name = f"{lesson.id} {lesson.title}"
    if lesson.ready:
        return line(Link(name, lesson.notebook))
    return line(f"{name} ({load().strings.lesson.planned})")


def words(lesson_id: str) -> Document:
    """The words a lesson explains."""
    entries = [word for word in load().words.values() if word.lesson == lesson_id]
    items = Items(tuple(line(Strong(f"{word.id}: "), word.meaning) for word in entries))
    return Document(f"{len(entries)} words explained", (items,))


def figure(figure_id: str) -> Document:
    """A drawing with its alt text; the fold at the end of its section describes it at length."""
    return Document(f"Drawing: {load().figures[figure_id].title}", (picture(figure_id),))


def small_picture(step_id: str, words: str) -> SmallPicture:
    """The picture beside the card of a step, drawn by ``course_helpers.figures`` and named by the step."""
    return SmallPicture(f"{FIGURE_FOLDER}/step_{step_id.replace('-', '_')}.svg", localised(words))


def picture(figure_id: str) -> Picture:
    """A drawing as a block, for use inside other documents."""
    drawing = load().figures[figure_id]
    narrow = f"{FIGURE_FOLDER}/{drawing.narrow_file}" if drawing.narrow else ""
    return Picture(f"{FIGURE_FOLDER}/{drawing.file}", localised(drawing.alt), drawing.title, narrow)
