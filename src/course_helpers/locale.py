"""The words of the learner's place: emergency number, family doctor and the like.

The place is chosen by the environment variable ``COURSE_LOCALE`` (``neutral``, ``uk``, ``us``, ``eu``). The
neutral words are the default, and the only ones that are ever stored in a notebook.
"""

import os
from functools import cache

from msgspec import structs

from course_helpers.knowledge import load

VARIABLE = "COURSE_LOCALE"


def chosen_locale() -> str:
    """The id of the chosen place; an unknown one counts as neutral."""
    wanted = os.environ.get(VARIABLE, "neutral").strip().lower()
    return wanted if wanted in load().locales else "neutral"


def localised(text: str) -> str:
    """The text with every {word} of the locale filled in. A text that begins with one begins with a capital letter."""
    begins = text.startswith("{")
    for word, replacement in _words(chosen_locale()).items():
        text = text.replace(f"{{{word}}}", replacement)
    return text[:1].upper() + text[1:] if begins else text


@cache
def _words(locale: str) -> dict[str, str]:
    return structs.asdict(load().locales[locale])
