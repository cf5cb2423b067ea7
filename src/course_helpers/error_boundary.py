"""Turning any failure of a notebook call into a sentence a learner can use.

An error that has a title and a sentence of its own for a learner carries them as ``told``.
"""

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from course_helpers.document import Card, Details, Document, Items, Paragraph, line
from course_helpers.trouble import Trouble

P = ParamSpec("P")
T = TypeVar("T")

FALLBACK_TITLE = "This part cannot be shown"
FALLBACK_TEXT = (
    "Something in the course files is damaged or missing, so this part was left out. Nothing you did caused it. "
    "If you are worried about a change in your body, do not wait for this page: contact a doctor, nurse or "
    "midwife, or call your local emergency number if it is urgent."
)
"""Said here as well as in strings.toml, because strings.toml may be the damaged file."""


def error_boundary(call: Callable[P, T]) -> Callable[P, T | Document]:
    """The call, with every error shown as a card instead of a traceback."""

    @functools.wraps(call)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> T | Document:
        try:
            return call(*args, **kwargs)
        except Exception as error:
            return _apology(call.__name__, args, error)

    return guarded


def _apology(name: str, args: tuple[object, ...], error: Exception) -> Document:
    lines = [f"course.{name}({', '.join(map(repr, args))}): {type(error).__name__}", *str(error).splitlines()]
    details = Details("For the course’s authors", (Items(tuple(line(text) for text in lines[:20])),))
    told = error.told if isinstance(error, Trouble) else None
    title, text = told or (FALLBACK_TITLE, FALLBACK_TEXT)
    card = Card("care", "Note", title, (Paragraph(line(text)), details))
    return Document(title, (card,))
