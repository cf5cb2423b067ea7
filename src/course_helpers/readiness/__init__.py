"""The readiness check: "How is your body today?" Its answers live in this process's memory and nowhere else."""

from course_helpers.readiness.page import check_page
from course_helpers.readiness.rules import Assessment, Given, answers_from, assess, questions_of

__all__ = ["Assessment", "Given", "answers_from", "assess", "check_page", "questions_of"]
