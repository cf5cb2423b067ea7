"""Signs to show a clinician, drawn on the right side of a chest in any skin tone."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from course_helpers.body.geometry import Curve, Ellipse, Point, bounds, contains, curve, loop
from course_helpers.design_tokens import LIGHT, LINES, TISSUE, SkinTone
from course_helpers.figures.marks import drop

if TYPE_CHECKING:
    from course_helpers.figures.pen import Pen


def patch_outline(x: float, y: float, rx: float, ry: float) -> Curve:
    """An uneven rounded area about a place."""
    return loop(
        (x - rx, y - 0.1 * ry),
        (x - 0.62 * rx, y - 0.82 * ry),
        (x + 0.1 * rx, y - ry),
        (x + 0.78 * rx, y - 0.7 * ry),
        (x + rx, y + 0.15 * ry),
        (x + 0.66 * rx, y + 0.86 * ry),
        (x - 0.15 * rx, y + ry),
        (x - 0.8 * rx, y + 0.62 * ry),
    )


def dents(pen: "Pen", area: Curve, skin: SkinTone, step: float = 12.0) -> None:
    """Many shallow pits, as on the peel of an orange, inside an area.

    Each is dark where the skin goes down and light where it comes up again; none is quite like another.
    """
    edge = area.points(6)
    for place in uneven_rows(edge, step):
        size = 0.31 * step * (0.8 + 0.4 * _chance(place.y, place.x))
        pit = Ellipse(place, size, 0.84 * size)
        pen.shape(pit, skin.change_deep, alpha=0.3)
        deep, rim = ([pit.at(degrees) for degrees in range(first, first + 136, 15)] for first in (165, -15))
        pen.shape(deep, None, skin.change_deep, LINES.body, alpha=0.75)
        pen.shape(rim, None, TISSUE.flake, LINES.fine, alpha=0.55)


def uneven_rows(edge: Sequence[Point], step: float) -> list[Point]:
    """Places in rows that are moved a little, each its own way, as far as they lie inside an edge."""
    left, top, right, low = bounds(edge)
    found = []
    for row in range(math.ceil((low - top) / (0.86 * step))):
        for column in range(math.ceil((right - left) / step) + 1):
            x, y = left + step * (column + (0.5 if row % 2 else 0.0)), top + step * (0.5 + 0.86 * row)
            away = (_chance(x, y) - 0.5, _chance(y, x + step) - 0.5)
            place = Point(x + 0.34 * step * away[0], y + 0.34 * step * away[1])
            if contains(edge, place):
                found.append(place)
    return found


def _chance(a: float, b: float) -> float:
    """A number from 0 to 1 that looks like chance and is the same in every run."""
    return math.sin(12.9898 * a + 78.233 * b) * 0.5 + 0.5


def colour_patch(pen: "Pen", area: Curve, skin: SkinTone) -> None:
    """A new colour with a soft edge."""
    for grow, alpha in ((1.12, 0.25), (1.0, 0.4), (0.8, 0.45)):
        pen.shape(area.grown(grow), skin.change, alpha=alpha)


def peel_patch(pen: "Pen", area: Curve, skin: SkinTone) -> None:
    """A patch that is dented and has a new colour."""
    colour_patch(pen, area, skin)
    dents(pen, area, skin)


def pulled_in(pen: "Pen", place: Point, skin: SkinTone) -> None:
    """A nipple that is pulled inwards: a round hollow in the darker ring, with folds towards it."""
    pen.shape(Ellipse(place, 19, 17), skin.areola)
    for turn in (-163, -24, 14, 97, 158):
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        near, far = ((place.x + r * c, place.y + 0.9 * r * s) for r in (12.0, 21.0 + 4 * abs(c)))
        pen.line([Point(*near), Point(*far)], skin.inner, LINES.fine)
    for size, alpha in ((10.5, 0.3), (7.5, 0.45), (4.5, 0.8)):
        pen.shape(Ellipse(Point(place.x, place.y - 0.12 * size), size, 0.86 * size), skin.inner, alpha=alpha)


def scaly(pen: "Pen", place: Point, skin: SkinTone) -> None:
    """A nipple with scales and crusts that spread over the ring."""
    pen.shape(patch_outline(place.x, place.y, 23, 21), skin.change, alpha=0.55)
    pen.shape(Ellipse(place, 18, 17), skin.areola)
    pen.shape(Ellipse(place, 6, 6), skin.areola, skin.inner, LINES.fine)
    for dx, dy, size in FLAKES:
        x, y = place.x + dx, place.y + dy
        along = math.atan2(dy, dx) + math.pi / 2 + _chance(x, y) - 0.5
        c, s = math.cos(along), math.sin(along)
        rim = []
        for corner in (0.0, 1.1, 2.0, 3.2, 4.1, 5.3):
            far = size * (0.65 + 0.5 * _chance(y + corner, x))
            u, v = far * math.cos(corner), 0.5 * far * math.sin(corner)
            rim.append((x + u * c - v * s, y + u * s + v * c))
        pen.shape(loop(*rim), TISSUE.flake, skin.change_deep, 0.6 * LINES.fine, alpha=0.85)
    for x, y in ((-8, 6), (6, -4), (12, 8)):
        pen.shape(patch_outline(place.x + x, place.y + y, 3.4, 2.4), skin.change_deep, alpha=0.7)


FLAKES = (
    (-13, -9, 6.0), (-4, -14, 5.0), (8, -12, 6.5), (15, -2, 5.5), (8, 12, 6.0), (-4, 13, 5.0), (-14, 5, 6.5),
    (1, 3, 5.0), (-20, -3, 4.0), (19, 8, 4.0), (-9, -3, 4.0), (3, -6, 4.5), (14, 14, 3.5), (-11, 14, 3.5),
    (20, -10, 3.5),
)  # fmt: skip
"""Where scales lie about a nipple, and how large each is, in millimetres."""


def fluid(pen: "Pen", place: Point) -> None:
    """One clear and one bloody drop at a nipple."""
    pen.shape(drop(place.x - 7, place.y - 1, 14), TISSUE.clear, TISSUE.cloth_line, LINES.body)
    pen.shape(drop(place.x + 7, place.y - 1, 14), TISSUE.blood, TISSUE.clear, LINES.fine)


def lump(pen: "Pen", place: Point, skin: SkinTone, radius: float = 15) -> None:
    """A thick place that lifts the skin: an uneven bulge with its shadow on one side, and no ring as a nipple has."""
    r = radius
    bulge = loop(
        (place.x - 1.1 * r, place.y - 0.2 * r),
        (place.x - 0.5 * r, place.y - 0.95 * r),
        (place.x + 0.6 * r, place.y - 0.8 * r),
        (place.x + 1.25 * r, place.y + 0.1 * r),
        (place.x + 0.7 * r, place.y + 0.95 * r),
        (place.x - 0.5 * r, place.y + 0.8 * r),
    )
    for grow in (1.3, 1.15, 1.0):
        pen.shape(bulge.moved(0.3 * r, 0.28 * r).grown(grow), skin.shade, alpha=0.6)
    pen.shape(bulge, skin.fill)
    pen.shape(Ellipse(Point(place.x - 0.3 * r, place.y - 0.35 * r), 0.5 * r, 0.3 * r, -30), LIGHT.raised, alpha=0.3)
    edge = ((0.55, -0.86), (1.02, -0.4), (1.24, 0.1), (1.02, 0.62), (0.62, 0.92), (0.1, 0.93))
    pen.line(curve(*((place.x + x * r, place.y + y * r) for x, y in edge)), skin.inner, LINES.body)
