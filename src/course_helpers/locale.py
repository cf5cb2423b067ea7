"""The words of the learner's place: emergency number, family doctor and the like.

The place is chosen by the environment variable ``COURSE_LOCALE`` (``neutral``, ``uk``, ``us``, ``eu``). The
neutral words are the default, and the only ones that are ever stored in a notebook.
"""

import os

from course_helpers.knowledge import load
from course_helpers.knowledge.wording import filled

VARIABLE = "COURSE_LOCALE"
NEUTRAL = "neutral"


def chosen_locale() -> str:
    """The id of the chosen place; an unknown one counts as neutral."""
    wanted = _wanted().lower()
    return wanted if wanted in load().locales else NEUTRAL


def unknown_place() -> str:
    """A sentence about a place that is chosen and not known; empty where there is nothing to say."""
    wanted = _wanted()
    if not wanted or wanted.lower() in load().locales:
        return ""
    known = ", ".join(load().locales)
    return (
        f"{VARIABLE} is “{wanted}”, and the course has no words for that place. It uses words that fit any place, "
        f"without an emergency number. It knows: {known}."
    )


def _wanted() -> str:
    return os.environ.get(VARIABLE, "").strip()


def localised(text: str) -> str:
    """The text with every {word} of the chosen place filled in, and its temperatures as people there read them."""
    if "{" not in text and "°" not in text:  # most texts are the same in every place
        return text
    return filled(text, load().locales[chosen_locale()])
