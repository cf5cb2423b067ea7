"""Sessions over the course's own questions and the learner's record."""

from collections.abc import Sequence
from secrets import randbelow

from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Question
from course_helpers.quiz.mastery import latest_status
from course_helpers.quiz.session import Session
from course_helpers.record import Record, open_record

LARGEST_SEED = 2**31


def quiz_session(quiz_id: str, record: Record | None = None) -> Session:
    """The session of a quiz: ``seven``, ``safety``, ``relax`` or ``milk``."""
    plan = load().quizzes[quiz_id]
    objectives = {entry.objective for part in plan.parts for entry in part.draws}
    bank: dict[str, Question] = {item.id: item for item in load().items.values() if item.objective in objectives}
    return Session(quiz_id, bank, record or open_record(), _new_seed, plan)


def check_session(check_id: str, record: Record | None = None) -> Session:
    """The session of one check question inside a lesson."""
    question = load().checks[check_id]
    return Session(f"check:{check_id}", {check_id: question}, record or open_record(), _new_seed)


def still_missing(objectives: Sequence[str], record: Record | None = None) -> tuple[str, ...]:
    """Those objectives that are not right on their latest attempt, whichever quiz asked it."""
    asking = [name for name, plan in load().quizzes.items() if set(plan.objectives) & set(objectives)]
    results = [result for name in asking for result in quiz_session(name, record).snapshot().results()]
    return tuple(name for name in objectives if latest_status(name, results) != "right")


def _new_seed() -> int:
    return randbelow(LARGEST_SEED)
