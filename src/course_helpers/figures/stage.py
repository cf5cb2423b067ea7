"""The stage of the player: a chest as in a mirror, on which the page moves the hands."""

from typing import TYPE_CHECKING

from course_helpers.body.geometry import Point
from course_helpers.design_tokens import LIGHT
from course_helpers.figures import bodies
from course_helpers.figures.bodies import Body
from course_helpers.figures.drawing import drawing
from course_helpers.figures.style import WIDTH

if TYPE_CHECKING:
    from course_helpers.figures.sheet import Sheet

HEIGHT = 400
SIDE_WORDS = 20.0
"""Text size in pixels: beside the words of a step the stage is shown about 430 pixels wide."""
SIZE = (WIDTH, HEIGHT)
"""Width and height in pixels."""
ORIGIN = (WIDTH / 2, 86.0)
SCALE = 1.12
_FRAME = (14.0, 14.0, WIDTH - 28.0, HEIGHT - 28.0)


def to_pixels(place: Point) -> tuple[float, float]:
    """A place in millimetres as pixels of the stage."""
    return round(ORIGIN[0] + place.x * SCALE, 1), round(ORIGIN[1] + place.y * SCALE, 1)


def on_stage(place: Point) -> bool:
    """Whether a place lies inside the frame."""
    x, y = to_pixels(place)
    left, top, width, height = _FRAME
    return left <= x <= left + width and top <= y <= top + height


@drawing("F24", HEIGHT)
def draw_f24(sheet: "Sheet") -> None:
    """A chest as in a mirror, with the words for both sides."""
    sheet.box(_FRAME, LIGHT.raised, None)
    bodies.chest(sheet.at(*ORIGIN, SCALE, clip=_FRAME), Body())
    sheet.box(_FRAME, None, LIGHT.line)
    for x, words in ((24.0, "your left"), (WIDTH - 148.0, "your right")):
        sheet.box((x, HEIGHT - 56, 124, 34), LIGHT.panel, None, radius=6)
        sheet.text(x + 62, HEIGHT - 33, words, SIDE_WORDS, LIGHT.ink, "center")
