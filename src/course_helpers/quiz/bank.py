"""Sessions over the course's own questions and the learner's record."""

from collections.abc import Sequence
from secrets import randbelow

from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Question
from course_helpers.knowledge.quizzes import Draw, QuizPart, QuizPlan
from course_helpers.quiz.mastery import Status, latest_status
from course_helpers.quiz.session import Session
from course_helpers.quiz.snapshot import Snapshot
from course_helpers.record import Record, history, open_record
from course_helpers.record.quizzes import CHECK, REVIEW

LARGEST_SEED = 2**31


def quiz_session(quiz_id: str, record: Record | None = None) -> Session:
    """The session of a quiz: ``seven``, ``safety``, ``relax`` or ``milk``."""
    plan = load().quizzes[quiz_id]
    objectives = {entry.objective for part in plan.parts for entry in part.draws}
    bank: dict[str, Question] = {item.id: item for item in load().items.values() if item.objective in objectives}
    return Session(quiz_id, bank, record, new_seed, plan)


def check_session(check_id: str, record: Record | None = None) -> Session:
    """The session of one check question inside a lesson."""
    question = load().checks[check_id]
    return Session(f"{CHECK}{check_id}", {check_id: question}, record, new_seed)


def still_missing(objectives: Sequence[str], record: Record | None = None) -> tuple[str, ...]:
    """Those objectives that are not right on their latest attempt, whichever quiz or review asked it."""
    return tuple(name for name, status in latest_statuses(objectives, record).items() if status != "right")


def latest_statuses(objectives: Sequence[str], record: Record | None = None) -> dict[str, Status]:
    """Where each objective stands after its latest attempt, in any quiz or review."""
    kept = record or open_record()
    asking = [name for name, plan in load().quizzes.items() if set(plan.objectives) & set(objectives)]
    results = [result for name in asking for result in quiz_session(name, kept).snapshot().results()]
    results += Snapshot(REVIEW, review_bank(), review_plan(), history(kept, REVIEW)).results()
    return {name: latest_status(name, results) for name in objectives}


def review_plan() -> QuizPlan:
    """Every point of the course, once; a round of review draws those that are due."""
    words = load().strings.review
    draws = [Draw(objective=name, items=1) for name in load().objectives]
    part = QuizPart(heading=words.title, draws=draws)
    return QuizPlan(id=REVIEW, title=words.title, lesson="08", opens="relax", parts=[part])


def review_bank() -> dict[str, Question]:
    """Every item of the bank."""
    return dict(load().items)


def new_seed() -> int:
    """The number from which a round is drawn."""
    return randbelow(LARGEST_SEED)
