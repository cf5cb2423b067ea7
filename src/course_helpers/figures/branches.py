"""A question, and below or beside it what a yes means: the parts of a drawing that decides."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course_helpers.body.geometry import Point
from course_helpers.design_tokens import LIGHT, LINES
from course_helpers.figures.marks import COLOURS, Kind, card, card_height, paragraphs
from course_helpers.figures.style import BODY, LEADING, SMALL
from course_helpers.figures.wrapping import rows, spaced, wrapped

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas


@dataclass(frozen=True)
class Branch:
    """A question and what a yes means; each line of either is a paragraph."""

    kind: Kind
    question: str
    heading: str
    words: str


def stacked(canvas: "Canvas", branch: Branch, top: float, *, not_sure: str = "") -> float:
    """A question and, below it, what a yes means; gives the lower edge.

    ``not_sure``: words beside the yes, where both lead to the same card.
    """
    whole, colour = canvas.width - 28, COLOURS[branch.kind][0]
    question = wrapped(spaced(branch.question), whole - 24, BODY)
    high = 18 + BODY * LEADING * rows(question)
    canvas.box((14, top, whole, high), LIGHT.raised, LIGHT.line, LINES.body)
    paragraphs(canvas, 26, top + 22, question, BODY)
    asked = top + high
    canvas.arrow([Point(canvas.width / 2, asked), Point(canvas.width / 2, asked + 24)], colour, LINES.taught)
    canvas.text(canvas.width / 2 + 12, asked + 17, "yes", SMALL, colour, bold=True)
    if not_sure:
        canvas.text(canvas.width / 2 + 44, asked + 17, not_sure, SMALL, colour)
    room = whole - GUTTER
    words = wrapped(spaced(branch.words), room - 58, SMALL)
    low = asked + 26 + card_height(branch.heading, words)
    card(canvas, branch.kind, (14 + GUTTER, asked + 26, room, low - asked - 26), branch.heading, words)
    _past_the_answer(canvas, asked, low)
    return low


GUTTER = 26.0
"""So wide, in pixels, is the way beside an answer on which a no goes past it."""


def _past_the_answer(canvas: "Canvas", asked: float, low: float) -> None:
    """The way of a no: from the question, past its answer, down to the next question."""
    x = 14 + GUTTER / 2
    canvas.arrow([Point(x, asked), Point(x, low + 23)], LIGHT.muted, LINES.body)
    canvas.text(x + 11, asked + 17, "no", SMALL, LIGHT.muted)


def no(canvas: "Canvas", x: float, y: float) -> None:
    """The short way down to the next question."""
    canvas.arrow([Point(x, y), Point(x, y + 23)], LIGHT.muted, LINES.body)
    canvas.text(x + 11, y + 16, "no", SMALL, LIGHT.muted)
