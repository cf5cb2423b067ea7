"""The drawings of the cases: a chest of the trainer with one change on it, in millimetres, as layers for a page."""

from collections.abc import Callable
from typing import NamedTuple

from course_helpers.body.geometry import Ellipse, Point, curve
from course_helpers.design_tokens import LINES
from course_helpers.explorers.search.chests import BODIES
from course_helpers.explorers.search.layers import ROLES, Layer, Layers
from course_helpers.figures import bodies, outlines, signs
from course_helpers.figures.bodies import Body
from course_helpers.figures.pen import Pen
from course_helpers.knowledge.searching import LookCase, LookDrawing

Ink = Callable[[Pen, Body], None]


class View(NamedTuple):
    """What of a chest is shown, in millimetres: left, top, width and height."""

    left: float
    top: float
    width: float
    height: float


BOTH_SIDES = View(-190, 20, 380, 290)
_BOTH: tuple[LookDrawing, ...] = ("larger-side", "full")


def view_of(case: LookCase) -> View:
    """A change is shown from near, two sides that are compared from further away."""
    if case.drawing in _BOTH:
        return BOTH_SIDES
    return View(-10, BODIES[case.chest].right.nipple.y - 145, 190, 250)


def drawn(case: LookCase) -> list[Layer]:
    """The layers of a case."""
    body, layers = BODIES[case.chest], Layers()
    pen = layers.pen()
    if case.drawing == "larger-side":
        body = Body(body.trunk, body.right, outlines.LARGE)
    body = body.in_skin(ROLES)
    bodies.chest(pen, body, nipples=case.drawing not in _DRAW_THE_NIPPLE)
    if case.drawing in _DRAW_THE_NIPPLE:
        left = bodies.side_pen(pen, "left")
        bodies.draw_nipple(left, body.right.nipple, ROLES, body.right.areola, body.right.nipple_size)
    if ink := _CHANGES.get(case.drawing):
        ink(pen, body)
    return layers.drawn


def _dent(pen: Pen, body: Body) -> None:
    """A place where the skin is pulled in: a hollow with short folds towards it."""
    x, y = body.right.nipple.x + 20, body.right.nipple.y - 52
    pen.shape(Ellipse(Point(x, y), 22, 16, -20), "shade")
    for dx, dy, ex, ey in ((-8, 1, -26, 5), (-6, -5, -19, -15), (1, -7, 4, -22), (7, -4, 22, -12), (8, 3, 25, 9)):
        pen.line(curve((x + dx, y + dy), (x + (dx + ex) / 2, y + (dy + ey) / 2 - 1), (x + ex, y + ey)), "inner")
    pen.line(curve((x - 8, y + 3), (x, y + 7), (x + 9, y + 2)), "change-deep", LINES.taught)


def _peel(pen: Pen, body: Body) -> None:
    area = signs.patch_outline(body.right.nipple.x - 12, body.right.nipple.y - 60, 42, 27)
    pen.shape(area, "shade")  # no new colour: on deep brown skin the dents may be all there is to see
    signs.dents(pen, area, body.skin)


def _colour(pen: Pen, body: Body) -> None:
    area = signs.patch_outline(body.right.nipple.x - 30, body.right.nipple.y - 40, 29, 22)
    signs.colour_patch(pen, area, body.skin)


def _pulled_in(pen: Pen, body: Body) -> None:
    signs.pulled_in(pen, body.right.nipple, body.skin)


def _scaly(pen: Pen, body: Body) -> None:
    signs.scaly(pen, body.right.nipple, body.skin)


_DRAW_THE_NIPPLE: tuple[LookDrawing, ...] = ("pulled-in", "scaly")
"""The change is the nipple itself, so only the other side has its usual one."""
_CHANGES: dict[LookDrawing, Ink] = {
    "dent": _dent,
    "peel": _peel,
    "colour": _colour,
    "pulled-in": _pulled_in,
    "scaly": _scaly,
}
