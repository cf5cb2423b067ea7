"""A learner who got every question of a quiz right."""

from itertools import count

from course_helpers.quiz import quiz_session
from course_helpers.quiz.grading import key
from course_helpers.quiz.option_order import to_page
from course_helpers.quiz.session import Request
from course_helpers.record import Record


def master(record: Record, *quizzes: str) -> None:
    """Answer these quizzes rightly, from the first question to the last."""
    numbers = count()
    for name in quizzes:
        session = quiz_session(name, record)
        session.act(Request(f"{name}-{next(numbers)}", "begin", 0, 0))
        while (state := session.snapshot().state).question:
            place = (state.number, state.position)
            answer = to_page(state.shown, key(state.question))
            session.act(Request(f"{name}-{next(numbers)}", "check", *place, answer=tuple(map(tuple, answer))))
            session.act(Request(f"{name}-{next(numbers)}", "next", *place))
        assert session.snapshot().standing.safety_mastered
