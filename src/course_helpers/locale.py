"""The words of the learner's place: emergency number, family doctor and the like.

The place is chosen by the environment variable ``COURSE_LOCALE`` (``neutral``, ``uk``, ``us``, ``eu``). The
neutral words are the default, and the only ones that are ever stored in a notebook.
"""

import os
import re
from functools import cache

from msgspec import structs

from course_helpers.knowledge import load

VARIABLE = "COURSE_LOCALE"
CELSIUS = re.compile(r"(\d{2}\.\d) °C")
"""How a content file writes a temperature: always so, because this is what gets its °F where people use it."""


def chosen_locale() -> str:
    """The id of the chosen place; an unknown one counts as neutral."""
    wanted = os.environ.get(VARIABLE, "neutral").strip().lower()
    return wanted if wanted in load().locales else "neutral"


def localised(text: str) -> str:
    """The text with every {word} of the locale filled in, and its temperatures as people there read them.

    A text that begins with a {word} begins with a capital letter.
    """
    begins, locale = text.startswith("{"), chosen_locale()
    for word, replacement in _words(locale).items():
        text = text.replace(f"{{{word}}}", replacement)
    if load().locales[locale].temperatures == "°C and °F":
        text = in_both_scales(text)
    return text[:1].upper() + text[1:] if begins else text


def in_both_scales(text: str) -> str:
    """Every temperature of the text with its °F behind it: ``38.0 °C`` becomes ``38.0 °C (100.4 °F)``."""
    return CELSIUS.sub(lambda found: f"{found[0]} ({float(found[1]) * 9 / 5 + 32:.1f} °F)", text)


@cache
def _words(locale: str) -> dict[str, str]:
    words = structs.asdict(load().locales[locale])
    return {word: text for word, text in words.items() if word not in {"id", "name", "temperatures"}}
