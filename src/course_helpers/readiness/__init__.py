"""The readiness check: "How is your body today?" Its answers live in this process's memory and nowhere else."""

from course_helpers.readiness.rules import Assessment, Gate, Given, answers_from, assess, questions_of
from course_helpers.readiness.view_model import check_page, check_words

__all__ = ["Assessment", "Gate", "Given", "answers_from", "assess", "check_page", "check_words", "questions_of"]
