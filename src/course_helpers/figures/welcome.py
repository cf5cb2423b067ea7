"""The drawing that opens the course: people as they come, clothed, with quiet hands."""

from typing import TYPE_CHECKING

from course_helpers.design_tokens import LIGHT, SHIRT, SKIN_TONES, TROUSERS
from course_helpers.figures import bodies, outlines
from course_helpers.figures.bodies import Arm, Body
from course_helpers.figures.drawing import drawing
from course_helpers.figures.strokes import ON_CHEST

if TYPE_CHECKING:
    from course_helpers.design_tokens import SkinTone
    from course_helpers.figures.canvas import Canvas
    from course_helpers.figures.pen import Pen

FAIR, BROWN, DEEP = SKIN_TONES
SCALE = 0.24
"""Pixels a millimetre: from the crown to the waist."""


@drawing("F28", 214)
def draw_f28(canvas: "Canvas") -> None:
    """Four clothed people with their hands at rest on the chest."""
    box = (14.0, 14.0, 612.0, 186.0)
    canvas.box(box, LIGHT.raised, None)
    people = (
        (Body(outlines.FULL, outlines.LARGE, skin=BROWN, hair="long"), ON_CHEST, SHIRT),
        (Body(outlines.BROAD, outlines.FLAT, skin=DEEP, hair="none"), ON_CHEST, TROUSERS),
        (Body(outlines.NARROW, outlines.FLAT, skin=FAIR), ON_CHEST, SHIRT),
        (Body(outlines.MIDDLE, outlines.MEDIUM, skin=DEEP, hair="scarf"), ON_CHEST, TROUSERS),
    )
    for number, (body, arm, shirt) in enumerate(people):
        _person(canvas.at(14 + 76.5 + number * 153, 100, SCALE, clip=box), body, arm, shirt)
    canvas.box(box, None, LIGHT.line)


def _person(pen: "Pen", body: Body, arm: Arm, shirt: "SkinTone") -> None:
    bodies.posed(pen, body, arm, arm, bottom=470, shirt=shirt)
    bodies.head(pen, body)
    for side in ("right", "left"):
        bodies.arm_in_front(bodies.side_pen(pen, side), body, arm, shirt)
