"""The safety quiz, the check questions inside lessons, and the warm-up before them."""

from course_helpers.quiz.bank import check_session, latest_statuses, quiz_session, still_missing
from course_helpers.quiz.opening import what_opens
from course_helpers.quiz.review_panel import ReviewPanel
from course_helpers.quiz.reviewing import schedule
from course_helpers.quiz.short_way import ShortWayPanel
from course_helpers.quiz.widget import CheckPanel, QuizPanel, WarmUpPanel

__all__ = [
    "CheckPanel",
    "QuizPanel",
    "ReviewPanel",
    "ShortWayPanel",
    "WarmUpPanel",
    "check_session",
    "latest_statuses",
    "quiz_session",
    "schedule",
    "still_missing",
    "what_opens",
]
