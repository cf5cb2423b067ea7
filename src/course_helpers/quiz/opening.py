"""What opens a routine: which points are still missing, which quiz asks them, and where to go after it."""

from collections.abc import Mapping
from typing import Any

from course_helpers.knowledge import load
from course_helpers.knowledge.quizzes import QuizPlan
from course_helpers.lesson.section_links import section_place
from course_helpers.quiz.bank import latest_statuses
from course_helpers.quiz.mastery import Status

OPENED_BY = {"seven": "5.1", "milk": "7.8"}
"""The short quizzes that open a routine, and the section in which each is taken."""


def what_opens(statuses: Mapping[str, Status]) -> list[dict[str, Any]]:
    """For each quiz that asks what is missing: why practice waits and how long the quiz takes, and a door to it."""
    words = load().strings.player

    def told(quiz_id: str, missing: set[str]) -> str:
        text = words.of(f"missing_{quiz_id}")
        # Who has answered all of it and missed a point since is not told as if nothing had been done.
        return text if any(statuses[name] == "open" for name in missing) else f"{words.missed} {text}"

    def door(quiz_id: str, section: str) -> dict[str, str]:
        return section_place(section) | {"text": words.of(f"door_{quiz_id}")}

    not_right = {name for name, status in statuses.items() if status != "right"}
    return [
        {"text": told(quiz_id, missing), "place": door(quiz_id, section), "quiz": quiz_id}
        for quiz_id, section in OPENED_BY.items()
        if (missing := not_right & set(load().quizzes[quiz_id].objectives))
    ]


def after_round(plan: QuizPlan, mastery: Mapping[str, Any]) -> dict[str, Any]:
    """What the last page of a quiz says of the practice, which other quizzes open and shut too, and its doors."""
    words = load().strings.quiz
    routine = load().routines[plan.opens].head
    shut = what_opens(latest_statuses(routine.needs))
    if not mastery["done"]:
        waits = f"{mastery['text']} {words.practice_waits}" if shut else mastery["text"]
        return {"mastery": {**mastery, "text": waits}, "onward": []}
    if not shut:
        return {"onward": [section_place(routine.practised_in) | {"text": words.practise_now}]}
    text = " ".join([words.mastered_waits, *(door["text"] for door in shut)])
    # The quiz itself is begun anew on this page.
    return {"mastery": {**mastery, "text": text}, "onward": [door["place"] for door in shut if door["quiz"] != plan.id]}
