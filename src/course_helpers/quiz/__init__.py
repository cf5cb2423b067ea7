"""The safety quiz, the check questions inside lessons, and the warm-up before them.

Its panels are imported from their own modules: what only asks the record, as the server does, waits for no widget.
"""

from course_helpers.quiz.bank import check_session, latest_statuses, quiz_session, still_missing
from course_helpers.quiz.opening import what_opens
from course_helpers.quiz.reviewing import schedule

__all__ = ["check_session", "latest_statuses", "quiz_session", "schedule", "still_missing", "what_opens"]
