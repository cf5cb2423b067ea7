"""The learner's own record on this computer: knowledge questions asked and answered, and what was practised.

It never holds anything about a body: no readiness answers, no pain, no finding.
"""

from course_helpers.record.path import FOLDER_VARIABLE, record_file
from course_helpers.record.practice import (
    Practice,
    PracticeEvent,
    practices,
    seconds_since,
    store_events,
    times_whole,
)
from course_helpers.record.quizzes import History, HistoryChange, Round, StoredAnswer, changing, histories, history
from course_helpers.record.store import Notice, NotStored, Record, open_record

__all__ = [
    "FOLDER_VARIABLE",
    "History",
    "HistoryChange",
    "NotStored",
    "Notice",
    "Practice",
    "PracticeEvent",
    "Record",
    "Round",
    "StoredAnswer",
    "changing",
    "histories",
    "history",
    "open_record",
    "practices",
    "record_file",
    "seconds_since",
    "store_events",
    "times_whole",
]
