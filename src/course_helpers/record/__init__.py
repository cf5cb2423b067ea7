"""The learner's own record on this computer: which knowledge questions were asked and answered.

It never holds anything about a body: no readiness answers, no pain, no finding.
"""

from course_helpers.record.place import FOLDER_VARIABLE, record_file
from course_helpers.record.store import Answer, NotStored, Record, Round, open_record

__all__ = ["FOLDER_VARIABLE", "Answer", "NotStored", "Record", "Round", "open_record", "record_file"]
