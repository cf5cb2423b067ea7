"""Sessions over the course's own questions and the learner's record."""

from collections.abc import Sequence
from secrets import randbelow

from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Question
from course_helpers.knowledge.quizzes import Draw, QuizPart, QuizPlan
from course_helpers.quiz.mastery import Status, latest_status
from course_helpers.quiz.session import Session
from course_helpers.quiz.snapshot import Snapshot
from course_helpers.record import Record, histories, open_record
from course_helpers.record.quizzes import CHECK_QUESTION, REVIEW

LARGEST_SEED = 2**31


def quiz_session(quiz_id: str, record: Record | None = None) -> Session:
    """The session of a quiz: ``seven``, ``safety``, ``relax`` or ``milk``."""
    return Session(quiz_id, quiz_bank(quiz_id), record, new_seed, load().quizzes[quiz_id])


def quiz_bank(quiz_id: str) -> dict[str, Question]:
    """The items that a quiz draws from."""
    objectives = {entry.objective for part in load().quizzes[quiz_id].parts for entry in part.draws}
    return {item.id: item for item in load().items.values() if item.objective in objectives}


def check_session(check_id: str, record: Record | None = None) -> Session:
    """The session of one check question inside a lesson."""
    question = load().check_questions[check_id]
    return Session(f"{CHECK_QUESTION}{check_id}", {check_id: question}, record, new_seed)


def still_missing(objectives: Sequence[str], record: Record | None = None) -> tuple[str, ...]:
    """Those objectives that are not right on their latest attempt, whichever quiz or review asked it."""
    return tuple(name for name, status in latest_statuses(objectives, record).items() if status != "right")


def latest_statuses(objectives: Sequence[str], record: Record | None = None) -> dict[str, Status]:
    """Where each objective stands after its latest attempt, in any quiz or review."""
    asking = [name for name, plan in load().quizzes.items() if set(plan.objectives) & set(objectives)]
    known = histories(record or open_record(), (*asking, REVIEW))
    snapshots = [Snapshot(name, quiz_bank(name), load().quizzes[name], known[name]) for name in asking]
    snapshots.append(Snapshot(REVIEW, review_bank(), review_plan(), known[REVIEW]))
    results = [result for snapshot in snapshots for result in snapshot.results()]
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
