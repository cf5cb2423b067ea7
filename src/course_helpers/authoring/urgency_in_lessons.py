"""What the written text of a lesson may say about how soon: the same limits as for the content files.

Written text is the same in every place, so it cannot be filled in. It says each temperature in both scales.
"""

import re
from collections.abc import Iterator

from course_helpers.authoring.notebooks import Notebook
from course_helpers.knowledge import Knowledge, Problem
from course_helpers.knowledge.lessons import Lesson
from course_helpers.knowledge.urgency import SHARE_OF_LUMPS, TWO_WEEK_PROMISE
from course_helpers.knowledge.wording import CELSIUS, in_both_scales

DOCTOR_NOW = re.compile(r"\bfamily doctor\b[^.;:]{0,30}\bnow\b", re.IGNORECASE)


def a_lesson_names_the_day(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """“Now” is for emergencies; nobody is promised an appointment, and no share of lumps is told to one person."""
    refused = (
        (DOCTOR_NOW, "“Now” for something that is no emergency.", "Write “today or the next working day”."),
        (TWO_WEEK_PROMISE, "A promise of two weeks.", "Say whom to ring, and that urgent is not cancer."),
        (SHARE_OF_LUMPS, "A share of lumps that are harmless.", "Say that it depends on age, and that any is shown."),
    )
    for cell in notebook.prose():
        for pattern, what, remedy in refused:
            if pattern.search(cell.source):
                yield notebook.problem(cell, what, remedy)


def a_lesson_says_both_scales(notebook: Notebook, lesson: Lesson, knowledge: Knowledge) -> Iterator[Problem]:
    """A temperature in written text has its °F behind it, and it is the right one."""
    for cell in notebook.prose():
        for found in CELSIUS.finditer(cell.source):
            wanted = in_both_scales(found[0])
            if not cell.source.startswith(wanted, found.start()):
                yield notebook.problem(cell, f"“{found[0]}” without its °F.", f"Write “{wanted}”.")


URGENCY_RULES = (a_lesson_names_the_day, a_lesson_says_both_scales)
