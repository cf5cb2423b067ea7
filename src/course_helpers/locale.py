"""The words of the learner's place: emergency number, family doctor and the like.

The place is chosen by the environment variable ``COURSE_LOCALE`` (``neutral``, ``uk``, ``us``, ``eu``). The
neutral words are the default, and the only ones that are ever stored in a notebook.
"""

import os

from course_helpers.knowledge import load
from course_helpers.knowledge.wording import filled

VARIABLE = "COURSE_LOCALE"


def chosen_locale() -> str:
    """The id of the chosen place; an unknown one counts as neutral."""
    wanted = os.environ.get(VARIABLE, "neutral").strip().lower()
    return wanted if wanted in load().locales else "neutral"


def localised(text: str) -> str:
    """The text with every {word} of the chosen place filled in, and its temperatures as people there read them."""
    return filled(text, load().locales[chosen_locale()])
