"""The things of a drawing: each has a name where it is drawn, so that a question can point at it by that name."""

from collections.abc import Sequence
from dataclasses import dataclass

from course_helpers.body.geometry import Curve, Ellipse, Place, Point, Polyline, bounds, contains

Box = tuple[float, float, float, float]
"""Left, top, width and height in pixels."""
Shape = Curve | Ellipse | Sequence[Point]
MARGIN = 4.0
"""So many pixels of the drawing a ring keeps round its thing."""
LEAST = 12.0
"""No ring is narrower than twice this, in pixels of the drawing: it is pressed with a finger."""


@dataclass(frozen=True)
class Thing:
    """Something that is drawn; pixels of the drawing."""

    name: str
    outline: Polyline
    ring: Ellipse
    """Where it is pointed at: round the whole of it, or round a part."""


@dataclass(frozen=True)
class Leader:
    """Words with a line to what they name; pixels of the drawing."""

    words: str
    end: Point


def named(name: str, shape: Shape, at: Ellipse | None, place: Place, box: Box | None) -> Thing | None:
    """The thing that is drawn as this shape at a place; None if it is cut off by its box.

    ``at`` is the part of it that is pointed at; else that is as much of it as the box leaves.

    Raises:
        ValueError: if that part does not lie on the thing.
    """
    outline = _on_canvas(shape, place)
    shown = _on_canvas(at, place) if at else outline
    ring = _round([_kept(spot, box) for spot in shown] if box else shown)
    if box and not any(_holds(box, spot) for spot in shown):
        return None
    if at and not contains(outline, ring.centre):
        raise ValueError(f'Where "{name}" is pointed at does not lie on it.')
    return Thing(" ".join(name.split()), outline, ring)


def _on_canvas(shape: Shape, place: Place) -> Polyline:
    points = shape.points() if isinstance(shape, Curve | Ellipse) else shape
    return tuple(place.line_to_canvas(points))


def _holds(box: Box, spot: Point) -> bool:
    left, top, wide, high = box
    return left <= spot.x <= left + wide and top <= spot.y <= top + high


def _kept(spot: Point, box: Box) -> Point:
    """A place, or where it would be in a box within which the ring has room."""
    left, top, wide, high = box
    x = min(max(spot.x, left + MARGIN), left + wide - MARGIN)
    return Point(x, min(max(spot.y, top + MARGIN), top + high - MARGIN))


def _round(line: Sequence[Point]) -> Ellipse:
    left, top, right, low = bounds(line)
    wide, high = (max(size / 2 + MARGIN, LEAST) for size in (right - left, low - top))
    return Ellipse(Point((left + right) / 2, (top + low) / 2), wide, high)
