"""The readiness check: "How is your body today?" Its answers live in this process's memory and nowhere else."""

from course_helpers.knowledge.base import Gate
from course_helpers.lesson.readiness import questions_of
from course_helpers.readiness.rules import Assessment, Given, answers_from, assess
from course_helpers.readiness.view_model import readiness_page, readiness_words

__all__ = ["Assessment", "Gate", "Given", "answers_from", "assess", "questions_of", "readiness_page", "readiness_words"]
