"""What an export says about how sure we are: it goes wherever the question goes."""

from course_helpers.knowledge import load
from course_helpers.knowledge.quizzes import Item
from course_helpers.locale import localised


def sureness(item: Item) -> str:
    """What of an item is second-hand or a course rule, as one line; empty if nothing is."""
    return f"{load().strings.quiz.basis} {localised(item.basis)}" if item.basis else ""
