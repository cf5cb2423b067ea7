"""The last page of a round: what was right, what to read again, and what to do next."""

from typing import Any

from course_helpers.knowledge import load
from course_helpers.knowledge.questions import Question
from course_helpers.knowledge.quizzes import Item
from course_helpers.lesson.section_links import section_place
from course_helpers.locale import localised
from course_helpers.quiz.grading import choices
from course_helpers.quiz.mastery import GradedAnswer, before_and_after, calibration, sure_and_wrong
from course_helpers.quiz.snapshot import Snapshot

STATUS_ORDER = {"missed": 0, "open": 1, "right": 2}


def summary_page(quiz: Snapshot) -> dict[str, Any]:
    """Everything the last page shows."""
    words = load().strings.quiz
    state = quiz.state
    if state.round is None:
        raise ValueError("A summary needs a round.")
    answers = quiz.answers(state.round.number)
    left = len(state.round.items) - len(answers)
    counts = {"answered": len(answers), "total": len(state.round.items), "right": sum(a.right for a in answers)}
    return {
        "title": words.summary_title,
        "counts": (words.summary_stopped if left else words.summary_counts).format(**counts),
        "mastery": _mastery(quiz),
        "objectives": _objectives(quiz),
        "sure": [_sure_and_wrong(quiz.bank[a.item]) for a in sure_and_wrong(answers)],
        "calibration": _calibration(answers),
        "comparison": _comparison(quiz),
        "onward": [],
        "retry": len(quiz.missed),
        "left": left if state.round.position < len(state.round.items) else 0,
    }


def _mastery(quiz: Snapshot) -> dict[str, Any]:
    words = load().strings.quiz
    standing = quiz.standing
    if standing.mastered:
        all_right = quiz.plan is not None and quiz.plan.until_right
        return {"done": True, "text": words.mastered_all if all_right else words.mastered}
    safety = [name for name in standing.status if load().objectives[name].safety_critical]
    counts = {
        "safety_right": sum(standing.status[name] == "right" for name in safety),
        "safety_asked": len(safety),
        "rest_right": standing.rest_right,
        "rest_asked": standing.rest_asked,
        "rest_needed": standing.rest_needed,
    }
    sentences = []
    if not standing.safety_mastered:
        sentences.append(words.open_safety.format(**counts))
    if standing.rest_right < standing.rest_needed:
        sentences.append(words.open_rest.format(**counts))
    return {"done": False, "text": " ".join([words.not_yet, *sentences])}


def _objectives(quiz: Snapshot) -> list[dict[str, Any]]:
    """What was missed first, within that what is safety-critical first."""
    words = load().strings.quiz
    status = quiz.standing.status
    names = sorted(status, key=lambda name: (STATUS_ORDER[status[name]], quiz.objectives.index(name)))
    return [
        {
            "text": localised(load().objectives[name].learner),
            "safety": words.safety_mark if load().objectives[name].safety_critical else "",
            "status": status[name],
            "mark": words.of(f"status_of_{status[name]}"),
            "reread": section_place(load().objectives[name].home) if status[name] != "right" else None,
        }
        for name in names
    ]


def _sure_and_wrong(question: Question) -> dict[str, Any]:
    """The question, and each right answer with its reason."""
    reasons = [
        f"{localised(option.text)} {localised(option.why)}"
        for options in choices(question)
        for option in options
        if option.right
    ]
    return {
        "stem": localised(question.stem),
        "reasons": reasons or [localised(question.order_why)],
        "reread": section_place(question.reread),
    }


def _calibration(answers: list[GradedAnswer]) -> str:
    counts = calibration(answers)
    return load().strings.quiz.calibration.format(**counts) if counts["told"] else ""


def _comparison(quiz: Snapshot) -> str:
    """The count before and after, over the warm-up questions whose partner was answered too."""
    before, after, pairs = before_and_after(
        {name: chosen == load().warm_ups[name].right for name, chosen in quiz.history.guesses.items()},
        {
            str(item.twin_of): answer.right
            for answer in quiz.answers(1)
            if isinstance(item := quiz.bank[answer.item], Item) and item.twin_of
        },
    )
    words = load().strings.quiz.before_after
    return words.format(before=before, after=after, pairs=pairs) if pairs else ""
