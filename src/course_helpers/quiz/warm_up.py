"""The six questions before the lessons: a first guess, kept for the count before and after. No answers here."""

from typing import Any

from course_helpers.knowledge import load
from course_helpers.lesson.section_links import section_place
from course_helpers.locale import localised
from course_helpers.record import Record


def warm_up_page(guesses: dict[str, int], notices: list[str]) -> dict[str, Any]:
    """Every question with its options and the guess made, if any."""
    words = load().strings.quiz
    questions = [
        {
            "id": question.id,
            "stem": localised(question.stem),
            "options": [localised(option) for option in question.options],
            "answered_in": section_place(question.answered_in),
            "guess": guesses.get(question.id),
        }
        for question in load().warm_ups.values()
    ]
    counts = {"number": sum(q["guess"] is not None for q in questions), "total": len(questions)}
    return {"questions": questions, "progress": words.warm_up_progress.format(**counts), "notices": notices}


def store_guess(record: Record, question_id: object, chosen: object) -> bool:
    """Store a first guess. False if there is no such question or option; a later guess changes nothing."""
    question = load().warm_ups.get(question_id) if isinstance(question_id, str) else None
    if question is None or not isinstance(chosen, int) or not 0 <= chosen < len(question.options):
        return False
    record.store_warm_up(question.id, chosen)
    return True
