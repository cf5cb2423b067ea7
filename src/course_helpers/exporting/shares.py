"""Marks for questions with several right answers, where a platform adds up shares.

This course grades by the whole set. Shares cannot say that; these come closest: every right option is needed for
full marks, and ticking everything ends at nothing.
"""

from course_helpers.knowledge.quizzes import Item

WHOLE = 100.0


def share_of_right(item: Item) -> str:
    """The share in percent that each right option adds, with five decimals at most, as Moodle lists them."""
    return _number(WHOLE / sum(option.right for option in item.options))


def share_of_wrong(item: Item) -> str:
    """The share in percent that each wrong option takes away: all of it."""
    return _number(-WHOLE)


def _number(share: float) -> str:
    return f"{share:.5f}".rstrip("0").rstrip(".")
