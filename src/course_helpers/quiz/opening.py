"""What opens a routine: which points are still missing, which quiz asks them, and where to go after it."""

from typing import Any

from course_helpers.knowledge import load
from course_helpers.knowledge.quizzes import QuizPlan
from course_helpers.lesson.section_links import section_place
from course_helpers.quiz.bank import still_missing

OPENED_BY = {"seven": "5.1", "milk": "7.8"}
"""The short quizzes that open a routine, and the section in which each is taken."""


def what_opens(missing: tuple[str, ...]) -> list[dict[str, Any]]:
    """For each quiz that asks what is missing: what it opens and how long it takes, and a door that leads there."""
    words = load().strings.player

    def door(quiz_id: str, section: str) -> dict[str, str]:
        return section_place(section) | {"text": words.of(f"door_{quiz_id}")}

    return [
        {"text": words.of(f"missing_{quiz_id}"), "place": door(quiz_id, section)}
        for quiz_id, section in OPENED_BY.items()
        if set(missing) & set(load().quizzes[quiz_id].objectives)
    ]


def onward(plan: QuizPlan) -> list[dict[str, str]]:
    """Doors after the goal of a quiz is reached: to the practice, or to what is still missing for it."""
    routine = load().routines[plan.opens].head
    if missing := still_missing(routine.needs):
        return [door["place"] for door in what_opens(missing)]
    return [section_place(routine.practised_in) | {"text": load().strings.quiz.practise_now}]
