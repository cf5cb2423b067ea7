"""Drawings as paper needs them: with places to point at."""

from collections.abc import Iterable
from dataclasses import replace
from string import ascii_uppercase

from course_helpers.document import Mark, Picture
from course_helpers.knowledge.questions import Option


def with_places(drawing: Picture, options: Iterable[Option]) -> Picture:
    """The drawing with a letter at the place of each option."""
    lettered = zip(ascii_uppercase, options, strict=False)
    marks = (
        Mark(letter, option.spot.x, option.spot.y, option.spot.width, option.spot.height)
        for letter, option in lettered
        if option.spot
    )
    return replace(drawing, marks=tuple(marks))
