"""A question, and below or beside it what a yes means: the parts of a drawing that decides."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course_helpers.body.geometry import Point
from course_helpers.design_tokens import LIGHT, LINES
from course_helpers.figures.marks import COLOURS, Kind, card, card_height
from course_helpers.figures.style import BODY, LEADING, SMALL
from course_helpers.figures.wrapping import wrapped

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
    question = wrapped(branch.question, whole - 24, BODY)
    high = 18 + BODY * LEADING * (question.count("\n") + 1)
    canvas.box((14, top, whole, high), LIGHT.raised, LIGHT.line, LINES.body)
    canvas.text(26, top + 22, question, BODY)
    canvas.arrow([Point(canvas.width / 2, top + high), Point(canvas.width / 2, top + high + 24)], colour, LINES.taught)
    canvas.text(canvas.width / 2 + 12, top + high + 17, "yes", SMALL, colour, bold=True)
    if not_sure:
        canvas.text(canvas.width / 2 + 44, top + high + 17, not_sure, SMALL, colour)
    low = top + high + 26
    words = wrapped(branch.words, whole - 58, SMALL)
    below = card_height(branch.heading, words)
    card(canvas, branch.kind, (14, low, whole, below), branch.heading, words)
    no(canvas, 32, low + below)
    return low + below


def no(canvas: "Canvas", x: float, y: float) -> None:
    """The short way down to the next question."""
    canvas.arrow([Point(x, y), Point(x, y + 23)], LIGHT.muted, LINES.body)
    canvas.text(x + 11, y + 16, "no", SMALL, LIGHT.muted)
