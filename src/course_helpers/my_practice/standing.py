"""Where the learner stands, for the map, lesson 08 and any other list of lessons. It reads and changes nothing."""

from dataclasses import dataclass
from typing import Any

from course_helpers.knowledge import load
from course_helpers.lesson.pages import minutes_of
from course_helpers.lesson.section_links import section_place
from course_helpers.locale import localised
from course_helpers.quiz import latest_statuses
from course_helpers.record import Record
from course_helpers.record.quizzes import CHECK_QUESTION
from course_helpers.record.reading import LessonProgress, last_place, lessons_progress
from course_helpers.record.search_best import BestSearch, best_search

View = dict[str, Any]

WHOLE = "8.1"
"""The section that shows all of it."""

SEARCH_TRAINER = "4.7"
"""The section in which the search trainer stands."""


@dataclass(frozen=True)
class Practised:
    """What was practised of one routine."""

    routine: str
    sessions: int
    seconds: float


def standing_page(record: Record) -> View:
    """Everything that lesson 08 shows of where somebody stands.

    Raises:
        NotStored: if the record cannot be read now.
    """
    words = load().strings.standing
    progress = lessons_progress(record)
    status = latest_statuses(tuple(load().objectives), record)
    safety = [name for name in status if load().objectives[name].safety_critical]
    known = sum(status[name] == "right" for name in safety)
    return {
        "go_on": go_on(record),
        "lessons": [_lesson(entry) for entry in progress.values()],
        "known": words.known.format(number=known, total=len(safety)),
        "objectives": [_objective(name, found) for name, found in status.items()],
        "practised": [_practised(entry) for entry in practised(record)],
        "searched": _searched(best_search(record)),
    }


def map_page(record: Record) -> View:
    """The lessons with their marks and where to go on; and what lesson 08 shows beside them, once there is any of it.

    Raises:
        NotStored: if the record cannot be read now.
    """
    page = standing_page(record)
    return page if _says_something(page) else {"go_on": page["go_on"], "lessons": page["lessons"]}


def map_without_record() -> View:
    """The lessons alone, when the record cannot be read."""
    blank = (LessonProgress(name, end_reached=False, asked=0, answered=0) for name in load().lessons)
    return {"go_on": None, "lessons": [_lesson(entry) for entry in blank]}


def home_page(record: Record) -> View:
    """The same for the home and the list at the side, which no kernel stands behind.

    Raises:
        NotStored: if the record cannot be read now.
    """
    page = standing_page(record)
    marks = {name: {"mark": _mark(entry), "told": _told(entry)} for name, entry in lessons_progress(record).items()}
    return {
        "lessons": marks,
        "go_on": page["go_on"],
        "standing": _home_standing(page) if _says_something(page) else None,
    }


def home_without_record() -> View:
    """The same where there is no record, or it cannot be read now."""
    return {"lessons": {}, "go_on": None, "standing": None}


def _says_something(page: View) -> bool:
    """Whether anything was answered, practised or searched: a newcomer is told of no numbers."""
    return bool(_was_asked(page) or page["practised"] or page["searched"])


def _was_asked(page: View) -> bool:
    return any(objective["status"] != "open" for objective in page["objectives"])


def _home_standing(page: View) -> View:
    """Each line leads to its place: a point to the section that tells of it, a practice to where it is practised."""
    words = load().strings.standing
    homes = [section_place(objective.home) for objective in load().objectives.values()]
    points = zip(homes, page["objectives"], strict=True)
    done = [*page["practised"], *([page["searched"]] if page["searched"] else [])]
    told = {
        "known": page["known"],
        "know": words.know,
        "points": [home | {"text": f"{point['mark']}. {point['text']}"} for home, point in points],
    }
    return {"title": words.title, "whole": section_place(WHOLE), "done": done} | (
        told if _was_asked(page) else {"known": "", "know": "", "points": []}
    )


def go_on(record: Record) -> dict[str, str] | None:
    """The section that was read last, as a link; None when nothing was read yet."""
    if section := last_place(record) or _last_check_question(record):
        place = section_place(section)
        heading, lesson = _heading(section)
        return place | {"text": load().strings.standing.go_on.format(heading=heading, lesson=lesson)}
    return None


def _last_check_question(record: Record) -> str | None:
    """Where the check stands that was answered last: the place for whoever reads without a mouse or scrolls nowhere."""
    with record.read() as db:
        found = db.execute(
            "SELECT quiz FROM answer WHERE quiz LIKE ? ORDER BY rowid DESC LIMIT 1", (f"{CHECK_QUESTION}%",)
        ).fetchone()
    question = load().check_questions.get(found[0].removeprefix(CHECK_QUESTION)) if found else None
    return question.section if question else None


def _heading(section_id: str) -> tuple[str, str]:
    for lesson in load().lessons.values():
        for section in lesson.sections:
            if section.id == section_id:
                return section.heading, lesson.id
    raise KeyError(section_id)


def practised(record: Record) -> list[Practised]:
    """Sessions and seconds of each routine that was ever practised, in the order of the course."""
    with record.read() as db:
        # A session's events lie together in their index; a join with all events takes three times as long.
        rows = db.execute(
            "SELECT routine, count(*), "
            "total((SELECT total(seconds) FROM practice_event WHERE practice_event.session = practice.session)) "
            "FROM practice GROUP BY routine"
        ).fetchall()
    found = {name: Practised(name, number, seconds) for name, number, seconds in rows}
    return [found[name] for name in load().routines if name in found]


def _mark(entry: LessonProgress) -> str:
    return "read" if entry.read else "begun" if entry.begun else "open"


def _lesson(entry: LessonProgress) -> View:
    words, lesson = load().strings.standing, load().lessons[entry.lesson]
    checks = _questions_answered(entry)
    place = {"text": f"{lesson.id} {lesson.title}", "lesson": lesson.notebook if lesson.ready else "", "heading": ""}
    mark = _mark(entry)
    return {
        "place": place,
        "minutes": minutes_of(lesson),
        "for": load().strings.lesson.of(f"path_{lesson.path}"),
        "mark": mark,
        "told": words.of(mark),
        "checks": checks if mark == "begun" else "",
    }


def _questions_answered(entry: LessonProgress) -> str:
    words = load().strings.standing
    return words.of_checks.format(answered=entry.answered, checks=entry.asked) if entry.asked else ""


def _told(entry: LessonProgress) -> str:
    """A mark in one line, such as "Begun: 1 of 3 questions answered"; nothing for a lesson that was not begun."""
    words, mark = load().strings.standing, _mark(entry)
    if mark == "open":
        return ""
    return ": ".join(filter(None, [words.of(mark), _questions_answered(entry) if mark == "begun" else ""]))


def _objective(name: str, status: str) -> View:
    words, objective = load().strings.quiz, load().objectives[name]
    return {
        "text": localised(objective.learner),
        "safety": words.safety_mark if objective.safety_critical else "",
        "status": status,
        "mark": words.of(f"status_of_{status}"),
        "reread": section_place(objective.home) if status != "right" else None,
    }


def _practised(entry: Practised) -> View:
    words, head = load().strings.standing, load().routines[entry.routine].head
    told = words.routine_once if entry.sessions == 1 else words.routine_often
    minutes = in_minutes(entry.seconds)
    return section_place(head.practised_in) | {
        "text": told.format(title=head.title, number=entry.sessions, minutes=minutes)
    }


def _searched(found: BestSearch | None) -> View | None:
    """The best search on the drawn chest, with the way to the trainer; None if there was none."""
    if found is None:
        return None
    heading, _ = _heading(SEARCH_TRAINER)
    day = f"{found.day.day} {found.day:%B} {found.day.year}"
    told = load().strings.standing.searched.format(heading=heading, percent=found.percent, day=day)
    return section_place(SEARCH_TRAINER) | {"text": told}


def in_minutes(seconds: float) -> str:
    """Seconds as minutes for reading: whole ones, or a half for the shortest."""
    minutes = seconds / 60
    return f"{minutes:.0f}" if minutes >= 1 or seconds == 0 else "under 1"
