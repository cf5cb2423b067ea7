"""The stage of the player: a chest as in a mirror, on which the page moves the hands."""

from typing import TYPE_CHECKING

from course_helpers.body.stage import FRAME, ORIGIN, SCALE, SIZE
from course_helpers.design_tokens import LIGHT
from course_helpers.figures import bodies
from course_helpers.figures.bodies import Body
from course_helpers.figures.drawing import drawing

if TYPE_CHECKING:
    from course_helpers.figures.canvas import Canvas

SIDE_WORDS = 20.0
"""Text size in pixels: beside the words of a step the stage is shown about 430 pixels wide."""


@drawing("F24", SIZE[1])
def draw_f24(canvas: "Canvas") -> None:
    """A chest as in a mirror, with the words for both sides."""
    canvas.box(FRAME, LIGHT.raised, None)
    bodies.chest(canvas.at(*ORIGIN, SCALE, clip=FRAME), Body())
    canvas.box(FRAME, None, LIGHT.line)
    for x, words in ((24.0, "your left"), (SIZE[0] - 148.0, "your right")):
        canvas.box((x, SIZE[1] - 56, 124, 34), LIGHT.panel, None, radius=6)
        canvas.text(x + 62, SIZE[1] - 33, words, SIDE_WORDS, LIGHT.ink, "center")
