"""What must hold between the records, beyond their types: the promises the course makes to its learners."""

from course_helpers.knowledge import (
    activities,
    evidence,
    lessons,
    questions,
    quizzes,
    readiness,
    routines,
    safety,
    screening,
    searching,
    sign_groups,
    urgency,
    wording,
    workshop,
)
from course_helpers.knowledge.located import Rule

RULES: tuple[Rule, ...] = (
    *evidence.RULES,
    *safety.RULES,
    *urgency.RULES,
    *sign_groups.RULES,
    *lessons.RULES,
    *screening.RULES,
    *routines.RULES,
    *wording.RULES,
    *questions.RULES,
    *quizzes.RULES,
    *activities.RULES,
    *searching.RULES,
    *readiness.RULES,
    *workshop.RULES,
)
